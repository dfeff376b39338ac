/** Reports as the wizard sends them, with plainly invented people and texts. */
import type { Oorsprong } from './oorsprong.ts'

type Persoon = { voornamen: string; achternaam: string; geboortedatum: string }

/** The person of a model case; every copy gets a name and birthday of its own in these places. */
export const MERK: Persoon = {
  voornamen: 'Sjabloonvoornaam',
  achternaam: 'Sjabloonachternaam',
  geboortedatum: '1901-02-03',
}

const zin = 'Dit is een verzonnen tekst voor de proef, zo lang als een consulent hem ongeveer schrijft. '
export const VERHAAL = { kort: zin.repeat(2).trim(), lang: zin.repeat(8).trim() }

/** Answers to the seven subjects of the onderzoek, and the report. */
export const VERSLAG = {
  antwoorden: Object.fromEntries(
    ['behoeften', 'eigenKracht', 'netwerk', 'mantelzorger', 'algemeen', 'samenwerking', 'bijdrage'].map((vraag) => [
      vraag,
      VERHAAL.kort,
    ]),
  ),
  verslag: VERHAAL.lang,
}

/** A complete report: every step of the wizard filled in. */
export function eenMelding(m: { datum: string; oorsprong: Oorsprong; bsn: string; mo: boolean; persoon: Persoon }) {
  return {
    overDeMelding: { voorziening: m.mo ? 'mo' : 'bw', melder: 'client', datum: m.datum, kanaal: 'loket', spoed: false },
    client: {
      persoon: { ...m.persoon, bsn: m.bsn, adres: 'Verzonnenstraat 1, 2500 AA' },
      verblijf: 'inwonend',
      bereikbaar: 'Bel overdag, niet in het weekend.',
      tolk: false,
      betrekkingen: [{ soort: 'mantelzorger', naam: 'Verzonnen Verwant', bereikbaar: 'Bel na zes uur.' }],
    },
    herkomst: {
      gemeldBij: m.oorsprong === 'buiten-regio' ? 'den-haag' : m.oorsprong,
      woonplaats: m.oorsprong,
      herkomst: m.oorsprong,
      eerderGemeld: 'nee',
      eerderGewoond: 'nee',
    },
    nodig: { doelgroep: 'autisme', wens: VERHAAL.kort, veiligheid: VERHAAL.kort },
    delen: { clientondersteuningOp: m.datum, persoonlijkPlan: 'weetNiet' },
  }
}
