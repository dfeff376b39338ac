/** What each municipality charges on for a year: invoice on counts carried on, then a correction. */
import { type Breuk, breuk, halfOmhoog, maal, plus, schrijfBreuk } from '../kern/breuk.ts'
import { schrijfDatum } from '../kern/datum.ts'
import { type Centen, schrijfBedrag } from '../kern/geld.ts'
import { bepaald, nietGeregeld, ontbreekt, type Stap, type Uitkomst } from '../kern/uitkomst.ts'
import { weiger } from '../kern/weigering.ts'
import { metAddenda } from './addendum.ts'
import type { Convenant, Geplaatst } from './afspraak.ts'
import type { Afsprakenboek } from './afsprakenboek.ts'
import { buitenJaar } from './buiten-looptijd.ts'
import type { Tarief } from './besluit.ts'
import { gemeentenaam } from './gemeenten.ts'
import { keuze } from './keuze.ts'
import {
  type DoorbelastingRegel,
  type DoorbelastingscorrectieRegel,
  type DoorbelastingsfactuurRegel,
  type DoorbelastingspostRegel,
  maanden,
  OPEN_AANTALLEN,
  OPEN_KANTEN,
} from './regels/doorbelasting-schema.ts'
import { regelsVan } from './regels-van.ts'
import { uitvoerders } from './toets/mandaat.ts'
import { uitlegStap } from './uitleg-stap.ts'
import { geenVersie } from './wie.ts'

/** Municipality (slug) to post (rule id) to number of units, or cents for a post that is an amount. */
export type Aantallen = Readonly<Record<string, Readonly<Record<string, bigint>>>>
export type Doorbelastingsinvoer = {
  /** Cents for one unit, per post. What is absent comes from the recorded decisions. */
  tarieven: Readonly<Record<string, Centen>>
  /** Counts over the months that the invoice is based on. */
  gemeten: Aantallen
  /** Counts over the whole year, once they are known. */
  heelJaar?: Aantallen
}
/** Who sends the correction: the side that still has money to receive. */
export type Richting = 'regio-naar-centrum' | 'centrum-naar-regio' | 'geen'
/** Whole cents; `correctie` is werkelijk − factuur, negative when too much was invoiced. */
export type Doorbelasting = { factuur: Centen; werkelijk?: Centen; correctie?: Centen; richting?: Richting }
export type Doorbelastingen = Readonly<Record<string, Doorbelasting>>

/** The rules of one agreement to charge on, found together by `bij`. */
type Afspraak = {
  regel: Geplaatst<DoorbelastingRegel>
  posten: readonly Geplaatst<DoorbelastingspostRegel>[]
  factuur: Geplaatst<DoorbelastingsfactuurRegel>
  correctie: Geplaatst<DoorbelastingscorrectieRegel> | undefined
  gemeenten: readonly string[]
}

/**
 * Cents per municipality for the year. Units are rounded before they are multiplied only when a reading chose
 * so; each total is rounded half up. Throws a `Weigering` for a post, municipality or period the covenant does not
 * know; a tariff or count that is absent is `ontbreekt`.
 */
export const doorbelasting = (
  boek: Afsprakenboek,
  jaar: number,
  invoer: Doorbelastingsinvoer,
): Uitkomst<Doorbelastingen> => metAddenda(boek, volgensTekst(boek, jaar, invoer))

function volgensTekst(boek: Afsprakenboek, jaar: number, invoer: Doorbelastingsinvoer): Uitkomst<Doorbelastingen> {
  const afspraak = vindAfspraak(boek.laatste)
  if (afspraak) {
    keurInvoer(afspraak, jaar, invoer)
    keurHeelJaar(afspraak, invoer)
  }
  if (!boek.convenant) return nietGeregeld(geenVersie(boek))
  if (!afspraak) return nietGeregeld({ wat: '{naam} regelt geen doorbelasting.', feiten: { naam: boek.laatste.kort } })
  const buiten = buitenJaar(boek, jaar)
  if (buiten?.kant === 'voor') return nietGeregeld(buiten.stap)
  const { regel, factuur, posten } = afspraak
  const anderJaar = factuur.jaar !== undefined && jaar !== factuur.jaar
  if (anderJaar && !factuur.andereJaren)
    return nietGeregeld({
      wat: 'Het convenant regelt de doorbelasting alleen over {genoemd}, niet over {jaar}.',
      bron: factuur.bron,
      feiten: { genoemd: factuur.jaar ?? null, jaar },
    })
  const tarieven = vindTarieven(boek, afspraak, jaar, invoer)
  if ('soort' in tarieven) return tarieven
  const [gemeten, heel] = maanden(factuur)
  const factor = breuk(BigInt(heel!), BigInt(gemeten!))
  const gekozen = {
    heleAantallen: keuze(regel, OPEN_AANTALLEN, 'aantallen', boek.uitleg).waarde === 'half-omhoog',
    eenKant: eenKant(afspraak, boek),
  }
  const genoemd = afspraak.gemeenten.filter((g) => invoer.gemeten[g] ?? invoer.heelJaar?.[g])
  const waarden: Record<string, Doorbelasting> = {}
  const stappen: Stap[] = []
  for (const gemeente of genoemd) {
    const eerst = invoer.gemeten[gemeente] ?? {}
    const later = invoer.heelJaar?.[gemeente]
    const mist = later && posten.find((p) => p.per === 'eenheid' && eerst[p.id] && later[p.id] === undefined)
    const naam = gemeentenaam(gemeente, boek.gemeenten)
    if (mist) return mistAantal(mist, gemeente, naam, jaar)
    const { waarde, stap } = reken(afspraak, { eerst, later, factor, tarieven, naam, ...gekozen })
    waarden[gemeente] = waarde
    stappen.push(stap)
    const telt = Object.values({ ...eerst, ...later }).some((n) => n > 0n)
    if (telt && !doetWerk(boek.laatste, posten, gemeente))
      stappen.push({
        wat: '{gemeente} doet dit werk volgens het convenant in geen enkel geval. Kijk na of dit klopt.',
        bron: regel.bron,
        feiten: { gemeente: naam },
      })
  }
  const gebruikt = [invoer.gemeten, invoer.heelJaar ?? {}].flatMap((a) => Object.values(a).flatMap(Object.keys))
  const regels = [regel.id, factuur.id, ...gebruikt, ...(invoer.heelJaar ? [afspraak.correctie?.id] : [])]
  const uitleg = boek.uitleg.filter(
    (u) => u.over.some((id) => regels.includes(id)) && (anderJaar || u.id !== factuur.andereJaren),
  )
  return bepaald(waarden, {
    wat: 'Doorbelasting over {jaar} aan {aan}.',
    bron: regel.bron,
    feiten: { jaar, aan: gemeentenaam(boek.laatste.rollen[regel.aan]?.[0] ?? regel.aan, boek.gemeenten) },
    stappen: [
      ...stappen,
      ...tarieven.stappen,
      ...uitleg.map(uitlegStap),
      // What a year would cost if the covenant is extended: an answer, but only then.
      ...(buiten ? [{ ...buiten.stap, geldt: false }] : []),
    ],
  })
}

/** The only direction in which there is a correction; null: both. */
function eenKant({ regel, correctie }: Afspraak, { uitleg }: Pick<Afsprakenboek, 'uitleg'>): Richting | null {
  if (!correctie?.van || keuze(correctie, OPEN_KANTEN, 'kanten', uitleg).waarde === 'beide') return null
  return correctie.van === regel.van ? 'regio-naar-centrum' : 'centrum-naar-regio'
}

function vindAfspraak(document: Convenant): Afspraak | null {
  const regel = regelsVan(document, 'doorbelasting')[0]
  const factuur = regel && regelsVan(document, 'doorbelastingsfactuur').find((f) => f.bij === regel.id)
  if (!regel || !factuur) return null
  return {
    regel,
    factuur,
    posten: regelsVan(document, 'doorbelastingspost').filter((p) => p.bij === regel.id),
    correctie: regelsVan(document, 'doorbelastingscorrectie').find((c) => c.bij === regel.id),
    gemeenten: document.rollen[regel.van] ?? [regel.van],
  }
}

/** Refuses what the covenant does not know, whether or not a version is in force. */
function keurInvoer({ regel, posten, gemeenten }: Afspraak, jaar: number, invoer: Doorbelastingsinvoer): void {
  const vind = (id: string): Geplaatst<DoorbelastingspostRegel> =>
    posten.find((p) => p.id === id) ??
    weiger(
      'DOORBELASTING_POST_ONBEKEND',
      { post: id, posten: posten.map((p) => p.id).join(', ') },
      { bron: regel.bron },
    )
  for (const id of Object.keys(invoer.tarieven))
    if (vind(id).per === 'bedrag') weiger('DOORBELASTING_GEEN_TARIEF', { post: id }, { bron: vind(id).bron })
  for (const [gemeente, aantallen] of [invoer.gemeten, invoer.heelJaar ?? {}].flatMap((a) => Object.entries(a))) {
    if (!gemeenten.includes(gemeente))
      weiger('DOORBELASTING_GEMEENTE', { gemeente, gemeenten: gemeenten.join(', ') }, { bron: regel.bron })
    for (const [id, aantal] of Object.entries(aantallen)) {
      const { van, totEnMet, bron } = vind(id)
      if (aantal !== 0n && van && totEnMet && (jaar < van.year || jaar > totEnMet.year))
        weiger(
          'DOORBELASTING_BUITEN_PERIODE',
          { post: id, gemeente, van: schrijfDatum(van), totEnMet: schrijfDatum(totEnMet), jaar: String(jaar) },
          { bron },
        )
    }
  }
}

/** Does this municipality perform some of the work that is charged for? Where a post names no work nobody can tell. */
function doetWerk(document: Convenant, posten: Afspraak['posten'], gemeente: string): boolean {
  const werk = posten.flatMap((p) => p.taken ?? [])
  if (!werk.length || posten.some((p) => !p.taken && p.per === 'eenheid')) return true
  return regelsVan(document, 'taak').some(
    (r) => r.taken.some((t) => werk.includes(t)) && uitvoerders(r, document).includes(gemeente),
  )
}

/** A whole year holds the months that were counted first. An amount may turn out lower; a count may not. */
function keurHeelJaar({ posten, correctie }: Afspraak, { gemeten, heelJaar }: Doorbelastingsinvoer): void {
  for (const [gemeente, aantallen] of Object.entries(heelJaar ?? {}))
    for (const post of posten.filter((p) => p.per === 'eenheid')) {
      const [eerst, heel] = [gemeten[gemeente]?.[post.id], aantallen[post.id]]
      if (eerst !== undefined && heel !== undefined && heel < eerst)
        weiger(
          'DOORBELASTING_MINDER',
          { post: post.id, gemeente, eerst: String(eerst), heel: String(heel) },
          { bron: (correctie ?? post).bron },
        )
    }
}

type Tarieven = { bedragen: ReadonlyMap<string, Centen>; stappen: readonly Stap[] }

/** The tariffs given, and for the rest the last decision for that post and year. */
function vindTarieven(
  boek: Afsprakenboek,
  { posten }: Afspraak,
  jaar: number,
  invoer: Doorbelastingsinvoer,
): Tarieven | Uitkomst<never> {
  const bedragen = new Map<string, Centen>()
  const stappen: Stap[] = []
  const nodig = [invoer.gemeten, invoer.heelJaar ?? {}].flatMap((a) => Object.values(a))
  for (const post of posten.filter((p) => p.per === 'eenheid')) {
    const gegeven = invoer.tarieven[post.id]
    const besluit = boek.besluiten.findLast(
      (b): b is Tarief => b.soort === 'tarief' && b.post === post.id && b.jaar === jaar,
    )
    const vastgelegd = besluit && BigInt(besluit.centen)
    const tarief = gegeven ?? vastgelegd
    if (besluit)
      stappen.push({
        wat: `Besluit van {besloten} door {door}: {post} kost in {jaar} {bedrag}.${tarief === vastgelegd ? '' : ' Er is met een ander, zelf gegeven tarief gerekend.'}`,
        feiten: {
          besluit: besluit.id,
          besloten: besluit.besloten,
          door: besluit.door,
          post: post.naam,
          jaar,
          bedrag: schrijfBedrag(BigInt(besluit.centen)),
        },
        geldt: tarief === vastgelegd,
      })
    if (tarief !== undefined) bedragen.set(post.id, tarief)
    else if (nodig.some((a) => (a[post.id] ?? 0n) !== 0n))
      return ontbreekt(
        { wat: `het tarief van ${post.id} over ${jaar}` },
        {
          wat: 'Het tarief voor {post} over {jaar} ontbreekt. Het convenant noemt geen bedrag.',
          bron: post.bron,
          feiten: { post: post.naam, jaar },
          stappen: [{ wat: 'Een tarief staat in een besluit van de regio, of geef het zelf op.' }],
        },
      )
  }
  return { bedragen, stappen }
}

const mistAantal = (post: Geplaatst<DoorbelastingspostRegel>, slug: string, naam: string, jaar: number) =>
  ontbreekt<never>(
    { wat: `het aantal ${post.id} over heel ${jaar}`, van: slug },
    {
      wat: 'Het aantal {post} van {gemeente} over heel {jaar} ontbreekt. Schrijf 0 als er geen waren.',
      bron: post.bron,
      feiten: { post: post.naam, gemeente: naam, jaar },
    },
  )

type Rekening = {
  eerst: Readonly<Record<string, bigint>>
  later: Readonly<Record<string, bigint>> | undefined
  factor: Breuk
  tarieven: Tarieven
  naam: string
  heleAantallen: boolean
  eenKant: Richting | null
}

function reken(afspraak: Afspraak, r: Rekening): { waarde: Doorbelasting; stap: Stap } {
  const voorlopig = tel(afspraak.posten, r.eerst, r.factor, r)
  const factuur = halfOmhoog(voorlopig.som)
  const stapFactuur: Stap = {
    wat: '{gemeente}: factuur {bedrag}.',
    bron: afspraak.factuur.bron,
    feiten: { gemeente: r.naam, bedrag: schrijfBedrag(factuur), factuur },
    stappen: [...voorlopig.stappen, afgerond(voorlopig.som, factuur)],
  }
  if (!r.later || !afspraak.correctie) return { waarde: { factuur }, stap: stapFactuur }
  // An amount is known when the invoice is made; left out later, it stays what it was.
  const bedragen = afspraak.posten.filter((p) => p.per === 'bedrag').map((p) => [p.id, r.eerst[p.id] ?? 0n] as const)
  const echt = tel(afspraak.posten, { ...Object.fromEntries(bedragen), ...r.later }, breuk(1n), r)
  const werkelijk = halfOmhoog(echt.som)
  const verschil = werkelijk - factuur
  const kant: Richting = verschil === 0n ? 'geen' : verschil > 0n ? 'regio-naar-centrum' : 'centrum-naar-regio'
  const telt = r.eenKant === null || kant === r.eenKant
  const richting: Richting = telt ? kant : 'geen'
  const correctie = telt ? verschil : 0n
  const zin = {
    geen: 'Werkelijk {werkelijk}. Er is geen correctie.',
    'regio-naar-centrum': 'Werkelijk {werkelijk}. {gemeente} krijgt nog {verschil}.',
    'centrum-naar-regio': 'Werkelijk {werkelijk}. {gemeente} betaalt {verschil} terug.',
  }
  const stapCorrectie: Stap = {
    wat: telt
      ? zin[kant]
      : 'Werkelijk {werkelijk}. Het verschil van {verschil} wordt niet rechtgezet: de tekst kent alleen een factuur de andere kant op.',
    bron: afspraak.correctie.bron,
    feiten: {
      gemeente: r.naam,
      werkelijk: schrijfBedrag(werkelijk),
      verschil: schrijfBedrag(verschil < 0n ? -verschil : verschil),
      correctie,
    },
    stappen: [
      ...echt.stappen,
      ...bedragen.flatMap(([id, eerst]): Stap[] => {
        const later = r.later?.[id]
        if (later === undefined || later === eerst) return []
        const { naam: post, bron } = afspraak.posten.find((p) => p.id === id)!
        return [
          {
            wat: 'Let op: het bedrag voor {post} was in de factuur {eerst} en is nu {later}.',
            bron,
            feiten: { post, eerst: schrijfBedrag(eerst), later: schrijfBedrag(later) },
          },
        ]
      }),
      afgerond(echt.som, werkelijk),
    ],
  }
  return {
    waarde: { factuur, werkelijk, correctie, richting },
    stap: { ...stapFactuur, stappen: [...stapFactuur.stappen!, stapCorrectie] },
  }
}

/** The exact sum of units × factor × tariff and of the amounts, which are never carried on. */
function tel(
  posten: Afspraak['posten'],
  aantallen: Readonly<Record<string, bigint>>,
  factor: Breuk,
  { tarieven, heleAantallen }: Pick<Rekening, 'tarieven' | 'heleAantallen'>,
): { som: Breuk; stappen: Stap[] } {
  let som = breuk(0n)
  const stappen: Stap[] = []
  for (const post of posten) {
    const aantal = aantallen[post.id]
    if (aantal === undefined) continue
    const tarief = tarieven.bedragen.get(post.id) ?? 0n
    const doorgerekend = maal(breuk(aantal), factor)
    const afgerond = heleAantallen ? breuk(halfOmhoog(doorgerekend)) : doorgerekend
    const deel = post.per === 'bedrag' ? breuk(aantal) : maal(breuk(tarief), afgerond)
    som = plus(som, deel)
    const heel = factor.teller === factor.noemer
    const wordt = heleAantallen && !heel ? ', afgerond {afgerond},' : ''
    stappen.push({
      wat:
        post.per === 'bedrag'
          ? '{post}: {bedrag}. Dit bedrag wordt niet doorgerekend.'
          : `{post}: {aantal}${heel ? '' : ' × {factor}'}${wordt} × {tarief} = {exact} cent.`,
      bron: post.bron,
      feiten: {
        post: post.naam,
        ...(post.per === 'bedrag'
          ? { bedrag: schrijfBedrag(aantal) }
          : {
              aantal,
              factor: schrijfBreuk(factor),
              ...(wordt && { afgerond: schrijfBreuk(afgerond) }),
              tarief: schrijfBedrag(tarief),
              exact: schrijfBreuk(deel),
            }),
      },
    })
  }
  return { som, stappen }
}

const afgerond = (exact: Breuk, centen: Centen): Stap => ({
  wat: exact.noemer === 1n ? 'Samen {centen} cent.' : 'Samen {exact} cent, afgerond op {centen} cent.',
  feiten: { exact: schrijfBreuk(exact), centen },
})
