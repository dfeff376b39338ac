import type { Stapregel } from '../antwoorden.ts'
import type { Beeldomgeving } from '../beeldomgeving.ts'
import { bevoegde, bevoegdIn, geval } from './bevoegdheid.ts'
import { isOpen, type Melding, type Stap, stappen } from './stand.ts'

/** The fixed list of steps (never mixed with the timeline that grows). */
const vasteStappen: Stap[] = [
  'registratie',
  'screening',
  'onderzoek',
  'advies',
  'beoordeling',
  'verschil',
  'aanvraag',
  'besluit',
  'bekendmaking',
]

export function stappenlijst(m: Melding, naam: (slug: string) => string, o: Beeldomgeving): Stapregel[] {
  const nu = m.stap === 'nieuw' ? -1 : vasteStappen.indexOf(m.stap)
  const dicht = !isOpen(m)
  const getoond = vasteStappen.filter(
    (s) =>
      (s !== 'verschil' || m.verschil) &&
      (s !== 'beoordeling' || m.gedaan.beoordeling || m.stap === 'beoordeling' || (!m.advies && anders(m, o))),
  )
  return [
    { code: 'melding', naam: 'Melding', toestand: 'klaar', op: m.datum, wie: naam(m.gemeldBij) },
    ...getoond.map((code): Stapregel => {
      const gedaan = m.gedaan[code]
      const toestand = gedaan
        ? 'klaar'
        : code === m.stap
          ? 'nu'
          : dicht || vasteStappen.indexOf(code) < nu
            ? 'overgeslagen'
            : 'later'
      return { code, naam: stappen[code], toestand, op: gedaan?.op ?? null, wie: gedaan ? naam(gedaan.wie) : null }
    }),
  ]
}

const anders = (m: Melding, o: Beeldomgeving): boolean => {
  const a = bevoegdIn(m, 'advies', o.afspraken, o.vandaag)
  const b = bevoegde(o.afspraken, o.vandaag, geval(m, 'beschikking'))
  return a.soort === 'bepaald' && b.soort === 'bepaald' && a.waarde !== b.waarde
}
