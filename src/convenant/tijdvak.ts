import type { Afsprakenboek } from './afsprakenboek.ts'
import type { Tijdvak } from './regels/kalender.ts'

/** First and last day of the covenant of the book, extensions included, and its readings. */
export function tijdvakVan(boek: Afsprakenboek): Tijdvak {
  const { looptijd } = boek
  // Of two readings of the end the later one: a day is called too late only when both say so.
  const einde =
    looptijd?.soort === 'bepaald'
      ? looptijd.waarde.totEnMet
      : looptijd?.soort === 'tegenstrijdig'
        ? looptijd.lezingen.at(-1)!.waarde.totEnMet
        : null
  return { uitleg: boek.uitleg, begin: boek.laatste.ingang, einde }
}
