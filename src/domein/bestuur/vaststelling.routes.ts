/** Definitive outcomes over HTTP: the list of the region, and one with its tree as it was. */
import { afsprakenboek } from '../../convenant/index.ts'
import { weiger } from '../../kern/weigering.ts'
import { leesBomen } from '../../opslag/inhoud.ts'
import { leesEenmaal } from '../../opslag/transactie.ts'
import { isId } from '../lees-invoer.ts'
import { type Aangemeld, namens, type Omgeving } from '../omgeving.opslag.ts'
import type { Routes } from '../route.ts'
import { noemIntrekking } from './besluitregel.ts'
import type { Ingetrokken } from './stand.ts'
import { definitieveRegels, type Vaststelling } from './vaststelling.ts'
import type { Vaststellingbeeld, Vaststellingen } from './vaststelling.schema.ts'

const EEN = `SELECT s.nummer, s.stand, g.afspraken, i.bomen FROM stroom s
  JOIN gebeurtenis g ON g.regio = s.regio AND g.stroom = s.id AND g.nummer = 1
  LEFT JOIN inhoud i ON i.regio = g.regio AND i.id = g.inhoud WHERE s.regio = $1 AND s.id = $2 AND s.soort = 'vaststelling'`
const ALLE = `SELECT id, regel, wat, jaar, versie, uitkomst, door, op, ingetrokken FROM vaststelling
  WHERE regio = $1 ORDER BY op DESC, id DESC LIMIT $2`

/** As many as a screen shows; older ones are read by their id. */
const MEEST = 500

/** Refuses with NIET_GEVONDEN what is not of this region. */
export async function leesVaststelling(
  omg: Omgeving,
  wie: Aangemeld,
  id: string,
  _verzoek: string,
  uitleg: boolean,
): Promise<Vaststellingbeeld> {
  const [rij] = await leesEenmaal<{ nummer: number; stand: Vaststelling; afspraken: string; bomen: Buffer | null }>(
    omg.pool,
    namens(wie, omg.klok.vandaag()),
    EEN,
    [wie.regio.id, id],
  )
  if (!rij) return weiger('NIET_GEVONDEN')
  const { stand: v } = rij
  const waarom = uitleg && rij.bomen ? leesBomen(rij.bomen)['uitkomst'] : undefined
  return {
    id,
    versie: rij.nummer,
    regel: v.regel,
    wat: v.wat,
    jaar: v.jaar,
    ingang: v.versie,
    op: v.op,
    bron: v.bron!,
    onderwerp: v.onderwerp ?? null,
    invoer: v.invoer,
    uitkomst: v.waarde,
    ...(waarom && { waarom }),
    merk: rij.afspraken,
    vastgesteld: { op: v.vastgesteldOp, door: omg.adresboek.gebruiker(v.door) },
    ingetrokken: noemIntrekking(v.ingetrokken, omg.adresboek.gebruiker),
  }
}

type Rij = {
  id: string
  regel: string
  wat: string
  jaar: number
  versie: string
  uitkomst: string
  door: string
  op: string
  ingetrokken: string | null
}

export const vaststellingRoutes: Routes = (app, omg) => {
  app.get('/vaststellingen', async (verzoek): Promise<Vaststellingen> => {
    const wie = await omg.wie(verzoek)
    const vandaag = omg.klok.vandaag()
    const rijen = await leesEenmaal<Rij>(omg.pool, namens(wie, vandaag), ALLE, [wie.regio.id, MEEST])
    const { regio, afspraken } = omg.afspraken(wie.regio.slug)
    return {
      mogelijk: definitieveRegels(afsprakenboek(regio, vandaag, afspraken)).map(({ regel, wat }) => ({
        regel: regel.id,
        wat,
        bron: regel.bron,
      })),
      vaststellingen: rijen.map((r) => ({
        id: r.id,
        regel: r.regel,
        wat: r.wat,
        jaar: r.jaar,
        ingang: r.versie,
        uitkomst: JSON.parse(r.uitkomst) as unknown,
        vastgesteld: { op: r.op, door: omg.adresboek.gebruiker(r.door) },
        ingetrokken: noemIntrekking(
          r.ingetrokken === null ? null : (JSON.parse(r.ingetrokken) as Ingetrokken),
          omg.adresboek.gebruiker,
        ),
      })),
    }
  })
  app.get<{ Params: { id: string }; Querystring: { uitleg?: string } }>(
    '/vaststellingen/:id',
    async (verzoek, antwoord) => {
      const wie = await omg.wie(verzoek)
      const beeld = await leesVaststelling(
        omg,
        wie,
        isId(verzoek.params.id),
        'GET /vaststellingen/{id}',
        verzoek.query.uitleg === 'ja',
      )
      void antwoord.header('ETag', `"${beeld.versie}"`)
      return beeld
    },
  )
}
