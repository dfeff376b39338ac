import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { voorrang } from './voorrang.ts'

const map = mkdtempSync(join(tmpdir(), 'regiodak-voorrang-'))
afterAll(() => rmSync(map, { recursive: true }))
/** Invented: without an extension the covenant ended in 2023. */
writeFileSync(
  join(map, 'verlenging.md'),
  '---\nid: v\nsoort: verlenging\nregio: midden-holland\nversie: 2019-05-13\nbesloten: 2023-05-01\ndoor: het overleg\ntot: 2028-07-01\nfictief: ja\n---\n',
)

async function draai(...argumenten: string[]) {
  const uit: string[] = []
  const fout: string[] = []
  const vast = ['--regio', 'midden-holland', '--waarvoor', 'voorrang-op-een-woning']
  const code = await voorrang.uitvoeren([...vast, ...argumenten], {
    schrijf: (t) => void uit.push(t),
    fout: (t) => void fout.push(t),
  })
  return { code, uit: uit.join('\n'), fout: fout.join('\n') }
}
const FEITEN = ['verordening', 'binding', 'urgentie', 'regionale-instelling', 'klaar', 'begeleiding'].flatMap((f) => [
  '--feit',
  `${f}=ja`,
])
const GEVAL = ['--groep', 'beschermd-wonen', ...FEITEN, '--feit', 'zelf-gezocht=nee', '--besluiten', map, '--json']

test('the command gives the covenant the day before and the statute on the day, with both in the reason', async () => {
  const ervoor = await draai(...GEVAL, '--op', '2026-06-30')
  expect(ervoor.code).toBe(0)
  expect(JSON.parse(ervoor.uit)).toMatchObject({
    soort: 'bepaald',
    waarde: false,
    waarom: { bron: { convenant: 'midden-holland' } },
  })
  const opDeDag = await draai(...GEVAL, '--op', '2026-07-01')
  expect(JSON.parse(opDeDag.uit)).toMatchObject({
    soort: 'bepaald',
    waarde: true,
    waarom: { bron: { wet: 'Huisvestingswet 2014', artikel: '12', lid: '3' } },
  })
  expect(opDeDag.uit).toContain('"convenant":"midden-holland"')
})

test('where the covenant has ended, the statute answers and the reason says so', async () => {
  const { uit } = await draai('--groep', 'beschermd-wonen', ...FEITEN, '--op', '2026-07-01')
  expect(uit).toMatch(/^Deze groep gaat voor \(voorrang op een woning\): beschermd wonen\./)
  expect(uit).toContain('Die liep tot en met 30 juni 2023.')
})

test.each([
  [['--groep', 'koningen'], '--groep koningen bestaat niet; kies uit beschermd-wonen,'],
  [['--groep', 'detentie', '--feit', 'verordening'], '--feit verordening is niet te lezen'],
  [['--groep', 'detentie', '--feit', 'haarkleur=ja'], '--feit haarkleur bestaat niet; kies uit'],
])('%j is refused with the argument it is about', async (argumenten, melding) => {
  const { code, fout } = await draai(...argumenten, '--op', '2026-07-01')
  expect(code).toBe(1)
  expect(fout).toContain(melding)
})
