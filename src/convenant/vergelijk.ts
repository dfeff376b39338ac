/** Two versions of a covenant side by side: what changed per article, and which outcomes change. */
import { artikelanker } from '../kern/anker.ts'
import type { Bron } from '../kern/uitkomst.ts'
import type { Afspraken, Bepaling, Convenant, Geplaatst } from './afspraak.ts'
import { type AndereUitkomst, vergelijkUitkomsten } from './vergelijk-uitkomsten.ts'

export type Verandering = 'toegevoegd' | 'vervallen' | 'gewijzigd'
/** What came and what went, by slug. */
export type Verschil = { readonly erbij: readonly string[]; readonly eraf: readonly string[] }
/** A field of a block; undefined where the block did not have it. */
export type Veldwijziging = { readonly veld: string; readonly oud: unknown; readonly nieuw: unknown }
export type Blokwijziging = {
  readonly blok: 'regel' | 'uitleg'
  readonly id: string
  readonly soort: Verandering
  readonly velden: readonly Veldwijziging[]
}
/** One lid or lettered part; `tekst` is null where its words did not change. */
export type Bepalingwijziging = Pick<Bepaling, 'artikel' | 'lid' | 'onderdeel' | 'titel'> & {
  readonly soort: Verandering
  readonly tekst: { readonly oud: string | null; readonly nieuw: string | null } | null
  readonly blokken: readonly Blokwijziging[]
}
export type Vergelijking = {
  readonly partijen: Verschil
  readonly rollen: readonly (Verschil & { readonly rol: string })[]
  readonly artikelen: readonly Bepalingwijziging[]
  /** How many cases were computed with both. */
  readonly gevallen: number
  readonly uitkomsten: readonly AndereUitkomst[]
}

/** Both versions stand on their own, without recorded decisions. The order of the new text, then what went. */
export function vergelijk(
  oud: Convenant,
  nieuw: Convenant,
  grond: Pick<Afspraken, 'kaders' | 'gemeenten'>,
): Vergelijking {
  const rollen = [...new Set([...Object.keys(oud.rollen), ...Object.keys(nieuw.rollen)])].map((rol) => ({
    rol,
    ...verschil(oud.rollen[rol] ?? [], nieuw.rollen[rol] ?? []),
  }))
  return {
    partijen: verschil(oud.partijen, nieuw.partijen),
    rollen: rollen.filter((r) => r.erbij.length > 0 || r.eraf.length > 0),
    artikelen: vergelijkBepalingen(oud, nieuw),
    ...vergelijkUitkomsten(oud, nieuw, grond),
  }
}

const verschil = (oud: readonly string[], nieuw: readonly string[]): Verschil => ({
  erbij: nieuw.filter((p) => !oud.includes(p)),
  eraf: oud.filter((p) => !nieuw.includes(p)),
})

function vergelijkBepalingen(oud: Convenant, nieuw: Convenant): Bepalingwijziging[] {
  const opPlek = (c: Convenant): Map<string, Bepaling> => new Map(c.bepalingen.map((b) => [artikelanker(b), b]))
  const [was, is] = [opPlek(oud), opPlek(nieuw)]
  const blokken = Map.groupBy([...blokwijzigingen(oud, nieuw)], (b) => b.plek)
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((plek): Bepalingwijziging[] => {
    const [b, a] = [was.get(plek), is.get(plek)]
    const hier = (blokken.get(plek) ?? []).map(({ plek: _plek, ...blok }) => blok)
    const soort: Verandering = !b ? 'toegevoegd' : a ? 'gewijzigd' : 'vervallen'
    const tekst = a?.tekst === b?.tekst ? null : { oud: b?.tekst ?? null, nieuw: a?.tekst ?? null }
    const { artikel, lid, onderdeel, titel } = (a ?? b)!
    return tekst || hier.length || a?.titel !== b?.titel
      ? [{ artikel, lid, onderdeel, titel, soort, tekst, blokken: hier }]
      : []
  })
}

type Blok = Geplaatst<{ id: string }>

/** Blocks have a name of their own: one that moved to another lid changed there, and was not replaced. */
function* blokwijzigingen(oud: Convenant, nieuw: Convenant): Generator<Blokwijziging & { plek: string }> {
  for (const blok of ['regel', 'uitleg'] as const) {
    const uit = (c: Convenant): Map<string, Blok> =>
      new Map((blok === 'regel' ? c.regels : c.uitleg).map((b) => [b.id, b as Blok]))
    const [was, is] = [uit(oud), uit(nieuw)]
    for (const id of new Set([...is.keys(), ...was.keys()])) {
      const [b, a] = [was.get(id), is.get(id)]
      const velden = veldwijzigingen(b, a)
      const soort: Verandering = !b ? 'toegevoegd' : a ? 'gewijzigd' : 'vervallen'
      if (velden.length) yield { blok, id, soort, velden, plek: artikelanker((a ?? b)!.bron) }
    }
  }
}

/** Not part of what a block says: where its file is, and which requirement it answers for. */
const ERBUITEN: ReadonlySet<string> = new Set(['id', 'bron', 'plaats', 'dekt'])

function veldwijzigingen(oud: Blok | undefined, nieuw: Blok | undefined): Veldwijziging[] {
  const velden = (b: Blok | undefined): Record<string, unknown> =>
    b ? { ...Object.fromEntries(Object.entries(b).filter(([veld]) => !ERBUITEN.has(veld))), plek: plekVan(b.bron) } : {}
  const [was, is] = [velden(oud), velden(nieuw)]
  return [...new Set([...Object.keys(is), ...Object.keys(was)])]
    .filter((veld) => gelijkmaker(was[veld]) !== gelijkmaker(is[veld]))
    .map((veld) => ({ veld, oud: was[veld], nieuw: is[veld] }))
}

const plekVan = ({ artikel, lid, onderdeel }: Bron): string =>
  [`artikel ${artikel}`, lid && `lid ${lid}`, onderdeel && `onder ${onderdeel}`].filter(Boolean).join(' ')

/** Equal values have equal text; dates and durations write themselves. */
const gelijkmaker = (waarde: unknown): string =>
  JSON.stringify(waarde, (_sleutel, v: unknown) => (typeof v === 'bigint' ? `${v}n` : v)) ?? ''
