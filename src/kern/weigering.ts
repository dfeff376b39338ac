/**
 * A refusal: something this person may not or cannot do now. One table holds every code, its Dutch
 * sentence, what to do next and the HTTP status; `docs/foutcodes.md` is kept equal to it by a test.
 */
import type { Bron } from './uitkomst.ts'
import { type Code, databankcodes } from './weigering-databank.ts'

const codes = {
  INVOER_ONJUIST: {
    status: 400,
    zin: 'Er klopt iets niet in de invoer.',
    doe: 'Los de genoemde punten op en probeer het opnieuw.',
  },
  INVOER_ONLEESBAAR: { status: 400, zin: 'De gegevens zijn niet te lezen.', doe: 'Stuur geldige JSON.' },
  INVOER_TE_GROOT: {
    status: 413,
    zin: 'Er is te veel gestuurd.',
    doe: 'Stuur minder gegevens tegelijk of kies een kleiner bestand.',
  },
  NIET_AANGEMELD: { status: 401, zin: 'Je bent niet aangemeld.', doe: 'Meld je aan en probeer het opnieuw.' },
  NIET_GEVONDEN: { status: 404, zin: 'Dit bestaat niet, of je mag het niet zien.', doe: 'Zoek op het zaaknummer.' },
  METHODE_PAST_NIET: {
    status: 405,
    zin: 'Dit adres kent {methode} niet. Wel: {methoden}.',
    doe: 'Kijk in /api/v1/openapi.json wat dit adres kan.',
  },
  NIET_BEVOEGD: {
    status: 403,
    zin: '{wie} mag dit niet doen. Dit is een taak van {bevoegd}.',
    doe: 'Vraag {bevoegd} om deze stap te zetten.',
  },
  STAP_VAN_ANDER: {
    status: 403,
    zin: 'De laatste stap zette {door}. Alleen {door} kan die terugnemen.',
    doe: 'Overleg met {door}.',
  },
  ROL_MIST_TAAK: {
    status: 403,
    zin: 'Met jouw rol ({rol}) mag je de taak {taak} niet uitvoeren.',
    doe: 'Vraag een collega met die taak. Klopt je rol niet? Geef dat door aan wie Regiodak beheert in je organisatie.',
  },
  AANSTELLING_VERLOPEN: {
    status: 403,
    zin: 'Je aanstelling geldt niet meer.',
    doe: 'Vraag een nieuwe aanstelling aan bij wie Regiodak beheert in je organisatie.',
  },
  STAP_PAST_NIET: {
    status: 409,
    zin: 'Dit kan nu niet. De zaak staat bij de stap "{stap}".',
    doe: 'Ververs de pagina en bekijk wat de volgende stap is.',
  },
  GEWIJZIGD_DOOR_ANDER: {
    status: 412,
    zin: '{naam} heeft dit net gewijzigd. Jouw tekst is niet opgeslagen en staat nog op je scherm.',
    doe: 'Bekijk de nieuwe versie en kies wat je bewaart.',
  },
  VERSIE_ONTBREEKT: {
    status: 428,
    zin: 'De versie van de zaak ontbreekt in het verzoek.',
    doe: 'Stuur de ETag van de zaak mee als If-Match.',
  },
  SLEUTEL_HERGEBRUIKT: {
    status: 409,
    zin: 'Deze Idempotency-Key is al gebruikt voor een ander verzoek.',
    doe: 'Maak een nieuwe sleutel voor een nieuw verzoek.',
  },
  SLEUTEL_ONTBREEKT: {
    status: 400,
    zin: 'De Idempotency-Key ontbreekt in het verzoek.',
    doe: 'Stuur een unieke Idempotency-Key mee.',
  },
  TOEGANG_CLIENTONDERSTEUNING_ONTBREEKT: {
    status: 409,
    zin: 'Leg eerst vast dat de cliënt is gewezen op gratis cliëntondersteuning. Dat moet vóór het onderzoek.',
    doe: 'Leg de datum van het aanbod vast bij de taken.',
  },
  TOEGANG_ONDERZOEK_NIET_AF: {
    status: 409,
    zin: 'Het onderzoek is nog niet af.',
    doe: 'Rond eerst het onderzoek af met een verslag.',
  },
  TOEGANG_AANVRAAG_TE_VROEG: {
    status: 409,
    zin: 'Een aanvraag kan pas na het onderzoek, of na {datum} als het onderzoek dan niet af is.',
    doe: 'Rond eerst het onderzoek af.',
  },
  TOEGANG_ONDERZOEK_AL_GESTART: {
    status: 409,
    zin: 'Het onderzoek is al gestart.',
    doe: 'Rond het onderzoek af met een verslag.',
  },
  TOEGANG_ONDERZOEK_NIET_GESTART: {
    status: 409,
    zin: 'Het onderzoek is nog niet gestart.',
    doe: 'Start eerst het onderzoek.',
  },
  TOEGANG_IDENTITEIT_ONTBREEKT: {
    status: 409,
    zin: 'De identiteit van de cliënt is nog niet vastgesteld. Dat hoort bij het onderzoek, dus zonder kan het niet af.',
    doe: 'Vraag om een identiteitsbewijs en kies bij de taken: Identiteit vaststellen.',
  },
  TOEGANG_IDENTITEIT_BEKEND: {
    status: 409,
    zin: 'De identiteit is al vastgesteld.',
    doe: 'Maak zo nodig een notitie.',
  },
  TOEGANG_PLAN_AL_ONTVANGEN: {
    status: 409,
    zin: 'Er is al een persoonlijk plan ontvangen.',
    doe: 'Maak een notitie als het plan veranderde.',
  },
  TOEGANG_AANVRAAG_AL_ONTVANGEN: {
    status: 409,
    zin: 'Er is al een aanvraag ontvangen.',
    doe: 'Ververs de pagina en bekijk wat de volgende stap is.',
  },
  TOEGANG_TERMIJN_STAAT_STIL: {
    status: 409,
    zin: 'De beslistermijn staat stil.',
    doe: 'Laat de termijn eerst weer lopen.',
  },
  TOEGANG_TERMIJN_LOOPT: {
    status: 409,
    zin: 'De beslistermijn staat niet stil.',
    doe: 'Je hoeft hem niet weer te laten lopen.',
  },
  TOEGANG_NIET_TE_CORRIGEREN: {
    status: 409,
    zin: 'Dit gegeven staat niet in deze gebeurtenis of is al gecorrigeerd.',
    doe: 'Kies een gebeurtenis van de tijdlijn met dit gegeven.',
  },
  TOEGANG_NIETS_GECORRIGEERD: {
    status: 409,
    zin: 'Er is niets veranderd: deze gegevens staan al zo in de zaak.',
    doe: 'Verander wat niet klopt, of sluit het formulier.',
  },
  TOEGANG_VOORZIENING_NA_ADVIES: {
    status: 409,
    zin: 'Na het advies of het besluit kan de soort hulp niet meer anders.',
    doe: 'Trek de melding in en voer een nieuwe melding in.',
  },
  TOEGANG_NA_BESLUIT: {
    status: 409,
    zin: 'Na het besluit kun je dit gegeven niet meer corrigeren: het besluit berust erop.',
    doe: 'Neem eerst het besluit terug. Dat kan tot de bekendmaking.',
  },
  TOEGANG_NIETS_TERUG_TE_NEMEN: {
    status: 409,
    zin: 'In deze zaak is na de melding nog geen stap gezet. De melding zelf kun je niet terugnemen.',
    doe: 'Corrigeer de melding in de tijdlijn, of trek de melding in.',
  },
  TOEGANG_NIET_DE_LAATSTE_STAP: {
    status: 409,
    zin: 'Je kunt alleen de laatste stap terugnemen. Dat is nu: {stap}.',
    doe: 'Neem eerst die stap terug. Zette een andere gemeente die stap, overleg dan met die gemeente.',
  },
  TOEGANG_AL_TERUGGENOMEN: {
    status: 409,
    zin: 'Deze stap is al teruggenomen.',
    doe: 'Ververs de pagina en bekijk wat de volgende stap is.',
  },
  TOEGANG_NA_BEKENDMAKING: {
    status: 409,
    zin: 'Het besluit is bekendgemaakt en werkt voor de cliënt. Daarna kun je geen stap meer terugnemen.',
    doe: 'Overleg met een jurist. Een bekendgemaakt besluit verandert door bezwaar of door een nieuw besluit.',
  },
  MANDAAT_ONTBREEKT: {
    status: 409,
    zin: '{aan} mag dit besluit niet nemen: er is geen mandaat van {van} dat vandaag geldt.',
    doe: 'Vraag de jurist om het mandaat vast te leggen.',
  },
  VERSCHIL_AL_BEANTWOORD: {
    status: 409,
    zin: 'Er is al gereageerd op het verschil van inzicht.',
    doe: 'De centrumgemeente brengt nu de doorslaggevende stem uit.',
  },
  VERSCHIL_ALLEEN_BIJ_BW: {
    status: 409,
    zin: 'De doorslaggevende stem geldt alleen voor een advies over beschermd wonen.',
    doe: 'Neem het advies over of overleg met de andere gemeente.',
  },
  WACHTLIJST_PLEK_BEZET: {
    status: 409,
    zin: 'Deze plek is niet vrij op {datum}.',
    doe: 'Kies een andere plek of een latere datum.',
  },
  WACHTLIJST_VERBLIJF_VOORBIJ: {
    status: 409,
    zin: 'Het verblijf kan niet doorlopen: de plek is sinds {datum} van iemand anders, of de cliënt woont nu ergens anders.',
    doe: 'Kijk op de pagina Plekken wat er vrij is, en overleg met de aanbieder.',
  },
  WACHTLIJST_PLEK_PAST_NIET: {
    status: 409,
    zin: 'Deze plek past niet bij het besluit: {reden}.',
    doe: 'Kies een plek die wel past.',
  },
  DOCUMENT_SOORT: { status: 400, zin: 'Dit soort bestand kan niet.', doe: 'Kies pdf, docx, jpg of png.' },
  UITLEG_NIET_VASTGESTELD: {
    status: 409,
    zin: 'De regio heeft deze uitleg nog niet vastgesteld: {uitleg}.',
    doe: 'Leg de uitleg eerst vast in een besluit.',
  },
  ADDENDUM_ZONDER_TEKST: {
    status: 409,
    zin: 'Een addendum wijzigde de tekst waarop dit berust, en de nieuwe tekst staat nog niet in Regiodak: {addendum}.',
    doe: 'Voeg de nieuwe versie van het convenant toe. Was het addendum een vergissing, trek het dan in.',
  },
  UITKOMST_NIET_BEPAALD: {
    status: 409,
    zin: 'Dit is nog niet definitief vast te stellen. {reden}',
    doe: 'Vul aan wat ontbreekt, of leg in een besluit vast hoe de regio het convenant leest.',
  },
  BESLUIT_WACHT: {
    status: 503,
    zin: 'Het besluit is niet vastgelegd. Iemand anders is al lang bezig iets op te slaan.',
    doe: 'Probeer het over een minuut opnieuw.',
  },
  AL_DEFINITIEF: {
    status: 409,
    zin: 'Dit staat al definitief vast: {wat}, vastgesteld op {datum}.',
    doe: 'Was dat een vergissing, trek die vaststelling dan eerst in.',
  },
  BESLUIT_INGETROKKEN: {
    status: 409,
    zin: 'Dit is al ingetrokken op {datum}.',
    doe: 'Ververs de pagina.',
  },
  CONVENANT_GEWIJZIGD: {
    status: 409,
    zin: 'De tekst van convenant {regio} {versie} is veranderd terwijl er zaken op berusten.',
    doe: 'Maak een nieuwe versie, of wijzig alleen uitleg, voorbeelden en bevindingen.',
  },
  ...databankcodes,
  REGIO_ONBEKEND: {
    status: 400,
    zin: 'De regio {regio} is niet bekend. Er is een convenant voor: {regios}.',
    doe: "Kies een van deze regio's.",
  },
  GEMEENTE_ONBEKEND: {
    status: 400,
    zin: '{gemeente} is geen gemeente die wij kennen.',
    doe: 'Schrijf de naam met kleine letters en streepjes, zoals den-haag.',
  },
  BESLUITREGEL_ONBEKEND: {
    status: 400,
    zin: '{naam} heeft geen regel {regel} om over te stemmen.',
    doe: 'Kies een van deze regels: {regels}.',
  },
  STEMMING_PAST_NIET: {
    status: 400,
    zin: 'Deze stemming past niet bij het convenant: {reden}.',
    doe: 'Kijk na wie er mag stemmen, met hoeveel stemmen en in hoeveel ronden.',
  },
  TERMIJN_ONBEKEND: {
    status: 400,
    zin: 'De termijn {termijn} is niet bekend.',
    doe: 'Kies een van deze termijnen: {termijnen}.',
  },
  TERMIJN_NIET_OP_TE_SCHORTEN: {
    status: 400,
    zin: 'De termijn {termijn} van {artikel} kan niet worden stilgezet.',
    doe: 'Laat de stilgezette periode weg.',
  },
  TERMIJN_NIET_TE_VERDAGEN: {
    status: 400,
    zin: 'De termijn {termijn} van {artikel} kan niet worden verdaagd.',
    doe: 'Laat de verdaging weg.',
  },
  DOORBELASTING_POST_ONBEKEND: {
    status: 400,
    zin: 'De post {post} bestaat niet in deze afspraak. Wel: {posten}.',
    doe: 'Kies een van deze posten.',
  },
  DOORBELASTING_GEMEENTE: {
    status: 400,
    zin: '{gemeente} kan volgens deze afspraak niets doorbelasten. Wel: {gemeenten}.',
    doe: 'Kies een van deze gemeenten.',
  },
  DOORBELASTING_BUITEN_PERIODE: {
    status: 400,
    zin: 'De post {post} van {gemeente} kan alleen over {van} tot en met {totEnMet} worden doorbelast, niet over {jaar}.',
    doe: 'Laat deze post weg.',
  },
  DOORBELASTING_MINDER: {
    status: 400,
    zin: 'De post {post} van {gemeente} is over heel het jaar {heel}, en was over de eerste maanden al {eerst}.',
    doe: 'Kijk de aantallen na. Over heel het jaar zijn het er minstens evenveel.',
  },
  DOORBELASTING_GEEN_TARIEF: {
    status: 400,
    zin: 'De post {post} is een bedrag en heeft geen tarief.',
    doe: 'Laat het tarief van deze post weg.',
  },
  INSTELLING_ONJUIST: {
    status: 500,
    zin: 'De instelling {variabele} is niet te lezen.',
    doe: 'Geef {variabele} een andere waarde of laat hem weg.',
  },
  CONCEPT_WEG: {
    status: 409,
    zin: 'Dit concept is al verstuurd of weggegooid.',
    doe: 'Zoek de zaak op in de werklijst.',
  },
  POORT_BEZET: {
    status: 500,
    zin: 'Poort {poort} is al in gebruik.',
    doe: 'Stop het andere programma, of kies een andere poort met REGIODAK_POORT.',
  },
  STORING: {
    status: 500,
    zin: 'Er is iets stuk bij ons.',
    doe: 'Probeer het over 5 minuten opnieuw. Meld het nummer {kenmerk}.',
  },
} as const satisfies Record<string, Code>

export type Weigeringscode = keyof typeof codes
export const weigeringen: Readonly<Record<Weigeringscode, Code>> = codes

/** A problem with one field of the input, in the words of its label. */
export type Veldfout = { veld: string; melding: string }

export class Weigering extends Error {
  readonly code: Weigeringscode
  readonly status: Code['status']
  readonly doe: string
  readonly bron: Bron | undefined
  readonly velden: readonly Veldfout[]

  constructor(
    code: Weigeringscode,
    feiten: Record<string, string> = {},
    extra: { bron?: Bron; velden?: readonly Veldfout[] } = {},
  ) {
    const vul = (tekst: string) =>
      !tekst.includes('{') ? tekst : tekst.replace(/\{(\w+)\}/g, (heel, naam: string) => feiten[naam] ?? heel)
    super(vul(codes[code].zin))
    this.name = 'Weigering'
    this.code = code
    this.status = codes[code].status
    this.doe = vul(codes[code].doe)
    this.bron = extra.bron
    this.velden = extra.velden ?? []
  }
}

/** Refuses. Throws a `Weigering`; used as an expression at the end of a rule. */
export function weiger(
  code: Weigeringscode,
  feiten?: Record<string, string>,
  extra?: { bron?: Bron; velden?: readonly Veldfout[] },
): never {
  throw new Weigering(code, feiten, extra)
}
