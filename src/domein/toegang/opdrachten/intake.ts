/** From the report to the end of the screening. */
import { type Datum, datum } from '../../../kern/datum.ts'
import { Weigering } from '../../../kern/weigering.ts'
import { boekOp, type RegioAfspraken } from '../../afspraken.ts'
import { eisDatums } from '../../datumregels.ts'
import { type Context, type Gebeurtenis, type Json, opdracht, type Toegang } from '../../proces.ts'
import { wetsbron } from '../../wetsbron.ts'
import { type NieuweMelding, nieuweMelding, registreer, screen, wijsOpClientondersteuning } from '../melding.schema.ts'
import type { Melding } from '../stand.ts'
import { alleenBij } from './alleen-bij.ts'
import { beoordeel, bomen, type Meldfeiten, uitkomsten, verleden } from './beoordeling.ts'

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
      nietNa: { dag: datum(overDeMelding.datum), wat: 'de melding' },
    },
    {
      veld: 'herkomst.eerderGewoondTot',
      label: 'De dag tot wanneer de cliënt daar woonde',
      waarde: herkomst.eerderGewoondTot,
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
