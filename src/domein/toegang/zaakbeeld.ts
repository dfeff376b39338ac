/** The case as the screen shows it (W3): who acts, terms, steps, tasks, and the reason behind each. */
import { gemeentenaam, TAKEN } from '../../convenant/index.ts'
import { type Datum, datum, schrijfDatum } from '../../kern/datum.ts'
import { type StapJson, uitkomstNaarJson, type UitkomstJson } from '../../kern/schrijf-uit.ts'
import type { Taakregel, TermijnMetReden, Zaak } from '../antwoorden.ts'
import { type Beeldomgeving, reden } from '../beeldomgeving.ts'
import { volledigeNaam } from '../persoon/index.ts'
import { type Betrekking, betrekkingen, type Persoonsgegevens, verblijven } from '../persoon/persoon.schema.ts'
import { alsTekst, type Afgeleid, type Geboekt } from '../proces.ts'
import { plaatsingstappen } from '../wachtlijst/plaatsing.schema.ts'
import { takenVan } from '../taken.ts'
import { termijncel } from '../termijncel.ts'
import { leidAf } from './afleiding.ts'
import { bevoegdBij, bevoegde, bevoegdIn, geval, inBehandeling } from './bevoegdheid.ts'
import { adviesuitkomsten, doelgroepen, producten } from './melding.schema.ts'
import type { GelezenZaak } from '../gelezen-zaak.ts'
import { melding } from './melding.ts'
import { isOpen, magZonderOnderzoek, type Melding, type Standpunt, stappen, wachtOpAdvies } from './stand.ts'
import { stappenlijst } from './stappenlijst.ts'
import { verlopenStilstand } from './stilstand.ts'
import { laatsteStap, teruggenomen } from './terugnemen.ts'
import { bewaard, tijdlijnregel, type Vastgelegd } from './tijdlijn.ts'

export function vastgelegd(z: Pick<GelezenZaak<unknown>, 'journaal'>, o: Beeldomgeving): Vastgelegd[] {
  return z.journaal.map((g) => ({
    id: g.id,
    nummer: g.nummer,
    soort: g.soort,
    geldigOp: g.geldig_op,
    opgenomen: g.opgenomen.replace(' ', 'T').replace(/\+00$/, 'Z'),
    wie: o.gebruiker(g.wie),
    organisatie: o.organisatie(g.namens),
    feiten: g.feiten,
    inhoud: g.inhoud,
    bomen: g.bomen,
  }))
}

/** The newest event that stored this outcome: the reasons of that day, not of today (P1). */
const bronVan = (regels: readonly Vastgelegd[], code: string): Vastgelegd | undefined =>
  regels.findLast((r) => r.inhoud?.uitkomsten[code])

const gewist = (o: Beeldomgeving): UitkomstJson => ({
  soort: 'ontbreekt',
  feit: { wat: 'uitleg' },
  waarom: reden(o, (): StapJson => ({ wat: 'De uitleg is gewist, samen met de persoonsgegevens.' })),
})

export function zaakbeeld(z: GelezenZaak<Melding>, id: string, o: Beeldomgeving): Zaak {
  const m = z.stand
  const regels = vastgelegd(z, o)
  // What was taken back is still to be seen, and gives no reason or text for what stands now.
  const terug = teruggenomen(regels)
  const geldig = regels.filter((r) => !terug.has(r.nummer))
  const afgeleid = leidAf(m, o.afspraken, o.vandaag)
  const naam = (slug: string) => gemeentenaam(slug, o.afspraken.afspraken.gemeenten)
  const uitkomst = (code: string): UitkomstJson => {
    const bron = bronVan(geldig, code)
    return (bron && bewaard(bron, code, o)) ?? gewist(o)
  }
  const inhoud = (regels[0]?.inhoud?.tekst ?? {}) as Record<string, string | null>
  const wijs = (slug: string) => ({ slug, naam: naam(slug), wij: slug === o.kijker.organisatie.slug })
  const standpunt = (s: Standpunt) => adviesuitkomsten[s.uitkomst]
  const product = (code: string | null) => (code ? producten[code as keyof typeof producten] : null)
  const tekstVan = (soort: string) => alsTekst(geldig.findLast((r) => r.soort === soort)?.inhoud?.tekst['motivering'])
  const takenNu = taken(m, o, naam, z.journaal)
  const stap = m.bekendOp ? null : laatsteStap(z.journaal)
  const inTijdlijn = {
    teruggenomen: terug,
    laatste: stap && { ...stap, reden: takenNu.find((t) => t.opdracht === 'neemTerug')?.reden ?? null },
    gecorrigeerd: m.gecorrigeerd,
    vast: m.advies || m.besluit ? ['voorziening'] : [],
    inhoud: (nummer: number) => regels[nummer - 1]?.inhoud?.tekst,
  }
  return {
    id,
    soort: 'melding',
    versie: z.versie,
    nummer: m.nummer,
    voorziening: m.voorziening,
    stap: m.stap,
    stapNaam: m.stap === 'nieuw' ? 'Nieuw' : stappen[m.stap],
    persoon: persoonbeeld(m, regels),
    woonplaats: naam(m.woonplaats),
    herkomst: naam(m.herkomst),
    gemeldBij: naam(m.gemeldBij),
    gemeldOp: m.datum,
    spoed: m.spoed,
    hulpvraag: {
      doelgroep: doelgroepen[m.doelgroep as keyof typeof doelgroepen],
      wens: inhoud['wens'] ?? '',
      veiligheid: inhoud['veiligheid'] ?? null,
      hulpNu: inhoud['hulpNu'] ?? null,
    },
    behandelaar: m.behandelaar ? { id: m.behandelaar, naam: o.gebruiker(m.behandelaar) } : null,
    aanZet: afgeleid.aanZet && {
      ...wijs(afgeleid.aanZet.slug),
      taak: afgeleid.aanZet.taak,
      taakNaam: TAKEN[afgeleid.aanZet.taak].naam,
      waarom: reden(o, () => uitkomstNaarJson(afgeleid.aanZet!.wie)),
    },
    behandelendeGemeente: { ...wijs(m.advies?.door ?? m.houder), waarom: reden(o, () => uitkomst('behandelaar')) },
    beslissendeGemeente: beslissende(m, geldig, o, naam),
    eersteMelding: uitkomst('eersteMelding'),
    nieuweClient: uitkomst('nieuweClient'),
    letOp: letOp(m, afgeleid, o.vandaag),
    termijnen: termijnen(m, afgeleid, geldig, o),
    stappen: stappenlijst(m, naam, o),
    taken: takenNu,
    advies: m.advies && {
      uitkomst: standpunt(m.advies),
      product: product(m.advies.product),
      motivering: tekstVan('adviesUitgebracht'),
      door: naam(m.advies.door),
    },
    verschil: m.verschil && {
      standpunt: standpunt(m.verschil),
      product: product(m.verschil.product),
      motivering: tekstVan('verschilGemeld'),
      reactie: m.verschil.beantwoord
        ? `${m.verschil.gevolgd ? 'Wij volgen dit standpunt. ' : ''}${tekstVan('verschilBeantwoord')}`
        : null,
      doorslag: m.doorslag ? `${standpunt(m.doorslag)}. ${tekstVan('doorslaggevendBeslist')}` : null,
    },
    besluit: m.besluit && {
      ...m.besluit,
      uitkomst: m.besluit.uitkomst === 'toekennen' ? 'toegekend' : 'afgewezen',
      product: product(m.besluit.product),
      motivering: tekstVan('besluitGenomen'),
      afwijkingVanAdvies:
        alsTekst(geldig.findLast((r) => r.soort === 'besluitGenomen')?.inhoud?.tekst['afwijkingVanAdvies']) || null,
      bekendOp: m.bekendOp,
    },
    documenten: z.documenten.map((d) => ({
      id: d.id,
      naam: d.naam,
      soort: d.mime,
      grootte: d.grootte,
      op: d.op,
      door: o.gebruiker(d.door),
    })),
    tijdlijn: regels.map((r) => tijdlijnregel(r, inTijdlijn, o)).reverse(),
    plaatsing: z.plaatsing && {
      ...z.plaatsing,
      stapNaam: plaatsingstappen[z.plaatsing.stap as keyof typeof plaatsingstappen] ?? z.plaatsing.stap,
    },
  }
}

/** The person as this case tells it: its own report and what was added here, never what another case says (D3, D8). */
function persoonbeeld(m: Melding, regels: readonly Vastgelegd[]): Zaak['persoon'] {
  const gemeld = regels[0]?.inhoud?.tekst ?? {}
  // The newest particulars stand in the report, or in its latest correction.
  const persoon = regels[m.gegevensIn - 1]?.inhoud?.tekst['persoon'] as unknown as Persoonsgegevens | undefined
  const erbij = regels.flatMap((r) => (r.soort === 'betrekkingGemeld' ? [r.inhoud?.tekst['betrekking']] : []))
  const alle = [...((gemeld['betrekkingen'] ?? []) as unknown[]), ...erbij] as (Betrekking | undefined)[]
  return {
    naam: persoon ? volledigeNaam(persoon) : 'Gewist',
    voornamen: persoon?.voornamen ?? '',
    achternaam: [persoon?.tussenvoegsel, persoon?.achternaam].filter(Boolean).join(' '),
    geboortedatum: persoon?.geboortedatum ?? '',
    bsn: persoon?.bsn ?? null,
    adres: persoon?.adres ?? null,
    gegevens: persoon
      ? {
          bsn: persoon.bsn ?? null,
          geenBsn: persoon.bsn === undefined,
          voornamen: persoon.voornamen,
          tussenvoegsel: persoon.tussenvoegsel ?? null,
          achternaam: persoon.achternaam,
          geboortedatum: persoon.geboortedatum,
          adres: persoon.adres ?? null,
        }
      : null,
    bereikbaar: alsTekst(gemeld['bereikbaar']),
    verblijf: verblijven[alsTekst(gemeld['verblijf']) as keyof typeof verblijven] ?? '',
    tolk: m.tolk,
    taal: alsTekst(regels.findLast((r) => r.inhoud?.tekst['taal'])?.inhoud?.tekst['taal']) || null,
    betrekkingen: alle.flatMap((b) =>
      b ? [{ soort: betrekkingen[b.soort], naam: b.naam, bereikbaar: b.bereikbaar }] : [],
    ),
  }
}

/** Who decides today; of a case that is decided, who did and why that day (P1). */
function beslissende(
  m: Melding,
  regels: readonly Vastgelegd[],
  o: Beeldomgeving,
  naam: (slug: string) => string,
): Zaak['beslissendeGemeente'] {
  const genomen = m.gedaan.besluit
  if (genomen) {
    const besluit = regels.findLast((r) => r.soort === 'besluitGenomen')
    const waarom = reden(o, () => (besluit && bewaard(besluit, 'beslisser', o)) ?? gewist(o))
    return { slug: genomen.wie, naam: naam(genomen.wie), waarom }
  }
  // Advice and request hand the case over to whoever decides; until then nobody has to hold it for that.
  const uitkomst =
    m.advies || m.aanvraagOp
      ? bevoegdIn(m, 'beschikking', o.afspraken, o.vandaag)
      : bevoegde(o.afspraken, o.vandaag, geval(m, 'beschikking'))
  const slug = uitkomst.soort === 'bepaald' ? uitkomst.waarde : m.houder
  return { slug, naam: naam(slug), waarom: reden(o, () => uitkomstNaarJson(uitkomst)) }
}

function letOp(m: Melding, afgeleid: Afgeleid, vandaag: Datum): string[] {
  const spoed =
    m.spoed && isOpen(m)
      ? [
          'Er is nu onderdak nodig. In spoed geeft de gemeente meteen een tijdelijke voorziening, vóór het onderzoek (Wmo 2015, artikel 2.3.3).',
        ]
      : []
  const vroeg = magZonderOnderzoek(m)
    ? [
        m.onderzoekUiterlijk && m.aanvraagOp! <= m.onderzoekUiterlijk
          ? 'De cliënt deed een aanvraag voordat het onderzoek klaar was. Door een correctie van de datum van de melding was het onderzoek toen nog niet te laat. Bespreek met de cliënt of de aanvraag blijft staan. De beslistermijn loopt (Wmo 2015, artikel 2.3.2 lid 9).'
          : 'De cliënt deed een aanvraag voordat het onderzoek klaar was, omdat dat niet op tijd af was. De beslistermijn loopt. Neem het besluit op tijd, ook als het onderzoek dan nog niet af is (Wmo 2015, artikel 2.3.2 lid 9).',
      ]
    : []
  const zonderAdvies = wachtOpAdvies(m)
    ? [
        'De aanvraag is binnen en de beslistermijn loopt. Het advies is er nog niet. Wie beslist, kan het besluit ook zonder advies nemen en schrijft dan op waarom (Wmo 2015, artikel 2.3.5 lid 2).',
      ]
    : []
  const stil = verlopenStilstand(m, vandaag)
  const voorbij =
    isOpen(m) && !m.besluit && stil?.uiterlijk
      ? [
          `De cliënt kon de aanvraag aanvullen tot en met ${schrijfDatum(datum(stil.uiterlijk))}. Die tijd is voorbij: de beslistermijn loopt weer. Vulde de cliënt eerder aan, leg die dag dan vast.`,
        ]
      : []
  const onbekend = isOpen(m)
    ? [
        ...(m.eerderGemeld === 'weetNiet' ? ['Eerder gemeld: de cliënt weet dit niet. We rekenen met: nee.'] : []),
        ...(m.eerderGewoond === 'weetNiet'
          ? ['Eerder in een plek voor beschermd wonen: de cliënt weet dit niet. We rekenen met: nee.']
          : []),
      ]
    : []
  const wie =
    m.gedaan.registratie && !m.identiteit && (isOpen(m) || m.stap === 'toegekend')
      ? [
          `De identiteit van de cliënt is nog niet vastgesteld. Vraag om een identiteitsbewijs en leg dat vast bij de taken (Wmo 2015, artikel 2.3.4 lid 1).${m.stap === 'screening' || m.stap === 'onderzoek' ? ' Zonder kan het onderzoek niet af.' : ''}`,
        ]
      : []
  return [...spoed, ...wie, ...vroeg, ...zonderAdvies, ...voorbij, ...onbekend, ...afgeleid.letOp]
}

/** What may change a date; from the rules, never free text (ux 2.7 part 5). */
const verandert: Record<string, string[]> = {
  onderzoek: [
    'Een correctie van de datum van de melding.',
    'Verder niets: de wet kent voor het onderzoek geen uitstel.',
  ],
  persoonlijkPlan: ['Een correctie van de datum van de melding.'],
  besluit: [
    'Stilzetten: wachten op aanvulling, instemming van de cliënt, vertraging door de cliënt of overmacht (Awb 4:15).',
  ],
  besluitStil: [
    'Weer laten lopen: vul de dag in vanaf wanneer de termijn weer loopt. Dan staat de nieuwe laatste dag hier.',
  ],
  bezwaar: ['Niets: deze termijn loopt vanaf de bekendmaking.'],
}
const boomBij: Record<string, string> = {
  onderzoek: 'onderzoek',
  persoonlijkPlan: 'persoonlijkPlan',
  besluit: 'besluit',
  bezwaar: 'bezwaar',
}

const gegeven = (label: string, waarde: string | null, bron: Vastgelegd | undefined) =>
  waarde && bron ? [{ label, waarde, door: `${bron.wie} (${bron.organisatie})` }] : []

function termijnen(m: Melding, afgeleid: Afgeleid, regels: readonly Vastgelegd[], o: Beeldomgeving): TermijnMetReden[] {
  return afgeleid.termijnen.map((t) => {
    const naStilstand = t.code === 'besluit' && verlopenStilstand(m, o.vandaag)
    const code = t.stilgezetSinds ? 'besluitStil' : naStilstand ? 'besluitNaStilstand' : (boomBij[t.code] ?? '')
    const bron = bronVan(regels, code)
    const vanaf = t.code === 'besluit' ? m.aanvraagOp : t.code === 'bezwaar' ? m.bekendOp : m.datum
    const label =
      t.code === 'besluit'
        ? 'datum van de aanvraag'
        : t.code === 'bezwaar'
          ? 'datum van bekendmaking'
          : 'datum van de melding'
    return {
      ...termijncel(t, o.vandaag, o.afspraken.afspraken),
      waarom: reden(o, () => (bron && bewaard(bron, code, o)) ?? gewist(o)),
      verandert: verandert[code] ?? verandert[t.code] ?? [],
      gegevens: [
        // A pause works the term out anew; whoever entered the request still entered its date.
        ...gegeven(label, vanaf, t.code === 'besluit' ? regels.findLast((r) => r.soort === 'aanvraagOntvangen') : bron),
        ...gegeven('stilgezet vanaf', t.stilgezetSinds?.toString() ?? null, bron),
      ],
    }
  })
}

/** Tasks and actions of the case: whose they are, and whether this person may do them now. */
export function taken(
  m: Melding,
  o: Beeldomgeving,
  naam: (slug: string) => string,
  journaal: readonly Geboekt[],
): Taakregel[] {
  // A refusal is only a text here: remembering where each was made would cost more than the rest.
  const diepte = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  const zaak = inBehandeling(m)
  try {
    return takenVan(
      melding.opdrachten,
      m,
      (taak) => bevoegdBij(zaak, taak, o.afspraken, o.vandaag),
      m.houder,
      o,
      naam,
      journaal,
    ).filter((t) => t.opdracht !== 'ontvang' && t.opdracht !== 'voegDocumentToe')
  } finally {
    Error.stackTraceLimit = diepte
  }
}
