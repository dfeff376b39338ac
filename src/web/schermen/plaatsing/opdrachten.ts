import * as schema from '../../../domein/wachtlijst/plaatsing.schema.ts'
import type { Veld } from '../../formulier/veld.ts'
import type { Opdrachtvorm } from '../../onderdelen/opdrachtformulier.tsx'

const toelichting: Veld = { soort: 'verhaal', pad: 'toelichting', label: 'Toelichting', optioneel: true, regels: 3 }

/** The forms of the commands on a waiting person, without `plaats`: that one starts at the chosen place. */
export function opdrachtvormen(vandaag: string): Readonly<Record<string, Opdrachtvorm>> {
  return {
    legContactVast: {
      knop: 'Bewaar het contact',
      schema: schema.legContactVast,
      begin: { datum: vandaag },
      velden: [
        { soort: 'datum', pad: 'datum', label: 'Datum', naam: 'de datum van het contact' },
        { soort: 'verhaal', pad: 'verslag', label: 'Verslag', regels: 4 },
      ],
    },
    pauzeer: {
      knop: 'Zet het wachten stil',
      schema: schema.pauzeer,
      uitleg: 'De cliënt houdt zijn plaats op de wachtlijst, maar krijgt zolang geen voorstel.',
      velden: [
        { soort: 'datum', pad: 'tot', label: 'Tot wanneer?', naam: 'tot wanneer' },
        { soort: 'verhaal', pad: 'reden', label: 'Reden', regels: 3, hint: 'De reden staat daarna in het dossier.' },
      ],
    },
    hervatWachten: { knop: 'Laat de cliënt weer meedoen', schema: schema.hervatWachten, velden: [toelichting] },
    legVertrekVast: {
      knop: 'Leg het vertrek vast',
      schema: schema.legVertrekVast,
      uitleg:
        'Vanaf deze dag is de plek vrij voor iemand anders. Verhuist de cliënt binnen de regio? Kies dan een nieuwe plek: dit verblijf eindigt dan vanzelf.',
      begin: { tot: vandaag },
      velden: [
        { soort: 'datum', pad: 'tot', label: 'Op welke dag vertrok de cliënt?', naam: 'de dag van vertrek' },
        { soort: 'lijst', pad: 'bestemming', label: 'Waar ging de cliënt naartoe?', opties: schema.bestemmingen },
        toelichting,
      ],
    },
    haalVanLijst: {
      knop: 'Haal de cliënt van de lijst',
      schema: schema.haalVanLijst,
      begin: { datum: vandaag },
      velden: [
        { soort: 'datum', pad: 'datum', label: 'Datum', naam: 'de datum' },
        { soort: 'keuze', pad: 'reden', label: 'Reden', opties: schema.redenenVanLijst },
        toelichting,
      ],
    },
  }
}

/** The form that gives someone a place. */
export const plaatsvorm = (begin: { van: string; akkoordOp: string }): Opdrachtvorm => ({
  knop: 'Plaats de cliënt hier',
  schema: schema.plaats.omit({ plek: true }),
  uitleg: 'De aanbieder moet akkoord zijn. Jouw keuze en de reden blijven in het dossier.',
  begin,
  velden: [
    {
      soort: 'datum',
      pad: 'van',
      label: 'Vanaf wanneer woont de cliënt hier?',
      naam: 'de datum waarop de cliënt er gaat wonen',
    },
    { soort: 'tekst', pad: 'akkoordAanbieder', label: 'Wie bij de aanbieder gaf akkoord?', breedte: 40 },
    { soort: 'datum', pad: 'akkoordOp', label: 'Datum van het akkoord', naam: 'de datum van het akkoord' },
    { soort: 'verhaal', pad: 'motivering', label: 'Waarom deze plek?', regels: 4 },
  ],
})
