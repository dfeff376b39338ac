/** The same questions to two versions: cases of tasks, days of the term, votes, years and the examples of both files. */
import { z } from 'zod'
import { type Datum, schrijfDatum } from '../kern/datum.ts'
import { naarJson } from '../kern/schrijf-uit.ts'
import type { Bron, Uitkomst } from '../kern/uitkomst.ts'
import { Weigering } from '../kern/weigering.ts'
import { AfspraakFout, type Afspraken, type Convenant, type Geplaatst } from './afspraak.ts'
import { type Afsprakenboek, looptijd } from './afsprakenboek.ts'
import { gemeentenaam } from './gemeenten.ts'
import { rekenKalender } from './regels/kalender.ts'
import { soortVan } from './regels/index.ts'
import type { Stemronde } from './regels/besluitregel-schema.ts'
import { stemmenVan, stemmers } from './regels/stemmers.ts'
import type { Geval } from './regels/taak-schema.ts'
import { regelsVan } from './regels-van.ts'
import { type Voorbeeldveld, zegVoorbeeld } from './schrijf-waarde.ts'
import { stem } from './stem.ts'
import { type Taak, TAKEN, taken } from './taken.ts'
import { tijdvakVan } from './tijdvak.ts'
import { alleGevallen, type Kenmerken, kenmerken, zegGevallen } from './toets/gevallen.ts'
import { proefomgeving } from './voorbeelden.ts'
import { wie } from './wie.ts'

/** One question with another answer; `bronOud` and `bronNieuw` are where each stands, null where it says nothing. */
export type AndereUitkomst = {
  /** What it is about: "screening", "looptijd", the name of a rule. */
  readonly onderwerp: string
  readonly vraag: string
  readonly oud: string
  readonly nieuw: string
  readonly bronOud: Bron | null
  readonly bronNieuw: Bron | null
  /** How many cases have this change. */
  readonly gevallen: number
}
type Grond = Pick<Afspraken, 'kaders' | 'gemeenten'>
type Kant = { document: Convenant; boek: (op?: Datum) => Afsprakenboek }
type Antwoord = { tekst: string; bron: Bron | null }
type Gevraagd = { gevallen: number; uitkomsten: AndereUitkomst[] }

export function vergelijkUitkomsten(oud: Convenant, nieuw: Convenant, grond: Grond): Gevraagd {
  const kant = (document: Convenant): Kant => {
    const omgeving = proefomgeving(document, grond)
    // Every case is put to the text itself, also where its term would be over.
    return { document, boek: (op) => ({ ...omgeving.boek(op), convenant: document }) }
  }
  const [a, b] = [kant(oud), kant(nieuw)]
  const delen = [vergelijkTaken, vergelijkLooptijd, vergelijkStemmen, vergelijkKalender, vergelijkVoorbeelden].map(
    (deel) => deel(a, b, grond),
  )
  return {
    gevallen: delen.reduce((som, d) => som + d.gevallen, 0),
    uitkomsten: delen.flatMap((d) => d.uitkomsten),
  }
}

/** What a version answers, in words; a question that does not fit it is an answer too. */
function antwoord<T>(reken: () => Uitkomst<T>, zeg: (waarde: T) => string): Antwoord {
  try {
    const u = reken()
    const bron = u.waarom.bron ?? null
    if (u.soort === 'bepaald') return { tekst: zeg(u.waarde), bron }
    if (u.soort === 'tegenstrijdig')
      return { tekst: `tegenstrijdig: ${u.lezingen.map((l) => zeg(l.waarde)).join(' of ')}`, bron }
    if (u.soort === 'ontbreekt') return { tekst: `niet te zeggen zonder ${u.feit.wat}`, bron }
    return { tekst: u.soort === 'niet-geregeld' ? 'niet geregeld' : `een oordeel van ${u.van}`, bron }
  } catch (fout) {
    if (fout instanceof Weigering || fout instanceof RangeError || fout instanceof AfspraakFout)
      return { tekst: `geen antwoord: ${fout.message}`, bron: null }
    // An example of one version may not fit the rule of the other.
    if (fout instanceof z.ZodError) return { tekst: 'past niet bij deze regel', bron: null }
    throw fout
  }
}

/** Gathers questions with the same pair of answers into one line. */
class Verzameling<Vraag> {
  gevallen = 0
  readonly #groepen = new Map<string, { oud: Antwoord; nieuw: Antwoord; vragen: Vraag[] }>()
  leg(vraag: Vraag, oud: Antwoord, nieuw: Antwoord): void {
    this.gevallen += 1
    if (oud.tekst === nieuw.tekst) return
    const sleutel = `${oud.tekst}\n${nieuw.tekst}`
    const groep = this.#groepen.get(sleutel) ?? { oud, nieuw, vragen: [] }
    groep.vragen.push(vraag)
    this.#groepen.set(sleutel, groep)
  }
  regels(onderwerp: string, zeg: (vragen: readonly Vraag[]) => string): AndereUitkomst[] {
    return [...this.#groepen.values()].map(({ oud, nieuw, vragen }) => ({
      onderwerp,
      vraag: zeg(vragen),
      oud: oud.tekst,
      nieuw: nieuw.tekst,
      bronOud: oud.bron,
      bronNieuw: nieuw.bron,
      gevallen: vragen.length,
    }))
  }
}

function vergelijkTaken(oud: Kant, nieuw: Kant, { gemeenten }: Grond): Gevraagd {
  const boeken = [oud.boek(), nieuw.boek()] as const
  const kring = { partijen: nieuw.document.partijen, rollen: nieuw.document.rollen, gemeenten }
  const uit: Gevraagd = { gevallen: 0, uitkomsten: [] }
  for (const taak of taken) {
    const per = [oud, nieuw].map(({ document }) =>
      kenmerken(
        regelsVan(document, 'taak').filter((r) => r.taken.includes(taak)),
        document,
      ),
    ) as [Kenmerken, Kenmerken]
    const alles = samen(...per)
    const verzameling = new Verzameling<Geval>()
    const gevallen = alleGevallen(taak, alles)
    // The same rules and readings about the same parties: every case has the same answer.
    if (zelfde([oud, nieuw].map(({ document }) => bepalendVoor(taak, document)))) {
      uit.gevallen += gevallen.length
      continue
    }
    for (const geval of gevallen) {
      const [a, b] = boeken.map((boek) =>
        antwoord(
          () => wie(boek, geval),
          (slug) => gemeentenaam(slug, gemeenten),
        ),
      )
      verzameling.leg(geval, a!, b!)
    }
    uit.gevallen += verzameling.gevallen
    uit.uitkomsten.push(
      ...verzameling.regels(
        TAKEN[taak].naam,
        (g) => `Wie ${TAKEN[taak].doet}? ${hoofdletter(zegGevallen(g, alles, kring))}.`,
      ),
    )
  }
  return uit
}

const hoofdletter = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1)

const zelfde = (waarden: readonly unknown[]): boolean =>
  new Set(waarden.map((w) => JSON.stringify(w, (_sleutel, v: unknown) => (typeof v === 'bigint' ? `${v}n` : v))))
    .size === 1

/** All that the answer to who performs a task can follow from. */
function bepalendVoor(taak: Taak, { partijen, rollen, regels, uitleg }: Convenant): unknown {
  const eigen = regelsVan({ regels }, 'taak').filter((r) => r.taken.includes(taak))
  const los = ({ plaats: _plaats, bron: _bron, ...rest }: Geplaatst<object>): unknown => rest
  return [
    partijen,
    rollen,
    eigen.map(los),
    uitleg.filter((u) => u.over.some((id) => eigen.some((r) => r.id === id))).map(los),
  ]
}

/** A trait that only one version asks about is still tried for both. */
function samen(a: Kenmerken, b: Kenmerken): Kenmerken {
  const uniek = <K extends keyof Kenmerken>(veld: K): Kenmerken[K] =>
    [...new Set<unknown>([...a[veld], ...b[veld]])] as unknown as Kenmerken[K]
  return {
    voorziening: uniek('voorziening'),
    woongemeente: uniek('woongemeente'),
    gemeldBij: uniek('gemeldBij'),
    herhaald: uniek('herhaald'),
    spoed: uniek('spoed'),
  }
}

/** The first and last day of either text, and the day after, as they stand and after every extension that was agreed. */
function vergelijkLooptijd(oud: Kant, nieuw: Kant): Gevraagd {
  const dagen = new Set<string>()
  const hoogstens = Math.max(
    0,
    ...[oud, nieuw].flatMap(({ document }) => regelsVan(document, 'looptijd').map((r) => r.verlenging?.aantal ?? 0)),
  )
  for (const { document, boek } of [oud, nieuw]) {
    dagen.add(document.ingang.toString())
    for (let keer = 0; keer <= hoogstens; keer += 1) {
      const uitkomst = looptijd(boek(), keer)
      const waarden =
        uitkomst.soort === 'bepaald'
          ? [uitkomst.waarde]
          : uitkomst.soort === 'tegenstrijdig'
            ? uitkomst.lezingen.map((l) => l.waarde)
            : []
      for (const { van, totEnMet } of waarden)
        for (const dag of [van, totEnMet, totEnMet?.add({ days: 1 })]) if (dag) dagen.add(dag.toString())
    }
  }
  const verzameling = new Verzameling<string>()
  for (const dag of [...dagen].toSorted()) {
    const op = Temporal.PlainDate.from(dag)
    const [a, b] = [oud, nieuw].map(({ boek }) =>
      antwoord(
        () => looptijd(boek(op)),
        ({ geldt }) => (geldt ? 'ja' : 'nee'),
      ),
    )
    verzameling.leg(schrijfDatum(op), a!, b!)
  }
  return {
    gevallen: verzameling.gevallen,
    uitkomsten: verzameling.regels('looptijd', (v) => `Geldt het convenant op ${v.join(', ')}?`),
  }
}

/**
 * Every way the common members can vote for or against, in each number of rounds with the same votes. Members with
 * equal votes are interchangeable, so only how many of them are in favour is tried.
 */
function vergelijkStemmen(oud: Kant, nieuw: Kant, { gemeenten }: Grond): Gevraagd {
  const uit: Gevraagd = { gevallen: 0, uitkomsten: [] }
  const kanten = [oud, nieuw].map(({ document, boek }) => ({
    regels: regelsVan(document, 'besluitregel'),
    kring: { partijen: document.partijen, rollen: document.rollen, gemeenten },
    boek: boek(),
  }))
  for (const { id } of kanten[1]!.regels) {
    const beide = kanten.flatMap(({ regels, ...k }) =>
      regels.filter((r) => r.id === id).map((regel) => ({ regel, ...k })),
    )
    if (beide.length < kanten.length) continue
    const rondes = beide.flatMap(({ regel, kring }) =>
      (regel.ronden ?? []).flatMap((ronde) => (ronde.wijze === 'meerderheid' ? [{ ronde, kring }] : [])),
    )
    const [eerste, ...rest] = beide.map(({ regel, kring }) => stemmers(regel, kring))
    const leden = eerste!.filter((l) => rest.every((r) => r.includes(l)))
    const groepen = [
      ...Map.groupBy(leden, (lid) => rondes.map((r) => stemmenVan(lid, r.ronde, r.kring)).join(' ')).values(),
    ]
    const hoogstens = Math.min(...beide.map(({ regel }) => regel.ronden?.length ?? 0))
    for (let aantal = 1; aantal <= hoogstens; aantal += 1) {
      const verzameling = new Verzameling<string>()
      for (const voor of keuzesUit(groepen)) {
        const ronde: Stemronde = {
          stemmen: Object.fromEntries(leden.map((l) => [l, voor.flat().includes(l) ? 'voor' : 'tegen'])),
          gewicht: undefined,
        }
        const ronden = Array.from({ length: aantal }, () => ronde)
        const [a, b] = beide.map(({ boek }) => antwoord(() => stem(boek, id, ronden), String))
        const namen = voor.map((v, i) => zegVoor(v, groepen[i]!, (slug) => gemeentenaam(slug, gemeenten)))
        verzameling.leg(namen.filter(Boolean).join(' en ') || 'niemand', a!, b!)
      }
      uit.gevallen += verzameling.gevallen
      uit.uitkomsten.push(
        ...verzameling.regels(
          id,
          (v) => `Wat is besloten na ${aantal === 1 ? '1 ronde' : `${aantal} ronden`}? Voor: ${v.join('; of ')}.`,
        ),
      )
    }
  }
  return uit
}

/** From every group the first none, one, two, … or all. */
const keuzesUit = (groepen: readonly (readonly string[])[]): string[][][] =>
  groepen.reduce<string[][][]>(
    (keuzes, groep) => keuzes.flatMap((k) => [...groep.keys(), groep.length].map((n) => [...k, groep.slice(0, n)])),
    [[]],
  )

const zegVoor = (voor: readonly string[], groep: readonly string[], noem: (slug: string) => string): string =>
  voor.length === 0
    ? ''
    : groep.length === 1
      ? noem(groep[0]!)
      : `${voor.length} van de ${groep.length} gemeenten met evenveel stemmen`

/** The days a rule names, over the year in which the new version begins and the next. */
function vergelijkKalender(oud: Kant, nieuw: Kant): Gevraagd {
  const uit: Gevraagd = { gevallen: 0, uitkomsten: [] }
  const jaar = nieuw.document.ingang.year
  for (const regel of regelsVan(nieuw.document, 'kalender')) {
    const eerder = regelsVan(oud.document, 'kalender').find((r) => r.id === regel.id)
    if (!eerder) continue
    for (const over of [jaar, jaar + 1]) {
      const dagen = [
        { r: eerder, kant: oud },
        { r: regel, kant: nieuw },
      ].map(({ r, kant }) => {
        const u = rekenKalender(r, over, tijdvakVan(kant.boek()))
        return new Map(u.soort === 'bepaald' ? u.waarde.map((d) => [d.doe, d]) : [])
      })
      const verzameling = new Verzameling<string>()
      for (const doe of new Set(dagen.flatMap((d) => [...d.keys()]))) {
        const [a, b] = [eerder, regel].map((r, i): Antwoord => {
          const dag = dagen[i]!.get(doe)
          if (!dag) return { tekst: 'staat er niet', bron: r.bron }
          return {
            tekst: dag.datum
              ? `${dag.wie}, uiterlijk ${schrijfDatum(dag.datum)}`
              : `${dag.wie}, zodra ${dag.zodra ?? ''}`,
            bron: r.bron,
          }
        })
        verzameling.leg(doe, a!, b!)
      }
      uit.gevallen += verzameling.gevallen
      uit.uitkomsten.push(...verzameling.regels(regel.id, (v) => `Over ${over}: ${v.join('; ')}?`))
    }
  }
  return uit
}

/** "datum: 1 maart 2025; status: gepland"; an outcome that is one value needs no name. */
const velden = (regel: readonly Voorbeeldveld[]): string =>
  regel.map(({ naam, waarde }) => (naam === 'uitkomst' ? waarde : `${naam}: ${waarde}`)).join('; ')

/** Every example of either file whose rule both versions have. */
function vergelijkVoorbeelden(oud: Kant, nieuw: Kant, grond: Grond): Gevraagd {
  const verzameling = new Verzameling<string>()
  const omgevingen = [oud, nieuw].map(({ document }) => ({ document, omgeving: proefomgeving(document, grond) }))
  const uitkomsten: AndereUitkomst[] = []
  const gezien = new Set<string>()
  for (const voorbeeld of [...nieuw.document.voorbeelden, ...oud.document.voorbeelden]) {
    const sleutel = JSON.stringify([voorbeeld.bij, voorbeeld.gegeven])
    const regels = omgevingen.map(({ document }) => document.regels.find((r) => r.id === voorbeeld.bij))
    if (gezien.has(sleutel) || regels.some((r) => !r || r.soort !== regels[0]?.soort)) continue
    gezien.add(sleutel)
    const [a, b] = omgevingen.map(({ omgeving }, i) =>
      antwoord(
        () => soortVan(regels[i]!.soort).voorbeeld(regels[i]!, voorbeeld.gegeven, omgeving),
        (waarde) => velden(zegVoorbeeld(naarJson(waarde), regels[i], omgevingen[i]!.document, grond.gemeenten)),
      ),
    )
    const gegeven =
      velden(zegVoorbeeld(voorbeeld.gegeven, regels[0], nieuw.document, grond.gemeenten)) || 'niets gegeven'
    const eigen = new Verzameling<Geplaatst<object>>()
    eigen.leg(voorbeeld, a!, b!)
    verzameling.gevallen += 1
    uitkomsten.push(...eigen.regels(voorbeeld.bij, () => `Voorbeeld: ${gegeven}.`))
  }
  return { gevallen: verzameling.gevallen, uitkomsten }
}
