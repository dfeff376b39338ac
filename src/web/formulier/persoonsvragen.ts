import type { Veld } from './veld.ts'

/** The questions about who somebody is: of a new report and of its correction. `voor` goes before each path. */
export const persoonsvragen = (voor = '', groep?: string): Veld[] => [
  {
    soort: 'tekst',
    pad: `${voor}bsn`,
    label: 'Burgerservicenummer',
    breedte: 14,
    modus: 'numeric',
    ...(groep && { groep }),
    hint: '9 cijfers. Spaties en punten mogen.',
    toon: (w) => w[`${voor}geenBsn`] !== 'ja',
    leeg: 'Vul het burgerservicenummer in, of kies dat er geen bsn bekend is.',
  },
  { soort: 'vink', pad: `${voor}geenBsn`, label: 'Er is geen bsn bekend' },
  { soort: 'tekst', pad: `${voor}voornamen`, label: 'Voornaam', breedte: 30 },
  { soort: 'tekst', pad: `${voor}tussenvoegsel`, label: 'Tussenvoegsel', breedte: 10, optioneel: true },
  { soort: 'tekst', pad: `${voor}achternaam`, label: 'Achternaam', breedte: 30 },
  {
    soort: 'datum',
    pad: `${voor}geboortedatum`,
    label: 'Geboortedatum',
    naam: 'de geboortedatum',
    hint: 'Bijvoorbeeld 13 5 1987',
  },
  { soort: 'tekst', pad: `${voor}adres`, label: 'Adres', optioneel: true, breedte: 50 },
]
