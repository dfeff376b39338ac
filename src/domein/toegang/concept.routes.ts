/** Drafts of a report: saved per step, resumable by a colleague who registers, gone after thirty days (ux 2.6). */
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Weigering, weiger } from '../../kern/weigering.ts'
import { inTransactie, leesEenmaal } from '../../opslag/transactie.ts'
import { uuid7 } from '../../opslag/uuid7.ts'
import type { Concept, Conceptrij } from '../antwoorden.ts'
import { type Aangemeld, eisRol, namens } from '../omgeving.opslag.ts'
import { volledigeNaam } from '../persoon/index.ts'
import { isId, leesInvoer } from '../lees-invoer.ts'
import type { Leesomgeving, Routes } from '../route.ts'
import { neemConceptWeg } from './concept.opslag.ts'
import { wizardsleutels, wizardstappen } from './melding.schema.ts'
import { eisMelding, eisZelfdePersoon } from './opdrachten/intake.ts'
import { leesGezocht, zoekVerleden } from './zoek-persoon.opslag.ts'

type Stappen = Record<string, { gegevens: Record<string, unknown>; af: boolean }>
type Rij = { id: string; eigenaar: string; stappen: Stappen; versie: number; gewijzigd: string; bewaren_tot: string }

/** A draft is kept this long; a retention choice of the program, not a term of law. */
const BEWAARDAGEN = 30
const KOLOMMEN = 'id, eigenaar, stappen, versie, gewijzigd, bewaren_tot'

/** Reads drafts and writes that in the read log, in one statement; `bron` gives the drafts that are shown. */
const metLog = (bron: string): string => `WITH r AS (${bron}),
  log AS (INSERT INTO leeslog (regio, gebruiker, organisatie, rol, taken, verzoek, personen, concepten)
    SELECT $1, $3, $4, $5, rd_taken_van($5), $6, '{}', array_agg(id) FROM r HAVING count(*) > 0)
  SELECT ${KOLOMMEN} FROM r ORDER BY gewijzigd DESC`
const lezer = (wie: Aangemeld, verzoek: string): string[] => [
  wie.gebruiker.id,
  wie.organisatie.id,
  wie.rol.code,
  verzoek,
]
const LIJST = metLog(
  `SELECT ${KOLOMMEN} FROM concept WHERE regio = $1 AND bewaren_tot > $2 ORDER BY gewijzigd DESC LIMIT 100`,
)
const LOG = `INSERT INTO leeslog (regio, gebruiker, organisatie, rol, taken, verzoek, personen, concepten)
  VALUES ($1, $3, $4, $5, rd_taken_van($5), $6, '{}', ARRAY[$2::uuid])`
const EEN = metLog(`SELECT ${KOLOMMEN} FROM concept WHERE regio = $1 AND id = $2`)

const gegevensSchema = z.strictObject({ gegevens: z.record(z.string().max(60), z.unknown()), af: z.boolean() })

/** A version no draft can have counts as another one. */
const leesVersie = (verzoek: FastifyRequest): number =>
  Math.min(Number(/^"(\d+)"$/.exec(verzoek.headers['if-match'] ?? '')?.[1] ?? weiger('VERSIE_ONTBREEKT')), 2 ** 31 - 1)

function alsRij(r: Rij, omg: Leesomgeving): Conceptrij {
  const persoon = (r.stappen['client']?.gegevens['persoon'] ?? {}) as {
    voornamen?: string
    tussenvoegsel?: string
    achternaam?: string
  }
  const eersteOpen = wizardsleutels.findIndex((sleutel) => !r.stappen[sleutel]?.af)
  return {
    id: r.id,
    naam:
      volledigeNaam({
        voornamen: persoon.voornamen ?? '',
        tussenvoegsel: persoon.tussenvoegsel,
        achternaam: persoon.achternaam ?? '',
      }) || 'Nog geen naam',
    stap: eersteOpen < 0 ? wizardsleutels.length + 1 : eersteOpen + 1,
    gewijzigd: r.gewijzigd.replace(' ', 'T').replace(/\+00$/, 'Z'),
    bewaardTot: r.bewaren_tot,
    door: omg.adresboek.gebruiker(r.eigenaar),
  }
}
const alsConcept = (r: Rij, omg: Leesomgeving): Concept => ({ ...alsRij(r, omg), versie: r.versie, stappen: r.stappen })

/** Checks a finished step with its schema and, where steps depend on each other, with the rules of the report. */
function eisStap(
  sleutel: (typeof wizardsleutels)[number],
  gegevens: unknown,
  stappen: Stappen,
  omg: Leesomgeving,
  wie: Aangemeld,
): void {
  const schema = wizardstappen[wizardsleutels.indexOf(sleutel)]!
  const gelezen = leesInvoer(schema, gegevens)
  const ctx = { vandaag: omg.klok.vandaag(), afspraken: omg.afspraken(wie.regio.slug) }
  // The first step may still hold half a date: then today does, until that step is finished.
  const getypt = z.iso.date().safeParse(stappen['overDeMelding']?.gegevens['datum'])
  const over = { datum: getypt.success ? getypt.data : ctx.vandaag.toString() }
  const stil = {
    woonplaats: 'geen',
    herkomst: 'geen',
    gemeldBij: wie.organisatie.slug,
    eerderGemeld: 'nee',
    eerderGewoond: 'nee',
  }
  try {
    eisMelding(
      {
        overDeMelding: (sleutel === 'overDeMelding' ? gelezen : over) as never,
        herkomst: (sleutel === 'herkomst' ? gelezen : stil) as never,
        ...(sleutel === 'client' && { client: gelezen as never }),
        ...(sleutel === 'delen' && { delen: gelezen as never }),
      },
      ctx,
    )
  } catch (fout) {
    if (!(fout instanceof Weigering)) throw fout
    // Within the step the screen knows the fields without the name of the step in front.
    throw new Weigering(
      fout.code,
      {},
      { velden: fout.velden.map((f) => ({ ...f, veld: f.veld.replace(`${sleutel}.`, '') })) },
    )
  }
}

/** A bsn of someone else is told when the step is done, not only when the report is sent. */
async function eisPersoon(gegevens: Record<string, unknown>, omg: Leesomgeving, wie: Aangemeld): Promise<void> {
  const gezocht = leesGezocht(gegevens['persoon'])
  if (!gezocht) return
  const als = namens(wie, omg.klok.vandaag())
  const { anders } = await zoekVerleden(omg.pool, als, wie.rol.code, gezocht, 'PUT /concepten/{id}/stappen/client')
  eisZelfdePersoon({ register: { persoonAnders: anders } }, 'persoon.bsn')
}

export const conceptRoutes: Routes = (app, omg) => {
  // A draft is a report with a bsn and a story in it: only who may enter one (`ontvang`) sees or touches it.
  const bij = async (verzoek: FastifyRequest) => {
    const wie = await omg.wie(verzoek)
    eisRol(wie, 'registratie')
    return { wie, als: namens(wie, omg.klok.vandaag()) }
  }
  app.get('/concepten', async (verzoek) => {
    const { wie, als } = await bij(verzoek)
    const rijen = await leesEenmaal<Rij>(omg.pool, als, LIJST, [
      wie.regio.id,
      als.vandaag.toString(),
      ...lezer(wie, 'GET /concepten'),
    ])
    return { concepten: rijen.map((r) => alsRij(r, omg)) }
  })
  app.post('/concepten', async (verzoek, antwoord) => {
    const { wie, als } = await bij(verzoek)
    const id = uuid7()
    const [rij] = await leesEenmaal<Rij>(
      omg.pool,
      als,
      `INSERT INTO concept (regio, id, organisatie, eigenaar, stappen, versie, gewijzigd, bewaren_tot) VALUES ($1,$2,$3,$4,'{}',1,$5,$6) RETURNING ${KOLOMMEN}`,
      [
        wie.regio.id,
        id,
        wie.organisatie.id,
        wie.gebruiker.id,
        omg.klok.nu(),
        als.vandaag.add({ days: BEWAARDAGEN }).toString(),
      ],
    )
    void antwoord.status(201).header('ETag', '"1"').header('Location', `/api/v1/concepten/${id}`)
    return alsConcept(rij!, omg)
  })
  app.get<{ Params: { id: string } }>('/concepten/:id', async (verzoek, antwoord) => {
    const { wie, als } = await bij(verzoek)
    const [rij] = await leesEenmaal<Rij>(omg.pool, als, EEN, [
      wie.regio.id,
      isId(verzoek.params.id),
      ...lezer(wie, 'GET /concepten/{id}'),
    ])
    if (!rij) return weiger('NIET_GEVONDEN')
    void antwoord.header('ETag', `"${rij.versie}"`)
    return alsConcept(rij, omg)
  })
  app.put<{ Params: { id: string; stap: string } }>(
    '/concepten/:id/stappen/:stap',
    { schema: { body: gegevensSchema } },
    async (verzoek, antwoord) => {
      const { wie, als } = await bij(verzoek)
      const sleutel = wizardsleutels.find((s) => s === verzoek.params.stap) ?? weiger('NIET_GEVONDEN')
      const gelezen = gegevensSchema.safeParse(verzoek.body)
      if (!gelezen.success) return weiger('INVOER_ONLEESBAAR')
      const versie = leesVersie(verzoek)
      if (gelezen.data.af && sleutel === 'client') await eisPersoon(gelezen.data.gegevens, omg, wie)
      const rij = await inTransactie(omg.pool, als, async (tx) => {
        const [oud] = await tx.vraag<Rij>(`SELECT ${KOLOMMEN} FROM concept WHERE regio = $1 AND id = $2 FOR UPDATE`, [
          wie.regio.id,
          isId(verzoek.params.id),
        ])
        if (!oud) return weiger('NIET_GEVONDEN')
        if (oud.versie !== versie) weiger('GEWIJZIGD_DOOR_ANDER', { naam: omg.adresboek.gebruiker(oud.eigenaar) })
        if (gelezen.data.af) eisStap(sleutel, gelezen.data.gegevens, oud.stappen, omg, wie)
        const af =
          gelezen.data.af ||
          (oud.stappen[sleutel]?.af === true &&
            JSON.stringify(oud.stappen[sleutel]?.gegevens) === JSON.stringify(gelezen.data.gegevens))
        const stappen = { ...oud.stappen, [sleutel]: { gegevens: gelezen.data.gegevens, af } }
        const [nieuw] = await tx.vraag<Rij>(
          `UPDATE concept SET stappen = $3, versie = versie + 1, gewijzigd = $4, eigenaar = $5 WHERE regio = $1 AND id = $2 RETURNING ${KOLOMMEN}`,
          [wie.regio.id, oud.id, JSON.stringify(stappen), omg.klok.nu(), wie.gebruiker.id],
        )
        // The answer shows the whole draft, also the steps a colleague typed.
        tx.stuur(LOG, [wie.regio.id, oud.id, ...lezer(wie, 'PUT /concepten/{id}/stappen/{stap}')])
        return nieuw!
      })
      void antwoord.header('ETag', `"${rij.versie}"`)
      return alsConcept(rij, omg)
    },
  )
  app.delete<{ Params: { id: string } }>('/concepten/:id', async (verzoek, antwoord) => {
    const { wie, als } = await bij(verzoek)
    const concept = { id: isId(verzoek.params.id), versie: leesVersie(verzoek) }
    await inTransactie(omg.pool, als, (tx) => neemConceptWeg(tx, omg, wie.regio.id, concept))
    return antwoord.status(204).send()
  })
}
