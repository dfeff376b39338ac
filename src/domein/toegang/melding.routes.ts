/** Reads of a case over HTTP: the case itself, by number, its documents, and the preview of a report. */
import { z } from 'zod'
import { datum } from '../../kern/datum.ts'
import { uitkomstNaarJson } from '../../kern/schrijf-uit.ts'
import type { Uitkomst } from '../../kern/uitkomst.ts'
import { weiger } from '../../kern/weigering.ts'
import { gemeentenaam } from '../../convenant/index.ts'
import { inTransactie, leesEenmaal } from '../../opslag/transactie.ts'
import type { Vooruitblik, Zaak } from '../antwoorden.ts'
import { type Aangemeld, eisRol, namens, type Omgeving } from '../omgeving.opslag.ts'
import { isId, leesInvoer } from '../lees-invoer.ts'
import type { Routes } from '../route.ts'
import { leesZaak } from './melding.opslag.ts'
import { stapHerkomst, stapOverDeMelding } from './melding.schema.ts'
import { stappen } from './stand.ts'
import { beoordeel, verleden } from './opdrachten/beoordeling.ts'
import { eisMelding, eisZelfdePersoon } from './opdrachten/intake.ts'
import type { Beeldomgeving } from '../beeldomgeving.ts'
import { zaakbeeld } from './zaakbeeld.ts'
import { leesGezocht, zoekVerleden } from './zoek-persoon.opslag.ts'

export const beeldomgeving = (omg: Omgeving, wie: Aangemeld, uitleg: boolean): Beeldomgeving => ({
  afspraken: omg.afspraken(wie.regio.slug),
  vandaag: omg.klok.vandaag(),
  kijker: wie,
  gebruiker: omg.adresboek.gebruiker,
  organisatie: (id) => omg.adresboek.organisatieBij(id)?.naam ?? 'onbekend',
  uitleg,
})

export type Uitlegvraag = { uitleg?: string }
/** Trees are large and only read when someone asks why (interfaces.md): `?uitleg=ja`. */
export const metUitleg = (vraag: unknown): boolean => (vraag as Uitlegvraag).uitleg === 'ja'

export async function leesMelding(
  omg: Omgeving,
  wie: Aangemeld,
  id: string,
  verzoek: string,
  uitleg: boolean,
): Promise<Zaak> {
  const gelezen = await leesZaak(omg.pool, namens(wie, omg.klok.vandaag()), 'melding', id, {
    rol: wie.rol.code,
    verzoek,
    uitleg,
  })
  return zaakbeeld(gelezen, id, beeldomgeving(omg, wie, uitleg))
}

const vooruitblikInvoer = z.strictObject({
  overDeMelding: stapOverDeMelding.partial().optional(),
  client: z.looseObject({ persoon: z.looseObject({ bsn: z.string().optional() }).optional() }).optional(),
  herkomst: stapHerkomst,
})

async function vooruitblik(
  omg: Omgeving,
  wie: Aangemeld,
  invoer: z.output<typeof vooruitblikInvoer>,
): Promise<Vooruitblik> {
  const afspraken = omg.afspraken(wie.regio.slug)
  const vandaag = omg.klok.vandaag()
  const over = {
    voorziening: invoer.overDeMelding?.voorziening ?? ('bw' as const),
    datum: invoer.overDeMelding?.datum ?? vandaag.toString(),
    spoed: invoer.overDeMelding?.spoed ?? false,
  }
  eisMelding({ overDeMelding: over as never, herkomst: invoer.herkomst }, { vandaag, afspraken })
  // A number that is none, or without a name to check it by, finds nobody.
  const gezocht = leesGezocht(invoer.client?.persoon)
  const { anders, eerder: rijen } = gezocht
    ? await zoekVerleden(omg.pool, namens(wie, vandaag), wie.rol.code, gezocht, 'vooruitblik op een melding')
    : { anders: false, eerder: [] }
  eisZelfdePersoon({ register: { persoonAnders: anders } }, 'client.persoon.bsn')
  const eerder = rijen.map((r) => ({ ...r, van: datum(r.van), tot: r.tot ? datum(r.tot) : null }))
  const { herkomst } = invoer
  const oordeel = beoordeel(
    {
      voorziening: over.voorziening,
      datum: over.datum,
      spoed: over.spoed,
      gemeldBij: herkomst.gemeldBij,
      woonplaats: herkomst.woonplaats,
      herkomst: herkomst.herkomst,
      eerderGemeld: herkomst.eerderGemeld,
      eerderGewoond: herkomst.eerderGewoond,
      ...verleden(herkomst, eerder),
    },
    afspraken,
    vandaag,
  )
  const metNaam = (u: Uitkomst<string>) => ({
    ...uitkomstNaarJson(u),
    naam: u.soort === 'bepaald' ? gemeentenaam(u.waarde, afspraken.afspraken.gemeenten) : null,
  })
  const zichtbaar = new Map(rijen.filter((r) => r.zichtbaar && r.nummer).map((r) => [r.zaak, r]))
  return {
    behandelaar: metNaam(oordeel.behandelaar),
    beslisser: metNaam(oordeel.beslisser),
    eersteMelding: uitkomstNaarJson(oordeel.eersteMelding),
    nieuweClient: uitkomstNaarJson(oordeel.nieuweClient),
    onderzoek: uitkomstNaarJson(oordeel.onderzoek),
    persoonlijkPlan: uitkomstNaarJson(oordeel.persoonlijkPlan),
    zaken: [...zichtbaar.values()].map((r) => ({
      id: r.zaak,
      nummer: r.nummer!,
      stapNaam: stappen[r.stap as keyof typeof stappen] ?? r.stap!,
    })),
    elders: new Set(rijen.filter((r) => !r.zichtbaar).map((r) => r.zaak)).size,
  }
}

const OPNUMMER = 'SELECT id, soort FROM werkrij WHERE regio = $1 AND nummer = $2 ORDER BY soort LIMIT 1'
const DOCUMENT = `SELECT d.naam, d.mime, d.zaak, i.bytes FROM document d JOIN document_inhoud i ON i.regio = d.regio AND i.document = d.id WHERE d.regio = $1 AND d.id = $2`
const LOG_DOCUMENT = `INSERT INTO leeslog (regio, gebruiker, organisatie, rol, taken, verzoek, personen) SELECT $1, $2, $3, $4, rd_taken_van($4), $5, ARRAY[w.persoon]
  FROM document d JOIN werkrij w ON w.regio = d.regio AND w.id = d.zaak WHERE d.regio = $1 AND d.id = $6`

/** A name in a header (RFC 8187): these characters mean something there, and a URL leaves them as they are. */
const alsKop = (naam: string): string =>
  encodeURIComponent(naam).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

export const meldingRoutes: Routes = (app, omg) => {
  app.get<{ Params: { id: string }; Querystring: Uitlegvraag }>('/meldingen/:id', async (verzoek, antwoord) => {
    const wie = await omg.wie(verzoek)
    const zaak = await leesMelding(omg, wie, isId(verzoek.params.id), 'GET /meldingen/{id}', metUitleg(verzoek.query))
    void antwoord.header('ETag', `"${zaak.versie}"`)
    return zaak
  })

  app.post('/meldingen/_vooruitblik', { schema: { body: vooruitblikInvoer } }, async (verzoek) => {
    const wie = await omg.wie(verzoek)
    eisRol(wie, 'registratie')
    return vooruitblik(omg, wie, leesInvoer(vooruitblikInvoer, verzoek.body ?? {}))
  })

  app.get<{ Params: { nummer: string } }>('/zaken/:nummer', async (verzoek) => {
    const wie = await omg.wie(verzoek)
    const [rij] = await leesEenmaal<{ id: string; soort: string }>(
      omg.pool,
      namens(wie, omg.klok.vandaag()),
      OPNUMMER,
      [wie.regio.id, verzoek.params.nummer.trim().toUpperCase()],
    )
    return rij ?? weiger('NIET_GEVONDEN')
  })

  app.get<{ Params: { id: string } }>('/documenten/:id', async (verzoek, antwoord) => {
    const wie = await omg.wie(verzoek)
    const id = isId(verzoek.params.id)
    const [rij] = await inTransactie(omg.pool, namens(wie, omg.klok.vandaag()), async (tx) => {
      tx.stuur(LOG_DOCUMENT, [
        wie.regio.id,
        wie.gebruiker.id,
        wie.organisatie.id,
        wie.rol.code,
        'GET /documenten/{id}',
        id,
      ])
      return tx.vraag<{ naam: string; mime: string; bytes: Buffer }>(DOCUMENT, [wie.regio.id, id])
    })
    if (!rij) return weiger('NIET_GEVONDEN')
    // Always as a download: a file of someone else must never run in this page.
    void antwoord.type(rij.mime).header('Content-Disposition', `attachment; filename*=UTF-8''${alsKop(rij.naam)}`)
    return antwoord.send(rij.bytes)
  })
}
