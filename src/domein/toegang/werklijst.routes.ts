/** The work list of the signed-in person (W1): who must act, in order of urgency and date. */
import { z } from 'zod'
import { gemeentenaam, isTaak, TAKEN } from '../../convenant/index.ts'
import { type Datum, datum } from '../../kern/datum.ts'
import { leesEenmaal, type Waarde } from '../../opslag/transactie.ts'
import type { Strijdigheden, Werkaantallen, Werklijst, Werklijstrij } from '../antwoorden.ts'
import { type Aangemeld, namens, type Omgeving } from '../omgeving.opslag.ts'
import { leesLimiet, leesVanaf, weigerBladwijzer } from '../bladzijde.ts'
import type { Routes } from '../route.ts'
import { leesKeuze } from '../vraag.ts'
import { termijncel } from '../termijncel.ts'
import { plaatsingstappen } from '../wachtlijst/plaatsing.schema.ts'
import { stappen } from './stand.ts'

const tabs = {
  mij: 'open AND aan_zet = $2 AND taak = ANY($3) AND (behandelaar IS NULL OR behandelaar = $4)',
  team: 'open AND aan_zet = $2 AND ($3::text[] IS NOT NULL AND $4::uuid IS NOT NULL)',
  anderen: 'open AND aan_zet IS DISTINCT FROM $2 AND ($3::text[] IS NOT NULL AND $4::uuid IS NOT NULL)',
  afgerond: 'NOT open AND ($2::uuid IS NOT NULL AND $3::text[] IS NOT NULL AND $4::uuid IS NOT NULL)',
} as const

type Filter = { tab?: string; stap?: string; voorziening?: string; spoed?: string; limiet?: string; na?: string }
type Rij = {
  id: string
  soort: 'melding' | 'plaatsing'
  nummer: string
  naam: string
  voorziening: 'bw' | 'mo'
  stap: string
  aan_zet: string | null
  taak: string | null
  termijn: string | null
  termijn_code: string | null
  stilgezet_sinds: string | null
  begonnen_op: string
  spoed: boolean
  tolk: boolean
  behandelaar: string | null
}

/** Counting stops here: a list of thousands is not read to the end, and the screen says "meer dan 1000". */
const GRENS = 1000

function voorwaarde(filter: Filter, wie: Aangemeld): { waar: string; waarden: Waarde[] } {
  const tab = leesKeuze(tabs, filter.tab, 'tab')
  const waarden: Waarde[] = [wie.regio.id, wie.organisatie.id, wie.taken, wie.gebruiker.id]
  const erbij = (sql: string, waarde: Waarde): string => {
    waarden.push(waarde)
    return sql.replace('?', `$${waarden.length}`)
  }
  const eisen = [
    'regio = $1',
    tabs[tab],
    ...(filter.stap ? [erbij('stap = ?', filter.stap)] : []),
    ...(filter.voorziening ? [erbij('voorziening = ?', filter.voorziening)] : []),
    ...(filter.spoed === 'ja' ? ['spoed'] : []),
  ]
  return { waar: eisen.join(' AND '), waarden }
}

/** A cursor names the last row shown: urgency, date, id. */
const cursor = (r: Rij): string => Buffer.from(JSON.stringify([r.spoed, r.termijn, r.id])).toString('base64url')
const cursorvorm = z.tuple([z.boolean(), z.iso.date().nullable(), z.uuid()])
function leesCursor(tekst: string): [boolean, string, string] {
  try {
    const [spoed, termijn, id] = cursorvorm.parse(JSON.parse(Buffer.from(tekst, 'base64url').toString()))
    return [spoed, termijn ?? 'infinity', id]
  } catch {
    return weigerBladwijzer()
  }
}

async function werklijst(omg: Omgeving, wie: Aangemeld, filter: Filter): Promise<Werklijst> {
  const { waar, waarden } = voorwaarde(filter, wie)
  const limiet = leesLimiet(filter.limiet)
  const afgerond = filter.tab === 'afgerond'
  const volgorde = afgerond ? 'begonnen_op DESC, id' : 'spoed DESC, termijn, id'
  let verder = ''
  if (filter.na && !afgerond) {
    const [spoed, termijn, id] = leesCursor(filter.na)
    const n = waarden.push(spoed, termijn, id)
    verder = ` AND (spoed < $${n - 2} OR (spoed = $${n - 2} AND (coalesce(termijn, 'infinity'::date), id) > ($${n - 1}::date, $${n}::uuid)))`
  }
  if (filter.na && afgerond) {
    const n = waarden.push(leesVanaf(filter.na))
    verder = ` OFFSET $${n}`
  }
  const l = waarden.push(limiet + 1, wie.rol.code)
  const sql = `WITH r AS (SELECT id, soort, nummer, naam, persoon, voorziening, stap, aan_zet, taak, termijn, termijn_code, stilgezet_sinds, begonnen_op, spoed, tolk, behandelaar
      FROM werkrij WHERE ${waar}${afgerond ? '' : verder} ORDER BY ${volgorde}${afgerond ? verder : ''} LIMIT $${l - 1}),
    log AS (INSERT INTO leeslog (regio, gebruiker, organisatie, rol, taken, verzoek, personen)
      SELECT $1, $4, $2, $${l}, rd_taken_van($${l}), 'GET /werklijst', array_agg(persoon) FROM (SELECT persoon FROM r LIMIT $${l - 1}::int - 1) gezien HAVING count(*) > 0)
    SELECT id, soort, nummer, naam, voorziening, stap, aan_zet, taak, termijn, termijn_code, stilgezet_sinds, begonnen_op, spoed, tolk, behandelaar FROM r ORDER BY ${volgorde}`
  const rijen = await leesEenmaal<Rij>(omg.pool, namens(wie, omg.klok.vandaag()), sql, waarden)
  const getoond = rijen.slice(0, limiet)
  const laatste = rijen.length > limiet ? getoond.at(-1)! : null
  const volgende = laatste && (afgerond ? String(leesVanaf(filter.na) + limiet) : cursor(laatste))
  return { rijen: getoond.map((r) => alsRij(r, omg, wie)), volgende }
}

const dag = (tekst: string | null): Datum | null => (tekst ? datum(tekst) : null)

function alsRij(r: Rij, omg: Omgeving, wie: Aangemeld): Werklijstrij {
  const { afspraken } = omg.afspraken(wie.regio.slug)
  const aanZet = r.aan_zet ? omg.adresboek.organisatieBij(r.aan_zet) : undefined
  const datumOf = dag(r.termijn) ?? dag(r.stilgezet_sinds)
  return {
    id: r.id,
    soort: r.soort,
    nummer: r.nummer,
    naam: r.naam,
    voorziening: r.voorziening,
    stap: r.stap,
    stapNaam:
      r.soort === 'melding'
        ? (stappen[r.stap as keyof typeof stappen] ?? r.stap)
        : (plaatsingstappen[r.stap as keyof typeof plaatsingstappen] ?? r.stap),
    termijn:
      r.termijn_code && datumOf
        ? termijncel(
            {
              code: r.termijn_code,
              naam: r.termijn_code === 'besluit' ? 'besluit bekend' : 'onderzoek klaar',
              soort: 'wet',
              uiterlijk: datumOf,
              gehaaldOp: null,
              stilgezetSinds: dag(r.stilgezet_sinds),
            },
            omg.klok.vandaag(),
            afspraken,
          )
        : null,
    aanZet: aanZet
      ? {
          slug: aanZet.slug,
          naam: gemeentenaam(aanZet.slug, afspraken.gemeenten),
          wij: aanZet.id === wie.organisatie.id,
        }
      : null,
    begonnenOp: r.begonnen_op,
    bijzonder: [...(r.spoed ? (['spoed'] as const) : []), ...(r.tolk ? (['tolk'] as const) : [])],
    behandelaar: r.behandelaar ? { id: r.behandelaar, naam: omg.adresboek.gebruiker(r.behandelaar) } : null,
  }
}

async function aantallen(omg: Omgeving, wie: Aangemeld, filter: Filter): Promise<Werkaantallen> {
  const { waar, waarden } = voorwaarde(filter, wie)
  const tel = (w: string): string => `(SELECT count(*)::int FROM (SELECT FROM werkrij WHERE ${w} LIMIT ${GRENS}) x)`
  // Drafts count for who may open them.
  const mag = wie.taken.includes('registratie')
  const sql = `SELECT ${Object.entries(tabs)
    .map(([tab, w]) => `${tel(`regio = $1 AND ${w}`)} AS ${tab}`)
    .join(', ')}, ${tel(waar)} AS gekozen, (SELECT count(*)::int FROM concept WHERE regio = $1 AND ${mag}) AS concepten`
  const [rij] = await leesEenmaal<Omit<Werkaantallen, 'grens'>>(omg.pool, namens(wie, omg.klok.vandaag()), sql, waarden)
  return { ...rij!, grens: GRENS }
}

/** Only whoever co-ordinates the region has this task; for others the list is empty. */
const COORDINATOR = 'regiocoordinator'

export const werklijstRoutes: Routes = (app, omg) => {
  app.get('/werklijst/_strijdigheden', async (verzoek): Promise<Strijdigheden> => {
    const wie = await omg.wie(verzoek)
    if (wie.rol.code !== COORDINATOR) return { strijdigheden: [] }
    const sql = 'SELECT strijdig, taak, zaken FROM rd_strijdig()'
    const rijen = await leesEenmaal<{ strijdig: string; taak: string; zaken: number }>(
      omg.pool,
      namens(wie, omg.klok.vandaag()),
      sql,
      [],
    )
    return {
      strijdigheden: rijen.map((r) => ({
        tussen: r.strijdig,
        taak: isTaak(r.taak) ? TAKEN[r.taak].naam : r.taak,
        zaken: r.zaken,
      })),
    }
  })
  app.get<{ Querystring: Filter }>('/werklijst', async (verzoek) =>
    werklijst(omg, await omg.wie(verzoek), verzoek.query),
  )
  app.get<{ Querystring: Filter }>('/werklijst/_aantallen', async (verzoek) =>
    aantallen(omg, await omg.wie(verzoek), verzoek.query),
  )
}
