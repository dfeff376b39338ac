import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Werklijst, Zaak } from '../../src/domein/antwoorden.ts'
import { meld, plaatsing, testBsn, totToegekend } from './loop.ts'
import { eenMelding, type Opzet, opzet, type Persoon, sleutel } from './opzet.ts'

let o: Opzet
let consulent: Persoon
let rijswijk: Persoon
let zaak: Zaak
beforeAll(async () => {
  o = await opzet('2026-02-23')
  consulent = await o.als('zoetermeer', 'consulent')
  rijswijk = await o.als('rijswijk', 'consulent')
  zaak = await meld(consulent, { persoon: { bsn: testBsn(1), geenBsn: false } })
  for (let n = 0; n < 4; n += 1) await meld(consulent)
})
afterAll(() => o.weg())

type Regel = {
  gebruiker: string
  organisatie: string
  rol: string
  taken: string[]
  verzoek: string
  personen: string[]
}
let al = 0
beforeEach(async () => {
  al = (await alle()).length
})
const alle = () => o.sql<Regel>('SELECT gebruiker, organisatie, rol, taken, verzoek, personen FROM leeslog ORDER BY op')
/** Lines written since the test began. */
const nieuw = async () => (await alle()).slice(al)
const persoonVan = async (id: string) =>
  (await o.sql<{ persoon: string }>('SELECT persoon FROM werkrij WHERE id = $1', [id]))[0]!.persoon

test('opening a case writes one line: who, for which organisation, in which role, which person, which request', async () => {
  await consulent.haal(`/meldingen/${zaak.id}`)
  expect(await nieuw()).toEqual([
    {
      gebruiker: consulent.wie.gebruiker.id,
      organisatie: consulent.wie.organisatie.id,
      rol: 'consulent',
      taken: ['advies', 'onderzoek', 'registratie', 'screening'],
      verzoek: 'GET /meldingen/{id}',
      personen: [await persoonVan(zaak.id)],
    },
  ])
})

test('the tasks stand in one order, whichever way someone read', async () => {
  // A language puts a capital and a hyphen elsewhere than their letters do.
  const erbij = ['Advies-b', 'adviesraad', 'advies-c']
  await o.sql('INSERT INTO rol_taak SELECT $1, unnest($2::text[])', ['consulent', erbij])
  try {
    const ander = await meld(consulent)
    await consulent.haal(`/meldingen/${ander.id}`)
    await consulent.doe(ander, 'notitie', { tekst: 'x' })
    await consulent.haal('/werklijst?tab=team')
    const regels = await nieuw()
    expect(regels.map((r) => r.verzoek)).toEqual([
      'POST /meldingen',
      'GET /meldingen/{id}',
      'POST /meldingen/{id}/opdrachten/notitie',
      'GET /werklijst',
    ])
    for (const { taken, verzoek } of regels)
      expect(taken, verzoek).toEqual([
        'Advies-b',
        'advies',
        'advies-c',
        'adviesraad',
        'onderzoek',
        'registratie',
        'screening',
      ])
  } finally {
    await o.sql('DELETE FROM rol_taak WHERE rol = $1 AND taak = ANY($2)', ['consulent', erbij])
  }
})

test('a list writes one line with exactly the persons it shows', async () => {
  const pagina = await consulent.haal<Werklijst>('/werklijst?tab=team&limiet=2')
  expect(pagina.body.volgende).not.toBeNull()
  const [regel, ...meer] = await nieuw()
  expect(meer).toEqual([])
  const getoond = await Promise.all(pagina.body.rijen.map((r) => persoonVan(r.id)))
  expect(regel?.personen.toSorted()).toEqual(getoond.toSorted())
})

test('the waiting list writes one line with exactly the persons it shows', async () => {
  await totToegekend(o)
  await totToegekend(o)
  al = (await alle()).length
  const plaatser = await o.als('den-haag', 'plaatser')
  const pagina = await plaatser.haal<{ rijen: { id: string }[]; volgende: string }>('/wachtlijst?limiet=1')
  expect(pagina.body.volgende).toBe('1')
  const [regel, ...meer] = await nieuw()
  expect(meer).toEqual([])
  expect(regel?.personen).toEqual([await persoonVan(pagina.body.rijen[0]!.id)])
})

test('a command writes one line for the case it answers with', async () => {
  const gedaan = await consulent.doe(zaak, 'notitie', { tekst: 'x' })
  zaak = gedaan.body
  const regels = await nieuw()
  expect(regels.map((r) => r.verzoek)).toEqual(['POST /meldingen/{id}/opdrachten/notitie'])
})

test('a placing, its places and a file each write one line', async () => {
  const toegekend = await totToegekend(o)
  const bestand = await consulent.ruw({
    method: 'POST',
    url: `/api/v1/meldingen/${toegekend.id}/documenten?naam=x.pdf`,
    headers: { 'content-type': 'application/pdf', 'if-match': `"${toegekend.versie}"`, 'idempotency-key': sleutel() },
    payload: Buffer.from('%PDF-1.7'),
  })
  const plaatser = await o.als('den-haag', 'plaatser')
  al = (await alle()).length
  const wacht = await plaatsing(plaatser, toegekend)
  await plaatser.haal(`/plaatsingen/${wacht.id}/plekken`)
  await consulent.ruw({ method: 'GET', url: `/api/v1/documenten/${bestand.json<Zaak>().documenten[0]!.id}` })
  const regels = await nieuw()
  expect(regels.map((r) => r.verzoek)).toEqual([
    'GET /plaatsingen/{id}',
    'GET /plaatsingen/{id}/plekken',
    'GET /documenten/{id}',
  ])
  const persoon = await persoonVan(toegekend.id)
  for (const r of regels) expect(r.personen).toEqual([persoon])
})

test('a preview that finds the person is a read of that person; one that finds nobody is not', async () => {
  const herkomst = eenMelding()['herkomst']
  const blik = (n: number, anders: object = {}) =>
    rijswijk.stuur('/meldingen/_vooruitblik', {
      client: { persoon: { bsn: testBsn(n), achternaam: 'Verzonnen', geboortedatum: '1990-05-13', ...anders } },
      herkomst,
    })
  await blik(9)
  expect(await nieuw()).toEqual([])
  await blik(1)
  const personen = [await persoonVan(zaak.id)]
  expect(await nieuw()).toMatchObject([{ verzoek: 'vooruitblik op een melding', personen }])
})

test('a bsn tried with another name is a line about whose it is: in a preview, a draft, a report and a correction that are refused', async () => {
  const vreemd = await o.als('leidschendam-voorburg', 'consulent')
  const persoon = { bsn: testBsn(1), voornamen: 'Gok', achternaam: 'Gok', geboortedatum: '1990-05-13', geenBsn: false }
  const melding = eenMelding({ persoon })
  const { herkomst } = melding
  await vreemd.stuur('/meldingen/_vooruitblik', { client: { persoon }, herkomst })
  const concept = (await vreemd.stuur<{ id: string }>('/concepten')).body.id
  const stap = await vreemd.zet(
    `/concepten/${concept}/stappen/client`,
    { gegevens: melding['client'], af: true },
    { 'if-match': '"1"' },
  )
  expect(stap.body).toMatchObject({ code: 'INVOER_ONJUIST', fouten: [{ veld: 'persoon.bsn' }] })
  await vreemd.verwijder(`/concepten/${concept}`)
  expect((await vreemd.stuur('/meldingen', melding)).status).toBe(400)
  const ander = ': bsn van iemand anders'
  const plaats = vreemd.wie.organisatie.slug
  const daar = { gemeldBij: plaats, woonplaats: plaats, herkomst: plaats }
  const eigen = await meld(vreemd, { herkomst: daar })
  const gok = await vreemd.doe(eigen, 'corrigeerPersoon', { ...persoon, reden: 'Een gok.' })
  expect(gok.status).toBe(400)
  const regels = (await nieuw()).filter((r) => r.verzoek.endsWith(ander))
  expect(regels.map((r) => r.verzoek)).toEqual([
    `vooruitblik op een melding${ander}`,
    `PUT /concepten/{id}/stappen/client${ander}`,
    `POST /meldingen${ander}`,
    `POST /meldingen/{id}/opdrachten/corrigeer-persoon${ander}`,
  ])
  for (const r of regels)
    expect(r).toMatchObject({ gebruiker: vreemd.wie.gebruiker.id, personen: [await persoonVan(zaak.id)] })
})

test('a read that is refused writes nothing, and neither does one without persons', async () => {
  await rijswijk.haal(`/meldingen/${zaak.id}`)
  await rijswijk.haal(`/zaken/${zaak.nummer}`)
  await rijswijk.haal('/werklijst?tab=team')
  await rijswijk.haal('/wachtlijst')
  await rijswijk.doe(zaak, 'notitie', { tekst: 'x' })
  await consulent.haal(`/plaatsingen/${zaak.id}`)
  await consulent.haal('/meldingen/00000000-0000-7000-8000-000000000000')
  await consulent.haal('/werklijst/_aantallen')
  await consulent.haal('/locaties')
  await consulent.haal('/sessie')
  expect(await nieuw()).toEqual([])
})

test('no address of the program carries a bsn, and the log keeps none', async () => {
  const { paths } = (await consulent.haal<{ paths: object }>('/openapi.json')).body
  expect(Object.keys(paths).join(' ')).not.toMatch(/bsn/i)
  expect(JSON.stringify(paths)).not.toMatch(/"in":"(query|path)"[^}]*bsn|"name":"bsn","in":"(query|path)"/i)
  expect(JSON.stringify(await alle())).not.toContain(testBsn(1))
})

test('a draft that is read is a line with its id, in a list, opened or saved', async () => {
  const eerste = (await consulent.stuur<{ id: string }>('/concepten')).body.id
  const tweede = (await consulent.stuur<{ id: string }>('/concepten')).body.id
  const collega = await o.als(consulent.wie.organisatie.slug, 'consulent', 1)
  await collega.haal('/concepten')
  await collega.haal(`/concepten/${eerste}`)
  const bewaard = await collega.zet(
    `/concepten/${tweede}/stappen/client`,
    { gegevens: { persoon: { bsn: testBsn(1) } }, af: false },
    { 'if-match': '"1"' },
  )
  expect(bewaard.status).toBe(200)
  const regels = await o.sql<{ verzoek: string; gebruiker: string; concepten: string[] }>(
    "SELECT verzoek, gebruiker, concepten FROM leeslog WHERE concepten <> '{}' ORDER BY op",
  )
  expect(regels.map((r) => r.verzoek)).toEqual([
    'GET /concepten',
    'GET /concepten/{id}',
    'PUT /concepten/{id}/stappen/{stap}',
  ])
  expect(regels[0]?.concepten.toSorted()).toEqual([eerste, tweede].toSorted())
  expect(regels.slice(1).map((r) => r.concepten)).toEqual([[eerste], [tweede]])
  expect(new Set(regels.map((r) => r.gebruiker))).toEqual(new Set([collega.wie.gebruiker.id]))
  // Another organisation reads none of them, and so leaves no line.
  const vreemd = await o.als('rijswijk', 'consulent')
  expect((await vreemd.haal(`/concepten/${eerste}`)).status).toBe(404)
  await vreemd.haal('/concepten')
  const na = await o.sql("SELECT FROM leeslog WHERE concepten <> '{}'")
  expect(na).toHaveLength(3)
})
