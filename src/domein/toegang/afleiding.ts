/** Who acts and which terms run, from the state of a melding (D5). Pure; stored after each command and nightly. */
import { gemeentenaam, openAddenda } from '../../convenant/index.ts'
import { type Datum, datum, opOfVoor, schrijfDatum } from '../../kern/datum.ts'
import { nietVastgesteld, type Uitkomst } from '../../kern/uitkomst.ts'
import type { RegioAfspraken } from '../afspraken.ts'
import type { Afgeleid, AfgeleideTermijn } from '../proces.ts'
import { bevoegdIn, kanNietOpenen, strijdig, volgensWet } from './bevoegdheid.ts'
import { isOpen, type Melding } from './stand.ts'
import { besluitUiterlijkOp, staatStil } from './stilstand.ts'
import { taakNu } from './taak.ts'

const dag = (tekst: string | null): Datum | null => (tekst ? datum(tekst) : null)

export function termijnenVan(m: Melding, op: Datum): AfgeleideTermijn[] {
  const stil = staatStil(m, op)
  const basis = { soort: 'wet' as const, stilgezetSinds: null }
  const onderzoek = dag(m.onderzoekUiterlijk)
  const plan = dag(m.planUiterlijk)
  const besluit = dag(besluitUiterlijkOp(m, op))
  const bezwaar = dag(m.bezwaarUiterlijk)
  return [
    ...(onderzoek
      ? [
          {
            ...basis,
            code: 'onderzoek',
            naam: 'onderzoek klaar',
            uiterlijk: onderzoek,
            gehaaldOp: dag(m.onderzoekAfOp),
          },
        ]
      : []),
    // The seven days are the client's own term: once past, nobody is late.
    ...(plan && m.persoonlijkPlan !== 'nee' && (m.planOp || opOfVoor(op, plan))
      ? [
          {
            ...basis,
            code: 'persoonlijkPlan',
            naam: 'persoonlijk plan van de cliënt',
            uiterlijk: plan,
            gehaaldOp: dag(m.planOp),
          },
        ]
      : []),
    ...(besluit
      ? [
          {
            ...basis,
            code: 'besluit',
            naam: 'besluit bekend',
            uiterlijk: besluit,
            gehaaldOp: dag(m.bekendOp),
            stilgezetSinds: dag(stil?.van ?? null),
          },
        ]
      : []),
    // The client's own term as well: once past there is nothing left to meet.
    ...(bezwaar && opOfVoor(op, bezwaar)
      ? [{ ...basis, code: 'bezwaar', naam: 'bezwaar mogelijk tot en met', uiterlijk: bezwaar, gehaaldOp: null }]
      : []),
  ]
}

/** The term the work list sorts by: of the terms the organisation itself must meet, the one that runs now. */
export function lopendeTermijn(m: Melding, termijnen: readonly AfgeleideTermijn[]): AfgeleideTermijn | null {
  if (!isOpen(m)) return null
  const code = m.aanvraagOp ? 'besluit' : 'onderzoek'
  return termijnen.find((t) => t.code === code && t.gehaaldOp === null) ?? null
}

export function leidAf(m: Melding, afspraken: RegioAfspraken, op: Datum): Afgeleid {
  const taak = taakNu(m)
  const lopen = termijnenVan(m, op)
  // A case that was closed without a decision owes nothing any more: what was met stays to be read.
  const termijnen = m.stap === 'gesloten' ? lopen.filter((t) => t.gehaaldOp !== null) : lopen
  if (!taak) return { aanZet: null, termijnen, letOp: [] }
  const wie = bevoegdIn(m, taak, afspraken, op)
  // Nothing may stop a client's case: without an answer it stays with whoever holds it (D2).
  const slug = wie.soort === 'bepaald' ? wie.waarde : m.houder
  return {
    aanZet: { taak, wie, slug, strijdig: strijdig(wie) },
    termijnen,
    letOp: [...laterGemeld(m), ...letOp(wie, gemeentenaam(slug, afspraken.afspraken.gemeenten))],
  }
}

/** Entered after a report of a later day, which was then taken for the first: nobody decided which of the two goes on. */
function laterGemeld(m: Melding): string[] {
  const later = m.voorziening === 'bw' ? m.eerderMeldingen.filter((d) => d > m.datum).toSorted()[0] : undefined
  if (later === undefined) return []
  return [
    `Van deze cliënt was er al een melding van een latere dag (${schrijfDatum(datum(later))}). Die is toen als eerste beoordeeld. Spreek samen af welke zaak verdergaat.`,
  ]
}

function letOp(wie: Uitkomst<string>, aanZet: string): string[] {
  if (wie.soort === 'tegenstrijdig')
    return [
      `Het convenant spreekt zichzelf tegen: ${strijdig(wie)}. De zaak blijft waar hij is. De regiocoördinator kiest een uitleg.`,
    ]
  if (wie.soort !== 'bepaald') return ['Het convenant zegt niet wie nu aan zet is. De zaak blijft waar hij is.']
  const genoemd = kanNietOpenen(wie)
  if (genoemd) {
    const volgens =
      genoemd.uit === 'wet' ? 'Het convenant regelt dit vandaag niet. Volgens de wet' : 'Volgens het convenant'
    return [
      `${volgens} is ${genoemd.naam} aan zet, maar die kan deze zaak niet openen. De zaak blijft bij ${aanZet}. Spreek samen af wie verdergaat.`,
    ]
  }
  if (volgensWet(wie))
    return [
      'Het convenant regelt dit vandaag niet. Daarom geldt de wet: de gemeente waar de cliënt zich meldde, is aan zet.',
    ]
  if (openAddenda(wie).length)
    return [
      'Wie aan zet is, berust op een tekst die door een addendum is gewijzigd. De nieuwe tekst staat nog niet in Regiodak.',
    ]
  const open = nietVastgesteld(wie.waarom)
  return open.length ? ['Wie aan zet is, berust op een uitleg die de regio nog niet heeft vastgesteld.'] : []
}
