import type { Sessie } from '../../domein/antwoorden.ts'
import { noemBron, type StapJson, type UitkomstJson } from '../../kern/schrijf-uit.ts'

type Gemeente = Pick<Sessie['gemeenten'][number], 'slug' | 'naam'>
export type Feitregel = { naam: string; waarde: string; door?: string | undefined }
export type Regelstap = Pick<StapJson, 'wat' | 'bron' | 'uitleg'>
export type Delen = {
  antwoord: string
  /** What the kind of outcome adds: a fact is missing, someone must judge, two readings. */
  bijzonder: string[]
  rekening: string[]
  regels: Regelstap[]
  /** Sources that only carry a line of the sum. */
  bronnen: NonNullable<StapJson['bron']>[]
  gelNiet: Regelstap[]
  feiten: Feitregel[]
  verandert: string[]
}

/**
 * Sorts the tree of an outcome into the parts of the panel. A step with a date in its facts, or without a
 * source, is a line of the sum; a step with a source is a rule; `geldt: false` was considered and did not apply.
 */
export function deelOp(uitkomst: UitkomstJson, gemeenten: readonly Gemeente[] = []): Delen {
  const { waarom } = uitkomst
  const gold: StapJson[] = []
  const gelNiet: StapJson[] = []
  const addenda: StapJson[] = []
  // What lies below a line of the sum comes before it: first the days, then the day that results.
  const loop = (stap: StapJson): void => {
    if (stap.addendum) return void addenda.push(stap)
    if (stap.geldt === false) return void gelNiet.push(stap)
    if (!stap.uitleg) stap.stappen?.forEach(loop)
    gold.push(stap)
  }
  waarom.stappen?.forEach(loop)
  // Below a date, a sentence without source or figures says what may still happen to that date.
  const overDatum = heeftDatum(waarom) ? gold.filter((s) => !s.bron && !s.feiten && !s.stappen) : []
  const som = gold.filter((s) => !s.uitleg && !overDatum.includes(s) && (!s.bron || heeftDatum(s)))
  const rest = gold.filter((s) => !som.includes(s) && !overDatum.includes(s))
  const regels = [...addenda, ...(rest.length || som.some((s) => s.bron) || !waarom.bron ? rest : [waarom])]
  return {
    antwoord: waarom.wat,
    bijzonder: bijzonder(uitkomst),
    rekening: som.map((s) => s.wat),
    regels: regels.map(regelVan),
    bronnen: uniek(
      som.flatMap((s) => (s.bron ? [s.bron] : [])),
      regels,
    ),
    gelNiet: gelNiet.map((s) => ({ ...regelVan(s), wat: hoofdletter(s.wat.replace(/^Geldt hier niet: /, '')) })),
    feiten: feitenVan([waarom, ...gold], gemeenten),
    verandert: overDatum.length
      ? overDatum.map((s) => s.wat)
      : verandert(
          gelNiet,
          gold.some((s) => s.uitleg?.vastgesteld === null),
        ),
  }
}

const regelVan = ({ wat, bron, uitleg }: StapJson): Regelstap => ({
  wat,
  ...(bron && { bron }),
  ...(uitleg && { uitleg }),
})
const heeftDatum = (stap: StapJson): boolean =>
  Object.values(stap.feiten ?? {}).some((f) => typeof f === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(f))
const hoofdletter = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1)

function uniek(
  bronnen: readonly NonNullable<StapJson['bron']>[],
  regels: readonly StapJson[],
): NonNullable<StapJson['bron']>[] {
  const al = new Set(regels.flatMap((r) => (r.bron ? [noemBron(r.bron)] : [])))
  return bronnen.filter((b) => !al.has(noemBron(b)) && al.add(noemBron(b)))
}

function bijzonder(u: UitkomstJson): string[] {
  if (u.soort === 'ontbreekt')
    return [`Dit gegeven missen we: ${u.feit?.wat ?? 'onbekend'}${u.feit?.van ? `. Vraag het aan ${u.feit.van}` : ''}.`]
  if (u.soort === 'oordeel-nodig') return [`Hier is een oordeel voor nodig van: ${u.van ?? 'een medewerker'}.`]
  if (u.soort === 'tegenstrijdig')
    return ['De afspraken spreken elkaar hier tegen. De regio heeft nog geen uitleg gekozen.']
  return []
}

function verandert(gelNiet: readonly StapJson[], nietVast: boolean): string[] {
  const zinnen = [
    ...(nietVast ? ['De regio kan een andere uitleg vaststellen.'] : []),
    ...(gelNiet.length
      ? ['Geldt een van de andere regels toch? Verbeter dan de gegevens van de zaak. Het antwoord verandert mee.']
      : []),
  ]
  return zinnen.length ? zinnen : ['Niets: dit ligt vast.']
}

// `taak` and `wie` are the question and the answer; `dag` and `datum` the result of the sum.
const geenGegeven = new Set(['taak', 'wie', 'dag', 'datum', 'eind', 'feestdag', 'gebeurtenis', 'zin'])
const namen: Readonly<Record<string, string>> = {
  voorziening: 'soort',
  woongemeente: 'woonplaats',
  gemeldBij: 'gemeld bij',
  herhaald: 'eerder gemeld',
  vanaf: 'begint op',
}
const woorden: Readonly<Record<string, string>> = {
  bw: 'beschermd wonen',
  mo: 'maatschappelijke opvang',
  geen: 'geen vaste woonplaats',
  'buiten-regio': 'buiten de regio',
}

/** The facts of all steps that counted, each name once, in words. */
function feitenVan(stappen: readonly StapJson[], gemeenten: readonly Gemeente[]): Feitregel[] {
  const gezien = new Map<string, string>()
  for (const stap of stappen)
    for (const [naam, feit] of Object.entries(stap.feiten ?? {}))
      if (!gezien.has(naam) && !geenGegeven.has(naam)) gezien.set(naam, inWoorden(naam, feit, gemeenten))
  return [...gezien].map(([naam, waarde]) => ({ naam: namen[naam] ?? leesbaar(naam), waarde }))
}

function inWoorden(naam: string, feit: string | number | boolean | null, gemeenten: readonly Gemeente[]): string {
  if (feit === null) return 'niet bekend'
  if (typeof feit === 'boolean') return feit ? 'ja' : 'nee'
  const tekst = woorden[String(feit)] ?? String(feit)
  return naam === 'woongemeente' || naam === 'gemeldBij' ? mooi(tekst, gemeenten) : tekst
}

/** The name of a municipality or region; a slug that is not known is written with capitals. */
export const mooi = (slug: string, gemeenten: readonly Gemeente[]): string =>
  gemeenten.find((g) => g.slug === slug)?.naam ??
  (/^[a-z]+(-[a-z]+)*$/.test(slug) ? slug.split('-').map(hoofdletter).join(' ') : slug)

/** `gemeldBij` becomes "gemeld bij". */
const leesbaar = (naam: string): string =>
  naam
    .replaceAll(/([a-z])([A-Z0-9])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
