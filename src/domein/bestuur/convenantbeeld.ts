/** The covenant as a living page (ux 2.14): everything that follows from the agreements and the day, and from no person. */
import {
  type Afspraken,
  type Afsprakenboek,
  type Convenant,
  type Geplaatst,
  kalender,
  omvat,
  toets,
  type Toetsbevinding,
  type Uitleg,
  wegenVan,
  zegRegel,
} from '../../convenant/index.ts'
import { noemBetrokken } from '../../convenant/regels/betrokken.ts'
import { type Regel, soortVan } from '../../convenant/regels/index.ts'
import { zegVoorbeeld } from '../../convenant/schrijf-waarde.ts'
import { artikelanker } from '../../kern/anker.ts'
import { opOfVoor, voor } from '../../kern/datum.ts'
import { uitkomstNaarJson } from '../../kern/schrijf-uit.ts'
import type { Bron } from '../../kern/uitkomst.ts'
import type { RegioAfspraken } from '../afspraken.ts'
import { besluitregel, noem } from './besluitregel.ts'
import type {
  Artikelbeeld,
  Bepalingbeeld,
  Besluitregel,
  Convenantbeeld,
  Kalenderpunt,
  Letop,
  Plek,
  Regelbeeld,
  Uitlegbeeld,
} from './convenant.schema.ts'
import { mandatenVan } from './mandaten.ts'
import { alsPlek } from './plek.ts'
import { alsVelden } from './velden.ts'

/** The page without what only the database knows: who recorded what, evidence, recorded mandates. */
export type Grondbeeld = Omit<Convenantbeeld, 'versie' | 'magVastleggen' | 'plichten'>

type Omstandigheid = {
  boek: Afsprakenboek
  document: Convenant
  uitleg: ReadonlyMap<string, Uitlegbeeld>
  letOp: readonly Letop[]
}

/** The page of the last version that had begun on the day of the book. */
export function grondbeeld({ regio, afspraken }: RegioAfspraken, boek: Afsprakenboek): Grondbeeld {
  const { op } = boek
  const document = boek.laatste
  const { gemeenten } = boek
  const besluiten = besluitenVan(afspraken, boek)
  const uitleg = new Map(boek.uitleg.map((u) => [u.id, uitlegbeeld(u, document, boek, besluiten)]))
  const letOp = toets(document, afspraken, op).map((b) => letop(b, document, boek, uitleg))
  return {
    regio,
    kort: document.kort,
    titel: document.titel,
    ingang: document.ingang.toString(),
    op: op.toString(),
    geldt: boek.convenant === document,
    looptijd: boek.looptijd && uitkomstNaarJson(boek.looptijd),
    versies: afspraken.convenanten
      .filter((c) => c.id === regio)
      .map((c) => ({
        ingang: c.ingang.toString(),
        kort: c.kort,
        titel: c.titel,
        geldt: boek.convenant === c,
        getoond: c === document,
      }))
      .toSorted((a, b) => (a.ingang < b.ingang ? 1 : -1)),
    partijen: document.partijen.map((p) => noem(p, gemeenten)),
    rollen: Object.entries(document.rollen).map(([rol, leden]) => ({
      rol,
      leden: leden.map((l) => noem(l, gemeenten)),
    })),
    artikelen: artikelen({ boek, document, uitleg, letOp }),
    kalender: komendJaar(boek),
    mandaten: mandatenVan(document, gemeenten, boek.uitleg),
    letOp,
    besluiten,
  }
}

/** Every decision of the region that was taken by the day of the book, newest first, whatever version it is about. */
const besluitenVan = ({ besluiten, convenanten }: Afspraken, { regio, op }: Afsprakenboek): Besluitregel[] =>
  besluiten
    .filter((b) => b.regio === regio && opOfVoor(b.besloten, op))
    .toSorted((a, b) => Temporal.PlainDate.compare(a.besloten, b.besloten))
    .map((b) => besluitregel(b, convenanten))
    .toReversed()

function artikelen(o: Omstandigheid): Artikelbeeld[] {
  const perArtikel = Map.groupBy(o.document.bepalingen, (b) => b.artikel)
  return [...perArtikel].map(([nummer, bepalingen]) => ({
    nummer,
    titel: bepalingen[0]!.titel,
    anker: artikelanker({ artikel: nummer }),
    bepalingen: bepalingen.map((b) => bepalingbeeld(alsPlek(b), b.tekst, o)),
  }))
}

function bepalingbeeld(plek: Plek, tekst: string, { boek, document, uitleg, letOp }: Omstandigheid): Bepalingbeeld {
  const hier = <T extends { bron: Bron }>(blokken: readonly T[]): T[] =>
    blokken.filter((b) => artikelanker(b.bron) === plek.anker)
  const regelVan = (id: string): Geplaatst<Regel> | undefined => document.regels.find((r) => r.id === id)
  return {
    ...plek,
    tekst,
    regels: hier(document.regels).map((r) => regelbeeld(r, boek)),
    uitleg: hier(document.uitleg).map((u) => uitleg.get(u.id)!),
    voorbeelden: hier(document.voorbeelden).map((v) => ({
      bij: v.bij,
      gegeven: zegVoorbeeld(v.gegeven, regelVan(v.bij), document, boek.gemeenten),
      verwacht: zegVoorbeeld(v.verwacht, regelVan(v.bij), document, boek.gemeenten),
      herkomst: v.herkomst ?? null,
    })),
    letOp: letOp.filter((l) => l.anker === plek.anker),
    geenRegel: hier(document.geenRegels).map((g) => g.want),
    addenda: boek.besluiten.flatMap((b) =>
      b.soort === 'addendum' && b.over.some((o) => omvat(o, plek))
        ? [{ besluit: b.id, besloten: b.besloten.toString(), ingang: b.ingang.toString() }]
        : [],
    ),
  }
}

function regelbeeld(regel: Geplaatst<Regel>, boek: Afsprakenboek): Regelbeeld {
  return {
    ...alsPlek(regel.bron),
    id: regel.id,
    soort: regel.soort,
    omschrijving: soortVan(regel.soort).omschrijving,
    zinnen: zegRegel(regel, boek),
    velden: alsVelden(regel, boek.gemeenten),
  }
}

const eenRegel = (
  id: string,
  document: Convenant,
  boek: Afsprakenboek,
): { regel: string; zin: string; anker: string } => {
  const beeld = regelbeeld(
    document.regels.find((r) => r.id === id)!,
    boek,
  )
  return { regel: id, zin: beeld.zinnen[0] ?? beeld.omschrijving, anker: beeld.anker }
}

function uitlegbeeld(
  u: Geplaatst<Uitleg>,
  document: Convenant,
  boek: Afsprakenboek,
  besluiten: readonly Besluitregel[],
): Uitlegbeeld {
  const wegen = wegenVan(u, document)
  return {
    ...alsPlek(u.bron),
    id: u.id,
    vraag: u.vraag,
    keuze: u.keuze,
    reden: u.reden,
    over: [...u.over],
    vastgesteld: u.vastgesteld?.toString() ?? null,
    besluit: besluiten.find((b) => b.uitleg === u.id && b.versie === document.ingang.toString()) ?? null,
    voorrang: u.voorrang ?? null,
    voorrangKeuzes: u.voorrang ? u.over.map((id) => eenRegel(id, document, boek)) : [],
    wegen: Object.entries(u.kiest ?? {}).map(([vraag, gekozen]) => ({
      vraag,
      gekozen,
      keuzes: [...new Set(wegen[vraag])],
    })),
  }
}

function letop(
  b: Toetsbevinding,
  document: Convenant,
  boek: Afsprakenboek,
  uitleg: ReadonlyMap<string, Uitlegbeeld>,
): Letop {
  const regels = (b.betreft ?? []).filter((id) => document.regels.some((r) => r.id === id))
  return {
    ...alsPlek({ artikel: b.artikel, lid: b.lid || null, onderdeel: b.onderdeel ?? null }),
    code: b.code,
    ernst: b.ernst,
    herkomst: b.herkomst,
    bevinding: b.bevinding,
    uitleg: (b.uitleg && uitleg.get(b.uitleg.id)) ?? null,
    lezingen: regels.map((id) => eenRegel(id, document, boek)),
  }
}

/** What the covenant asks in the year from `op`, by date; what waits for an event comes last, once. */
function komendJaar(boek: Afsprakenboek): Kalenderpunt[] {
  const { op } = boek
  const tot = op.add({ years: 1 })
  // A rule about the year J may name days of the years around it.
  const jaren = Array.from({ length: 5 }, (_, i) => op.year - 2 + i)
  const punten = jaren.flatMap((jaar) => {
    const uitkomst = kalender(boek, jaar)
    if (uitkomst.soort !== 'bepaald') return []
    return uitkomst.waarde
      .filter((d) => (d.datum ? opOfVoor(op, d.datum) && voor(d.van ?? d.datum, tot) : jaar === op.year))
      .map((d): Kalenderpunt => {
        const bron = boek.laatste.regels.find((r) => r.id === d.regel)!.bron
        return {
          ...alsPlek(bron),
          datum: d.datum?.toString() ?? null,
          van: d.van?.toString() ?? null,
          doe: d.doe,
          wie: noemBetrokken([d.wie], boek.laatste, boek.gemeenten),
          aan: d.aan && noemBetrokken([d.aan], boek.laatste, boek.gemeenten),
          status: d.status,
          zodra: d.zodra ?? null,
          na: d.na ?? null,
          keer: d.keer ?? null,
          regel: d.regel,
        }
      })
  })
  const eenmaal = new Map(punten.map((p) => [JSON.stringify([p.datum, p.regel, p.doe, p.wie]), p]))
  return [...eenmaal.values()].toSorted((a, b) => ((a.datum ?? '9') < (b.datum ?? '9') ? -1 : 1))
}
