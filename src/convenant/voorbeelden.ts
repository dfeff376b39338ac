/** Runs the examples of an agreement file: what it promises against what the rules answer. */
import { naarJson } from '../kern/schrijf-uit.ts'
import type { Uitkomst } from '../kern/uitkomst.ts'
import type { Afspraken, Convenant, Geplaatst, Kader, Voorbeeld } from './afspraak.ts'
import { afsprakenboek } from './afsprakenboek.ts'
import { soortVan } from './regels/index.ts'
import type { Omgeving } from './regels/soort.ts'

/** `verwacht` and `kreeg` are plain JSON; `plaats` is "file, regel n: artikel …". */
export type Mislukt = { plaats: string; verwacht: unknown; kreeg: unknown }
export type Gedraaid = { gedraaid: number; mislukt: Mislukt[] }

/** Runs every example of one document against that document alone, without recorded decisions. */
export function draaiVoorbeelden(
  document: Convenant | Kader,
  afspraken: Pick<Afspraken, 'kaders' | 'gemeenten'>,
): Gedraaid {
  const mislukt: Mislukt[] = []
  for (const voorbeeld of document.voorbeelden) {
    const kreeg = reken(voorbeeld, document, afspraken)
    if (JSON.stringify(kreeg) !== JSON.stringify(voorbeeld.verwacht))
      mislukt.push({
        plaats: `${voorbeeld.plaats.bestand}, regel ${voorbeeld.plaats.regel} (bij ${voorbeeld.bij})`,
        verwacht: voorbeeld.verwacht,
        kreeg,
      })
  }
  return { gedraaid: document.voorbeelden.length, mislukt }
}

function reken(
  voorbeeld: Geplaatst<Voorbeeld>,
  document: Convenant | Kader,
  afspraken: Pick<Afspraken, 'kaders' | 'gemeenten'>,
): unknown {
  const regel = document.regels.find((r) => r.id === voorbeeld.bij)
  if (!regel) return { fout: `er is geen regel met id ${voorbeeld.bij}` }
  try {
    const omgeving = proefomgeving(document, afspraken)
    return zoals(voorbeeld.verwacht, soortVan(regel.soort).voorbeeld(regel, voorbeeld.gegeven, omgeving))
  } catch (fout) {
    return { fout: fout instanceof Error ? fout.message : String(fout) }
  }
}

/** One document by itself, without recorded decisions. A statute replaces the loaded one of the same name. */
export const proefomgeving = (
  document: Convenant | Kader,
  afspraken: Pick<Afspraken, 'kaders' | 'gemeenten'>,
): Omgeving => ({
  document,
  kaders:
    document.soort === 'kader' ? [...afspraken.kaders.filter((k) => k.id !== document.id), document] : afspraken.kaders,
  gemeenten: afspraken.gemeenten,
  boek(op) {
    if (document.soort === 'kader') throw new RangeError('een wet heeft geen afsprakenboek')
    return afsprakenboek(document.id, op ?? document.ingang, { ...afspraken, convenanten: [document], besluiten: [] })
  },
})

/** Only the fields that the example names are compared: `{ soort }`, `{ geldt: … }` or the bare value. */
function zoals(verwacht: unknown, uitkomst: Uitkomst<unknown>): unknown {
  const waarde =
    uitkomst.soort === 'bepaald'
      ? naarJson(uitkomst.waarde)
      : {
          soort: uitkomst.soort,
          ...(uitkomst.soort === 'tegenstrijdig' && { lezingen: uitkomst.lezingen.map((l) => naarJson(l.waarde)) }),
        }
  if (!isObject(verwacht) || !isObject(waarde)) return waarde
  return Object.fromEntries(Object.keys(verwacht).map((k) => [k, waarde[k]]))
}

const isObject = (x: unknown): x is Record<string, unknown> => x !== null && typeof x === 'object' && !Array.isArray(x)
