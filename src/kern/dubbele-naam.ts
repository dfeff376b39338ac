/** A name that one object has twice: `JSON.parse` silently keeps the last, and a figure or a day is lost unseen. */

const code = (teken: string): number => teken.charCodeAt(0)
const AANHALING = code('"')
const KOMMA = code(',')
const SCHUIN = code('\\')
const LIJST = code('[')
const LIJST_UIT = code(']')
const OBJECT = code('{')
const OBJECT_UIT = code('}')

/** An object or list that is open, and the name or number in it that the reading has come to. A list has no names. */
type Open = { namen: Set<string> | null; naam: string; nummer: number }

/** `pad` leads to the name, through lists by their numbers from 0; `index` is where the second one begins. */
export type Dubbel = { naam: string; pad: string[]; index: number }

/** The first in the text, also when it is written in another way (`\u0061` is a). Takes valid JSON only. */
export function dubbeleNaam(tekst: string): Dubbel | null {
  const open: Open[] = []
  let nu: Open | undefined
  // In an object the first text is a name, and so is the first one after each comma.
  let naamKomt = false
  for (let i = 0; i < tekst.length; i += 1) {
    const teken = tekst.charCodeAt(i)
    if (teken === AANHALING) {
      const einde = eindeVan(tekst, i)
      if (naamKomt && nu?.namen) {
        naamKomt = false
        const naam = lees(tekst.slice(i, einde + 1))
        nu.naam = naam
        if (nu.namen.has(naam)) return { naam, pad: open.map((o) => (o.namen ? o.naam : String(o.nummer))), index: i }
        nu.namen.add(naam)
      }
      i = einde
    } else if (teken === KOMMA) {
      if (nu?.namen) naamKomt = true
      else if (nu) nu.nummer += 1
    } else if (teken === OBJECT || teken === LIJST) {
      naamKomt = teken === OBJECT
      nu = { namen: naamKomt ? new Set() : null, naam: '', nummer: 0 }
      open.push(nu)
    } else if (teken === OBJECT_UIT || teken === LIJST_UIT) {
      open.pop()
      nu = open.at(-1)
    }
  }
  return null
}

/** The quote that ends the text that begins here: one with an even number of backslashes before it. */
function eindeVan(tekst: string, begin: number): number {
  for (let einde = tekst.indexOf('"', begin + 1); ; einde = tekst.indexOf('"', einde + 1)) {
    if (einde < 0) return tekst.length
    let voor = einde - 1
    while (tekst.charCodeAt(voor) === SCHUIN) voor -= 1
    if ((einde - voor) % 2 === 1) return einde
  }
}

const lees = (metAanhaling: string): string =>
  metAanhaling.includes('\\') ? String(JSON.parse(metAanhaling)) : metAanhaling.slice(1, -1)
