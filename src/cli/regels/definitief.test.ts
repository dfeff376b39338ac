/** `--definitief` (D6): a reading that nobody adopted computes, but is not enough for what binds. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { laadAfspraken } from '../../opslag/afspraken-bestanden.ts'
import { regelopdrachten } from './index.ts'

let map: string
let besluiten: string
beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'regiodak-definitief-'))
  besluiten = join(map, 'besluiten')
  mkdirSync(besluiten)
})
afterEach(() => rmSync(map, { recursive: true }))

const json = (naam: string, inhoud: unknown): string => {
  writeFileSync(join(map, naam), JSON.stringify(inhoud))
  return join(map, naam)
}
async function draai(...woorden: string[]) {
  const [naam, ...rest] = woorden
  const uit: string[] = []
  const fout: string[] = []
  const opdracht = regelopdrachten.find((o) => o.naam === naam)!
  const code = await opdracht.uitvoeren([...rest, '--besluiten', besluiten], {
    schrijf: (t) => uit.push(t),
    fout: (t) => fout.push(t),
  })
  return { code, uit: uit.join('\n'), fout: fout.join('\n') }
}
/** A decision in the folder that adopts this reading of the version as it stands. */
const stelVast = (regio: string, versie: string, uitleg: string, besloten: string): void =>
  writeFileSync(
    join(besluiten, `${uitleg}.md`),
    `---\nid: vast-${uitleg}\nsoort: vastgestelde-uitleg\nregio: ${regio}\nversie: ${versie}\nbesloten: ${besloten}\ndoor: het bestuurlijk overleg\nuitleg: ${uitleg}\n---\n\nZo besloten.\n`,
  )

const GEMEENTEN = 'aa-en-hunze assen hoogeveen meppel midden-drenthe noordenveld tynaarlo westerveld de-wolden'.split(
  ' ',
)
const gelijk = (n: number) => Object.fromEntries(GEMEENTEN.map((g) => [g, n]))
const verdeling = () => [
  ...'verdeel --regio assen --sleutel resultaat-bw --totaal 900 --jaar 2025 --metingen'.split(' '),
  json('cijfers.json', { inwoners: gelijk(3), uitvoeringskosten: gelijk(2) }),
]
const stemming = () => [
  ...'stem --regio ijssel-vecht --regel bestuurlijk-overleg --op 2023-06-01 --stemmen'.split(' '),
  json('stemmen.json', {
    ronden: [
      { zwolle: 'voor', kampen: 'tegen' },
      { zwolle: 'voor', kampen: 'voor' },
    ],
  }),
]
const rekening = () => [
  ...'doorbelasting --regio den-haag --jaar 2025 --eenheden'.split(' '),
  json('eenheden.json', {
    tarieven: { 'onderzoek-en-advies': 60000 },
    januariSeptember: { rijswijk: { 'onderzoek-en-advies': 9 } },
  }),
]

test.each([
  ['a division', verdeling, 'assen', '2024-01-01', '2026-03-02'],
  ['an invoice', rekening, 'den-haag', '2025-01-01', '2026-03-02'],
  ['a sealed vote', stemming, 'ijssel-vecht', '2023-01-01', '2023-05-01'],
])(
  '%s is refused naming every reading, and goes through once those are adopted, also later',
  async (_wat, vraag, regio, versie, dag) => {
    expect((await draai(...vraag())).code).toBe(0)
    const geweigerd = await draai(...vraag(), '--definitief')
    expect(geweigerd).toMatchObject({ code: 1, uit: '' })
    expect(geweigerd.fout).toMatch(/^De regio heeft deze uitleg nog niet vastgesteld: [a-z-]+ \(/)
    const genoemd = [...geweigerd.fout.matchAll(/(?:: |; )([a-z0-9-]+) \(/g)].map((m) => m[1]!)
    for (const uitleg of genoemd.slice(1)) stelVast(regio, versie, uitleg, dag)
    // One reading still open is one too many.
    expect((await draai(...vraag(), '--definitief')).fout).toContain(genoemd[0])
    stelVast(regio, versie, genoemd[0]!, dag)
    expect(await draai(...vraag(), '--definitief')).toMatchObject({ code: 0, fout: '' })
    expect(readdirSync(besluiten)).toHaveLength(genoemd.length)
  },
)

test('an answer without a value is not definitive either, whatever the region adopted', async () => {
  const mist = verdeling().map((w) => (w.endsWith('cijfers.json') ? json('half.json', { inwoners: gelijk(3) }) : w))
  expect((await draai(...mist)).code).toBe(0)
  const { uitleg } = (await laadAfspraken()).convenanten.find((c) => c.id === 'assen')!
  for (const u of uitleg) stelVast('assen', '2024-01-01', u.id, '2026-03-02')
  const { code, fout } = await draai(...mist, '--definitief')
  expect(code).toBe(1)
  expect(fout).toMatch(/^Dit is nog niet definitief vast te stellen\. .*ontbreekt/)
})
