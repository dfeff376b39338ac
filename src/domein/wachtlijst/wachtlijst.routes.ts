/** The waiting list, a placing, and the places to choose from (ux 2.8, 2.9; W4). */
import { gemeentenaam, TAKEN } from '../../convenant/index.ts'
import { dagenTussen, datum } from '../../kern/datum.ts'
import { uitkomstNaarJson } from '../../kern/schrijf-uit.ts'
import { nietGeregeld } from '../../kern/uitkomst.ts'
import { isId } from '../lees-invoer.ts'
import { inTransactie, leesEenmaal, type Waarde } from '../../opslag/transactie.ts'
import type { Plaatsing as Plaatsingbeeld, Wachtlijst, Wachtlijstrij } from '../antwoorden.ts'
import { type Aangemeld, namens, type Omgeving } from '../omgeving.opslag.ts'
import { alsTekst } from '../proces.ts'
import { leesLimiet, leesVanaf } from '../bladzijde.ts'
import type { Routes } from '../route.ts'
import { leesKeuze, leesOp } from '../vraag.ts'
import {
  beeldomgeving,
  leesZaak,
  metUitleg,
  tijdlijnregel,
  type Uitlegvraag,
  vastgelegd,
} from '../toegang/index.opslag.ts'
import { doelgroepen, productnaam } from '../toegang/melding.schema.ts'
import { takenVan } from '../taken.ts'
import { bevoegd, plaatsing } from './plaatsing.ts'
import { reden } from '../beeldomgeving.ts'
import { type Plaatsing, stapOp } from './stand.ts'
import { leesPlekken } from '../aanbod/index.opslag.ts'
import { plaatsingstappen, terugTeNemen } from './plaatsing.schema.ts'
import { laatsteStap } from './terugnemen.ts'
import { teruggenomen } from '../toegang/index.ts'

/** No covenant orders placements: the rule is chosen, and the screen says so (DH-L07). */
export const volgorde = nietGeregeld<string>({
  wat: 'Volgorde: spoed eerst, daarna de datum van het besluit.',
  stappen: [
    { wat: 'Het convenant zegt niets over de volgorde op de wachtlijst.', geldt: false },
    { wat: 'Gekozen regel van dit programma, tot de regio een eigen regel vaststelt.' },
  ],
})

/** A pause that has ended counts as waiting, from the day it named. */
const groepen = {
  wachtend: "(stap = 'wachtend' OR stap = 'pauze' AND pauze_tot <= rd_vandaag())",
  pauze: "(stap = 'pauze' AND pauze_tot > rd_vandaag())",
  geplaatst: "stap = 'geplaatst'",
} as const
type Filter = { groep?: string; product?: string; gemeente?: string; limiet?: string; na?: string }
type Rij = {
  id: string
  melding: string
  nummer: string
  naam: string
  product: string
  herkomst: string
  voorziening: 'bw' | 'mo'
  spoed: boolean
  verhuiswens: boolean
  sinds: string
  laatste_contact: string | null
  plaats: string
  past: string
}

async function wachtlijst(omg: Omgeving, wie: Aangemeld, filter: Filter): Promise<Wachtlijst> {
  const groep = leesKeuze(groepen, filter.groep, 'groep')
  const limiet = leesLimiet(filter.limiet)
  const vanaf = leesVanaf(filter.na)
  const vandaag = omg.klok.vandaag()
  const waarden: Waarde[] = [
    wie.regio.id,
    vandaag.toString(),
    wie.gebruiker.id,
    wie.organisatie.id,
    wie.rol.code,
    limiet + 1,
    vanaf,
  ]
  const eisen = [
    groepen[groep],
    ...(filter.product ? [`a.product = $${waarden.push(filter.product)}`] : []),
    ...(filter.gemeente ? [`herkomst = $${waarden.push(filter.gemeente)}`] : []),
  ]
  // The place on the list counts everyone this organisation may see in the group, before filters.
  const sql = `WITH alle AS (SELECT w.*, row_number() OVER (ORDER BY spoed DESC, sinds, id) AS plaats FROM wachtrij w WHERE regio = $1 AND ${groepen[groep]}),
    vrij AS (SELECT l.product, count(*) AS aantal FROM locatie l JOIN plek p ON p.regio = l.regio AND p.locatie = l.id
      WHERE l.regio = $1 AND p.van <= $2 AND (p.tot IS NULL OR p.tot > $2) AND NOT EXISTS (SELECT FROM bezetting b WHERE b.regio = p.regio AND b.plek = p.id AND b.periode && daterange($2::date, NULL)) GROUP BY l.product),
    r AS (SELECT a.*, coalesce(v.aantal, 0) AS past FROM alle a LEFT JOIN vrij v ON v.product = a.product WHERE ${eisen.join(' AND ')} ORDER BY plaats LIMIT $6 OFFSET $7),
    log AS (INSERT INTO leeslog (regio, gebruiker, organisatie, rol, taken, verzoek, personen) SELECT $1, $3, $4, $5, rd_taken_van($5), 'GET /wachtlijst', array_agg(persoon) FROM (SELECT persoon FROM r ORDER BY plaats LIMIT $6::int - 1) gezien HAVING count(*) > 0)
    SELECT id, melding, nummer, naam, product, herkomst, voorziening, spoed, verhuiswens, sinds, laatste_contact, plaats, past FROM r ORDER BY plaats`
  const tel = `SELECT count(*) FILTER (WHERE ${groepen.wachtend})::int AS wachtend, count(*) FILTER (WHERE ${groepen.wachtend} AND verhuiswens)::int AS verhuiswens,
    count(*) FILTER (WHERE ${groepen.pauze})::int AS pauze, count(*) FILTER (WHERE ${groepen.geplaatst})::int AS geplaatst FROM wachtrij WHERE regio = $1`
  return inTransactie(omg.pool, namens(wie, vandaag), async (tx) => {
    const [rijen, aantallen] = await Promise.all([
      tx.vraag<Rij>(sql, waarden),
      tx.vraag<Wachtlijst['aantallen']>(tel, [wie.regio.id]),
    ])
    const { gemeenten } = omg.afspraken(wie.regio.slug).afspraken
    return {
      aantallen: aantallen[0]!,
      volgorde: { zin: volgorde.waarom.wat, waarom: uitkomstNaarJson(volgorde) },
      rijen: rijen.slice(0, limiet).map((r): Wachtlijstrij => ({
        id: r.id,
        melding: r.melding,
        nummer: r.nummer,
        naam: r.naam,
        product: r.product,
        productNaam: productnaam(r.product),
        herkomst: gemeentenaam(r.herkomst, gemeenten),
        voorziening: r.voorziening,
        spoed: r.spoed,
        verhuiswens: r.verhuiswens,
        sinds: r.sinds,
        dagenWachttijd: Math.max(0, dagenTussen(datum(r.sinds), vandaag)),
        past: Number(r.past),
        laatsteContact: r.laatste_contact,
        stap: groep,
        stapNaam: plaatsingstappen[groep],
        plaats: Number(r.plaats),
      })),
      volgende: rijen.length > limiet ? String(vanaf + limiet) : null,
    }
  })
}

const GEPLAATST = `SELECT l.naam AS locatie, l.aanbieder, l.gemeente, p.aanduiding AS plek FROM plek p JOIN locatie l ON l.regio = p.regio AND l.id = p.locatie WHERE p.regio = $1 AND p.id = $2`

/** One placing with its tasks; refuses with NIET_GEVONDEN when it is not to be seen. */
export async function leesPlaatsing(
  omg: Omgeving,
  wie: Aangemeld,
  id: string,
  verzoek: string,
  uitleg: boolean,
): Promise<Plaatsingbeeld> {
  const als = namens(wie, omg.klok.vandaag())
  const z = await leesZaak<Plaatsing>(omg.pool, als, 'plaatsing', id, { rol: wie.rol.code, verzoek, uitleg })
  const o = beeldomgeving(omg, wie, uitleg)
  const p = z.stand
  const stap = stapOp(p, o.vandaag)
  const regels = vastgelegd(z, o)
  const { gemeenten } = o.afspraken.afspraken
  const naam = (slug: string): string => gemeentenaam(slug, gemeenten)
  const afgeleid = plaatsing.leidAf(p, o.afspraken, o.vandaag)
  const [plek] = p.plek
    ? await leesEenmaal<{ locatie: string; aanbieder: string; gemeente: string; plek: string }>(
        omg.pool,
        als,
        GEPLAATST,
        [wie.regio.id, p.plek],
      )
    : []
  const taken = takenVan(
    plaatsing.opdrachten,
    p,
    (taak) => bevoegd(p, taak, o.afspraken, o.vandaag),
    p.houder,
    o,
    naam,
    z.journaal,
  )
  const terug = teruggenomen(regels)
  const laatste = p.stap === 'verhuisd' ? null : laatsteStap(z.journaal)
  const zaak = {
    gecorrigeerd: [],
    vast: [],
    inhoud: () => undefined,
    teruggenomen: terug,
    laatste: laatste && {
      nummer: laatste.nummer,
      naam: terugTeNemen[laatste.soort],
      reden: taken.find((t) => t.opdracht === 'neemTerug')?.reden ?? null,
    },
  }
  return {
    id,
    soort: 'plaatsing',
    versie: z.versie,
    nummer: p.nummer,
    melding: p.melding,
    naam: z.naam,
    stap,
    stapNaam: stap === 'nieuw' ? 'Nieuw' : plaatsingstappen[stap],
    product: p.product,
    productNaam: productnaam(p.product),
    voorziening: p.voorziening,
    herkomst: naam(p.herkomst),
    spoed: p.spoed,
    doelgroep: p.doelgroep,
    doelgroepNaam: doelgroepen[p.doelgroep as keyof typeof doelgroepen] ?? p.doelgroep,
    besluitOp: p.besluitOp,
    ingangsdatum: p.ingangsdatum,
    einddatum: p.einddatum,
    sinds: p.besluitOp,
    dagenWachttijd: Math.max(0, dagenTussen(datum(p.besluitOp), p.van ? datum(p.van) : o.vandaag)),
    pauzeTot: stap === 'pauze' ? p.pauzeTot : null,
    termijnen: [],
    aanZet: afgeleid.aanZet && {
      slug: afgeleid.aanZet.slug,
      naam: naam(afgeleid.aanZet.slug),
      wij: afgeleid.aanZet.slug === wie.organisatie.slug,
      taak: afgeleid.aanZet.taak,
      taakNaam: TAKEN[afgeleid.aanZet.taak].naam,
      waarom: reden(o, () => uitkomstNaarJson(afgeleid.aanZet!.wie)),
    },
    taken: taken.filter(
      (t) =>
        !['zetOpLijst', 'eindigVerblijf', 'herstelVerblijf'].includes(t.opdracht) &&
        (t.opdracht !== 'hervatWachten' || stap === 'pauze'),
    ),
    geplaatst:
      plek && p.van
        ? {
            ...plek,
            gemeente: naam(plek.gemeente),
            van: p.van,
            tot: p.tot,
            motivering: alsTekst(
              regels.findLast((r) => r.soort === 'geplaatst' && !terug.has(r.nummer))?.inhoud?.tekst['motivering'],
            ),
          }
        : null,
    tijdlijn: regels.map((r) => tijdlijnregel(r, zaak, o)).toReversed(),
  }
}

export const wachtlijstRoutes: Routes = (app, omg) => {
  app.get<{ Querystring: Filter }>('/wachtlijst', async (verzoek) => {
    const uit = await wachtlijst(omg, await omg.wie(verzoek), verzoek.query)
    return uit
  })
  app.get<{ Params: { id: string }; Querystring: Uitlegvraag }>('/plaatsingen/:id', async (verzoek, antwoord) => {
    const wie = await omg.wie(verzoek)
    const uitleg = metUitleg(verzoek.query)
    const beeld = await leesPlaatsing(omg, wie, isId(verzoek.params.id), 'GET /plaatsingen/{id}', uitleg)
    void antwoord.header('ETag', `"${beeld.versie}"`)
    return beeld
  })
  app.get<{ Params: { id: string }; Querystring: { van?: string } }>('/plaatsingen/:id/plekken', async (verzoek) => {
    const wie = await omg.wie(verzoek)
    const van = leesOp(verzoek.query.van, 'van') ?? omg.klok.vandaag()
    const beeld = await leesPlaatsing(omg, wie, isId(verzoek.params.id), 'GET /plaatsingen/{id}/plekken', false)
    return leesPlekken(omg, wie, { product: beeld.product, doelgroep: beeld.doelgroep, herkomst: beeld.herkomst, van })
  })
}
