import * as schema from '../../../domein/toegang/melding.schema.ts'
import { betrekkingen } from '../../../domein/persoon/persoon.schema.ts'
import type { Veld, Waarden } from '../../formulier/veld.ts'
import type { Opdrachtvorm } from '../../onderdelen/opdrachtformulier.tsx'

const is =
  (pad: string, ...waarden: string[]) =>
  (w: Waarden) =>
    waarden.includes(w[pad] ?? '')
const toelichting: Veld = { soort: 'verhaal', pad: 'toelichting', label: 'Toelichting', optioneel: true, regels: 3 }
const motivering: Veld = {
  soort: 'verhaal',
  pad: 'motivering',
  label: 'Motivering',
  regels: 5,
  hint: 'Schrijf op waarom, in woorden die de cliënt ook begrijpt.',
}
const productveld = (toon: (w: Waarden) => boolean): Veld => ({
  soort: 'keuze',
  pad: 'product',
  label: 'Product',
  opties: schema.producten,
  toon,
  leeg: 'Kies het product.',
})
const datumveld = (label: string, naam: string, pad = 'datum'): Veld => ({ soort: 'datum', pad, label, naam })
const uitkomstVan = (label: string, pad: string): Veld => ({
  soort: 'lijst',
  pad,
  label,
  opties: schema.adviesuitkomsten,
})

/**
 * The form of each command on a report. `vandaag` fills the dates that are nearly always today; `metAdvies` says
 * whether there is an advice to differ from.
 * The server decides whether the command fits; this only says how to ask.
 */
export function opdrachtvormen(
  vandaag: string,
  collegas: Readonly<Record<string, string>>,
  metAdvies: boolean,
): Readonly<Record<string, Opdrachtvorm>> {
  const nu = { datum: vandaag }
  return {
    registreer: {
      knop: 'Registreer de melding',
      schema: schema.registreer,
      velden: [
        {
          soort: 'keuze',
          pad: 'identiteit',
          label: 'Zag je een identiteitsbewijs?',
          opties: { gezien: 'ja, gezien', nietMogelijk: 'dat kon nog niet' },
          hint: 'Kon het nog niet? Doe het dan voordat je het onderzoek afrondt.',
        },
        toelichting,
      ],
    },
    screen: {
      knop: 'Rond de screening af',
      schema: schema.screen,
      velden: [
        { soort: 'keuze', pad: 'uitkomst', label: 'Uitkomst van de screening', opties: schema.screeningsuitkomsten },
        { soort: 'verhaal', pad: 'toelichting', label: 'Toelichting', regels: 4 },
      ],
    },
    stelIdentiteitVast: {
      knop: 'Stel de identiteit vast',
      schema: schema.stelIdentiteitVast,
      begin: nu,
      uitleg: 'Bij het onderzoek stel je vast wie de cliënt is. We bewaren geen nummer en geen kopie.',
      velden: [
        datumveld('Wanneer zag je het identiteitsbewijs?', 'de datum waarop je het identiteitsbewijs zag'),
        {
          soort: 'lijst',
          pad: 'document',
          label: 'Welk identiteitsbewijs zag je?',
          opties: schema.identiteitsbewijzen,
        },
        toelichting,
      ],
    },
    wijsOpClientondersteuning: {
      knop: 'Leg het aanbod vast',
      schema: schema.wijsOpClientondersteuning,
      begin: nu,
      uitleg:
        'De cliënt heeft recht op gratis, onafhankelijke cliëntondersteuning. Dat aanbod moet er zijn vóór het onderzoek.',
      velden: [datumveld('Wanneer wees je de cliënt hierop?', 'de datum'), toelichting],
    },
    startOnderzoek: {
      knop: 'Start het onderzoek',
      schema: schema.startOnderzoek,
      begin: nu,
      velden: [
        datumveld('Wanneer begon het onderzoek?', 'de datum waarop het onderzoek begon'),
        { ...datumveld('Datum van het gesprek', 'de datum van het gesprek', 'gesprekOp'), optioneel: true },
      ],
    },
    ontvangPersoonlijkPlan: {
      knop: 'Leg het plan vast',
      schema: schema.ontvangPersoonlijkPlan,
      begin: nu,
      velden: [
        datumveld('Wanneer ontving je het plan?', 'de datum van ontvangst'),
        { soort: 'verhaal', pad: 'samenvatting', label: 'Samenvatting', optioneel: true, regels: 4 },
      ],
    },
    rondOnderzoekAf: {
      knop: 'Rond het onderzoek af',
      schema: schema.rondOnderzoekAf,
      begin: nu,
      uitleg: 'De wet noemt zeven onderwerpen die je moet onderzoeken. Het verslag gaat naar de cliënt.',
      velden: [
        ...Object.entries(schema.onderzoeksvragen).map(([code, vraag]): Veld => ({
          soort: 'verhaal',
          pad: `antwoorden.${code}`,
          label: vraag,
          regels: 3,
        })),
        { soort: 'verhaal', pad: 'verslag', label: 'Verslag', regels: 8 },
        datumveld('Datum van het verslag', 'de datum van het verslag'),
      ],
    },
    brengAdviesUit: {
      knop: 'Verstuur het advies',
      schema: schema.brengAdviesUit,
      velden: [
        uitkomstVan('Advies', 'uitkomst'),
        productveld(is('uitkomst', 'toekennen')),
        {
          soort: 'verhaal',
          pad: 'waaromNietZelfstandig',
          label: 'Waarom kan zelfstandig wonen met begeleiding niet?',
          regels: 4,
          toon: is('uitkomst', 'toekennen'),
          leeg: 'Vul in waarom zelfstandig wonen met begeleiding niet kan.',
        },
        motivering,
      ],
    },
    neemAdviesOver: { knop: 'Neem het advies over', schema: schema.neemAdviesOver, velden: [toelichting] },
    meldVerschil: {
      knop: 'Meld het verschil van inzicht',
      schema: schema.meldVerschil,
      uitleg:
        'De gemeente die adviseerde, reageert eerst. Zijn jullie het dan nog niet eens, dan heeft de centrumgemeente de doorslaggevende stem.',
      velden: [
        uitkomstVan('Wat moet het advies zijn volgens jullie?', 'standpunt'),
        { ...productveld(is('standpunt', 'toekennen')), optioneel: true, leeg: '' },
        motivering,
      ],
    },
    reageerOpVerschil: {
      knop: 'Verstuur de reactie',
      schema: schema.reageerOpVerschil,
      uitleg: 'Volgen jullie het andere standpunt, dan is dat het advies. Er is dan geen doorslaggevende stem nodig.',
      velden: [
        {
          soort: 'jaNee',
          pad: 'houdtVast',
          label: 'Blijven jullie bij het advies?',
          ja: 'ja, wij blijven erbij',
          nee: 'nee, wij volgen het andere standpunt',
        },
        motivering,
      ],
    },
    beslisDoorslaggevend: {
      knop: 'Leg de doorslaggevende stem vast',
      schema: schema.beslisDoorslaggevend,
      velden: [
        uitkomstVan('Wat wordt het advies?', 'uitkomst'),
        productveld(is('uitkomst', 'toekennen')),
        motivering,
        {
          soort: 'verhaal',
          pad: 'zonderReactie',
          label: 'Waarom wacht je niet op een reactie?',
          optioneel: true,
          regels: 2,
          hint: 'Alleen nodig als de gemeente die adviseerde, niet reageerde.',
        },
      ],
    },
    ontvangAanvraag: {
      knop: 'Leg de aanvraag vast',
      schema: schema.ontvangAanvraag,
      begin: nu,
      uitleg: 'Met de aanvraag begint de termijn voor het besluit.',
      velden: [
        datumveld('Datum van de aanvraag', 'de datum van de aanvraag'),
        {
          soort: 'keuze',
          pad: 'vorm',
          label: 'Hoe kwam de aanvraag binnen?',
          opties: schema.aanvraagvormen,
        },
      ],
    },
    schortOp: {
      knop: 'Zet de termijn stil',
      schema: schema.schortOp,
      velden: [
        {
          soort: 'keuze',
          pad: 'reden',
          label: 'Waarom staat de termijn stil?',
          opties: schema.stilzetredenen,
        },
        {
          ...datumveld('Datum van de brief aan de cliënt', 'de datum van de brief', 'brief'),
          toon: is('reden', 'aanvulling'),
          hint: 'De termijn staat stil vanaf de dag na de brief.',
        },
        {
          ...datumveld(
            'Tot en met welke dag kan de cliënt aanvullen?',
            'de laatste dag om aan te vullen',
            'hersteltermijn',
          ),
          toon: is('reden', 'aanvulling'),
        },
        {
          ...datumveld('Vanaf wanneer?', 'de datum vanaf wanneer de termijn stilstaat', 'van'),
          toon: is('reden', 'instemming', 'vertraging', 'overmacht'),
        },
        { soort: 'verhaal', pad: 'toelichting', label: 'Toelichting', regels: 3 },
      ],
    },
    hervat: {
      knop: 'Laat de termijn weer lopen',
      schema: schema.hervat,
      begin: { op: vandaag },
      uitleg:
        'Vul de dag in waarop de cliënt aanvulde. Vulde de cliënt niet aan, vul dan de dag in na de laatste dag om aan te vullen.',
      velden: [datumveld('Vanaf wanneer loopt de termijn weer?', 'de datum waarop de termijn weer loopt', 'op')],
    },
    neemBesluit: {
      knop: 'Neem het besluit',
      schema: schema.neemBesluit,
      begin: nu,
      velden: [
        { soort: 'keuze', pad: 'uitkomst', label: 'Besluit', opties: schema.besluiten },
        datumveld('Datum van het besluit', 'de datum van het besluit'),
        productveld(is('uitkomst', 'toekennen')),
        {
          ...datumveld('Ingangsdatum', 'de ingangsdatum', 'ingangsdatum'),
          toon: is('uitkomst', 'toekennen'),
          leeg: 'Vul de ingangsdatum in, bijvoorbeeld 3 11 2026.',
        },
        {
          ...datumveld('Einddatum', 'de einddatum', 'einddatum'),
          toon: is('uitkomst', 'toekennen'),
          leeg: 'Vul de einddatum in, bijvoorbeeld 3 11 2026.',
        },
        {
          soort: 'keuze',
          pad: 'grond',
          label: 'Reden van de afwijzing',
          opties: schema.afwijzingsgronden,
          toon: is('uitkomst', 'afwijzen'),
          leeg: 'Kies de reden van de afwijzing.',
        },
        motivering,
        metAdvies
          ? {
              soort: 'verhaal',
              pad: 'afwijkingVanAdvies',
              label: 'Waarom wijkt het besluit af van het advies?',
              optioneel: true,
              regels: 3,
              hint: 'Alleen nodig als het besluit anders is dan het advies.',
            }
          : {
              soort: 'verhaal',
              pad: 'zonderAdvies',
              label: 'Waarom wacht je niet op het advies?',
              optioneel: true,
              regels: 3,
              hint: 'Nodig als het onderzoek klaar is en het advies er nog niet is.',
            },
      ],
    },
    maakBekend: {
      knop: 'Leg de verzending vast',
      schema: schema.maakBekend,
      begin: nu,
      uitleg: 'Op deze dag is het besluit bekendgemaakt. De termijn voor bezwaar begint een dag later.',
      velden: [
        datumveld('Datum van verzending', 'de datum van verzending'),
        {
          soort: 'keuze',
          pad: 'wijze',
          label: 'Hoe maak je het besluit bekend?',
          opties: schema.wijzenBekendmaken,
        },
      ],
    },
    trekIn: {
      knop: 'Trek de melding in',
      schema: schema.trekIn,
      begin: nu,
      uitleg: 'De zaak wordt gesloten.',
      velden: [
        datumveld('Datum', 'de datum'),
        { soort: 'verhaal', pad: 'reden', label: 'Reden', regels: 3, hint: 'De reden staat daarna in het dossier.' },
        {
          soort: 'vink',
          pad: 'vergissing',
          label: 'Deze melding is per vergissing ingevoerd',
          hint: 'Dan telt zij niet mee als eerdere melding van de cliënt.',
        },
      ],
    },
    notitie: {
      knop: 'Bewaar de notitie',
      schema: schema.notitie,
      velden: [{ soort: 'verhaal', pad: 'tekst', label: 'Notitie', regels: 4 }],
    },
    contactmoment: {
      knop: 'Bewaar het contact',
      schema: schema.contactmoment,
      begin: nu,
      velden: [
        datumveld('Datum', 'de datum van het contact'),
        {
          soort: 'lijst',
          pad: 'vorm',
          label: 'Vorm',
          opties: schema.contactvormen,
        },
        { soort: 'tekst', pad: 'met', label: 'Met wie?', breedte: 40 },
        { soort: 'verhaal', pad: 'verslag', label: 'Verslag', regels: 4 },
      ],
    },
    voegBetrekkingToe: {
      knop: 'Voeg de persoon toe',
      schema: schema.voegBetrekkingToe,
      velden: [
        { soort: 'lijst', pad: 'soort', label: 'Wat is deze persoon voor de cliënt?', opties: betrekkingen },
        { soort: 'tekst', pad: 'naam', label: 'Naam', breedte: 30 },
        { soort: 'tekst', pad: 'bereikbaar', label: 'Hoe bereiken we deze persoon?', breedte: 40 },
        { ...datumveld('Sinds wanneer?', 'de begindatum', 'van'), optioneel: true },
      ],
    },
    regelTolk: {
      knop: 'Bewaar',
      schema: schema.regelTolk,
      velden: [
        { soort: 'jaNee', pad: 'nodig', label: 'Is een tolk nodig?' },
        { soort: 'tekst', pad: 'taal', label: 'Welke taal?', breedte: 20, optioneel: true, toon: is('nodig', 'ja') },
      ],
    },
    wijsToe: {
      knop: 'Wijs de zaak toe',
      schema: schema.wijsToe,
      velden: [{ soort: 'lijst', pad: 'behandelaar', label: 'Wie gaat dit doen?', opties: collegas }],
    },
  }
}

/** Work beside the process: possible at most moments, so it stands apart from the tasks. */
export const bijwerk: readonly string[] = [
  'notitie',
  'contactmoment',
  'voegBetrekkingToe',
  'regelTolk',
  'wijsToe',
  'schortOp',
  'hervat',
  'ontvangPersoonlijkPlan',
  'trekIn',
]

/** Commands that start at what they repair, an entry of the timeline or the particulars, instead of at the tasks. */
export const elders: readonly string[] = ['corrigeer', 'corrigeerPersoon', 'neemTerug']
