import { assert, dictionary, jsonValue, nat, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { dubbeleNaam } from './dubbele-naam.ts'

const pad = (tekst: string) => dubbeleNaam(tekst)?.pad.join('.')

test.each([
  ['{"a":1,"a":2}', 'a'],
  ['{"a":{"b":1,"c":[1,{"d":1},{"d":1,"d":2}]}}', 'a.c.2.d'],
  ['[[],[0,{"a":{},"b":[{}],"a":[]}]]', '1.1.a'],
  ['{"a":{"a":{"b":"x"},"c":{"b":1}},"b":2,"b":3}', 'b'],
  // The same name in other words.
  [String.raw`{"a":1,"\u0061":2}`, 'a'],
  [String.raw`{"\"":1,"\u0022":2}`, '"'],
  [String.raw`{"a\\":1,"b":"}","a\\":2}`, 'a\\'],
  ['{"":1,"":2}', ''],
  ['{ "a" : 1 ,\n "b" : [ ] , "a" : 2 }', 'a'],
])('%s has a name twice', (tekst, verwacht) => {
  expect(JSON.parse(tekst)).toBeDefined()
  expect(pad(tekst)).toBe(verwacht)
})

test.each([
  '{"a":{"a":{"a":1}},"b":{"a":1}}',
  '[{"a":1},{"a":1}]',
  '{"a":"a","b":"a","c":["a","a",{},"a"],"d":"{\\"a\\":1,\\"a\\":2}"}',
  '{"a":",","b":"\\\\","c":"\\\\\\"","d":1}',
  '["a","a"]',
  '"a"',
  '1',
  '{}',
])('%s has none', (tekst) => {
  expect(JSON.parse(tekst)).toBeDefined()
  expect(dubbeleNaam(tekst)).toBeNull()
})

test('what was written from an object never has a name twice; with a name added again it has, at that place', () => {
  assert(
    property(dictionary(string(), jsonValue(), { minKeys: 1 }), nat(), jsonValue(), (rest, welke, w) => {
      const tekst = JSON.stringify({ voor: [w, rest] })
      expect(dubbeleNaam(tekst)).toBeNull()
      const namen = Object.keys(rest)
      const naam = namen[welke % namen.length]!
      const dubbel = tekst.replace(/\}\]\}$/, () => `,${JSON.stringify(naam)}:${JSON.stringify(w)}}]}`)
      expect(dubbeleNaam(dubbel)).toEqual({
        naam,
        pad: ['voor', '1', naam],
        index: tekst.length - 3 + 1,
      })
    }),
  )
})

test('a text that breaks off is not waited for', () => {
  expect(dubbeleNaam('{"a')).toBeNull()
})
