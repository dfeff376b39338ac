import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { leesBomen, pakIn } from './inhoud.ts'
import { inhoudHash } from './journaal.ts'

const tekst = fc.string({ unit: 'grapheme' })
const boom = fc.record({ wat: tekst, stappen: fc.array(fc.record({ wat: tekst }), { maxLength: 30 }) })
const uitkomsten = fc.dictionary(
  tekst.filter((s) => s !== '__proto__'),
  fc.record({ soort: fc.constant('bepaald' as const), waarde: tekst, waarom: boom }),
)

test('what was packed reads back word for word, texts and outcomes apart from their trees', () => {
  fc.assert(
    fc.property(tekst, uitkomsten, (wens, codes) => {
      const { json, bomen } = pakIn({ wens }, codes)
      const kaal = JSON.parse(json) as { tekst: unknown; uitkomsten: Record<string, object> }
      expect(kaal.tekst).toEqual({ wens })
      const waarom = bomen ? leesBomen(bomen) : {}
      const heel = Object.entries(kaal.uitkomsten).map(([code, u]) => [code, { ...u, waarom: waarom[code] }])
      expect(heel).toEqual(Object.entries(codes).map(([code, u]) => [code, { ...u }]))
    }),
  )
})

test('no tree stands among the texts, and content without trees packs none', () => {
  const { json } = pakIn({}, { onderzoek: { soort: 'bepaald', waarde: true, waarom: { wat: 'Een lange reden.' } } })
  expect(json).not.toContain('reden')
  expect(pakIn({ wens: 'rust' }, {}).bomen).toBeNull()
})

test('the hash binds the trees too: another tree or none is another content', () => {
  const zout = Buffer.alloc(16)
  const met = pakIn({}, { onderzoek: { soort: 'bepaald', waarom: { wat: 'Zes weken.' } } })
  const anders = pakIn({}, { onderzoek: { soort: 'bepaald', waarom: { wat: 'Vijf weken.' } } })
  const hashes = [met, anders, { ...met, bomen: null }].map((i) => inhoudHash(zout, i).toString('hex'))
  expect(new Set(hashes).size).toBe(3)
})
