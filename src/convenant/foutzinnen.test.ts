import { expect, test } from 'vitest'
import { z } from 'zod'
import { AfspraakFout } from './afspraak.ts'
import { nederlands } from './foutzinnen.ts'
import { leesVrij } from './lees-yaml.ts'
import { plichtSchema } from './regels/plicht.ts'
import { naam } from './velden.ts'

const fout = (schema: z.ZodType, waarde: unknown): string => {
  const gelezen = schema.safeParse(waarde, { error: nederlands })
  return gelezen.success ? 'goed' : gelezen.error.issues[0]!.message
}

test.each<[schema: z.ZodType, waarde: unknown, zin: string]>([
  [z.string(), undefined, 'dit veld ontbreekt'],
  [z.string(), 3, 'schrijf tekst'],
  [z.string().min(3), 'ab', 'schrijf minstens 3 tekens'],
  [z.string().min(1), '', 'dit is leeg'],
  [z.int(), 1.5, 'schrijf een heel getal'],
  [z.int().min(0), -1, 'schrijf 0 of meer'],
  [z.int().max(4), 5, 'schrijf 4 of minder'],
  [z.int(), 2 ** 60, 'dit getal is te groot'],
  [z.array(z.string()), 'a', 'schrijf een lijst'],
  [z.array(z.string()).min(2), ['a'], 'noem er minstens 2'],
  [z.enum(['voor', 'tegen', 'onthouding']), 'ja', 'kies uit voor, tegen of onthouding'],
  [z.enum(['voor', 'tegen']), undefined, 'dit veld ontbreekt; kies uit voor of tegen'],
  [z.literal('nee'), 'ja', 'schrijf nee'],
  [z.strictObject({}), { x: 1 }, 'het veld x bestaat niet'],
  [z.record(naam, z.int()), { Delft: 1 }, 'deze naam kan niet: gebruik kleine letters, cijfers en streepjes'],
  [z.url(), 'x', 'schrijf een webadres dat begint met https://'],
])('%# is said in Dutch, without words of the program', (schema, waarde, zin) => {
  expect(fout(schema, waarde)).toBe(zin)
})

test('no sentence about a broken duty has an English word or a sign of a programming language', () => {
  const goed = { soort: 'plicht', id: 'p', wie: 'delft', wat: 'tellen', aard: 'resultaat' }
  for (const veld of ['id', 'wie', 'wat', 'aard', 'wanneer', 'ieder', 'dekt'])
    for (const waarde of [null, 3, '', {}, [], true]) {
      const zin = fout(plichtSchema, { ...goed, [veld]: waarde })
      expect(zin).not.toMatch(/\b(string|number|array|record|key|invalid|expected|object|undefined)\b|[<>]=|\|/i)
    }
})

test.each([
  ['a: 1\nb: 2\na: 3', 'het veld a staat er twee keer', 3],
  ['a: [1, 2', 'een haakje is niet gesloten', 1],
  ['a: "b', 'er ontbreekt een teken', 1],
  ['a: @b', 'zet deze waarde tussen aanhalingstekens', 1],
  ['a:\n  - 1\n b: 2', 'een regel springt niet goed in', 3],
])('%j cannot be read, and says why in Dutch at its line', (yaml, zin, regel) => {
  try {
    leesVrij({ yaml, regel: 1 }, 'x.md')
    expect.unreachable()
  } catch (f) {
    expect(f).toBeInstanceOf(AfspraakFout)
    expect((f as AfspraakFout).message).toContain(zin)
    expect((f as AfspraakFout).plaats.regel).toBe(regel)
  }
})
