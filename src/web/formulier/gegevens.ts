import { leesDatum } from '../../kern/datum.ts'
import { voorVeld } from '../onderdelen/datum.tsx'
import { aantalIn, gevraagd, veldenIn, type Enkelveld, type Veld, type Waarden } from './veld.ts'

type Gegevens = Record<string, unknown>

/** The body of the request: what is empty or not asked is left out, readable dates become `YYYY-MM-DD`. */
export function naarGegevens(velden: readonly Veld[], waarden: Waarden): Gegevens {
  const uit: Gegevens = {}
  for (const veld of gevraagd(velden, waarden)) {
    if (veld.blijftHier) continue
    const waarde = naarWaarde(veld, waarden[veld.pad] ?? '')
    if (waarde !== undefined) zet(uit, veld.pad.split('.'), waarde)
  }
  return uit
}

function naarWaarde(veld: Enkelveld, tekst: string): unknown {
  if (veld.soort === 'vink') return tekst === 'ja'
  if (tekst.trim() === '') return undefined
  if (veld.soort === 'jaNee') return tekst === 'ja'
  if (veld.soort !== 'datum') return tekst
  const gelezen = leesDatum(tekst)
  return 'datum' in gelezen ? gelezen.datum.toString() : tekst
}

function zet(doel: Gegevens, pad: readonly string[], waarde: unknown): void {
  const [kop, ...rest] = pad as [string, ...string[]]
  if (rest.length === 0) {
    doel[kop] = waarde
    return
  }
  doel[kop] ??= /^\d+$/.test(rest[0]!) ? [] : {}
  zet(doel[kop] as Gegevens, rest, waarde)
}

/** What stands in the fields for stored data: the other way round. */
export function naarWaarden(velden: readonly Veld[], gegevens: Gegevens): Waarden {
  const uit: Record<string, string> = {}
  const vul = (veld: Enkelveld): void => {
    const waarde = lees(gegevens, veld.pad)
    if (typeof waarde !== 'string' && typeof waarde !== 'boolean') return
    if (veld.soort === 'vink') uit[veld.pad] = waarde === true ? 'ja' : ''
    else if (veld.soort === 'jaNee') uit[veld.pad] = waarde === true ? 'ja' : 'nee'
    else uit[veld.pad] = veld.soort === 'datum' ? voorVeld(`${waarde}`) : `${waarde}`
  }
  for (const veld of velden) {
    if (veld.soort !== 'herhaal') vul(veld)
    else {
      const lijst = lees(gegevens, veld.pad)
      const aantal = Array.isArray(lijst) ? lijst.length : 0
      for (let i = 0; i < aantal; i++) veldenIn(veld, i).forEach(vul)
    }
  }
  return uit
}

const lees = (gegevens: unknown, pad: string): unknown =>
  pad
    .split('.')
    .reduce<unknown>(
      (deel, stap) => (deel && typeof deel === 'object' ? (deel as Gegevens)[stap] : undefined),
      gegevens,
    )

/** Adds an empty entry to a repeated group. */
export function voegToe(veld: Veld & { soort: 'herhaal' }, waarden: Waarden): Waarden {
  const nieuw = veldenIn(veld, aantalIn(veld, waarden))
  return { ...waarden, ...Object.fromEntries(nieuw.map((v) => [v.pad, ''])) }
}

/** Takes entry `weg` away; later entries move up one place. */
export function haalWeg(veld: Veld & { soort: 'herhaal' }, waarden: Waarden, weg: number): Waarden {
  const begin = `${veld.pad}.`
  return Object.fromEntries(
    Object.entries(waarden).flatMap(([pad, waarde]) => {
      if (!pad.startsWith(begin)) return [[pad, waarde]]
      const [nummer, ...rest] = pad.slice(begin.length).split('.')
      if (Number(nummer) === weg) return []
      return [[`${begin}${Number(nummer) > weg ? Number(nummer) - 1 : nummer}.${rest.join('.')}`, waarde]]
    }),
  )
}
