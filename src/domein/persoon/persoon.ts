/** A person in a region (D3): who they are, where they stayed, who stands beside them. */
import { z } from 'zod'
import { datum } from '../../kern/datum.ts'
import { nietGeregeld } from '../../kern/uitkomst.ts'
import { alsTekst, type Json, opdracht, proces, type RijContext, type Rijen } from '../proces.ts'
import { betrekking, persoonsgegevens } from './persoon.schema.ts'

export type Persoon = {
  bestaat: boolean
  bsn: boolean
  /** Municipality, kind and source of each stay; the address itself is content, not fact. */
  verblijven: { gemeente: string; soort: string; van: string; bron: string }[]
  /** Numbers of the events that hold the latest particulars and each relation. */
  gegevensIn: number
  betrekkingenIn: number[]
}

const vanMelding = z.strictObject({
  persoon: persoonsgegevens,
  betrekkingen: z.array(betrekking),
  bereikbaar: z.string(),
  verblijf: z.string(),
  woonplaats: z.string(),
  herkomst: z.string(),
  op: z.iso.date(),
  nummer: z.string(),
})

const gegevens = (invoer: z.output<typeof vanMelding>, door: string) => ({
  geldigOp: datum(invoer.op),
  feiten: {
    bsn: invoer.persoon.bsn !== undefined,
    woonplaats: invoer.woonplaats,
    verblijf:
      invoer.verblijf === 'instelling' || invoer.verblijf === 'opvang'
        ? 'instelling'
        : invoer.verblijf === 'eigen'
          ? 'woonadres'
          : 'feitelijk',
    bron: `melding ${invoer.nummer}`,
    door,
  },
  inhoud: {
    persoon: { ...invoer.persoon } as Json,
    bereikbaar: invoer.bereikbaar,
    betrekkingen: invoer.betrekkingen as unknown as Json,
  },
})

const legVast = opdracht<Persoon, typeof vanMelding>({
  titel: 'Persoon vastleggen',
  schema: vanMelding,
  bevoegd: 'betrokken',
  decideer: (_p, invoer, ctx) => [{ soort: 'persoonVastgelegd', ...gegevens(invoer, ctx.partij.slug) }],
})

/** A known person reports again: the particulars of the newest report count from now on. */
const werkBij = opdracht<Persoon, typeof vanMelding>({
  titel: 'Persoon bijwerken',
  schema: vanMelding,
  bevoegd: 'betrokken',
  decideer: (_p, invoer, ctx) => [{ soort: 'persoonBijgewerkt', ...gegevens(invoer, ctx.partij.slug) }],
})

const voegBetrekkingToe = opdracht<Persoon, typeof betrekking>({
  titel: 'Betrekking toevoegen',
  schema: betrekking,
  bevoegd: 'betrokken',
  decideer: (_p, b, ctx) => [
    {
      soort: 'betrekkingToegevoegd',
      geldigOp: ctx.vandaag,
      feiten: { soortBetrekking: b.soort, door: ctx.partij.slug },
      inhoud: { betrekkingen: [{ ...b }] as unknown as Json },
    },
  ],
})

type Bewaard = {
  persoon: z.output<typeof persoonsgegevens>
  bereikbaar: string
  betrekkingen: z.output<typeof betrekking>[]
}

/** "A. (Anna) de Vries" is for letters; lists show first names and surname. */
export const volledigeNaam = (p: {
  voornamen: string
  tussenvoegsel?: string | null | undefined
  achternaam: string
}): string => [p.voornamen, p.tussenvoegsel, p.achternaam].filter(Boolean).join(' ')

function rijen(p: Persoon, _afgeleid: unknown, ctx: RijContext): Rijen {
  const nu = ctx.inhoud(p.gegevensIn) as unknown as Bewaard | undefined
  const sleutel = { regio: ctx.regio, persoon: ctx.stroom }
  const betrekkingen = p.betrekkingenIn.flatMap(
    (n) => (ctx.inhoud(n) as unknown as Bewaard | undefined)?.betrekkingen ?? [],
  )
  return {
    // Erased content leaves no row: the person is then only an id in the journal.
    persoon: nu
      ? [
          {
            regio: ctx.regio,
            id: ctx.stroom,
            bsn: nu.persoon.bsn ?? null,
            voornamen: nu.persoon.voornamen,
            tussenvoegsel: nu.persoon.tussenvoegsel ?? null,
            achternaam: nu.persoon.achternaam,
            geboortedatum: nu.persoon.geboortedatum,
            adres: nu.persoon.adres ?? null,
            geheim: false,
            bereikbaar: nu.bereikbaar,
          },
        ]
      : [],
    verblijf: p.verblijven.map((v, i) => ({ ...sleutel, nummer: i + 1, ...v, tot: p.verblijven[i + 1]?.van ?? null })),
    betrekking: betrekkingen.map((b, i) => ({
      ...sleutel,
      nummer: i + 1,
      soort: b.soort,
      naam: b.naam,
      bereikbaar: b.bereikbaar,
      van: b.van ?? null,
      tot: null,
    })),
  }
}

export const persoon = proces<Persoon>({
  soort: 'persoon',
  meervoud: 'personen',
  begin: { bestaat: false, bsn: false, verblijven: [], gegevensIn: 0, betrekkingenIn: [] },
  beginOpdracht: 'legVast',
  opdrachten: { legVast, werkBij, voegBetrekkingToe },
  pasToe: (p, g, nummer) => {
    if (g.soort === 'betrekkingToegevoegd') return { ...p, betrekkingenIn: [...p.betrekkingenIn, nummer] }
    const { bsn, woonplaats, verblijf, bron } = g.feiten
    const verblijven = [
      ...p.verblijven,
      { gemeente: alsTekst(woonplaats), soort: alsTekst(verblijf), van: g.geldigOp.toString(), bron: alsTekst(bron) },
    ]
    return {
      bestaat: true,
      bsn: Boolean(bsn),
      verblijven,
      gegevensIn: nummer,
      betrekkingenIn: [...p.betrekkingenIn, nummer],
    }
  },
  leidAf: () => ({ aanZet: null, termijnen: [], letOp: [] }),
  bevoegd: () => nietGeregeld({ wat: 'Een persoon kent geen taak.' }),
  naam: () => '',
  leestInhoud: true,
  reacties: () => [],
  rijen,
})
