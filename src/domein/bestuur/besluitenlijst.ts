/** The list of a region's own decisions about its covenant: one stream per region (D6, second home of a decision). */
import { nietGeregeld } from '../../kern/uitkomst.ts'
import { alsTekst, type Gebeurtenis, type Json, proces, type RijContext, type Rijen } from '../proces.ts'
import { toegangsrijen } from '../toegangsrijen.ts'
import { opdrachten } from './opdrachten.ts'
import { beginBesluitenlijst, type Besluitenlijst, type Bewijs, type VastgelegdBesluit } from './stand.ts'
import { vasteTekst } from './vaste-tekst.ts'

type Feiten = { [veld: string]: Json }
const alsIntrekking = (f: Feiten) => ({
  op: alsTekst(f['op']),
  door: alsTekst(f['door']),
  reden: alsTekst(f['reden']),
})

function pasToe(stand: Besluitenlijst, g: Gebeurtenis): Besluitenlijst {
  const { toegang = [], ...f } = g.feiten as Feiten & { toegang?: Besluitenlijst['toegang'] }
  const s = { ...stand, toegang: [...stand.toegang, ...toegang] }
  switch (g.soort) {
    case 'besluitVastgelegd':
      return { ...s, besluiten: [...s.besluiten, { ...(f as unknown as VastgelegdBesluit), ingetrokken: null }] }
    case 'besluitIngetrokken':
      return {
        ...s,
        besluiten: s.besluiten.map((b) =>
          b.besluit.id === f['besluit'] ? { ...b, ingetrokken: alsIntrekking(f) } : b,
        ),
      }
    case 'bewijsToegevoegd':
      return { ...s, bewijs: [...s.bewijs, { ...(f as unknown as Bewijs), ingetrokken: null }] }
    case 'bewijsIngetrokken':
      return { ...s, bewijs: s.bewijs.map((b) => (b.id === f['bewijs'] ? { ...b, ingetrokken: alsIntrekking(f) } : b)) }
    default:
      throw new Error(`Onbekende gebeurtenis bij een besluitenlijst: ${g.soort}`)
  }
}

const rijen = (stand: Besluitenlijst, _afgeleid: unknown, ctx: RijContext): Rijen => ({
  regiobesluit: stand.besluiten.map((b, volgorde) => ({
    regio: ctx.regio,
    id: b.besluit.id,
    volgorde,
    soort: b.besluit.soort,
    besluit: vasteTekst(b.besluit),
    tekst: b.tekst,
    door: b.door,
    op: b.op,
    ingetrokken: b.ingetrokken && vasteTekst(b.ingetrokken),
  })),
  plichtbewijs: stand.bewijs.map((b) => ({
    regio: ctx.regio,
    id: b.id,
    plicht: b.plicht,
    op: b.op,
    wat: b.wat,
    soort: b.soort,
    link: b.link,
    door: b.door,
    ingetrokken: b.ingetrokken && vasteTekst(b.ingetrokken),
  })),
  zaak_toegang: toegangsrijen(stand.toegang, [ctx.stroom], ctx),
})

export const besluitenlijst = proces<Besluitenlijst>({
  soort: 'besluitenlijst',
  meervoud: 'convenanten',
  perRegio: true,
  begin: beginBesluitenlijst,
  beginOpdracht: 'stelUitlegVast',
  opdrachten,
  pasToe,
  leidAf: () => ({ aanZet: null, termijnen: [], letOp: [] }),
  // No task of the covenant: the role decides who keeps the list.
  bevoegd: () => nietGeregeld({ wat: 'Het convenant zegt niet wie de besluitenlijst bijhoudt.' }),
  naam: () => '',
  reacties: () => [],
  rijen,
})
