/** A covenant file that changes under running cases (D6). */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type GeladenAfspraken, laadAfspraken } from '../../src/opslag/afspraken-bestanden.ts'
import { bewaarAfspraken } from '../../src/opslag/convenant-versies.ts'
import { meld } from './loop.ts'
import { opzet, type Opzet } from './opzet.ts'

let o: Opzet
let eerste: GeladenAfspraken
beforeEach(async () => {
  o = await opzet('2026-02-20')
  eerste = await laadAfspraken()
})
afterEach(() => o.weg())

/** The same agreements, with other words in what binds. */
const metAndereTekst = (): GeladenAfspraken => ({
  ...eerste,
  convenanten: eerste.convenanten.map((c) => ({
    ...c,
    bepalingen: c.bepalingen.map((b, i) => (i ? b : { ...b, tekst: `${b.tekst} Anders.` })),
  })),
  bestanden: eerste.bestanden.map((b) =>
    eerste.convenanten.some((c) => c.bestand === b.pad) ? { ...b, sha256: b.sha256.replace(/^./, 'f_') } : b,
  ),
})

test('with cases, a text that binds otherwise is refused, also when it was used before', async () => {
  const tweede = metAndereTekst()
  await bewaarAfspraken(o.omg.pool, eerste)
  // Nobody rests on it yet: the text may be improved.
  await bewaarAfspraken(o.omg.pool, tweede)
  await meld(await o.als('zoetermeer', 'consulent'))
  await expect(bewaarAfspraken(o.omg.pool, eerste)).rejects.toMatchObject({ code: 'CONVENANT_GEWIJZIGD' })
  await bewaarAfspraken(o.omg.pool, tweede)
})

test('before there are cases a text can come back, and then that text is the one that counts', async () => {
  const tweede = metAndereTekst()
  for (const tekst of [eerste, tweede, eerste]) await bewaarAfspraken(o.omg.pool, tekst)
  await meld(await o.als('zoetermeer', 'consulent'))
  await bewaarAfspraken(o.omg.pool, eerste)
  await expect(bewaarAfspraken(o.omg.pool, tweede)).rejects.toMatchObject({ code: 'CONVENANT_GEWIJZIGD' })
})
