/** Taking a step back gives the case that would have been there had nobody taken it. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { datum } from '../../kern/datum.ts'
import { Weigering } from '../../kern/weigering.ts'
import { laadAfspraken, programmamap } from '../../opslag/afspraken-bestanden.ts'
import { bevoegdVoor, type Context, type Geboekt, type Json, type Toegang } from '../proces.ts'
import { leidAf } from './afleiding.ts'
import { bevoegdIn } from './bevoegdheid.ts'
import { melding } from './melding.ts'
import { pasToe, soorten } from './pas-toe.ts'
import { beginMelding, type Melding } from './stand.ts'
import { hand } from './taak.ts'
import { laatsteStap, stapsoorten } from './terugnemen.ts'

const afspraken = {
  regio: 'den-haag',
  afspraken: await laadAfspraken(programmamap, { demonstratie: true }),
  merk: 'proef',
}
const VANDAAG = datum('2026-02-23')
const dag = VANDAAG.toString()
const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** One stream as it is written: its state, its events and their content. */
type Stroom = { stand: Melding; journaal: Geboekt[]; inhoud: Map<number, { [sleutel: string]: Json }> }

type Opdracht = { naam: string; invoer: unknown; door: string; n: number }

/** Carries out a command; null when it is refused. */
function voerUit(s: Stroom, { naam, invoer, door, n }: Opdracht): Stroom | null {
  const opdracht = melding.opdrachten[naam]!
  const ctx: Context = {
    vandaag: VANDAAG,
    afspraken,
    partij: { id: id(1), slug: door, naam: door },
    gebruiker: id(2),
    taken: [],
    stroom: id(3),
    nieuwId: () => id(1000 + n),
    naam: '',
    register: {
      nummer: 1,
      persoon: n % 3 ? null : id(500 + (n % 2)),
      persoonAnders: false,
      eerder: [],
      huidige: {
        bsn: null,
        voornamen: '',
        tussenvoegsel: null,
        achternaam: '',
        geboortedatum: dag,
        anderen: n % 2 > 0,
      },
      mandaten: [{ id: id(4), mandaatgever: '', gemandateerde: '', taak: '', bron: '', fictief: true }].flatMap((m) =>
        ['zoetermeer', 'wassenaar', 'rijswijk', 'den-haag'].flatMap((mandaatgever) =>
          ['den-haag', 'zoetermeer'].map((gemandateerde) => ({
            ...m,
            mandaatgever,
            gemandateerde,
            taak: 'beschikking',
          })),
        ),
      ),
      plek: null,
      verblijven: [],
      definitief: [],
      collega: true,
    },
    inhoud: (nummer) => s.inhoud.get(nummer),
    journaal: s.journaal,
  }
  try {
    const bezwaar = opdracht.kan?.(s.stand, afspraken, VANDAAG, s.journaal)
    if (bezwaar) return null
    const uit: Stroom = { stand: s.stand, journaal: [...s.journaal], inhoud: new Map(s.inhoud) }
    for (const g of opdracht.decideer(s.stand, opdracht.schema.parse(invoer), ctx)) {
      const nummer = uit.journaal.length + 1
      uit.journaal.push({ nummer, soort: g.soort, geldig_op: g.geldigOp.toString(), feiten: g.feiten })
      if (g.inhoud) uit.inhoud.set(nummer, g.inhoud)
      uit.stand = pasToe(uit.stand, g, nummer)
    }
    return uit
  } catch (fout) {
    if (fout instanceof Weigering) return null
    throw fout
  }
}

const stappen: Record<string, (n: number) => unknown> = {
  registreer: (n) => ({ identiteit: n % 4 ? 'gezien' : 'nietMogelijk' }),
  stelIdentiteitVast: () => ({ datum: dag, document: 'paspoort' }),
  screen: (n) => ({ uitkomst: n % 5 ? 'onderzoek' : 'voorliggend', toelichting: 'x' }),
  wijsOpClientondersteuning: () => ({ datum: dag }),
  startOnderzoek: () => ({}),
  ontvangPersoonlijkPlan: () => ({ datum: dag }),
  rondOnderzoekAf: () => ({ datum: dag, verslag: 'x', antwoorden: antwoorden }),
  brengAdviesUit: (n) => ({ ...uitkomst(n), motivering: 'x', waaromNietZelfstandig: 'x' }),
  neemAdviesOver: () => ({}),
  meldVerschil: (n) => ({ standpunt: uitkomst(n).uitkomst, product: uitkomst(n).product, motivering: 'x' }),
  reageerOpVerschil: (n) => ({ houdtVast: n % 3 > 0, motivering: 'x' }),
  beslisDoorslaggevend: (n) => ({ ...uitkomst(n), motivering: 'x', zonderReactie: 'x' }),
  ontvangAanvraag: () => ({ datum: dag, vorm: 'verslag' }),
  schortOp: (n) =>
    n % 2
      ? { reden: 'overmacht', van: dag, toelichting: 'x' }
      : { reden: 'aanvulling', brief: dag, hersteltermijn: '2026-03-09', toelichting: 'x' },
  hervat: (n) => ({ op: VANDAAG.add({ days: n % 2 }).toString() }),
  neemBesluit: () => ({
    uitkomst: 'toekennen',
    datum: dag,
    product: 'wonen-plus',
    ingangsdatum: '2026-03-02',
    einddatum: '2027-03-02',
    motivering: 'x',
    afwijkingVanAdvies: 'x',
    zonderAdvies: 'x',
  }),
  trekIn: (n) => ({ datum: dag, reden: 'x', vergissing: n % 8 === 0 }),
}
const uitkomst = (n: number) =>
  n % 2 ? { uitkomst: 'toekennen', product: 'wonen-plus' } : { uitkomst: 'afwijzen', product: undefined }
const antwoorden = Object.fromEntries(
  Object.keys((await import('./melding.schema.ts')).onderzoeksvragen).map((vraag) => [vraag, 'x']),
)
const gemeente = (n: number): string => ['zoetermeer', 'wassenaar', 'rijswijk', 'den-haag'][n % 4]!
const ernaast: Record<string, (n: number) => unknown> = {
  notitie: () => ({ tekst: 'x' }),
  contactmoment: () => ({ datum: dag, vorm: 'gesprek', met: 'x', verslag: 'x' }),
  voegBetrekkingToe: () => ({ soort: 'mentor', naam: 'x', bereikbaar: 'x' }),
  regelTolk: (n) => ({ nodig: n % 2 > 0, taal: 'Frans' }),
  wijsToe: (n) => ({ behandelaar: n % 4 ? '0190b0a0-0000-7000-8000-00000000000' + String(n % 9) : null }),
  voegDocumentToe: (n) => ({
    document: '0190b0a0-0000-7000-8000-0000000000' + String(10 + (n % 80)),
    naam: 'x.pdf',
    mime: 'application/pdf',
    sha256: 'a'.repeat(64),
    grootte: 1,
  }),
  corrigeer: (n) => ({
    gebeurtenis: 1,
    reden: 'x',
    ...[
      { veld: 'woonplaats', waarde: gemeente(n >> 2) },
      { veld: 'datum', waarde: '2025-11-0' + String(1 + (n % 9)) },
      { veld: 'eerderGemeld', waarde: n % 2 ? 'nee' : '2025-10-01' },
      { veld: 'voorziening', waarde: n % 5 ? 'bw' : 'mo' },
    ][n % 4],
  }),
  corrigeerPersoon: (n) => ({
    ...(n % 2 ? { bsn: '999990019' } : { geenBsn: true }),
    voornamen: 'Test' + String(n),
    achternaam: 'Verzonnen',
    geboortedatum: '1990-05-13',
    reden: 'x',
  }),
}

const gemeld = {
  ...beginMelding,
  stap: undefined,
  nummer: 'BW-2026-00001',
  persoon: id(9),
  datum: '2025-12-01',
  gemeldBij: 'zoetermeer',
  woonplaats: 'zoetermeer',
  herkomst: 'zoetermeer',
  doelgroep: 'autisme',
  houder: 'zoetermeer',
  onderzoekUiterlijk: '2026-01-12',
  planUiterlijk: '2025-12-08',
  door: 'zoetermeer',
  toegang: [{ organisatie: 'zoetermeer', niveau: 'behandelen', grond: 'behandelt de melding', van: dag, tot: null }],
}
const begin = (): Stroom => {
  const feiten = JSON.parse(JSON.stringify(gemeld)) as Geboekt['feiten']
  const persoon = { voornamen: 'Test', achternaam: 'Verzonnen', geboortedatum: '1990-05-13' }
  return {
    stand: pasToe(beginMelding, { soort: 'meldingOntvangen', geldigOp: VANDAAG, feiten }, 1),
    journaal: [{ nummer: 1, soort: 'meldingOntvangen', geldig_op: dag, feiten }],
    inhoud: new Map([[1, { persoon }]]),
  }
}

/** Whose work the command is, as the program would ask. */
function wie(s: Stroom, naam: string): string {
  const bevoegd = bevoegdVoor(melding.opdrachten[naam]!, s.stand, s.journaal)
  const taak = bevoegd === 'betrokken' || !('taak' in bevoegd) ? undefined : [bevoegd.taak].flat()[0]
  const slug = taak && bevoegdIn(s.stand, taak, afspraken, VANDAAG)
  return slug?.soort === 'bepaald' ? slug.waarde : s.stand.houder
}

const stapVan = (s: Stroom, naam: string, n: number): Opdracht => ({
  naam,
  n,
  invoer: stappen[naam]!(n),
  door: wie(s, naam),
})
/** The usual way of a case, with or without a difference of view about the advice. */
const weg = (eens: boolean): string[] => [
  'registreer',
  'wijsOpClientondersteuning',
  'screen',
  'startOnderzoek',
  'rondOnderzoekAf',
  'brengAdviesUit',
  ...(eens ? ['neemAdviesOver', 'ontvangAanvraag', 'neemBesluit'] : ['meldVerschil', 'reageerOpVerschil']),
]

/** What counts of access: who may do what today. What ended stays as a row, and gives nothing. */
const geldig = (toegang: readonly Toegang[]) =>
  toegang.filter((t) => t.tot === null || t.tot > dag).toSorted((a, b) => (a.organisatie < b.organisatie ? -1 : 1))
const kern = (m: Melding) => ({
  ...m,
  toegang: geldig(m.toegang),
  eerderePersonen: m.eerderePersonen.map((e) => ({ ...e, toegang: geldig(e.toegang) })),
})
const notitie = { naam: 'notitie', invoer: { tekst: 'x' }, door: 'zoetermeer', n: 0 }

const handeling = fc.record({
  soort: fc.constantFrom('samen', 'samen', 'samen', 'alleen', 'ernaast', 'ernaast', 'terug'),
  welke: fc.nat(100),
  n: fc.nat(1000),
})
/** What is recorded beside the steps; corrections the most, for those change what the case rests on. */
const langs = [...Object.keys(ernaast), 'corrigeer', 'corrigeer', 'corrigeer', 'wijsToe']

test('a case whose steps were taken back is the case where nobody took them, with all that was recorded beside', () => {
  const teruggenomen = new Map<string, number>()
  let herzien = 0
  fc.assert(
    fc.property(
      fc.array(handeling, { minLength: 30, maxLength: 50 }),
      fc.nat(9),
      fc.boolean(),
      (handelingen, tot, eens) => {
        // Two streams: one takes steps and takes them back, in the other a note stands in their place.
        const gevorderd = weg(eens)
          .slice(0, tot)
          .reduce((s, naam) => voerUit(s, stapVan(s, naam, 11)) ?? s, begin())
        let [echt, zonder] = [gevorderd, gevorderd]
        let open: string[] = []
        for (const { soort, welke, n } of handelingen) {
          if (soort === 'ernaast') {
            const naam = langs[welke % langs.length]!
            const opdracht = { naam, invoer: ernaast[naam]!(n), door: wie(echt, naam), n }
            const na = voerUit(echt, opdracht)
            if (!na) continue
            // An assignment among those who went on after a step that never was, has nobody to be among.
            const anderen = hand(echt.stand) !== hand(zonder.stand) || wie(echt, naam) !== wie(zonder, naam)
            const vervalt = naam === 'wijsToe' && anderen
            const daar = voerUit(zonder, vervalt ? notitie : opdracht)
            expect(daar, naam).not.toBeNull()
            if (open.length && naam.startsWith('corrigeer')) herzien += 1
            ;[echt, zonder] = [na, daar!]
          } else if (soort === 'terug') {
            const stap = laatsteStap(echt.journaal)
            if (!open.length || !stap) continue
            expect(stap.soort).toBe(open.at(-1))
            const na = voerUit(echt, {
              naam: 'neemTerug',
              invoer: { gebeurtenis: stap.nummer, reden: 'x' },
              door: stap.door,
              n,
            })
            expect(na).not.toBeNull()
            teruggenomen.set(stap.soort, (teruggenomen.get(stap.soort) ?? 0) + 1)
            open = open.slice(0, -1)
            ;[echt, zonder] = [na!, voerUit(zonder, notitie)!]
          } else if (soort === 'alleen' || !open.length) {
            const mogelijk = Object.keys(stappen)
              .map((naam) => stapVan(echt, naam, n))
              .filter((o) => voerUit(echt, o) && (o.naam !== 'trekIn' || n % 4 === 0))
            const opdracht = mogelijk[welke % Math.max(1, mogelijk.length)]
            if (!opdracht) continue
            const alleen = soort === 'alleen'
            echt = voerUit(echt, opdracht)!
            zonder = voerUit(zonder, alleen ? notitie : opdracht)!
            if (alleen) open = [...open, echt.journaal.at(-1)!.soort]
          }
          if (open.length) continue
          expect(kern(echt.stand)).toEqual(kern(zonder.stand))
          expect(leidAf(echt.stand, afspraken, VANDAAG)).toEqual(leidAf(zonder.stand, afspraken, VANDAAG))
          expect(echt.stand.toegang.length).toBeGreaterThanOrEqual(zonder.stand.toegang.length)
        }
      },
    ),
    { numRuns: 200, seed: 20260223 },
  )
  // Worth something only when it took back every kind of step, also after a correction.
  expect([...teruggenomen.keys()].toSorted()).toEqual(Object.keys(stapsoorten).toSorted())
  expect(herzien).toBeGreaterThan(50)
})

test('every kind of event is a step that can be taken back, or known not to be one', () => {
  const ernaastGeboekt = [
    'meldingOntvangen',
    'bekendgemaakt',
    'stapTeruggenomen',
    'gecorrigeerd',
    'gegevensGecorrigeerd',
    'genoteerd',
    'contactGehad',
    'betrekkingGemeld',
    'documentToegevoegd',
    'tolkGeregeld',
    'toegewezen',
  ]
  expect([...Object.keys(stapsoorten), ...ernaastGeboekt].toSorted()).toEqual(soorten.toSorted())
})
