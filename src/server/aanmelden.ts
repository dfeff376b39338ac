/** Signing in and out, and what the signed-in person may know of the program. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { looptijd } from '../convenant/index.ts'
import { boekOp } from '../domein/afspraken.ts'
import type { DemoGebruiker, Sessie } from '../domein/antwoorden.ts'
import type { Aangemeld } from '../domein/omgeving.opslag.ts'
import { uitkomstNaarJson } from '../kern/schrijf-uit.ts'
import { nietGeregeld } from '../kern/uitkomst.ts'
import { weiger } from '../kern/weigering.ts'
import type { Appomgeving } from './app.ts'
import { DEMOREGIO } from './demonstratie/index.ts'

export const COOKIE = 'rd_sessie'

async function sessie(omg: Appomgeving, wie: Aangemeld): Promise<Sessie> {
  const afspraken = omg.afspraken(wie.regio.slug)
  const boek = boekOp(afspraken, omg.klok.vandaag())
  const partijen = new Set(boek.laatste.partijen)
  const collegas = new Map<string, Sessie['collegas'][number]>()
  for (const { wie: w } of await omg.sessies.aanstellingen()) {
    if (w.organisatie.id !== wie.organisatie.id || w.regio.id !== wie.regio.id) continue
    const taken = collegas.get(w.gebruiker.id)?.taken ?? []
    collegas.set(w.gebruiker.id, { ...w.gebruiker, taken: [...new Set([...taken, ...w.taken])] })
  }
  return {
    gebruiker: wie.gebruiker,
    organisatie: wie.organisatie,
    rol: { code: wie.rol.code, naam: wie.rol.naam },
    taken: [...wie.taken],
    regio: { slug: wie.regio.slug, naam: wie.regio.naam },
    gemeenten: afspraken.afspraken.gemeenten.map((g) => ({
      slug: g.slug,
      naam: g.naam,
      inRegio: partijen.has(g.slug),
    })),
    collegas: [...collegas.values()],
    vandaag: omg.klok.vandaag().toString(),
    demonstratie: omg.demonstratie,
    zaaien: omg.zaaien(),
    convenant: {
      titel: boek.laatste.titel,
      versie: boek.convenant?.ingang.toString() ?? null,
      looptijd: uitkomstNaarJson(looptijd(boek) ?? nietGeregeld({ wat: 'Het convenant noemt geen looptijd.' })),
    },
  }
}

/** The region with invented people opens the list; the others follow by name. */
const gevuldeRegioEerst = (a: { wie: Aangemeld }, b: { wie: Aangemeld }): number =>
  Number(b.wie.regio.slug === DEMOREGIO) - Number(a.wie.regio.slug === DEMOREGIO) ||
  a.wie.regio.naam.localeCompare(b.wie.regio.naam, 'nl')

type Omgeving = Appomgeving & { wie: (verzoek: FastifyRequest) => Promise<Aangemeld> }

const wieInvoer = z.strictObject({ gebruiker: z.uuid() })

export function aanmeldRoutes(app: FastifyInstance, omg: Omgeving): void {
  app.get('/sessie', async (verzoek) => sessie(omg, await omg.wie(verzoek)))
  app.delete('/sessie', async (verzoek, antwoord) => {
    const token = verzoek.cookies[COOKIE]
    if (token) await omg.sessies.sluit(token)
    return antwoord.clearCookie(COOKIE, { path: '/' }).status(204).send()
  })
  // Absent, not merely hidden, outside demonstration mode.
  if (!omg.demonstratie) return
  app.get('/demonstratie/gebruikers', async (): Promise<{ gebruikers: DemoGebruiker[] }> => ({
    gebruikers: [...(await omg.sessies.aanstellingen())].sort(gevuldeRegioEerst).map(({ id, wie }) => ({
      id,
      naam: wie.gebruiker.naam,
      regio: wie.regio,
      organisatie: wie.organisatie,
      rol: { code: wie.rol.code, naam: wie.rol.naam },
    })),
  }))
  app.post('/demonstratie/aanmelden', { schema: { body: wieInvoer } }, async (verzoek, antwoord) => {
    const gelezen = wieInvoer.safeParse(verzoek.body)
    if (!gelezen.success)
      return weiger('INVOER_ONJUIST', {}, { velden: [{ veld: 'gebruiker', melding: 'Kies een persoon.' }] })
    const { token, wie } = await omg.sessies.open(gelezen.data.gebruiker)
    void antwoord.setCookie(COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: verzoek.protocol === 'https',
    })
    return sessie(omg, wie)
  })
}
