/** The timeline of a case in words: one sentence per event, its details, and what the computed part rests on. */
import type { Tijdlijnregel } from '../antwoorden.ts'
import type { Journaalrij } from '../gelezen-zaak.ts'
import { alsTekst, type Inhoudlezer, type Json } from '../proces.ts'
import type { StapJson, UitkomstJson } from '../../kern/schrijf-uit.ts'
import { datum, schrijfDatum } from '../../kern/datum.ts'
import { gemeentenaam } from '../../convenant/index.ts'
import { type Beeldomgeving, reden } from '../beeldomgeving.ts'
import { betrekkingen, persoonsvelden, verblijven } from '../persoon/persoon.schema.ts'
import { bestemmingen, redenenVanLijst, terugTeNemen } from '../wachtlijst/plaatsing.schema.ts'
import { stapsoorten } from './terugnemen.ts'
import {
  adviesuitkomsten,
  afwijzingsgronden,
  corrigeerbaar,
  doelgroepen,
  identiteitsbewijzen,
  kanalen,
  melders,
  onderzoeksvragen,
  producten,
  stilzetredenen,
  voorzieningen,
  wijzenBekendmaken,
} from './melding.schema.ts'

export type Vastgelegd = {
  id: string
  nummer: number
  soort: string
  geldigOp: string
  opgenomen: string
  wie: string
  organisatie: string
  feiten: { [sleutel: string]: Json }
  inhoud: Journaalrij['inhoud']
  bomen: Journaalrij['bomen']
}

/** An outcome as it was stored with this event, with its tree when that was read; null when it has none by that code. */
export function bewaard(v: Vastgelegd, code: string, o: Pick<Kijk, 'uitleg'>): UitkomstJson | null {
  const uitkomst = v.inhoud?.uitkomsten[code]
  return uitkomst ? { ...uitkomst, waarom: reden(o, () => v.bomen?.[code] as StapJson) } : null
}

/** What turns codes of an event into names. */
type Kijk = Pick<Beeldomgeving, 'afspraken' | 'gebruiker' | 'uitleg'>
/** What a line needs to know of the whole case. */
export type Tijdlijnzaak = {
  gecorrigeerd: readonly number[]
  /** What can be corrected no more, whatever entry it stands in. */
  vast: readonly string[]
  inhoud: Inhoudlezer
  /** Entries that were taken back, to the entry that did so. */
  teruggenomen: ReadonlyMap<number, Vastgelegd>
  /** The last step that counts, and why this person may not take it back. */
  laatste: { nummer: number; naam: string; reden: string | null } | null
}
type Zin = (
  f: Vastgelegd['feiten'],
  tekst: { [sleutel: string]: Json },
  o: Kijk & Pick<Tijdlijnzaak, 'inhoud'>,
) => Beschrijving
type Beschrijving = { zin: string; groep?: Tijdlijnregel['groep']; boom?: string; details?: Record<string, string> }

const uit = (lijst: Record<string, string>, code: Json | undefined): string => lijst[alsTekst(code)] ?? alsTekst(code)
const dag = (tekst: Json | undefined): string => (tekst ? schrijfDatum(datum(alsTekst(tekst))) : '')
const metProduct = (f: Vastgelegd['feiten'], uitkomst: Json | undefined): string =>
  uit(adviesuitkomsten, uitkomst) + (f['product'] ? ` (${uit(producten, f['product'])})` : '')

/** A corrected value as people read it: a day, the name of a municipality, or what it says. */
function inWoorden(veld: Json | undefined, waarde: Json | undefined, o: Kijk): string {
  const tekst = alsTekst(waarde)
  if (veld === 'voorziening') return uit(voorzieningen, waarde)
  if (/^\d+-\d+-\d+$/.test(tekst)) return dag(tekst)
  const slug = veld === 'woonplaats' || veld === 'herkomst' || veld === 'gemeldBij'
  return slug && tekst ? gemeentenaam(tekst, o.afspraken.afspraken.gemeenten) : tekst
}

/** One field of the particulars before and after; `gewist` where the content is no longer there. */
function wasEnIs(veld: keyof typeof persoonsvelden, oud: Json | undefined, nieuw: Json | undefined): string {
  const lees = (persoon: Json | undefined): string => {
    if (!persoon) return 'gewist'
    const waarde = alsTekst((persoon as { [veld: string]: Json })[veld])
    if (!waarde) return veld === 'bsn' ? 'niet bekend' : 'niet ingevuld'
    return `"${veld === 'geboortedatum' ? dag(waarde) : waarde}"`
  }
  return `${persoonsvelden[veld]} was ${lees(oud)}, is nu ${lees(nieuw)}`
}

/** Labels of free text, in the order people read it. */
const labels: Record<string, string> = {
  wens: 'Wat de cliënt zelf wil',
  veiligheid: 'Veiligheid',
  hulpNu: 'Hulp die er al is',
  onderdak: 'Onderdak',
  kansOpHerstel: 'Kans op herstel',
  delenMet: 'Delen met anderen',
  ...onderzoeksvragen,
  verslag: 'Verslag',
  motivering: 'Motivering',
  zonderReactie: 'Waarom er geen reactie was',
  zonderAdvies: 'Waarom niet op het advies is gewacht',
  afwijkingVanAdvies: 'Waarom het besluit afwijkt van het advies',
  waaromNietZelfstandig: 'Waarom zelfstandig wonen niet kan',
  toelichting: 'Toelichting',
  samenvatting: 'Samenvatting',
  mandaat: 'Mandaat',
  reden: 'Reden',
  met: 'Met',
  tekst: 'Notitie',
  taal: 'Taal',
  akkoordAanbieder: 'Akkoord van de aanbieder',
}

const stapnaam = (soort: string): string => stapsoorten[soort]?.naam ?? uit(terugTeNemen, soort)

const zinnen: Record<string, Zin> = {
  meldingOntvangen: (f, t) => ({
    zin: `Melding ontvangen ${uit(kanalen, f['kanaal'])}, van ${uit(melders, f['melder'])}`,
    groep: 'bericht',
    boom: 'behandelaar',
    details: { Doelgroep: uit(doelgroepen, f['doelgroep']), 'Verblijft nu': uit(verblijven, t['verblijf']) },
  }),
  gewezenOpClientondersteuning: (f) => ({
    zin: `Op ${dag(f['datum'])} gewezen op gratis cliëntondersteuning`,
    groep: 'contact',
  }),
  geregistreerd: (f) => ({
    zin: `Melding geregistreerd, identiteitsbewijs ${f['identiteit'] === 'gezien' ? 'gezien' : 'nog niet gezien'}`,
  }),
  identiteitVastgesteld: (f) => ({
    zin: `Identiteit vastgesteld op ${dag(f['datum'])}`,
    groep: 'contact',
    details: { Identiteitsbewijs: uit(identiteitsbewijzen, f['document']) },
  }),
  gescreend: (f) => ({
    zin:
      f['uitkomst'] === 'onderzoek'
        ? 'Screening klaar: onderzoek nodig'
        : f['uitkomst'] === 'voorliggend'
          ? 'Screening klaar: geholpen met een voorliggende voorziening'
          : 'Screening: de cliënt trekt de melding in',
  }),
  onderzoekGestart: (f) => ({ zin: `Onderzoek gestart${f['gesprekOp'] ? `, gesprek op ${dag(f['gesprekOp'])}` : ''}` }),
  planOntvangen: (f) => ({ zin: `Persoonlijk plan ontvangen op ${dag(f['datum'])}`, groep: 'bericht' }),
  onderzoekAfgerond: (f) => ({ zin: `Onderzoek klaar, verslag van ${dag(f['datum'])}` }),
  adviesUitgebracht: (f) => ({ zin: `Advies uitgebracht: ${metProduct(f, f['uitkomst'])}`, groep: 'besluit' }),
  adviesOvergenomen: () => ({ zin: 'Advies overgenomen', groep: 'besluit' }),
  verschilGemeld: (f) => ({
    zin: `Verschil van inzicht: volgens ons ${metProduct(f, f['standpunt'])}`,
    groep: 'besluit',
  }),
  verschilBeantwoord: (f) => ({
    zin: f['houdtVast'] ? 'Gereageerd: wij blijven bij het advies' : 'Gereageerd: wij volgen het andere standpunt',
    groep: 'besluit',
  }),
  doorslaggevendBeslist: (f) => ({ zin: `Doorslaggevende stem: ${metProduct(f, f['uitkomst'])}`, groep: 'besluit' }),
  aanvraagOntvangen: (f) => ({ zin: `Aanvraag ontvangen op ${dag(f['datum'])}`, groep: 'bericht', boom: 'besluit' }),
  termijnStilgezet: (f) => ({
    zin: `Beslistermijn stilgezet vanaf ${dag(f['van'])}`,
    boom: 'besluitStil',
    details: {
      'Reden van het stilzetten': uit(stilzetredenen, f['reden']),
      'Brief van': dag(f['brief']),
      'Aanvullen kan tot en met': dag(f['uiterlijk']),
    },
  }),
  termijnHervat: (f) => ({ zin: `Beslistermijn loopt weer vanaf ${dag(f['op'])}`, boom: 'besluit' }),
  besluitGenomen: (f) => ({
    zin:
      f['uitkomst'] === 'toekennen'
        ? `Besluit: ${uit(producten, f['product'])} toegekend van ${dag(f['ingangsdatum'])} tot ${dag(f['einddatum'])}`
        : 'Besluit: afgewezen',
    groep: 'besluit',
    ...(f['grond'] ? { details: { Grond: uit(afwijzingsgronden, f['grond']) } } : {}),
  }),
  bekendgemaakt: (f) => ({
    zin: `Besluit bekendgemaakt op ${dag(f['datum'])}${f['wijze'] ? `, ${uit(wijzenBekendmaken, f['wijze'])}` : ''}`,
    groep: 'besluit',
    boom: 'bezwaar',
  }),
  ingetrokken: (f) => ({
    zin: f['vergissing']
      ? 'Ingetrokken: de melding was een vergissing en telt niet mee'
      : 'De cliënt trok de melding in',
    groep: 'bericht',
  }),
  tolkGeregeld: (f) => ({ zin: f['nodig'] ? 'Er is een tolk nodig' : 'Er is geen tolk meer nodig', groep: 'contact' }),
  toegewezen: (f, _t, o) => ({
    zin: f['behandelaar'] ? `Behandelaar gekozen: ${o.gebruiker(alsTekst(f['behandelaar']))}` : 'Zaak vrijgegeven',
  }),
  genoteerd: () => ({ zin: 'Notitie', groep: 'contact' }),
  contactGehad: (f) => ({
    zin: `Contact${f['vorm'] ? `: ${alsTekst(f['vorm'])}` : ' met de cliënt'}`,
    groep: 'contact',
  }),
  betrekkingGemeld: (f, t) => ({
    zin: `Toegevoegd: ${uit(betrekkingen, f['soortBetrekking'])}`,
    groep: 'contact',
    details: { Naam: (t['betrekking'] as { naam?: string } | undefined)?.naam ?? '' },
  }),
  documentToegevoegd: (_f, t) => ({ zin: `Document toegevoegd: ${alsTekst(t['naam']) || 'gewist'}`, groep: 'bericht' }),
  gecorrigeerd: (f, _t, o) => ({
    zin: `Gecorrigeerd: ${uit(corrigeerbaar, f['veld'])} was "${inWoorden(f['veld'], f['oud'], o)}", is nu "${inWoorden(f['veld'], f['waarde'], o)}"`,
    boom: 'behandelaar',
  }),
  gegevensGecorrigeerd: (f, t, { inhoud }) => {
    const oud = inhoud(Number(f['gebeurtenis']))?.['persoon']
    const velden = f['velden'] as (keyof typeof persoonsvelden)[]
    return {
      zin: `Persoonsgegevens gecorrigeerd: ${velden.map((veld) => wasEnIs(veld, oud, t['persoon'])).join('; ')}`,
      boom: 'behandelaar',
    }
  },
  stapTeruggenomen: (f) => ({ zin: `Teruggenomen: ${stapnaam(alsTekst(f['stap']))}` }),
  verblijfHersteld: () => ({ zin: 'Het verblijf loopt door: de verhuizing is teruggenomen' }),
  opWachtlijst: (f) => ({ zin: `Op de wachtlijst gezet vanaf ${dag(f['besluitOp'])}` }),
  geplaatst: (f) => ({ zin: `Geplaatst vanaf ${dag(f['van'])}`, groep: 'besluit' }),
  gepauzeerd: (f) => ({ zin: `Tijdelijk geen voorstel tot ${dag(f['tot'])}` }),
  wachtenHervat: () => ({ zin: 'Er komen weer voorstellen' }),
  verhuisd: (f) => ({ zin: `Verhuisd naar een andere plek op ${dag(f['tot'])}`, groep: 'besluit' }),
  vertrokken: (f) => ({
    zin: `Vertrokken op ${dag(f['tot'])}`,
    groep: 'besluit',
    details: { Bestemming: uit(bestemmingen, f['bestemming']) },
  }),
  vanLijstGehaald: (f) => ({
    zin: 'Van de wachtlijst gehaald',
    groep: 'besluit',
    details: { 'Reden om te stoppen': uit(redenenVanLijst, f['reden']) },
  }),
}

/** Facts of the report that may be corrected, as they read now in that entry. */
const teCorrigeren = (v: Vastgelegd, vast: readonly string[]): Tijdlijnregel['corrigeerbaar'] =>
  v.soort === 'meldingOntvangen'
    ? Object.entries(corrigeerbaar)
        .filter(([veld]) => !vast.includes(veld))
        .map(([veld, label]) => ({ veld, label, waarde: alsTekst(v.feiten[veld]) }))
    : []

function terugname(v: Vastgelegd, zaak: Tijdlijnzaak): Pick<Tijdlijnregel, 'teruggenomen' | 'terugTeNemen'> {
  const door = zaak.teruggenomen.get(v.nummer)
  const { laatste } = zaak
  return {
    teruggenomen: door
      ? {
          opgenomen: door.opgenomen,
          wie: door.wie,
          organisatie: door.organisatie,
          reden: alsTekst(door.inhoud?.tekst['reden']) || null,
        }
      : null,
    terugTeNemen: laatste?.nummer === v.nummer ? { stap: laatste.naam, reden: laatste.reden } : null,
  }
}

/** One line of the timeline. Erased content leaves the sentence of the facts; nothing else is lost. */
export function tijdlijnregel(v: Vastgelegd, zaak: Tijdlijnzaak, o: Kijk): Tijdlijnregel {
  const tekst = v.inhoud?.tekst ?? {}
  const {
    zin,
    groep = 'stap',
    boom,
    details = {},
  } = zinnen[v.soort]?.(v.feiten, tekst, { ...o, inhoud: zaak.inhoud }) ?? { zin: v.soort }
  const vrij = Object.entries(labels).flatMap(([sleutel, label]) => {
    const waarde = tekst[sleutel]
    return typeof waarde === 'string' && waarde !== '' ? [{ label, tekst: waarde }] : []
  })
  return {
    nummer: v.nummer,
    id: v.id,
    soort: v.soort,
    zin,
    op: v.geldigOp,
    opgenomen: v.opgenomen,
    wie: v.wie,
    organisatie: v.organisatie,
    details: [...Object.entries(details).flatMap(([label, t]) => (t ? [{ label, tekst: t }] : [])), ...vrij],
    waarom: reden(o, () => (boom ? bewaard(v, boom, o) : null)),
    gecorrigeerd: zaak.gecorrigeerd.includes(v.nummer),
    ...terugname(v, zaak),
    corrigeerbaar: teCorrigeren(v, zaak.vast),
    groep,
  }
}
