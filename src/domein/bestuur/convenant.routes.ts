/** The Convenant screen over HTTP: any region with a file; what was recorded only for one's own. */
import { createHash } from 'node:crypto'
import { type Afsprakenboek, afsprakenboek, regios } from '../../convenant/index.ts'
import type { Datum } from '../../kern/datum.ts'
import { weiger } from '../../kern/weigering.ts'
import type { RegioAfspraken } from '../afspraken.ts'
import type { Aangemeld, Omgeving } from '../omgeving.opslag.ts'
import type { Routes } from '../route.ts'
import { leesOp } from '../vraag.ts'
import { vastgelegdeRegel } from './besluitregel.ts'
import type { Convenantbeeld, Vergelijkingbeeld } from './convenant.schema.ts'
import { type Grondbeeld, grondbeeld } from './convenantbeeld.ts'
import { leesLijst, type Vastgelegd } from './convenant.opslag.ts'
import { vastgelegdMandaat } from './mandaten.ts'
import { magVastleggen } from './opdrachten.ts'
import { plichtbeelden } from './plichtbeeld.ts'
import { beginBesluitenlijst } from './stand.ts'
import { vergelijkbeeld } from './vergelijkbeeld.ts'

/** The page is the same for everyone on a day under the same agreements: made once. */
type Opgemaakt = { grond: Grondbeeld; boek: Afsprakenboek }
const beelden = new WeakMap<RegioAfspraken, Map<string, Opgemaakt>>()
/** Someone who leafs through the years must not fill the memory. */
const MEESTE_DAGEN = 40

function beeldOp(regio: RegioAfspraken, op: Datum): Opgemaakt {
  const dagen = beelden.get(regio) ?? new Map<string, Opgemaakt>()
  beelden.set(regio, dagen)
  const bekend = dagen.get(op.toString())
  if (bekend) return bekend
  if (dagen.size >= MEESTE_DAGEN) dagen.clear()
  const boek = afsprakenboek(regio.regio, op, regio.afspraken)
  const nieuw = { boek, grond: grondbeeld(regio, boek) }
  dagen.set(op.toString(), nieuw)
  return nieuw
}

const NIETS: Vastgelegd = { nummer: 0, stand: beginBesluitenlijst, mandaten: [] }

/** A region without a file is refused with REGIO_ONBEKEND; `op` is left out for today. */
export async function leesConvenant(
  omg: Omgeving,
  wie: Aangemeld,
  regio: string,
  op: Datum = omg.klok.vandaag(),
): Promise<{ beeld: Convenantbeeld; etag: string }> {
  const eigen = regio === wie.regio.slug
  const { nummer, stand, mandaten } = eigen ? await leesLijst(omg, wie, op.toString()) : NIETS
  const afspraken = omg.afspraken(regio)
  const { gemeenten } = afspraken.afspraken
  const { grond, boek } = beeldOp(afspraken, op)
  const hier = stand.besluiten
    .filter((b) => b.besluit.besloten <= grond.op)
    .map((b) => vastgelegdeRegel(b, afspraken.afspraken.convenanten, omg.adresboek.gebruiker))
  const magHier = eigen && magVastleggen(wie.rol.code)
  const vervang = <T extends { id: string } | null>(b: T): T => (hier.find((h) => h.id === b?.id) as T | undefined) ?? b
  const besluiten = [...grond.besluiten.filter((b) => !hier.some((h) => h.id === b.id)), ...hier].toSorted((a, b) =>
    a.besloten < b.besloten ? 1 : -1,
  )
  const metBesluit = <U extends { besluit: Convenantbeeld['besluiten'][number] | null }>(u: U): U => ({
    ...u,
    besluit: vervang(u.besluit),
  })
  const beeld: Convenantbeeld = {
    ...grond,
    versie: nummer,
    magVastleggen: magHier,
    besluiten,
    artikelen: grond.artikelen.map((a) => ({
      ...a,
      bepalingen: a.bepalingen.map((b) => ({ ...b, uitleg: b.uitleg.map(metBesluit) })),
    })),
    letOp: grond.letOp.map((l) => ({ ...l, uitleg: l.uitleg && metBesluit(l.uitleg) })),
    mandaten: [...grond.mandaten, ...mandaten.map((m) => vastgelegdMandaat(m, gemeenten))],
    plichten: plichtbeelden(boek, stand.bewijs, omg.adresboek.gebruiker),
  }
  const merk = createHash('sha256').update(`${afspraken.merk} ${op.toString()} ${magHier}`).digest('hex').slice(0, 16)
  return { beeld, etag: `"${nummer}-${merk}"` }
}

export const convenantRoutes: Routes = (app, omg) => {
  app.get('/convenanten', async (verzoek) => {
    const wie = await omg.wie(verzoek)
    const { afspraken } = omg.afspraken(wie.regio.slug)
    return {
      convenanten: regios(afspraken).map((regio) => ({
        regio,
        eigen: regio === wie.regio.slug,
        versies: afspraken.convenanten
          .filter((c) => c.id === regio)
          .map((c) => ({ ingang: c.ingang.toString(), kort: c.kort })),
      })),
    }
  })
  app.get<{ Params: { regio: string }; Querystring: { op?: string } }>(
    '/convenanten/:regio',
    async (verzoek, antwoord) => {
      const wie = await omg.wie(verzoek)
      const { beeld, etag } = await leesConvenant(omg, wie, verzoek.params.regio, leesOp(verzoek.query.op))
      void antwoord.header('ETag', etag)
      if (verzoek.headers['if-none-match'] === etag) return antwoord.status(304).send()
      return beeld
    },
  )
  app.get<{ Params: { regio: string }; Querystring: { van?: string; met?: string } }>(
    '/convenanten/:regio/vergelijking',
    async (verzoek): Promise<Vergelijkingbeeld> => {
      const wie = await omg.wie(verzoek)
      const { regio } = verzoek.params
      const { afspraken } = omg.afspraken(wie.regio.slug)
      const versies = afspraken.convenanten.filter((c) => c.id === regio)
      if (!versies.length) weiger('REGIO_ONBEKEND', { regio, regios: regios(afspraken).join(', ') })
      const [van, met] = (['van', 'met'] as const).map((veld) => {
        const dag = leesOp(verzoek.query[veld], veld)
        const versie = versies.find((c) => dag && c.ingang.equals(dag))
        const melding = `Kies een versie: ${versies.map((c) => c.ingang.toString()).join(', ')}.`
        return versie ?? weiger('INVOER_ONJUIST', {}, { velden: [{ veld, melding }] })
      })
      return vergelijkbeeld(van!, met!, afspraken)
    },
  )
}
