/** Who acts for whom: what the covenant arranges, and the mandates that were recorded with their consent (Awb 10:4). */
import { type Afsprakenboek, type Convenant, type Gemeente, isTaak, TAKEN } from '../../convenant/index.ts'
import { gelezenMandaat, ledenVan } from '../../convenant/regels/mandaat.ts'
import { regelsVan } from '../../convenant/regels-van.ts'
import { takenlijst } from '../../convenant/toets/mandaat.ts'
import { noemBron } from '../../kern/schrijf-uit.ts'
import { noem } from './besluitregel.ts'
import type { Mandaatregel } from './convenant.schema.ts'
import { alsPlek } from './plek.ts'

/** The mandates as the text has them, read as the region reads them. */
export const mandatenVan = (
  document: Convenant,
  gemeenten: readonly Gemeente[],
  uitleg: Afsprakenboek['uitleg'] = document.uitleg,
): Mandaatregel[] =>
  regelsVan(document, 'mandaat').map((r) => ({
    herkomst: 'convenant',
    van: ledenVan(r.van, document).map((slug) => noem(slug, gemeenten)),
    aan: (r.aan === undefined ? [] : ledenVan(r.aan, document)).map((slug) => noem(slug, gemeenten)),
    bestuurder: r.bestuurder ?? null,
    vormen: [...r.vormen],
    taken: r.waartoe
      ? r.waartoe.map((w) => w.replaceAll('-', ' '))
      : [
          ...new Set(
            takenlijst(gelezenMandaat(r, uitleg), document).flatMap((t) => t.taken.map((taak) => TAKEN[taak].naam)),
          ),
        ],
    bron: noemBron(r.bron),
    plek: alsPlek(r.bron),
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
  bestuurder: null,
  vormen: ['mandaat'],
  taken: [isTaak(r.taak) ? TAKEN[r.taak].naam : r.taak],
  bron: r.bron,
  plek: null,
  instemmingOp: r.instemming_op,
  geldigVan: r.van,
  tot: r.tot,
  fictief: r.fictief,
})
