/** One route per command, made from the register of processes: POST begins or carries out (interfaces.md, 2). */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Leesomgeving } from '../domein/route.ts'
import type { GelezenZaak } from '../domein/gelezen-zaak.ts'
import type { Aangemeld } from '../domein/omgeving.opslag.ts'
import { isId } from '../domein/lees-invoer.ts'
import { padnaam } from '../kern/padnaam.ts'
import { weiger } from '../kern/weigering.ts'
import type { Transactie } from '../opslag/transactie.ts'
import type { Melding } from '../domein/toegang/index.ts'
import {
  beeldomgeving,
  leesMelding,
  metUitleg,
  neemConceptWeg,
  type Uitlegvraag,
} from '../domein/toegang/index.opslag.ts'
import { leesZaakIn, logZaak } from '../domein/toegang/melding.opslag.ts'
import { type NieuweMelding, nieuweMelding } from '../domein/toegang/melding.schema.ts'
import { zaakbeeld } from '../domein/toegang/zaakbeeld.ts'
import { leesVaststelling } from '../domein/bestuur/index.opslag.ts'
import { leesPlaatsing } from '../domein/wachtlijst/wachtlijst.routes.ts'
import type { EnigProces } from './processen.ts'
import { processen } from './processen.ts'
import { type Begonnen, type Uitgevoerd, voerUit } from './uitvoeren.ts'

/** What people may do through the API. Commands that only follow from others stay inside. */
const openbaar: Record<string, { begin: boolean; niet: readonly string[] }> = {
  melding: { begin: true, niet: ['ontvang', 'voegDocumentToe'] },
  vaststelling: { begin: true, niet: ['stelVast'] },
  plaatsing: { begin: false, niet: ['zetOpLijst', 'eindigVerblijf', 'herstelVerblijf'] },
}

const lezers: Record<
  string,
  (omg: Leesomgeving, wie: Aangemeld, id: string, verzoek: string, uitleg: boolean) => Promise<{ versie: number }>
> = {
  melding: leesMelding,
  plaatsing: leesPlaatsing,
  vaststelling: leesVaststelling,
}

type Concept = NonNullable<NieuweMelding['concept']>
type Meldinglezing = GelezenZaak<Melding>

/** A melding is read back in the transaction that changed it; other kinds are read after it. */
function leesMee(omg: Leesomgeving, wie: Aangemeld, proces: EnigProces, verzoek: string, uitleg: boolean) {
  if (proces.soort !== 'melding') return {}
  const lezing = { rol: wie.rol.code, verzoek, uitleg }
  const lees = async (tx: Transactie, id: string, begonnen: Begonnen | null): Promise<Meldinglezing | undefined> => {
    if (!begonnen) return leesZaakIn(tx, proces.soort, id, lezing)
    const stand = begonnen.stand as unknown as Melding
    const { naam, journaal } = begonnen
    // The database still decides whether it may be seen.
    if (!(await logZaak(tx, { id, persoon: stand.persoon }, lezing))) return undefined
    return { versie: journaal.length, stand, naam, nummer: stand.nummer, journaal, documenten: [], plaatsing: null }
  }
  return { lees }
}

export function leesKoppen(verzoek: FastifyRequest, metVersie: boolean): { sleutel: string; versie: number | null } {
  const sleutel = verzoek.headers['idempotency-key']
  if (typeof sleutel !== 'string' || sleutel.length < 8 || sleutel.length > 100) return weiger('SLEUTEL_ONTBREEKT')
  if (!metVersie) return { sleutel, versie: null }
  const versie =
    /^(?:W\/)?"(\d{1,9})(?:-[0-9a-f]+)?"$/.exec(verzoek.headers['if-match'] ?? '')?.[1] ?? weiger('VERSIE_ONTBREEKT')
  return { sleutel, versie: Number(versie) }
}

/** Answers with the case as it stands now, the same answer for a repeated request. */
export async function antwoordMet(
  antwoord: FastifyReply,
  omg: Leesomgeving,
  wie: Aangemeld,
  proces: EnigProces,
  uit: Uitgevoerd<Meldinglezing>,
  verzoek: string,
  uitleg: boolean,
): Promise<unknown> {
  const beeld = uit.lezing
    ? zaakbeeld(uit.lezing.waarde ?? weiger('NIET_GEVONDEN'), uit.id, beeldomgeving(omg, wie, uitleg))
    : await lezers[proces.soort]!(omg, wie, uit.id, verzoek, uitleg)
  void antwoord.header('ETag', `"${beeld.versie}"`)
  return beeld
}

/** Whoever sends the same draft a second time must not make a second case. */
async function neemConcept(tx: Transactie, omg: Leesomgeving, regio: string, concept: Concept): Promise<void> {
  if (!(await neemConceptWeg(tx, omg, regio, concept))) weiger('CONCEPT_WEG')
}

export function opdrachtRoutes(app: FastifyInstance, omg: Leesomgeving): void {
  for (const proces of processen) {
    const open = openbaar[proces.soort]
    if (!open) continue
    const basis = `/${proces.meervoud}`
    if (open.begin) {
      app.post(
        basis,
        { schema: { body: proces.opdrachten[proces.beginOpdracht]!.schema } },
        async (verzoek, antwoord) => {
          const wie = await omg.wie(verzoek)
          const { sleutel } = leesKoppen(verzoek, false)
          const uitleg = metUitleg(verzoek.query)
          const { concept: erbij } = (verzoek.body ?? {}) as { concept?: unknown }
          const concept = nieuweMelding.shape.concept.safeParse(erbij).data
          const uit = await voerUit(omg, wie, {
            ...leesMee(omg, wie, proces, `POST ${basis}`, uitleg),
            proces,
            id: null,
            opdracht: proces.beginOpdracht,
            invoer: verzoek.body,
            versie: null,
            sleutel,
            // The draft goes in the same transaction: either it is a report or it is still a draft.
            ...(concept && { ook: (tx: Transactie) => neemConcept(tx, omg, wie.regio.id, concept) }),
          })
          void antwoord.status(201).header('Location', `/api/v1${basis}/${uit.id}`)
          return antwoordMet(antwoord, omg, wie, proces, uit, `POST ${basis}`, uitleg)
        },
      )
    }
    for (const [naam, opdracht] of Object.entries(proces.opdrachten)) {
      if (open.niet.includes(naam)) continue
      app.post<{ Params: { id: string }; Querystring: Uitlegvraag }>(
        `${basis}/:id/opdrachten/${padnaam(naam)}`,
        { schema: { body: opdracht.schema } },
        async (verzoek, antwoord) => {
          const wie = await omg.wie(verzoek)
          const { sleutel, versie } = leesKoppen(verzoek, true)
          const uitleg = metUitleg(verzoek.query)
          const beschrijving = `POST ${basis}/{id}/opdrachten/${padnaam(naam)}`
          const uit = await voerUit(omg, wie, {
            ...leesMee(omg, wie, proces, beschrijving, uitleg),
            proces,
            id: isId(verzoek.params.id),
            opdracht: naam,
            invoer: verzoek.body ?? {},
            versie,
            sleutel,
          })
          return antwoordMet(antwoord, omg, wie, proces, uit, beschrijving, uitleg)
        },
      )
    }
  }
}
