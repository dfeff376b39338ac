/** From the report to the end of the screening, and the outcomes that decide who handles it. */
import { eersteMelding, nieuweClient, termijn } from '../../../recht/index.ts'
import { type Datum, datum } from '../../../kern/datum.ts'
import { uitkomstNaarJson, type UitkomstJson } from '../../../kern/schrijf-uit.ts'
import { bepaald, type Uitkomst } from '../../../kern/uitkomst.ts'
import { Weigering } from '../../../kern/weigering.ts'
import { boekOp, type RegioAfspraken } from '../../afspraken.ts'
import { eisDatums } from '../../datumregels.ts'
import { maakGeheugen } from '../../geheugen.ts'
import { type Context, type Eerder, type Gebeurtenis, type Json, opdracht, type Toegang } from '../../proces.ts'
import { wetsbron } from '../../wetsbron.ts'
import { bevoegde, geval } from '../bevoegdheid.ts'
import { type NieuweMelding, nieuweMelding, registreer, screen, wijsOpClientondersteuning } from '../melding.schema.ts'
import type { Melding } from '../stand.ts'
import { alleenBij } from './alleen-bij.ts'

export type Meldfeiten = Pick<
  Melding,
  | 'voorziening'
  | 'datum'
  | 'gemeldBij'
  | 'woonplaats'
  | 'herkomst'
  | 'spoed'
  | 'eerderMeldingen'
  | 'eerderAanvragen'
  | 'eerderBw'
  | 'eerderGemeld'
  | 'eerderGewoond'
>

/** An answer that is not known counts as no; the tree says so, for the outcome may change once it is known. */
const weetNiet = <T>(uitkomst: Uitkomst<T>, antwoord: string, vraag: string): Uitkomst<T> =>
  antwoord === 'weetNiet'
    ? {
        ...uitkomst,
        waarom: {
          ...uitkomst.waarom,
          stappen: [
            ...(uitkomst.waarom.stappen ?? []),
            { wat: `De cliënt weet niet of ${vraag}. We rekenen met: nee.` },
          ],
        },
      }
    : uitkomst

/**
 * Of two reports of one person on one day the one entered later is the repeated one. The window of the rule ends
 * before the day of the report, so without this both would be the first, each at its own municipality.
 */
function opZelfdeDag(eerste: Uitkomst<boolean>, m: Pick<Melding, 'datum' | 'eerderMeldingen'>): Uitkomst<boolean> {
  if (eerste.soort !== 'bepaald' || !eerste.waarde || !m.eerderMeldingen.includes(m.datum)) return eerste
  const { stappen = [], ...waarom } = eerste.waarom
  return bepaald(false, {
    ...waarom,
    wat: 'Dit is een herhaalde melding.',
    stappen: [
      ...stappen,
      {
        wat: 'Op {op}, dezelfde dag, was er al een andere melding. Het convenant zegt niet welke van de twee de eerste is. Gekozen regel van dit programma: de melding die het eerst is ingevoerd.',
        feiten: { op: datum(m.datum) },
        geldt: true,
      },
    ],
  })
}

/** What the report and the register say together: the person's own answer counts as well. */
export function verleden(
  herkomst: Pick<NieuweMelding['herkomst'], 'eerderGemeld' | 'eerderGewoond'> & {
    eerderGemeldOp?: string | null | undefined
    eerderGewoondTot?: string | null | undefined
  },
  eerder: readonly Eerder[],
) {
  const eigenMelding = herkomst.eerderGemeld === 'ja' && herkomst.eerderGemeldOp ? [herkomst.eerderGemeldOp] : []
  const eigenVerblijf = herkomst.eerderGewoond === 'ja' && herkomst.eerderGewoondTot ? [herkomst.eerderGewoondTot] : []
  return {
    eerderMeldingen: [...eigenMelding, ...eerder.filter((e) => e.soort === 'melding').map((e) => e.van.toString())],
    eerderAanvragen: eerder.filter((e) => e.soort === 'aanvraag').map((e) => e.van.toString()),
    eerderBw: [
      // Only the last day is asked; one day suffices to know whether the stay touches the window.
      ...eigenVerblijf.map((tot) => ({ van: datum(tot).subtract({ days: 1 }).toString(), tot })),
      ...eerder.filter((e) => e.soort === 'bw').map((e) => ({ van: e.van.toString(), tot: e.tot?.toString() ?? null })),
    ],
  }
}

export type Beoordeling = {
  eersteMelding: Uitkomst<boolean>
  nieuweClient: Uitkomst<boolean>
  behandelaar: Uitkomst<string>
  beslisser: Uitkomst<string>
  onderzoek: Uitkomst<{ datum: Datum; zonderVerlenging: Datum }>
  persoonlijkPlan: Uitkomst<{ datum: Datum; zonderVerlenging: Datum }>
  herhaald: boolean
}

/** Everything the screen explains about a report before and after it is sent; the same code for both. */
export function beoordeel(m: Meldfeiten, afspraken: RegioAfspraken, vandaag: Datum): Beoordeling {
  const { voorziening, datum: op, gemeldBij, woonplaats, spoed, eerderGemeld, eerderGewoond } = m
  const verleden = [eerderGemeld, eerderGewoond, m.eerderMeldingen, m.eerderAanvragen, m.eerderBw]
  const vraag = JSON.stringify([voorziening, op, gemeldBij, woonplaats, spoed, verleden])
  return beoordeling(boekOp(afspraken, vandaag), vraag, () => werkUit(m, afspraken, vandaag))
}
/** The preview asks what the report asks again when it is sent; reports of one day often differ in no date at all. */
const beoordeling = maakGeheugen<Beoordeling>(200)

function werkUit(m: Meldfeiten, afspraken: RegioAfspraken, vandaag: Datum): Beoordeling {
  const op = datum(m.datum)
  const boek = boekOp(afspraken, op)
  const eerste = opZelfdeDag(eersteMelding({ melding: op, eerdereMeldingen: m.eerderMeldingen.map(datum) }, boek), m)
  // Where no reading says what a repeated report is, one earlier report makes it repeated: the safe side for routing.
  const herhaald = eerste.soort === 'bepaald' ? !eerste.waarde : m.eerderMeldingen.length > 0
  const kaders = afspraken.afspraken.kaders
  return {
    eersteMelding: weetNiet(eerste, m.eerderGemeld, 'er een eerdere melding was'),
    nieuweClient: weetNiet(
      nieuweClient(
        {
          melding: op,
          aanvragen: m.eerderAanvragen.map(datum),
          // A stay without an end is still running: it touches every window up to the report.
          bw: m.eerderBw.map((p) => ({ van: datum(p.van), tot: p.tot ? datum(p.tot) : op.add({ days: 1 }) })),
        },
        boek,
      ),
      m.eerderGewoond,
      'er een eerder verblijf was',
    ),
    behandelaar: bevoegde(afspraken, vandaag, geval({ ...m, herhaald }, 'onderzoek')),
    beslisser: bevoegde(afspraken, vandaag, geval({ ...m, herhaald }, 'beschikking')),
    onderzoek: termijn('wmo-onderzoek', { vanaf: op }, kaders),
    persoonlijkPlan: termijn('wmo-persoonlijk-plan', { vanaf: op }, kaders),
    herhaald,
  }
}

/** The facts a report or its correction stores: the outcome itself, never the rule (D5). */
export function uitkomsten(b: Beoordeling, terugval: string) {
  return {
    herhaald: b.herhaald,
    nieuw: b.nieuweClient.soort === 'bepaald' ? b.nieuweClient.waarde : null,
    houder: b.behandelaar.soort === 'bepaald' ? b.behandelaar.waarde : terugval,
    onderzoekUiterlijk: b.onderzoek.soort === 'bepaald' ? b.onderzoek.waarde.datum.toString() : null,
    planUiterlijk: b.persoonlijkPlan.soort === 'bepaald' ? b.persoonlijkPlan.waarde.datum.toString() : null,
  }
}

/** The outcomes with their trees, for the journal; made once per judgement. */
export function bomen(b: Beoordeling): Readonly<Record<string, UitkomstJson>> {
  const bekend = geschreven.get(b) ?? schrijfBomen(b)
  geschreven.set(b, bekend)
  return bekend
}
const geschreven = new WeakMap<Beoordeling, Readonly<Record<string, UitkomstJson>>>()

const schrijfBomen = (b: Beoordeling) => ({
  behandelaar: uitkomstNaarJson(b.behandelaar),
  beslisser: uitkomstNaarJson(b.beslisser),
  eersteMelding: uitkomstNaarJson(b.eersteMelding),
  nieuweClient: uitkomstNaarJson(b.nieuweClient),
  onderzoek: uitkomstNaarJson(b.onderzoek),
  persoonlijkPlan: uitkomstNaarJson(b.persoonlijkPlan),
})

/** Fields that only fit together: unknown municipality, a date that is asked for with "ja", dates in the future. */
export function eisMelding(
  invoer: Pick<NieuweMelding, 'overDeMelding' | 'herkomst'> & Partial<NieuweMelding>,
  ctx: { vandaag: Datum; afspraken: RegioAfspraken },
): void {
  const bekend = (slug: string): boolean => ctx.afspraken.afspraken.gemeenten.some((g) => g.slug === slug)
  const partijen = boekOp(ctx.afspraken, ctx.vandaag).laatste.partijen
  const anders = new Set(['buiten-regio', 'buitenland', 'geen', 'onbekend'])
  const { herkomst, overDeMelding, client, delen } = invoer
  const fouten = [
    ...(['woonplaats', 'herkomst'] as const).flatMap((veld) =>
      anders.has(herkomst[veld]) || bekend(herkomst[veld])
        ? []
        : [{ veld: `herkomst.${veld}`, melding: 'Kies een gemeente uit de lijst.' }],
    ),
    ...(partijen.includes(herkomst.gemeldBij)
      ? []
      : [{ veld: 'herkomst.gemeldBij', melding: 'Kies een gemeente van deze regio.' }]),
    ...(herkomst.eerderGemeld === 'ja' && !herkomst.eerderGemeldOp
      ? [
          {
            veld: 'herkomst.eerderGemeldOp',
            melding: 'Vul de datum van de eerdere melding in, bijvoorbeeld 3 11 2026.',
          },
        ]
      : []),
    ...(herkomst.eerderGewoond === 'ja' && !herkomst.eerderGewoondTot
      ? [
          {
            veld: 'herkomst.eerderGewoondTot',
            melding: 'Vul in tot wanneer de cliënt daar woonde, bijvoorbeeld 3 11 2026.',
          },
        ]
      : []),
  ]
  if (fouten.length) throw new Weigering('INVOER_ONJUIST', {}, { velden: fouten })
  eisDatums(
    {
      veld: 'overDeMelding.datum',
      label: 'De datum van de melding',
      waarde: overDeMelding.datum,
      vandaag: ctx.vandaag,
    },
    {
      veld: 'client.persoon.geboortedatum',
      label: 'De geboortedatum',
      waarde: client?.persoon.geboortedatum,
      vandaag: ctx.vandaag,
    },
    {
      veld: 'herkomst.eerderGemeldOp',
      label: 'De datum van de eerdere melding',
      waarde: herkomst.eerderGemeldOp,
      nietNa: { dag: datum(overDeMelding.datum), wat: 'de melding' },
    },
    ...(client?.betrekkingen ?? []).map((b, i) => ({
      veld: `client.betrekkingen.${i}.van`,
      label: 'De begindatum',
      waarde: b.van,
      vandaag: ctx.vandaag,
    })),
    {
      veld: 'delen.clientondersteuningOp',
      label: 'De datum van de cliëntondersteuning',
      waarde: delen?.clientondersteuningOp,
      vandaag: ctx.vandaag,
    },
  )
}

/** The handling municipality works on the case; whoever only passed it on reads it until it is registered. */
function toegangBijMelding(houder: string, invoerder: string, datumVan: string): Toegang[] {
  const van = datumVan
  return [
    { organisatie: houder, niveau: 'behandelen', grond: 'behandelt de melding', van, tot: null },
    ...(houder === invoerder
      ? []
      : [{ organisatie: invoerder, niveau: 'lezen' as const, grond: 'doorgezonden', van, tot: null }]),
  ]
}

/** A bsn of someone else is a slip of the hand; whose it is, is not told. */
export function eisZelfdePersoon(ctx: { register: Pick<Context['register'], 'persoonAnders'> }, veld: string): void {
  if (!ctx.register.persoonAnders) return
  const melding =
    'Dit burgerservicenummer hoort bij iemand met een andere naam of geboortedatum. Controleer het nummer.'
  throw new Weigering('INVOER_ONJUIST', {}, { velden: [{ veld, melding }] })
}

/** The six answers of the form as the kinds of stay the register knows (D3). */
const soortVerblijf = {
  eigen: 'woonadres',
  inwonend: 'feitelijk',
  instelling: 'instelling',
  opvang: 'instelling',
  straat: 'feitelijk',
  anders: 'feitelijk',
} as const

export const ontvang = opdracht<Melding, typeof nieuweMelding>({
  titel: 'Melding ontvangen',
  schema: nieuweMelding,
  // Anyone may turn to any municipality; passing it on is part of receiving it (Awb 2:3).
  bevoegd: { rolMet: 'registratie' },
  vraagt: ({ client }) => ({
    nummer: true,
    ...(client.persoon.bsn && { persoon: { ...client.persoon, bsn: client.persoon.bsn } }),
  }),
  decideer: (_m, invoer, ctx) => {
    eisMelding(invoer, ctx)
    eisZelfdePersoon(ctx, 'client.persoon.bsn')
    const { overDeMelding: over, client, herkomst, nodig, delen } = invoer
    const feiten: Meldfeiten = {
      voorziening: over.voorziening,
      datum: over.datum,
      gemeldBij: herkomst.gemeldBij,
      woonplaats: herkomst.woonplaats,
      herkomst: herkomst.herkomst,
      spoed: over.spoed,
      eerderGemeld: herkomst.eerderGemeld,
      eerderGewoond: herkomst.eerderGewoond,
      ...verleden(herkomst, ctx.register.eerder),
    }
    const oordeel = beoordeel(feiten, ctx.afspraken, ctx.vandaag)
    const vast = uitkomsten(oordeel, herkomst.gemeldBij)
    const geldigOp = datum(over.datum)
    const ontvangen: Gebeurtenis = {
      soort: 'meldingOntvangen',
      geldigOp,
      feiten: {
        ...feiten,
        ...vast,
        nummer: `${over.voorziening.toUpperCase()}-${ctx.vandaag.year}-${String(ctx.register.nummer).padStart(5, '0')}`,
        persoon: ctx.register.persoon ?? ctx.nieuwId(),
        melder: over.melder,
        kanaal: over.kanaal,
        verblijf: soortVerblijf[client.verblijf],
        tolk: client.tolk,
        doelgroep: nodig.doelgroep,
        persoonlijkPlan: delen.persoonlijkPlan,
        eerderGemeldOp: herkomst.eerderGemeldOp ?? null,
        eerderGewoondTot: herkomst.eerderGewoondTot ?? null,
        door: ctx.partij.slug,
        // Whoever typed it goes on with it, where that is their work.
        behandelaar: vast.houder === ctx.partij.slug ? ctx.gebruiker : null,
        toegang: toegangBijMelding(vast.houder, ctx.partij.slug, ctx.vandaag.toString()),
      },
      inhoud: {
        wens: nodig.wens,
        veiligheid: nodig.veiligheid ?? null,
        hulpNu: nodig.hulpNu ?? null,
        onderdak: over.onderdak ?? null,
        bereikbaar: client.bereikbaar,
        verblijf: client.verblijf,
        taal: client.taal ?? null,
        kansOpHerstel: herkomst.kansOpHerstel ?? null,
        delenMet: delen.delenMet ?? null,
        persoon: client.persoon as unknown as Json,
        betrekkingen: client.betrekkingen as unknown as Json,
      },
      bomen: bomen(oordeel),
    }
    const gewezen: Gebeurtenis[] = delen.clientondersteuningOp
      ? [
          {
            soort: 'gewezenOpClientondersteuning',
            geldigOp: datum(delen.clientondersteuningOp),
            feiten: { datum: delen.clientondersteuningOp, door: ctx.partij.slug },
          },
        ]
      : []
    return [ontvangen, ...gewezen]
  },
})

export const registratie = opdracht<Melding, typeof registreer>({
  titel: 'Melding registreren',
  schema: registreer,
  bevoegd: { taak: 'registratie' },
  taak: true,
  kan: alleenBij('registratie'),
  klaar: (m) => m.gedaan.registratie !== undefined,
  decideer: (_m, { identiteit, toelichting }, ctx) => [
    {
      soort: 'geregistreerd',
      geldigOp: ctx.vandaag,
      feiten: { identiteit, door: ctx.partij.slug },
      ...(toelichting && { inhoud: { toelichting } }),
    },
  ],
})

/** A request ends with a decision, or because the client takes it back (Wmo 2015 art. 2.3.5 lid 2). */
function weigerZonderBesluit(afspraken: RegioAfspraken): never {
  const melding =
    'De cliënt deed al een aanvraag. Daar hoort een besluit op: kies "verder met het onderzoek". Trekt de cliënt zich terug, dan legt de gemeente die beslist dat vast.'
  const velden = [{ veld: 'uitkomst', melding }]
  throw new Weigering('INVOER_ONJUIST', {}, { velden, bron: wetsbron(afspraken, 'wmo', '2.3.5', '2') })
}

export const screening = opdracht<Melding, typeof screen>({
  titel: 'Screening doen',
  schema: screen,
  bevoegd: { taak: 'screening' },
  taak: true,
  kan: alleenBij('screening'),
  klaar: (m) => m.gedaan.screening !== undefined,
  decideer: (m, { uitkomst, toelichting }, ctx) => {
    if (m.aanvraagOp && uitkomst !== 'onderzoek') weigerZonderBesluit(ctx.afspraken)
    const feiten = { uitkomst, door: ctx.partij.slug }
    return [{ soort: 'gescreend', geldigOp: ctx.vandaag, feiten, inhoud: { toelichting } }]
  },
})

/** Free and independent support is offered before the onderzoek and recorded (Wmo 2015 art. 2.3.2 lid 3). */
export const clientondersteuning = opdracht<Melding, typeof wijsOpClientondersteuning>({
  titel: 'Wijzen op gratis cliëntondersteuning',
  schema: wijsOpClientondersteuning,
  bevoegd: { taak: 'onderzoek' },
  taak: true,
  kan: (m) =>
    m.onderzoekGestartOp ? alleenBij('screening')(m) : alleenBij('registratie', 'screening', 'onderzoek')(m),
  klaar: (m) => m.clientondersteuningOp !== null,
  decideer: (m, { datum: op, toelichting }, ctx) => {
    eisDatums({
      veld: 'datum',
      label: 'De datum',
      waarde: op,
      vandaag: ctx.vandaag,
      nietVoor: { dag: datum(m.datum), wat: 'de melding' },
    })
    return [
      {
        soort: 'gewezenOpClientondersteuning',
        geldigOp: datum(op),
        feiten: { datum: op, door: ctx.partij.slug },
        ...(toelichting && { inhoud: { toelichting } }),
      },
    ]
  },
})
