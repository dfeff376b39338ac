/** The rows the screens read, as a function of the state (D11). */
import type { Betrekking } from '../persoon/persoon.schema.ts'
import type { Afgeleid, Rij, RijContext, Rijen } from '../proces.ts'
import { toegangsrijen } from '../toegangsrijen.ts'
import { lopendeTermijn } from './afleiding.ts'
import { isOpen, type Melding } from './stand.ts'

export function rijen(m: Melding, afgeleid: Afgeleid, ctx: RijContext): Rijen {
  const termijn = lopendeTermijn(m, afgeleid.termijnen)
  const sleutel = { regio: ctx.regio, id: ctx.stroom }
  return {
    werkrij: [
      {
        ...sleutel,
        soort: 'melding',
        nummer: m.nummer,
        naam: ctx.naam,
        persoon: m.persoon,
        voorziening: m.voorziening,
        stap: m.stap,
        open: isOpen(m),
        aan_zet: afgeleid.aanZet ? ctx.organisatieId(afgeleid.aanZet.slug) : null,
        taak: afgeleid.aanZet?.taak ?? null,
        termijn: termijn && !termijn.stilgezetSinds ? termijn.uiterlijk.toString() : null,
        termijn_code: termijn?.code ?? null,
        stilgezet_sinds: termijn?.stilgezetSinds?.toString() ?? null,
        begonnen_op: m.datum,
        spoed: m.spoed,
        tolk: m.tolk,
        behandelaar: m.behandelaar,
        strijdig: afgeleid.aanZet?.strijdig ?? null,
        afgeleid_op: ctx.afgeleidOp.toString(),
        afspraken: ctx.afspraken,
      },
    ],
    verblijf: [
      {
        regio: ctx.regio,
        zaak: ctx.stroom,
        nummer: 1,
        persoon: m.persoon,
        gemeente: m.woonplaats,
        soort: m.verblijf,
        van: m.datum,
        tot: null,
        bron: `melding ${m.nummer}`,
      },
    ],
    betrekking: m.betrekkingenIn.flatMap((n) => betrekkingen(n, m, ctx)),
    // A row per file whose name is at hand: of the entry just made, or of all of them when rebuilding.
    document: m.documenten.flatMap((d) => {
      const naam = ctx.inhoud(d.nummer)?.['naam']
      const { regio } = ctx
      return typeof naam === 'string'
        ? [
            {
              regio,
              id: d.id,
              zaak: ctx.stroom,
              nummer: d.nummer,
              naam,
              soort: 'bijlage',
              sha256: d.sha256,
              mime: d.mime,
              grootte: d.grootte,
              status: 'definitief',
              op: d.op,
              door: d.wie,
              bewaren_tot: null,
            },
          ]
        : []
    }),
    zaak_toegang: [
      ...toegangsrijen(m.toegang, [ctx.stroom, m.persoon], ctx),
      ...m.eerderePersonen.flatMap((e) => toegangsrijen(e.toegang, [e.persoon], ctx)),
    ],
  }
}

/** People beside the client that one entry tells of; the report may name several. None when its content is not at hand. */
function betrekkingen(gebeurtenis: number, m: Melding, ctx: RijContext): Rij[] {
  const inhoud = ctx.inhoud(gebeurtenis)
  const genoemd = (inhoud?.['betrekkingen'] ?? (inhoud?.['betrekking'] ? [inhoud['betrekking']] : [])) as Betrekking[]
  return genoemd.map((b, i) => ({
    regio: ctx.regio,
    zaak: ctx.stroom,
    nummer: gebeurtenis * 10 + i,
    persoon: m.persoon,
    soort: b.soort,
    naam: b.naam,
    bereikbaar: b.bereikbaar,
    van: b.van ?? null,
    tot: null,
  }))
}
