/** Recorded decisions held against the covenant they are about, before anything computes with them. */
import { addendumfouten } from './addendum.ts'
import { AfspraakFout, type Convenant, type Geplaatst, type Plaats, type Uitleg } from './afspraak.ts'
import { keurAndersGekozen } from './anders-gekozen.ts'
import type { Besluit } from './besluit.ts'
import { leesfouten } from './keuze.ts'
import { openVan } from './regels/index.ts'

/**
 * An adopted reading is one of the version it names, and chooses no more than a reading may: a decision about a
 * reading cannot overturn what the text decides, and one that chooses otherwise computes otherwise. Throws an `AfspraakFout` that names the file of the decision.
 */
export function toetsBesluiten(besluiten: readonly Besluit[], convenanten: readonly Convenant[]): void {
  for (const besluit of besluiten) {
    const versie = convenanten.find((c) => c.id === besluit.regio && c.ingang.equals(besluit.versie))
    if (!versie) continue
    if (besluit.soort === 'addendum') {
      const [mis] = addendumfouten(besluit, versie)
      if (mis) throw new AfspraakFout(plaatsVan(besluit, mis.veld), mis.melding)
    }
    if (besluit.soort !== 'vastgestelde-uitleg') continue
    const fout = (melding: string): never => {
      throw new AfspraakFout({ bestand: besluit.bestand, regel: 2 }, melding)
    }
    const uitleg = versie.uitleg.find((u) => u.id === besluit.uitleg)
    if (!uitleg) return fout(`${versie.kort} heeft geen uitleg ${besluit.uitleg}`)
    const [gevonden] = leesfouten({ regels: versie.regels, uitleg: [volgens(uitleg, besluit)] }, openVan)
    if (gevonden) fout(gevonden.melding)
    const vreemd = Object.keys(besluit.kiest ?? {}).find((vraag) => uitleg.kiest?.[vraag] === undefined)
    if (vreemd) fout(`uitleg ${uitleg.id} laat ${vreemd} niet open`)
    const [anders] = keurAndersGekozen(besluit, uitleg)
    if (anders) fout(`${anders.veld}: ${anders.melding}`)
  }
}

/** `over.0.lid` stands on the line of `over.0`. */
const plaatsVan = ({ bestand, regels }: Besluit, veld: string): Plaats => {
  const pad = Object.keys(regels ?? {}).find((p) => veld === p || veld.startsWith(`${p}.`))
  return { bestand, regel: (pad !== undefined && regels?.[pad]) || 2 }
}

const volgens = (
  uitleg: Geplaatst<Uitleg>,
  { voorrang, kiest }: Pick<Uitleg, 'voorrang' | 'kiest'>,
): Geplaatst<Uitleg> => ({
  ...uitleg,
  ...(voorrang && { voorrang }),
  ...(kiest && { kiest: { ...uitleg.kiest, ...kiest } }),
})
