/** Writes a covenant as a file again. Reading that file gives the same covenant. */
import { Document, isScalar, isSeq, visit } from 'yaml'
import type { Bepaling, Convenant, Plaats } from './afspraak.ts'
import type { Bloksoort } from './blokken.ts'
import { isJaardag, schrijfJaardag } from './jaardag.ts'
import { convenantKop } from './lees-afspraken.ts'

type Geschreven = { soort: Bloksoort; velden: Record<string, unknown>; plaats: Plaats; plek: string }

/**
 * The text of `<id>/<ingang>.md`: heading, articles, lids in their own words, and under each its blocks in the
 * order in which they stood. What is no part of the covenant, such as a remark in YAML, is not written.
 */
export function schrijfConvenant(convenant: Convenant): string {
  const velden = Object.keys(convenantKop.shape) as (keyof typeof convenantKop.shape)[]
  const kop = yaml(
    alsInvoer(Object.fromEntries(velden.map((veld) => [veld, convenant[veld]]))) as Record<string, unknown>,
  )
  const blokken = alleBlokken(convenant)
  const delen: string[] = [`---\n${kop}---\n`]
  let artikel: string | null = null
  for (const b of convenant.bepalingen) {
    if (b.artikel !== artikel) delen.push(`## Artikel ${b.artikel} ${b.titel}\n`)
    artikel = b.artikel
    delen.push(`${voorloper(b)}${b.tekst}\n`)
    for (const blok of blokken.filter((x) => x.plek === plekVan(b)))
      delen.push(`\`\`\`${blok.soort}\n${yaml(blok.velden)}\`\`\`\n`)
  }
  return delen.join('\n')
}

const voorloper = ({ lid, onderdeel }: Bepaling): string =>
  onderdeel === null ? (lid === null ? '' : `${lid}. `) : `${onderdeel}. `

const plekVan = (b: { artikel: string; lid?: string | null; onderdeel?: string | null }): string =>
  JSON.stringify([b.artikel, b.lid ?? null, b.onderdeel ?? null])

function alleBlokken(convenant: Convenant): Geschreven[] {
  const van = (
    soort: Bloksoort,
    lijst: readonly { bron: Convenant['regels'][number]['bron']; plaats: Plaats }[],
    invoer: (waarde: unknown) => unknown = alsInvoer,
  ): Geschreven[] =>
    lijst.map(({ bron, plaats, ...velden }) => ({
      soort,
      velden: invoer(velden) as Record<string, unknown>,
      plaats,
      plek: plekVan(bron),
    }))
  return [
    ...van('regel', convenant.regels),
    ...van('uitleg', convenant.uitleg),
    // What an example gives and expects was never read by a schema: it is written as it stands.
    ...van('voorbeeld', convenant.voorbeelden, (velden) => velden),
    ...van('bevinding', convenant.bevindingen),
    ...van('geen-regel', convenant.geenRegels),
  ].toSorted((a, b) => a.plaats.regel - b.plaats.regel)
}

/** What a person writes for a value that was read: days and durations as text, yes and no in Dutch. */
function alsInvoer(waarde: unknown): unknown {
  if (waarde === null) return 'nee'
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee'
  if (waarde instanceof Temporal.PlainDate || waarde instanceof Temporal.Duration) return waarde.toString()
  if (isJaardag(waarde)) return schrijfJaardag(waarde)
  if (Array.isArray(waarde)) return waarde.map(alsInvoer)
  if (typeof waarde !== 'object') return waarde
  return Object.fromEntries(Object.entries(waarde).flatMap(([k, v]) => (v === undefined ? [] : [[k, alsInvoer(v)]])))
}

/** One block of YAML, as people write it: a list of names on one line, and so a map of plain values: `{ wie: … }`. */
function yaml(waarde: Record<string, unknown>): string {
  const document = new Document(waarde, { version: '1.2', aliasDuplicateObjects: false })
  visit(document, {
    Seq(_sleutel, lijst) {
      lijst.flow = lijst.items.every(isScalar)
    },
    Map(_sleutel, map, pad) {
      map.flow = pad.length > 1 && map.items.every(({ value }) => isScalar(value) || isNamenlijst(value))
    },
  })
  return document.toString({ lineWidth: 0, blockQuote: false, doubleQuotedAsJSON: true })
}

const isNamenlijst = (knoop: unknown): boolean => isSeq(knoop) && knoop.items.every(isScalar)
