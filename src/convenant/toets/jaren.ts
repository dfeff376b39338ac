/** Groups 3, 4 and 5: a day that cannot be kept because the text was later, the covenant is over, or names one year. */
import { dagVan } from '../jaardag.ts'
import { type Datum, schrijfDatum, voor } from '../../kern/datum.ts'
import type { Convenant, Geplaatst } from '../afspraak.ts'
import type { KalenderRegel } from '../regels/kalender.ts'
import { regelsVan } from '../regels-van.ts'
import { type Duur, duurVan } from './looptijd.ts'
import type { Lint, Vondst } from './vondst.ts'

type Regel = Geplaatst<KalenderRegel>
/** `jaar` is the J it is about; null where the text names the day itself. */
type Dag = { doe: string; jaar: number | null; van: Datum | null; uiterlijk: Datum | null }
type Verplichting = { regel: Geplaatst<{ id: string }>; dagen: readonly Dag[] }

/** Every rule that names days, and those days; what waits for an event has none. */
const verplichtingen = (document: Convenant, duur: Duur): Verplichting[] => [
  ...regelsVan(document, 'kalender').map((regel) => ({ regel, dagen: jaardagen(regel, jarenVan(regel, duur)) })),
  ...regelsVan(document, 'plicht').flatMap((regel) => {
    const { wanneer, wat } = regel
    return typeof wanneer === 'object' && 'uiterlijk' in wanneer
      ? [{ regel, dagen: [{ doe: wat, jaar: null, van: wanneer.van ?? null, uiterlijk: wanneer.uiterlijk }] }]
      : []
  }),
]

const jaardagen = (regel: Regel, jaren: readonly number[]): Dag[] =>
  jaren.flatMap((jaar) =>
    regel.stappen
      .filter((s) => s.van ?? s.totEnMet)
      .map((s) => ({
        doe: s.doe,
        jaar,
        van: s.van ? dagVan(s.van, jaar) : null,
        uiterlijk: s.totEnMet ? dagVan(s.totEnMet, jaar) : null,
      })),
  )

const zegOver = ({ jaar }: Dag): string => (jaar === null ? 'Dit moet' : `Over ${jaar} moet dit`)

/** The years J a rule is about while the covenant runs: the one its text names, or all that the term touches. */
function jarenVan(regel: Regel, { van, laatste }: Duur): number[] {
  if (regel.jaar !== undefined) return [regel.jaar]
  return laatste ? Array.from({ length: laatste.year - van.year + 1 }, (_, i) => van.year + i) : [van.year]
}

/** A rule that names one year, in a covenant that runs on or can be extended beyond it. */
export const vastJaar: Lint = (document) => {
  if (document.soort !== 'convenant') return []
  const uiterst = duurVan(document)?.uiterst
  if (!uiterst) return []
  const regels = [...regelsVan(document, 'kalender'), ...regelsVan(document, 'doorbelastingsfactuur')]
  return regels.flatMap((regel): Vondst[] =>
    regel.jaar === undefined || regel.jaar >= uiterst.year
      ? []
      : [
          {
            code: 'DATE-HARDCODED',
            ernst: 'fout',
            bevinding: `De tekst noemt alleen ${regel.jaar}. Het convenant kan lopen tot en met ${schrijfDatum(uiterst)}. Voor de jaren na ${regel.jaar} staat er niets.`,
            bron: regel.bron,
            betreft: [regel.id],
            uitleg: regel.andereJaren ?? null,
          },
        ],
  )
}

/** What must be done on a day after the last one, or by a day before the text was there. */
export const buitenLooptijd: Lint = (document) => {
  if (document.soort !== 'convenant') return []
  const duur = duurVan(document) ?? { van: document.ingang, laatste: null, uiterst: null }
  return verplichtingen(document, duur).flatMap((v) => [
    ...naEinde(v, duur),
    ...voorTekst(v, document),
    ...voorIngang(v, document),
  ])
}

function naEinde({ regel, dagen }: Verplichting, { laatste }: Duur): Vondst[] {
  if (!laatste) return []
  const laat = dagen.find((d) => voor(laatste, d.van ?? d.uiterlijk!))
  if (!laat) return []
  const wanneer = [
    laat.van && `vanaf ${schrijfDatum(laat.van)}`,
    laat.uiterlijk && `uiterlijk ${schrijfDatum(laat.uiterlijk)}`,
  ]
  return [
    {
      code: 'POST-TERM-DUTY',
      ernst: 'fout',
      bevinding: `${zegOver(laat)} ${wanneer.filter(Boolean).join(' en ')} (${laat.doe}). Zonder verlenging is ${schrijfDatum(laatste)} de laatste dag van het convenant. Of dit daarna nog moet, staat er niet.`,
      bron: regel.bron,
      betreft: [regel.id],
      uitleg: null,
    },
  ]
}

/** Of a year in which the covenant runs: a later year can still be kept. */
function voorTekst({ regel, dagen }: Verplichting, { tekst }: Convenant): Vondst[] {
  const vroeg = tekst && dagen.find((d) => d.uiterlijk && voor(d.uiterlijk, tekst.van))
  if (!vroeg) return []
  return [
    {
      code: 'DEADLINE-BEFORE-ADOPTION',
      ernst: 'verouderd',
      bevinding: `${zegOver(vroeg)} uiterlijk ${schrijfDatum(vroeg.uiterlijk!)} (${vroeg.doe}). De tekst is van ${schrijfDatum(tekst.van)}${tekst.stand === 'concept' ? ', en was toen nog een concept' : ''}. Die dag was toen al voorbij.`,
      bron: regel.bron,
      betreft: [regel.id],
      uitleg: null,
    },
  ]
}

/** A day the text prints itself, before the covenant begins: nobody was bound by it then. */
function voorIngang({ regel, dagen }: Verplichting, { ingang, tekst }: Convenant): Vondst[] {
  const vroeg = dagen.find((d) => d.jaar === null && d.uiterlijk && voor(d.uiterlijk, ingang))
  if (!vroeg || (tekst && voor(vroeg.uiterlijk!, tekst.van))) return []
  return [
    {
      code: 'DEADLINE-BEFORE-ADOPTION',
      ernst: 'fout',
      bevinding: `${zegOver(vroeg)} uiterlijk ${schrijfDatum(vroeg.uiterlijk!)} (${vroeg.doe}). Het convenant gaat pas in op ${schrijfDatum(ingang)}.`,
      bron: regel.bron,
      betreft: [regel.id],
      uitleg: null,
    },
  ]
}
