/** The register of processes: commands, routes, OpenAPI and `controleer` all come from here. */
import { locatie } from '../domein/aanbod/index.ts'
import { besluitenlijst, vaststelling } from '../domein/bestuur/index.ts'
import { persoon } from '../domein/persoon/index.ts'
import type { Proces } from '../domein/proces.ts'
import { melding } from '../domein/toegang/index.ts'
import { plaatsing } from '../domein/wachtlijst/index.ts'

/** The state type of each process stays inside it; here only its shape matters. */
export type EnigProces = Proces<Record<string, unknown>>
const enig = <S>(p: Proces<S>): EnigProces => p as unknown as EnigProces

export const processen: readonly EnigProces[] = [
  enig(persoon),
  enig(locatie),
  enig(melding),
  enig(plaatsing),
  enig(besluitenlijst),
  enig(vaststelling),
]

export function procesVan(soort: string): EnigProces {
  const gevonden = processen.find((p) => p.soort === soort)
  if (!gevonden) throw new Error(`Onbekend proces: ${soort}`)
  return gevonden
}
