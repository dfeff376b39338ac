/** Reads a covenant or statute file. Pure: the text is given, the day of entry is the name of the file. */
import { z } from 'zod'
import { datum } from '../kern/datum.ts'
import type { Bron } from '../kern/uitkomst.ts'
import {
  AfspraakFout,
  artikeladres,
  type Bepaling,
  bevindingSchema,
  type Convenant,
  geenRegelSchema,
  type Geplaatst,
  type Kader,
  type Uitleg,
  uitlegSchema,
  voorbeeldSchema,
} from './afspraak.ts'
import { type Blok, type Bloksoort, type Gesneden, snij } from './blokken.ts'
import { BUITEN_REGIO, GEEN, gemeentenaam } from './gemeenten.ts'
import { leesfouten } from './keuze.ts'
import { leesVrij, leesYaml } from './lees-yaml.ts'
import { isRegelsoort, openVan, type Regel, soorten, soortVan } from './regels/index.ts'
import { dag, naam, zin } from './velden.ts'

export const convenantKop = z.strictObject({
  id: naam,
  titel: zin,
  /** The name people use in a sentence: "Convenant Den Haag 2025". */
  kort: zin,
  /** The name of the region: "IJssel-Vecht". Left out: the id with capitals. */
  regionaam: zin.optional(),
  partijen: z.array(naam).min(1),
  rollen: z.record(naam, z.array(naam).min(1)),
  /** The text that was read: its day, and whether it is a draft or was signed. Left out: not known. */
  tekst: z.strictObject({ van: dag, stand: z.enum(['concept', 'ondertekend']) }).optional(),
})
export const kaderKop = z.strictObject({
  id: naam,
  /** The official name. */
  wet: zin,
  /** The name people use: "Wmo 2015". */
  kort: zin,
  bwbId: z
    .string()
    .regex(/^BWBR\d{7}$/, 'schrijf een BWB-nummer als BWBR0035362')
    .optional(),
  url: z.url(),
  geldigOp: dag,
})

/**
 * Reads one file. `bestand` is its path as messages should show it: `…/<regio>/<JJJJ-MM-DD>.md` for a
 * covenant. A file whose heading has `wet` is a statute. Throws an `AfspraakFout`.
 */
export function leesAfspraken(tekst: string, bestand: string): Convenant | Kader {
  const gesneden = snij(tekst, bestand)
  const kop = leesVrij(gesneden.voorkant, bestand).waarde
  const document =
    kop !== null && typeof kop === 'object' && 'wet' in kop
      ? leesKader(gesneden, bestand)
      : leesConvenant(gesneden, bestand)
  toetsNamen(document)
  return document
}

function leesConvenant(gesneden: Gesneden, bestand: string): Convenant {
  const kop = leesYaml(gesneden.voorkant, convenantKop, bestand)
  const delen = /(?:^|\/)([a-z0-9-]+)\/(\d{4}-\d{2}-\d{2})\.md$/.exec(bestand.replaceAll('\\', '/'))
  const fout = (melding: string): never => {
    throw new AfspraakFout({ bestand, regel: 2 }, melding)
  }
  if (!delen) return fout('een convenant heet <regio>/<dag van ingang>.md, zoals den-haag/2025-01-01.md')
  if (delen[1] !== kop.id) fout(`de map heet ${delen[1]}, maar de kop noemt id ${kop.id}`)
  const dubbel = (namen: readonly string[]): string | undefined => namen.find((n, i) => namen.indexOf(n) !== i)
  const twee = dubbel(kop.partijen)
  if (twee) fout(`de partij ${twee} staat er twee keer`)
  for (const [rol, leden] of Object.entries(kop.rollen)) {
    if (rol === 'partijen' || kop.partijen.includes(rol))
      fout(`de rol ${rol} heet als een partij, of als alle partijen`)
    const nogEens = dubbel(leden)
    if (nogEens) fout(`de rol ${rol} noemt ${nogEens} twee keer`)
    const vreemd = leden.find((l) => !kop.partijen.includes(l))
    if (vreemd) fout(`de rol ${rol} noemt ${vreemd}, maar dat is geen partij`)
  }
  geenLidOvergeslagen(gesneden.bepalingen)
  const bron = (b: Bepaling): Bron => ({ convenant: kop.id, versie: delen[2]!, artikel: b.artikel, ...deel(b) })
  const regionaam = kop.regionaam ?? gemeentenaam(kop.id, [])
  return {
    soort: 'convenant',
    ...kop,
    regionaam,
    ingang: leesIngang(delen[2]!, bestand),
    ...inhoud(gesneden, bestand, bron),
  }
}

function leesIngang(tekst: string, bestand: string) {
  try {
    return datum(tekst)
  } catch {
    throw new AfspraakFout({ bestand, regel: 1 }, `de naam van het bestand is geen bestaande datum: ${tekst}`)
  }
}

function leesKader(gesneden: Gesneden, bestand: string): Kader {
  const { bwbId, ...kop } = leesYaml(gesneden.voorkant, kaderKop, bestand)
  const bron = (b: Bepaling): Bron => ({
    wet: kop.kort,
    geldigOp: kop.geldigOp.toString(),
    artikel: b.artikel,
    ...deel(b),
    url: artikeladres({ ...kop, bwbId }, b.artikel),
  })
  return { soort: 'kader', ...kop, bwbId: bwbId ?? null, titel: kop.wet, ...inhoud(gesneden, bestand, bron) }
}

const deel = (b: Bepaling) => ({ ...(b.lid && { lid: b.lid }), ...(b.onderdeel && { onderdeel: b.onderdeel }) })

function inhoud(gesneden: Gesneden, bestand: string, bron: (b: Bepaling) => Bron) {
  const { bepalingen, blokken } = gesneden
  elkLidHeeftEenBlok(bepalingen, blokken)
  const lees = <T extends object>(soort: Bloksoort, schema: z.ZodType<T>): Geplaatst<T>[] =>
    blokken.filter((b) => b.soort === soort).map((b) => plaats(b, leesYaml(b, schema, bestand)))
  const plaats = <T extends object>(b: Blok, waarde: T): Geplaatst<T> => ({
    ...waarde,
    bron: { ...bron(b.bepaling), ...('id' in waarde && b.soort === 'regel' && { regel: String(waarde.id) }) },
    plaats: { bestand, regel: b.regel },
  })
  return {
    bestand,
    bepalingen,
    regels: blokken.filter((b) => b.soort === 'regel').map((b) => plaats(b, leesRegel(b, bestand))),
    uitleg: lees('uitleg', uitlegSchema),
    voorbeelden: lees('voorbeeld', voorbeeldSchema),
    bevindingen: lees('bevinding', bevindingSchema),
    geenRegels: lees('geen-regel', geenRegelSchema),
  }
}

function leesRegel(blok: Blok, bestand: string): Regel {
  const gelezen = leesVrij(blok, bestand)
  const { waarde, plaatsVan } = gelezen
  const soort = waarde !== null && typeof waarde === 'object' && 'soort' in waarde ? waarde.soort : undefined
  if (!isRegelsoort(soort))
    throw new AfspraakFout(
      plaatsVan(['soort']),
      `de soort ${String(soort)} bestaat niet; kies uit ${Object.keys(soorten).join(', ')}`,
    )
  return leesYaml(blok, soortVan(soort).schema, bestand, gelezen)
}

/** After 2 comes 3, or 2a. A statute may give some of its lids only; a covenant is there as a whole. */
function geenLidOvergeslagen(bepalingen: readonly Bepaling[]): void {
  const getal = (lid: string): bigint => BigInt(/^\d+/.exec(lid)![0])
  for (const [i, b] of bepalingen.entries()) {
    if (b.lid === null) continue
    const vorig = bepalingen.slice(0, i).findLast((a) => a.artikel === b.artikel && a.lid !== null)?.lid ?? '0'
    const [van, naar] = [getal(vorig), getal(b.lid)]
    if (naar !== van && naar !== van + 1n)
      throw new AfspraakFout(b.plaats, `artikel ${b.artikel} heeft geen lid ${van + 1n}, maar wel een lid ${b.lid}`)
  }
}

/** A lid with lettered parts is covered by its parts; anything else needs a block of its own. */
function elkLidHeeftEenBlok(bepalingen: readonly Bepaling[], blokken: readonly Blok[]): void {
  for (const b of bepalingen) {
    const heeftDelen =
      b.onderdeel === null && bepalingen.some((a) => a.artikel === b.artikel && a.lid === b.lid && a.onderdeel !== null)
    const heeftBlok = blokken.some(
      (x) =>
        x.soort !== 'voorbeeld' &&
        x.bepaling.artikel === b.artikel &&
        x.bepaling.lid === b.lid &&
        x.bepaling.onderdeel === b.onderdeel,
    )
    if (!heeftDelen && !heeftBlok)
      throw new AfspraakFout(b.plaats, `${noem(b)} heeft geen blok; schrijf een regel, of geen-regel met de reden`)
  }
}

const noem = (b: Bepaling): string =>
  [`artikel ${b.artikel}`, b.lid && `lid ${b.lid}`, b.onderdeel && `onder ${b.onderdeel}`].filter(Boolean).join(' ')

/** Every id is unique and every name points at something. */
function toetsNamen(document: Convenant | Kader): void {
  const ids = new Set<string>()
  for (const blok of [...document.regels, ...document.uitleg]) {
    if (ids.has(blok.id)) throw new AfspraakFout(blok.plaats, `het id ${blok.id} staat er twee keer`)
    ids.add(blok.id)
  }
  const regels = new Set(document.regels.map((r) => r.id))
  const bestaat = (id: string, waar: Geplaatst<object>): void => {
    if (!regels.has(id)) throw new AfspraakFout(waar.plaats, `er is geen regel met id ${id}`)
  }
  for (const u of document.uitleg) {
    for (const id of u.over) bestaat(id, u)
    if (document.soort === 'convenant') kentNamen(u, document)
  }
  const [fout] = leesfouten(document, openVan)
  if (fout) throw new AfspraakFout(fout.uitleg.plaats, fout.melding)
  eenVoorrang(document.uitleg)
  for (const v of document.voorbeelden) bestaat(v.bij, v)
  for (const r of document.regels) {
    const fouten = soortVan(r.soort).toets?.(r, document) ?? []
    if (fouten.length) throw new AfspraakFout(r.plaats, fouten.join('; '))
  }
}

/** Two readings for the same cases do not each put another rule first. */
function eenVoorrang(uitleg: readonly Geplaatst<Uitleg>[]): void {
  for (const [i, u] of uitleg.entries()) {
    const ander = uitleg
      .slice(0, i)
      .find(
        (a) =>
          a.voorrang &&
          u.voorrang &&
          a.voorrang !== u.voorrang &&
          a.over.includes(u.voorrang) &&
          u.over.includes(a.voorrang) &&
          JSON.stringify(a.bij) === JSON.stringify(u.bij),
      )
    if (ander)
      throw new AfspraakFout(
        u.plaats,
        `de uitleggen ${ander.id} en ${u.id} kiezen allebei, en niet dezelfde regel: ${ander.voorrang} en ${u.voorrang}`,
      )
  }
}

/** A reading for some cases only names municipalities and roles of this covenant. */
function kentNamen({ bij, plaats }: Geplaatst<Uitleg>, { partijen, rollen }: Convenant): void {
  const vreemd = [...(bij?.inwonerVan ?? []), ...(bij?.gemeldBij ?? [])].find(
    (n) => !(n in rollen) && !partijen.includes(n) && n !== BUITEN_REGIO && n !== GEEN,
  )
  if (vreemd) throw new AfspraakFout(plaats, `bij: ${vreemd} is geen partij en geen rol van deze afspraak`)
}
