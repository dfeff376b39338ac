/**
 * A person in a region (D3): what makes a new report find the same person, and no more. What a report tells
 * about them (address, contact, relations) stays with that case, for whoever works on it.
 */
import { z } from 'zod'
import { datum } from '../../kern/datum.ts'
import { nietGeregeld } from '../../kern/uitkomst.ts'
import { type Json, opdracht, proces, type RijContext, type Rijen } from '../proces.ts'
import { persoonsgegevens } from './persoon.schema.ts'

export type Persoon = {
  bestaat: boolean
  /** Number of the event that holds the latest particulars. */
  gegevensIn: number
}

const vanMelding = z.strictObject({
  persoon: persoonsgegevens,
  op: z.iso.date(),
  nummer: z.string(),
})

/** The address of a report belongs to that case. */
const zonderAdres = ({ adres: _adres, ...rest }: z.output<typeof persoonsgegevens>) => rest

const gegevens = (invoer: z.output<typeof vanMelding>, door: string) => ({
  geldigOp: datum(invoer.op),
  feiten: {
    bsn: invoer.persoon.bsn !== undefined,
    bron: `melding ${invoer.nummer}`,
    door,
  },
  inhoud: {
    persoon: zonderAdres(invoer.persoon) as Json,
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

/** The last case about this person turned out to be about someone else: what comes in has no bsn, so it becomes free. */
const laatLos = opdracht<Persoon, typeof vanMelding>({
  titel: 'Persoon loslaten',
  schema: vanMelding,
  bevoegd: 'betrokken',
  decideer: (_p, invoer, ctx) => [{ soort: 'persoonLosgelaten', ...gegevens(invoer, ctx.partij.slug) }],
})

type Bewaard = { persoon: z.output<typeof persoonsgegevens> }

/** "A. (Anna) de Vries" is for letters; lists show first names and surname. */
export const volledigeNaam = (p: {
  voornamen: string
  tussenvoegsel?: string | null | undefined
  achternaam: string
}): string => [p.voornamen, p.tussenvoegsel, p.achternaam].filter(Boolean).join(' ')

function rijen(p: Persoon, _afgeleid: unknown, ctx: RijContext): Rijen {
  const nu = ctx.inhoud(p.gegevensIn) as unknown as Bewaard | undefined
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
          },
        ]
      : [],
  }
}

export const persoon = proces<Persoon>({
  soort: 'persoon',
  meervoud: 'personen',
  begin: { bestaat: false, gegevensIn: 0 },
  beginOpdracht: 'legVast',
  opdrachten: { legVast, werkBij, laatLos },
  pasToe: (_p, _g, nummer) => ({ bestaat: true, gegevensIn: nummer }),
  leidAf: () => ({ aanZet: null, termijnen: [], letOp: [] }),
  bevoegd: () => nietGeregeld({ wat: 'Een persoon kent geen taak.' }),
  naam: () => '',
  leestInhoud: true,
  reacties: () => [],
  rijen,
})
