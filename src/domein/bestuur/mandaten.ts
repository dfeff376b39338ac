/** Who acts for whom: what the covenant arranges, and the mandates that were recorded with their consent (Awb 10:4). */
import { type Convenant, type Gemeente, isTaak, TAKEN } from '../../convenant/index.ts'
import { ledenVan } from '../../convenant/regels/mandaat.ts'
import { regelsVan } from '../../convenant/regels-van.ts'
import { takenlijst } from '../../convenant/toets/mandaat.ts'
import { artikelanker } from '../../kern/anker.ts'
import { noemBron } from '../../kern/schrijf-uit.ts'
import { noem } from './besluitregel.ts'
import type { Mandaatregel } from './convenant.schema.ts'

export const mandatenVan = (document: Convenant, gemeenten: readonly Gemeente[]): Mandaatregel[] =>
  regelsVan(document, 'mandaat').map((r) => ({
    herkomst: 'convenant',
    van: ledenVan(r.van, document).map((slug) => noem(slug, gemeenten)),
    aan: ledenVan(r.aan, document).map((slug) => noem(slug, gemeenten)),
    vormen: [...r.vormen],
    taken: takenlijst(r, document).flatMap((t) => t.taken.map((taak) => TAKEN[taak].naam)),
    bron: noemBron(r.bron),
    plek: {
      artikel: r.bron.artikel,
      lid: r.bron.lid ?? null,
      onderdeel: r.bron.onderdeel ?? null,
      anker: artikelanker(r.bron),
    },
    instemmingOp: null,
    geldigVan: null,
    tot: null,
    fictief: false,
  }))

export type Mandaatrij = {
  mandaatgever: string
  gemandateerde: string
  taak: string
  instemming_op: string | null
  van: string
  tot: string | null
  bron: string
  fictief: boolean
}

export const vastgelegdMandaat = (r: Mandaatrij, gemeenten: readonly Gemeente[]): Mandaatregel => ({
  herkomst: 'vastgelegd',
  van: [noem(r.mandaatgever, gemeenten)],
  aan: [noem(r.gemandateerde, gemeenten)],
  vormen: ['mandaat'],
  taken: [isTaak(r.taak) ? TAKEN[r.taak].naam : r.taak],
  bron: r.bron,
  plek: null,
  instemmingOp: r.instemming_op,
  geldigVan: r.van,
  tot: r.tot,
  fictief: r.fictief,
})
