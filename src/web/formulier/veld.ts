/** A form is data: a list of these. `pad` is the dotted path of the value in the request body. */
type Basis = {
  pad: string
  label: string
  /** One or two sentences under the label. */
  hint?: string
  optioneel?: boolean
  /** The sentence for "left empty" where the schema only looks at it once every other field is right. */
  leeg?: string
  /** Only asked when this holds; a hidden field is not sent. */
  toon?: (waarden: Waarden) => boolean
  /** Only steers which other fields are asked: the answer is not sent. */
  blijftHier?: boolean
  /** Starts a new group with this heading. */
  groep?: string
}

export type Enkelveld = Basis &
  (
    | { soort: 'tekst'; breedte?: number; modus?: 'numeric'; aanvullen?: string }
    | { soort: 'verhaal'; regels?: number }
    /** One text field that takes many notations; `naam` fills the error sentences ("de datum van de melding"). */
    | { soort: 'datum'; naam: string }
    | { soort: 'keuze'; opties: Readonly<Record<string, string>> }
    | { soort: 'lijst'; opties: Readonly<Record<string, string>> }
    | { soort: 'jaNee'; ja?: string; nee?: string }
    | { soort: 'vink' }
    | { soort: 'gemeente'; alleenRegio?: boolean; zonder?: boolean }
  )

/** The same fields a number of times, with a button to add one. Their paths are relative to the entry. */
export type Herhaalveld = Basis & {
  soort: 'herhaal'
  velden: readonly Enkelveld[]
  enkelvoud: string
  toevoegen: string
  hooguit: number
  /** At least one entry: the first cannot be taken away. The form begins with it (`begin`). */
  minstensEen?: boolean
}

export type Veld = Enkelveld | Herhaalveld

/** What was typed or chosen, by path. Booleans of `jaNee` are 'ja' and 'nee', of `vink` 'ja' or ''. */
export type Waarden = Readonly<Record<string, string>>

/** All single fields that are asked now, entries of repeated groups written out with their full path. */
export function gevraagd(velden: readonly Veld[], waarden: Waarden): Enkelveld[] {
  return velden.flatMap((veld) => {
    if (veld.toon && !veld.toon(waarden)) return []
    return veld.soort === 'herhaal'
      ? Array.from({ length: aantalIn(veld, waarden) }, (_, i) => veldenIn(veld, i)).flat()
      : [veld]
  })
}

/** The fields of entry number `i` with their full paths. */
export const veldenIn = (veld: Herhaalveld, i: number): Enkelveld[] =>
  veld.velden.map((v) => ({ ...v, pad: `${veld.pad}.${i}.${v.pad}` }))

/** How many entries a repeated group has now. */
export function aantalIn(veld: Herhaalveld, waarden: Waarden): number {
  const nummers = Object.keys(waarden).flatMap((pad) => {
    const nummer = pad.startsWith(`${veld.pad}.`) ? Number(pad.slice(veld.pad.length + 1).split('.')[0]) : -1
    return Number.isInteger(nummer) ? [nummer] : []
  })
  return Math.max(-1, ...nummers) + 1
}

/** The id of a field in the page. `vorm` tells two forms apart that are open at once and ask the same. */
export const veldId = (pad: string, vorm = ''): string => `veld-${vorm}${pad.replaceAll('.', '-')}`
