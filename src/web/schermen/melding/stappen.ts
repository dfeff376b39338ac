import type { z } from 'zod'
import { betrekkingen, verblijven } from '../../../domein/persoon/persoon.schema.ts'
import {
  doelgroepen,
  jaNeeWeetNiet,
  kanalen,
  melders,
  persoonlijkePlannen,
  stapClient,
  stapDelen,
  stapHerkomst,
  stapNodig,
  stapOverDeMelding,
  voorzieningen,
  wizardsleutels,
} from '../../../domein/toegang/melding.schema.ts'
import { persoonsvragen } from '../../formulier/persoonsvragen.ts'
import type { Veld, Waarden } from '../../formulier/veld.ts'

export type Sleutel = (typeof wizardsleutels)[number]
export type Wizardstap = { sleutel: Sleutel; naam: string; schema: z.ZodType; velden: readonly Veld[] }

const is = (pad: string, waarde: string) => (w: Waarden) => w[pad] === waarde

const overDeMelding: Veld[] = [
  { soort: 'keuze', pad: 'voorziening', label: 'Waar gaat de melding over?', opties: voorzieningen },
  { soort: 'lijst', pad: 'melder', label: 'Wie doet de melding?', opties: melders },
  {
    soort: 'datum',
    pad: 'datum',
    label: 'Datum van de melding',
    naam: 'de datum van de melding',
    hint: 'De wettelijke termijn start op deze dag, ook als je de melding later invoert.',
  },
  { soort: 'keuze', pad: 'kanaal', label: 'Hoe kwam de melding binnen?', opties: kanalen },
  { soort: 'jaNee', pad: 'spoed', label: 'Is er nu onderdak nodig?', ja: 'ja, met spoed', nee: 'nee' },
  {
    soort: 'verhaal',
    pad: 'onderdak',
    label: 'Wat is er geregeld voor vannacht?',
    optioneel: true,
    regels: 3,
    toon: is('spoed', 'ja'),
    hint: 'Regel eerst onderdak. Vul daarna de melding verder in.',
  },
]

const client: Veld[] = [
  ...persoonsvragen('persoon.', 'Wie is de cliënt?'),
  { soort: 'lijst', pad: 'verblijf', label: 'Waar verblijft de cliënt nu?', opties: verblijven, groep: 'Contact' },
  {
    soort: 'tekst',
    pad: 'bereikbaar',
    label: 'Hoe bereiken we de cliënt veilig?',
    breedte: 50,
    hint: 'Mogen we bellen of schrijven? Wie mag niet meelezen of meeluisteren?',
  },
  { soort: 'jaNee', pad: 'tolk', label: 'Is een tolk nodig?' },
  { soort: 'tekst', pad: 'taal', label: 'Welke taal?', breedte: 20, optioneel: true, toon: is('tolk', 'ja') },
  {
    soort: 'herhaal',
    pad: 'betrekkingen',
    label: 'Vertegenwoordiger, mentor of contactpersoon',
    enkelvoud: 'Persoon',
    toevoegen: 'Persoon toevoegen',
    hooguit: 5,
    groep: 'Mensen om de cliënt heen',
    velden: [
      { soort: 'lijst', pad: 'soort', label: 'Wat is deze persoon voor de cliënt?', opties: betrekkingen },
      { soort: 'tekst', pad: 'naam', label: 'Naam', breedte: 30 },
      { soort: 'tekst', pad: 'bereikbaar', label: 'Hoe bereiken we deze persoon?', breedte: 40 },
    ],
  },
]

const herkomst: Veld[] = [
  { soort: 'gemeente', pad: 'gemeldBij', label: 'Bij welke gemeente meldde de cliënt zich?', alleenRegio: true },
  {
    soort: 'gemeente',
    pad: 'woonplaats',
    label: 'Waar woont de cliënt?',
    zonder: true,
    hint: 'De gemeente waar de cliënt nu woont of verblijft.',
  },
  {
    soort: 'gemeente',
    pad: 'herkomst',
    label: 'Waar woonde de cliënt vóór de opvang of instelling?',
    zonder: true,
    hint: 'Was er geen opvang of instelling? Kies dan dezelfde gemeente.',
  },
  {
    soort: 'keuze',
    pad: 'eerderGemeld',
    // What counts is a report for Beschermd Wonen; how far back is for the covenant to say, so no period stands here.
    label: 'Meldde de cliënt zich al eerder voor beschermd wonen in deze regio?',
    opties: jaNeeWeetNiet,
    hint: 'Bij elke gemeente van deze regio. Een melding voor opvang of andere hulp telt niet mee. Vulde je burgerservicenummer, achternaam en geboortedatum in? Dan zoeken we zaken die al in Regiodak staan, zelf op.',
  },
  {
    soort: 'datum',
    pad: 'eerderGemeldOp',
    label: 'Wanneer was de laatste keer?',
    naam: 'de datum van de eerdere melding',
    hint: 'Ook als het lang geleden is. Het convenant bepaalt of deze melding meetelt.',
    leeg: 'Vul de datum van de eerdere melding in, bijvoorbeeld 3 11 2026.',
    toon: is('eerderGemeld', 'ja'),
  },
  {
    soort: 'keuze',
    pad: 'eerderGewoond',
    label: 'Woonde de cliënt eerder in een plek voor beschermd wonen?',
    opties: jaNeeWeetNiet,
  },
  {
    soort: 'datum',
    pad: 'eerderGewoondTot',
    label: 'Tot wanneer?',
    naam: 'de datum tot wanneer de cliënt daar woonde',
    hint: 'Woont de cliënt daar nog? Vul dan de dag van vandaag in.',
    leeg: 'Vul in tot wanneer de cliënt daar woonde, bijvoorbeeld 3 11 2026.',
    toon: is('eerderGewoond', 'ja'),
  },
  {
    soort: 'verhaal',
    pad: 'kansOpHerstel',
    label: 'Waar is de kans op herstel het grootst, en waarom?',
    optioneel: true,
    regels: 3,
  },
]

const nodig: Veld[] = [
  { soort: 'lijst', pad: 'doelgroep', label: 'Wat is de grootste vraag?', opties: doelgroepen },
  {
    soort: 'verhaal',
    pad: 'wens',
    label: 'Wat wil de cliënt zelf?',
    regels: 5,
    hint: 'Schrijf het op in de woorden van de cliënt.',
  },
  {
    soort: 'verhaal',
    pad: 'veiligheid',
    label: 'Is er iets met de veiligheid?',
    optioneel: true,
    regels: 3,
    hint: 'Van de cliënt zelf, van huisgenoten of van jullie.',
  },
  { soort: 'verhaal', pad: 'hulpNu', label: 'Welke hulp is er al?', optioneel: true, regels: 3 },
]

const delen: Veld[] = [
  {
    soort: 'datum',
    pad: 'clientondersteuningOp',
    label: 'Wanneer wees je op gratis cliëntondersteuning?',
    naam: 'de datum waarop je op cliëntondersteuning wees',
    optioneel: true,
    hint: 'Nog niet gedaan? Laat dit leeg. Het moet wel gebeuren voordat het onderzoek begint.',
  },
  {
    soort: 'keuze',
    pad: 'persoonlijkPlan',
    label: 'Maakt de cliënt een persoonlijk plan?',
    hint: 'De cliënt mag in een plan opschrijven welke hulp nodig is.',
    opties: persoonlijkePlannen,
  },
  {
    soort: 'verhaal',
    pad: 'delenMet',
    label: 'Met wie mogen we gegevens delen?',
    optioneel: true,
    regels: 3,
    hint: 'Noem per partij wat die mag zien, en of dat met toestemming is of omdat het moet van de wet.',
  },
]

/** The five steps that ask something; step 6 shows everything again. */
export const wizardstappen: readonly Wizardstap[] = [
  { sleutel: 'overDeMelding', naam: 'Over de melding', schema: stapOverDeMelding, velden: overDeMelding },
  { sleutel: 'client', naam: 'De cliënt', schema: stapClient, velden: client },
  { sleutel: 'herkomst', naam: 'Herkomst en wie behandelt', schema: stapHerkomst, velden: herkomst },
  { sleutel: 'nodig', naam: 'Wat is er nodig', schema: stapNodig, velden: nodig },
  { sleutel: 'delen', naam: 'Delen en documenten', schema: stapDelen, velden: delen },
]
export const aantalStappen = wizardstappen.length + 1
export const stapnaam = (nummer: number): string => wizardstappen[nummer - 1]?.naam ?? 'Controleren en versturen'
