/** The forms that repair a mistake: one value of an entry, or who the client is. */
import type { Zaak } from '../../../domein/antwoorden.ts'
import { corrigeer, corrigeerPersoon, voorzieningen } from '../../../domein/toegang/melding.schema.ts'
import { naarWaarden } from '../../formulier/gegevens.ts'
import { persoonsvragen } from '../../formulier/persoonsvragen.ts'
import type { Veld } from '../../formulier/veld.ts'
import type { Opdrachtvorm } from '../../onderdelen/opdrachtformulier.tsx'

/** Why an entry was wrong; stays in the file. */
export const waaromFout: Veld = {
  soort: 'verhaal',
  pad: 'reden',
  label: 'Waarom klopte het niet?',
  regels: 2,
  hint: 'De reden staat daarna in het dossier.',
}

/** The form that repairs the particulars, filled with what stands there now. */
export function persoonscorrectie(gegevens: Zaak['persoon']['gegevens']): Opdrachtvorm {
  const vragen = persoonsvragen()
  return {
    knop: 'Verbeter de gegevens',
    schema: corrigeerPersoon,
    begin: gegevens ? naarWaarden(vragen, gegevens) : {},
    uitleg:
      'De oude gegevens blijven in de tijdlijn zichtbaar. Verander je het burgerservicenummer? Dan kan deze zaak over iemand anders gaan die we al kennen. We rekenen dan opnieuw uit wie aan zet is.',
    velden: [...vragen, waaromFout],
  }
}

/** The form that repairs one mistaken value of an entry. */
export function correctievorm(veld: { veld: string; label: string; waarde: string }): Opdrachtvorm {
  const nieuw = `Wat is de juiste ${veld.label}?`
  const velden: Record<string, Veld> = {
    datum: { soort: 'datum', pad: 'waarde', label: nieuw, naam: veld.label },
    woonplaats: { soort: 'gemeente', pad: 'waarde', label: nieuw, zonder: true },
    herkomst: { soort: 'gemeente', pad: 'waarde', label: nieuw, zonder: true },
    gemeldBij: { soort: 'gemeente', pad: 'waarde', label: nieuw, alleenRegio: true },
    // A forgotten or wrong earlier report is corrected by its date; here only that there was none.
    eerderGemeld: {
      soort: 'keuze',
      pad: 'waarde',
      label: 'Eerder gemeld?',
      opties: { nee: 'nee, niet eerder gemeld' },
    },
    eerderGemeldOp: { soort: 'datum', pad: 'waarde', label: nieuw, naam: veld.label },
    voorziening: { soort: 'keuze', pad: 'waarde', label: nieuw, opties: voorzieningen },
  }
  return {
    knop: 'Verbeter dit gegeven',
    schema: corrigeer.pick({ waarde: true, reden: true }),
    uitleg: 'De oude waarde blijft in de tijdlijn zichtbaar. Termijnen en wie aan zet is, rekenen we opnieuw uit.',
    velden: [velden[veld.veld] ?? { soort: 'tekst', pad: 'waarde', label: nieuw }, waaromFout],
  }
}
