/** Whether the answers were right: a fast wrong answer is no result. */
import { isDeepStrictEqual } from 'node:util'
import type { Werklijst, Zaak } from '../../src/domein/antwoorden.ts'
import { maakClient } from '../../src/opslag/verbinding.ts'
import type { Opstelling } from './opstelling.ts'
import type { Vraag } from './belasting.ts'
import type { Vragen } from './vragen.ts'

async function vraag(adres: string, { path, ...rest }: Vraag): Promise<{ status: number; body: unknown }> {
  const antwoord = await fetch(adres + path, rest)
  return { status: antwoord.status, body: await antwoord.json() }
}

function eis(waar: boolean, wat: string): void {
  if (!waar) throw new Error(`The answer is wrong: ${wat}`)
}

/** Asks each question once of both servers and looks at what came back. */
export async function kijkNa(o: Opstelling, product: Vragen, kaal: Vragen, vijftig: Vraag): Promise<void> {
  const lijst = await vraag(o.product.adres, vijftig)
  const { rijen: getoond } = lijst.body as Werklijst
  eis(lijst.status === 200 && getoond.length === 50, `${getoond.length} rows on the work list, not 50`)
  eis(
    getoond.every((r) => r.stap === 'onderzoek' && r.aanZet?.wij === true),
    'a row of another step or organisation',
  )
  const termijnen = getoond.filter((r) => !r.bijzonder.includes('spoed')).map((r) => r.termijn?.datum ?? '9999')
  eis(termijnen.join() === termijnen.toSorted().join(), 'the work list is not in order of the terms')

  const zaak = await vraag(o.product.adres, product.zaak())
  eis(zaak.status === 200 && (zaak.body as Zaak).tijdlijn.length >= 8, 'a case with fewer than eight rows of history')

  const nieuw = product.aanmaken()
  const gemaakt = await vraag(o.product.adres, nieuw)
  const { id, persoon } = gemaakt.body as Zaak
  eis(
    gemaakt.status === 201 && nieuw.body!.includes(persoon.achternaam),
    `a new case was answered with ${gemaakt.status}`,
  )
  const terug = await vraag(o.product.adres, {
    method: 'GET',
    path: `/api/v1/meldingen/${id}`,
    ...koppen(nieuw),
  })
  eis(terug.status === 200 && isDeepStrictEqual(terug.body, gemaakt.body), 'a new case reads back differently')
  const nogEens = await vraag(o.product.adres, nieuw)
  eis(nogEens.status === 201 && (nogEens.body as Zaak).id === id, 'the same key made a second case')

  const kaleLijst = await vraag(o.kaal.adres, kaal.werklijst())
  eis(kaleLijst.status === 200 && (kaleLijst.body as Werklijst).rijen.length > 0, 'the bare list is empty')
  const kaleZaak = await vraag(o.kaal.adres, kaal.zaak())
  eis((kaleZaak.body as { historie: unknown[] }).historie.length === 8, 'the bare case has no eight rows of history')
  eis((await vraag(o.kaal.adres, kaal.aanmaken())).status === 201, 'the bare case was not made')
}

const koppen = (v: Vraag) => (v.headers ? { headers: { cookie: v.headers['cookie']! } } : {})

export type Stand = { zaken: number; sleutels: number; leeslog: number }

/** What stands in the product's tables, counted by their owner. */
export async function telStand(eigenaarUrl: string): Promise<Stand> {
  const client = await maakClient(eigenaarUrl)
  try {
    const { rows } = await client.query<Stand>(
      `SELECT (SELECT count(*)::int FROM stroom WHERE soort = 'melding') AS zaken,
         (SELECT count(*)::int FROM sleutel) AS sleutels, (SELECT count(*)::int FROM leeslog) AS leeslog`,
    )
    return rows[0]!
  } finally {
    await client.end()
  }
}

/**
 * After the load: every acknowledged case is there, once, and every read wrote its line in the log. A
 * client that is cut off at the end of a run may leave work that was done but not counted.
 */
export function kijkTellingNa(voor: Stand, na: Stand, gemaakt: number, gelezen: number, marge: number): void {
  const erbij = na.zaken - voor.zaken
  eis(erbij >= gemaakt && erbij <= gemaakt + marge, `${gemaakt} cases were acknowledged and ${erbij} are there`)
  eis(na.sleutels - voor.sleutels === erbij, 'a case without its idempotency key')
  const log = na.leeslog - voor.leeslog
  eis(log >= gelezen && log <= gelezen + marge, `${gelezen} reads and ${log} lines in the read log`)
}
