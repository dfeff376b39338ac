import type { StapJson, UitkomstJson } from '../../kern/schrijf-uit.ts'

export type Feitregel = { naam: string; waarde: string; door?: string | undefined }
export type Regelstap = Pick<StapJson, 'wat' | 'bron' | 'uitleg'>
export type Delen = {
  antwoord: string
  /** What the kind of outcome adds: nothing is agreed, a fact is missing, someone must judge, two readings. */
  bijzonder: string[]
  rekening: string[]
  regels: Regelstap[]
  gelNiet: Regelstap[]
  feiten: Feitregel[]
  verandert: string[]
}

/** Sorts the tree of an outcome into the parts of the panel: sums, rules with their source, what did not apply, facts. */
export function deelOp(uitkomst: UitkomstJson): Delen {
  const { waarom } = uitkomst
  const gold: StapJson[] = []
  const gelNiet: StapJson[] = []
  const loop = (stap: StapJson): void => {
    if (stap.geldt === false) return void gelNiet.push(stap)
    gold.push(stap)
    stap.stappen?.forEach(loop)
  }
  loop(waarom)
  const regels = gold
    .filter((s) => s.bron || s.uitleg)
    .map(({ wat, bron, uitleg }) => ({ wat, ...(bron && { bron }), ...(uitleg && { uitleg }) }))
  const nietVast = gold.some((s) => s.uitleg && s.uitleg.vastgesteld === null)
  return {
    antwoord: waarom.wat,
    bijzonder: bijzonder(uitkomst),
    rekening: gold
      .slice(1)
      .filter((s) => !s.bron && !s.uitleg)
      .map((s) => s.wat),
    regels,
    gelNiet,
    feiten: feitenVan(gold),
    verandert: verandert(gelNiet, nietVast),
  }
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
      ? ['Als iets van "geldt hier niet" toch geldt, verandert het antwoord. Verbeter dan de gegevens van de zaak.']
      : []),
  ]
  return zinnen.length ? zinnen : ['Niets: dit ligt vast.']
}

/** The facts of all steps that counted, each name once, in words. */
function feitenVan(stappen: readonly StapJson[]): Feitregel[] {
  const gezien = new Map<string, string>()
  for (const stap of stappen)
    for (const [naam, feit] of Object.entries(stap.feiten ?? {}))
      if (!gezien.has(naam)) gezien.set(naam, inWoorden(feit))
  return [...gezien].map(([naam, waarde]) => ({ naam: leesbaar(naam), waarde }))
}

const inWoorden = (feit: string | number | boolean | null): string =>
  feit === null ? 'niet bekend' : typeof feit === 'boolean' ? (feit ? 'ja' : 'nee') : String(feit)

/** `gemeldBij` becomes "gemeld bij". */
const leesbaar = (naam: string): string =>
  naam
    .replace(/([a-z])([A-Z0-9])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
