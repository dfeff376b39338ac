import { z } from 'zod'
import {
  betrekking,
  dag,
  keuze,
  persoonsgegevens,
  regel,
  verblijven,
  verhaal,
  verhaalOptioneel,
} from '../persoon/persoon.schema.ts'

export const voorzieningen = { bw: 'beschermd wonen', mo: 'maatschappelijke opvang' } as const
/** Where a case stands, in words. */
export const stappen = {
  registratie: 'Registratie',
  screening: 'Screening',
  onderzoek: 'Onderzoek',
  advies: 'Advies',
  beoordeling: 'Beoordeling van het advies',
  verschil: 'Verschil van inzicht',
  aanvraag: 'Aanvraag',
  besluit: 'Besluit',
  bekendmaking: 'Bekendmaking',
  toegekend: 'Toegekend',
  afgewezen: 'Afgewezen',
  gesloten: 'Gesloten',
} as const
export type Stap = keyof typeof stappen
/** At these nobody has to act any more. */
export const eindstappen: readonly Stap[] = ['toegekend', 'afgewezen', 'gesloten']
export const melders = {
  client: 'de cliënt zelf',
  familie: 'familie of bekende',
  aanbieder: 'aanbieder',
  ziekenhuis: 'ziekenhuis',
  straatteam: 'straatteam',
  daklozenloket: 'daklozenloket',
  veiligheidshuis: 'veiligheidshuis',
  lokaalTeam: 'lokaal team',
  anders: 'iemand anders',
} as const
export const kanalen = {
  loket: 'aan het loket',
  telefoon: 'per telefoon',
  mail: 'per e-mail',
  formulier: 'met een formulier',
} as const
export const doelgroepen = {
  verslaving: 'verslaving (actief)',
  korsakov: 'Korsakov',
  psychiatrie: 'psychiatrische problemen, ook EPA',
  autisme: 'autisme',
  lvb: 'licht verstandelijke beperking (LVB)',
  somatiek: 'oudere met lichamelijke problemen',
  jongeOuders: '(jonge) ouder met jonge kinderen',
  anders: 'iets anders',
} as const
export const jaNeeWeetNiet = { nee: 'nee', ja: 'ja', weetNiet: 'weet ik niet' } as const
/** The three products of BW in this region (DH 1); other regions bring their own list. */
export const producten = {
  'wonen-intensief': 'Wonen Intensief',
  'wonen-plus': 'Wonen Plus',
  'wonen-basis': 'Wonen Basis',
  opvang: 'opvangplek',
} as const
/** A product in words; a code of another region stays as it is. */
export const productnaam = (code: string): string => producten[code as keyof typeof producten] ?? code

/** A municipality slug, or one of the three answers that are no municipality. */
export const woonplaats = z
  .string({ error: 'Kies een gemeente, of kies dat de cliënt geen woonplaats heeft.' })
  .regex(/^[a-z0-9-]{2,60}$/, 'Kies een gemeente uit de lijst.')

/** The five steps of the wizard that ask something; step 6 shows everything again. */
export const stapOverDeMelding = z.strictObject({
  voorziening: keuze(voorzieningen, 'Kies beschermd wonen of maatschappelijke opvang.'),
  melder: keuze(melders, 'Kies wie de melding doet.'),
  datum: dag('de datum van de melding'),
  kanaal: keuze(kanalen, 'Kies hoe de melding binnenkwam.'),
  spoed: z.boolean({ error: 'Kies of er nu onderdak nodig is.' }),
  onderdak: verhaalOptioneel,
})

export const stapClient = z.strictObject({
  persoon: persoonsgegevens,
  verblijf: keuze(verblijven, 'Kies waar de cliënt nu verblijft.'),
  bereikbaar: regel('hoe we de cliënt veilig bereiken', 500),
  tolk: z.boolean({ error: 'Kies of er een tolk nodig is.' }),
  taal: z.string().trim().max(60, 'Maak de naam van de taal korter dan 60 tekens.').optional(),
  betrekkingen: z.array(betrekking).max(5, 'Je kunt hooguit 5 personen toevoegen.').default([]),
})

export const stapHerkomst = z.strictObject({
  gemeldBij: woonplaats,
  woonplaats,
  herkomst: woonplaats,
  eerderGemeld: keuze(jaNeeWeetNiet, 'Kies of de cliënt zich eerder meldde voor beschermd wonen.'),
  eerderGemeldOp: dag('de datum van de eerdere melding').optional(),
  eerderGewoond: keuze(jaNeeWeetNiet, 'Kies of de cliënt eerder in een plek voor beschermd wonen woonde.'),
  eerderGewoondTot: dag('de datum tot wanneer de cliënt daar woonde').optional(),
  kansOpHerstel: verhaalOptioneel,
})

export const stapNodig = z.strictObject({
  doelgroep: keuze(doelgroepen, 'Kies de grootste vraag.'),
  wens: verhaal('wat de cliënt zelf wil'),
  veiligheid: verhaalOptioneel,
  hulpNu: verhaalOptioneel,
})

export const persoonlijkePlannen = {
  ja: 'ja, de cliënt levert een plan in',
  nee: 'nee',
  weetNiet: 'de cliënt denkt erover na',
} as const
export const stapDelen = z.strictObject({
  clientondersteuningOp: dag('de datum waarop je op cliëntondersteuning wees').optional(),
  persoonlijkPlan: keuze(persoonlijkePlannen, 'Kies of de cliënt een persoonlijk plan maakt.'),
  delenMet: verhaalOptioneel,
})

export const wizardstappen = [stapOverDeMelding, stapClient, stapHerkomst, stapNodig, stapDelen] as const

/** A complete new report: what the wizard sends at step 6, and what the API takes. */
export const nieuweMelding = z.strictObject({
  /** The draft this report is made of, in the version that was seen: it goes when the report is there. */
  concept: z
    .strictObject({
      id: z.uuid(),
      versie: z
        .int()
        .min(1)
        .max(2 ** 31 - 1),
    })
    .optional(),
  overDeMelding: stapOverDeMelding,
  client: stapClient,
  herkomst: stapHerkomst,
  nodig: stapNodig,
  delen: stapDelen,
})
export type NieuweMelding = z.output<typeof nieuweMelding>
export const wizardsleutels = ['overDeMelding', 'client', 'herkomst', 'nodig', 'delen'] as const

export const adviesuitkomsten = {
  toekennen: 'beschermd wonen toekennen',
  opvang: 'opvang toekennen',
  begeleiding: 'begeleiding thuis',
  voorliggend: 'voorliggende voorziening',
  wlz: 'Wlz',
  afwijzen: 'afwijzen',
} as const
export const afwijzingsgronden = {
  nietNodig: 'De cliënt kan met andere hulp zelfstandig wonen.',
  wlz: 'Er is recht op zorg uit de Wlz.',
  voorliggend: 'Een voorliggende voorziening is genoeg.',
  geenIngezetene: 'De cliënt is geen ingezetene van Nederland.',
  anders: 'Een andere reden.',
} as const
export const screeningsuitkomsten = {
  onderzoek: 'verder met het onderzoek',
  voorliggend: 'geholpen met een voorliggende voorziening',
  ingetrokken: 'de cliënt trekt de melding in',
} as const

/** The seven subjects the onderzoek must cover (Wmo 2015 art. 2.3.2 lid 4, onder a-g). */
export const onderzoeksvragen = {
  behoeften: 'Behoeften, persoonskenmerken en voorkeuren',
  eigenKracht: 'Wat kan de cliënt zelf of met gebruikelijke hulp',
  netwerk: 'Wat kan het netwerk of een mantelzorger doen',
  mantelzorger: 'Wat heeft de mantelzorger nodig',
  algemeen: 'Welke algemene voorziening helpt',
  samenwerking: 'Samenwerking met andere partijen',
  bijdrage: 'Welke eigen bijdrage geldt',
} as const

const product = keuze(producten, 'Kies het product.')

export const registreer = z.strictObject({
  identiteit: keuze(
    { gezien: 'identiteitsbewijs gezien', nietMogelijk: 'kon nog niet' },
    'Kies of je het identiteitsbewijs zag.',
  ),
  toelichting: verhaalOptioneel,
})
/** Documents that show who someone is (Wid art. 1 lid 1). */
export const identiteitsbewijzen = {
  paspoort: 'paspoort',
  identiteitskaart: 'identiteitskaart',
  rijbewijs: 'rijbewijs',
  vreemdelingendocument: 'verblijfsdocument (vreemdelingendocument)',
} as const
export const stelIdentiteitVast = z.strictObject({
  datum: dag('de datum waarop je het identiteitsbewijs zag'),
  document: keuze(identiteitsbewijzen, 'Kies welk identiteitsbewijs je zag.'),
  toelichting: verhaalOptioneel,
})
export const screen = z.strictObject({
  uitkomst: keuze(screeningsuitkomsten, 'Kies de uitkomst van de screening.'),
  toelichting: verhaal('een toelichting'),
})
export const wijsOpClientondersteuning = z.strictObject({ datum: dag('de datum'), toelichting: verhaalOptioneel })
/** `datum` left out is today; work that is entered afterwards names its own day. */
export const startOnderzoek = z.strictObject({
  datum: dag('de datum waarop het onderzoek begon').optional(),
  gesprekOp: dag('de datum van het gesprek').optional(),
})
export const ontvangPersoonlijkPlan = z.strictObject({
  datum: dag('de datum van ontvangst'),
  samenvatting: verhaalOptioneel,
})
export const rondOnderzoekAf = z.strictObject({
  datum: dag('de datum van het verslag'),
  antwoorden: z.strictObject(
    Object.fromEntries(Object.entries(onderzoeksvragen).map(([k, v]) => [k, verhaal(`een antwoord bij "${v}"`)])) as {
      [K in keyof typeof onderzoeksvragen]: ReturnType<typeof verhaal>
    },
  ),
  verslag: verhaal('het verslag'),
})
export const brengAdviesUit = z
  .strictObject({
    uitkomst: keuze(adviesuitkomsten, 'Kies het advies.'),
    product: product.optional(),
    motivering: verhaal('de motivering'),
    waaromNietZelfstandig: verhaalOptioneel,
  })
  .refine((a) => a.uitkomst !== 'toekennen' || a.product !== undefined, {
    path: ['product'],
    error: 'Kies het product.',
  })
  .refine((a) => a.uitkomst !== 'toekennen' || a.waaromNietZelfstandig !== undefined, {
    path: ['waaromNietZelfstandig'],
    error: 'Vul in waarom zelfstandig wonen met begeleiding niet kan.',
  })
export const neemAdviesOver = z.strictObject({ toelichting: verhaalOptioneel })
export const meldVerschil = z
  .strictObject({
    standpunt: keuze(adviesuitkomsten, 'Kies wat het advies volgens jullie moet zijn.'),
    product: product.optional(),
    motivering: verhaal('de motivering'),
  })
  .refine((v) => v.standpunt !== 'toekennen' || v.product !== undefined, {
    path: ['product'],
    error: 'Kies het product.',
  })
export const reageerOpVerschil = z.strictObject({
  houdtVast: z.boolean({ error: 'Kies of jullie bij het advies blijven.' }),
  motivering: verhaal('de motivering'),
})
export const beslisDoorslaggevend = z
  .strictObject({
    uitkomst: keuze(adviesuitkomsten, 'Kies het advies.'),
    product: product.optional(),
    motivering: verhaal('de motivering'),
    zonderReactie: verhaalOptioneel,
  })
  .refine((a) => a.uitkomst !== 'toekennen' || a.product !== undefined, {
    path: ['product'],
    error: 'Kies het product.',
  })
export const aanvraagvormen = {
  verslag: 'ondertekend verslag',
  formulier: 'aanvraagformulier',
  brief: 'brief of e-mail',
} as const
export const ontvangAanvraag = z.strictObject({
  datum: dag('de datum van de aanvraag'),
  vorm: keuze(aanvraagvormen, 'Kies hoe de aanvraag binnenkwam.'),
})
/** Why the term for the decision may stand still (Awb 4:15 lid 1, and lid 2 onder a-c). */
export const stilzetredenen = {
  aanvulling: 'wachten op aanvulling door de cliënt (Awb 4:15 lid 1)',
  instemming: 'de cliënt stemt in met uitstel (Awb 4:15 lid 2)',
  vertraging: 'de vertraging ligt aan de cliënt (Awb 4:15 lid 2)',
  overmacht: 'overmacht (Awb 4:15 lid 2)',
} as const
/** Waiting for the client begins the day after the letter; any other reason names its own first day. */
export const schortOp = z
  .strictObject({
    reden: keuze(stilzetredenen, 'Kies de reden.'),
    brief: dag('de datum van de brief').optional(),
    hersteltermijn: dag('de laatste dag om aan te vullen').optional(),
    van: dag('de datum vanaf wanneer de termijn stilstaat').optional(),
    toelichting: verhaal('een toelichting'),
  })
  .superRefine((s, ctx) => {
    const fout = (veld: string, message: string) => ctx.addIssue({ code: 'custom', path: [veld], message })
    if (s.reden !== 'aanvulling') {
      if (!s.van) fout('van', 'Vul de datum in vanaf wanneer de termijn stilstaat, bijvoorbeeld 3 11 2026.')
      return
    }
    if (s.van) fout('van', 'Laat deze datum leeg: de termijn staat stil vanaf de dag na de brief.')
    if (!s.brief) fout('brief', 'Vul de datum van de brief in, bijvoorbeeld 3 11 2026.')
    if (!s.hersteltermijn) fout('hersteltermijn', 'Vul in tot en met welke dag de cliënt kan aanvullen.')
    if (s.brief && s.hersteltermijn && s.hersteltermijn <= s.brief)
      fout('hersteltermijn', 'De laatste dag om aan te vullen moet na de brief liggen.')
  })
export const hervat = z.strictObject({ op: dag('de datum waarop de termijn weer loopt') })
export const besluiten = { toekennen: 'toekennen', afwijzen: 'afwijzen' } as const
export const neemBesluit = z
  .strictObject({
    uitkomst: keuze(besluiten, 'Kies het besluit.'),
    datum: dag('de datum van het besluit'),
    product: product.optional(),
    ingangsdatum: dag('de ingangsdatum').optional(),
    einddatum: dag('de einddatum').optional(),
    grond: keuze(afwijzingsgronden, 'Kies de reden van de afwijzing.').optional(),
    motivering: verhaal('de motivering'),
    afwijkingVanAdvies: verhaalOptioneel,
    zonderAdvies: verhaalOptioneel,
  })
  .superRefine((b, ctx) => {
    const mist = (veld: string, message: string) => ctx.addIssue({ code: 'custom', path: [veld], message })
    if (b.uitkomst === 'afwijzen') return b.grond ? undefined : mist('grond', 'Kies de reden van de afwijzing.')
    if (!b.product) mist('product', 'Kies het product.')
    if (!b.ingangsdatum) mist('ingangsdatum', 'Vul de ingangsdatum in, bijvoorbeeld 3 11 2026.')
    if (!b.einddatum) mist('einddatum', 'Vul de einddatum in, bijvoorbeeld 3 11 2026.')
    if (b.ingangsdatum && b.einddatum && b.einddatum <= b.ingangsdatum)
      mist('einddatum', 'De einddatum moet na de ingangsdatum liggen.')
  })
/** How a decision reaches the client. */
export const wijzenBekendmaken = { post: 'per post', digitaal: 'digitaal', uitgereikt: 'uitgereikt' } as const
export const maakBekend = z.strictObject({
  datum: dag('de datum van verzending'),
  wijze: keuze(wijzenBekendmaken, 'Kies hoe je het besluit bekendmaakt.'),
})
export const trekIn = z.strictObject({
  datum: dag('de datum'),
  reden: verhaal('een reden'),
  /** The report was never one: typed twice, or about somebody else. It is no earlier report of anybody. */
  vergissing: z.boolean('Kies ja of nee.').optional(),
})

export const notitie = z.strictObject({ tekst: verhaal('de notitie') })
export const contactvormen = {
  gesprek: 'gesprek',
  telefoon: 'telefoon',
  huisbezoek: 'huisbezoek',
  mail: 'e-mail',
  overleg: 'overleg met een andere partij',
} as const
export const contactmoment = z.strictObject({
  datum: dag('de datum van het contact'),
  vorm: keuze(contactvormen, 'Kies de vorm van het contact.'),
  met: regel('met wie het contact was'),
  verslag: verhaal('een verslag'),
})
export const voegBetrekkingToe = betrekking
export const regelTolk = z.strictObject({
  nodig: z.boolean({ error: 'Kies of er een tolk nodig is.' }),
  taal: z.string().trim().max(60, 'Maak de naam van de taal korter dan 60 tekens.').optional(),
})
export const wijsToe = z.strictObject({ behandelaar: z.uuid('Kies wie dit gaat doen.').nullable() })

/** What a mistaken report can be corrected on; each changes what is computed from it (D7). */
export const corrigeerbaar = {
  voorziening: 'soort hulp',
  datum: 'datum van de melding',
  woonplaats: 'woonplaats',
  herkomst: 'herkomst',
  gemeldBij: 'gemeente waar de cliënt zich meldde',
  eerderGemeld: 'eerder gemeld',
  eerderGemeldOp: 'datum van de eerdere melding',
} as const
/** The particulars as they should have been, all of them: what is the same stays (D3, D7). */
export const corrigeerPersoon = persoonsgegevens.safeExtend({ reden: verhaal('een reden') })
/** A step that was entered by mistake, by the number of its entry; the reason stays in the file (D7). */
export const neemTerug = z.strictObject({
  gebeurtenis: z.int('Kies de stap die niet klopt.').min(1, 'Kies de stap die niet klopt.'),
  reden: verhaal('een reden'),
})
export const corrigeer = z.strictObject({
  gebeurtenis: z.int('Kies de gebeurtenis die niet klopt.').min(1, 'Kies de gebeurtenis die niet klopt.'),
  veld: keuze(corrigeerbaar, 'Kies wat er niet klopt.'),
  waarde: regel('de juiste waarde'),
  reden: verhaal('een reden'),
})
