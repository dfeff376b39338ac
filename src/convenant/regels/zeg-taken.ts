/** Rules about who does what, as sentences for who reads the covenant. */
import type { Convenant, Kader } from '../afspraak.ts'
import { type Gemeente, gemeentenaam } from '../gemeenten.ts'
import { type Taak, TAKEN } from '../taken.ts'
import { kringVan, noemBetrokken } from './betrokken.ts'
import type { FunctiescheidingRegel } from './functiescheiding.ts'
import type { MandaatRegel } from './mandaat.ts'
import type { TaakRegel, Uitzondering } from './taak-schema.ts'
import { type Kring, noemUitvoerder, zegVoor } from './taak-zinnen.ts'
import type { ToetsingskaderRegel } from './toetsingskader.ts'
import type { VertegenwoordigingRegel } from './vertegenwoordiging.ts'
import { en, hoofdletter, kleineLetter } from './zinnen.ts'

type Document = Convenant | Kader
const taaknamen = (taken: readonly Taak[]): string => en(taken.map((t) => TAKEN[t].naam))

export function zegTaak(regel: TaakRegel, document: Document, gemeenten: readonly Gemeente[]): string[] {
  const kring = kringVan(document, gemeenten)
  const waar = zegVoor(regel.voor, kring) || (regel.behalve ? 'Als hoofdregel' : 'In alle gevallen')
  return [
    `${waar} doet ${noemUitvoerder(regel.uitvoerder, kring)} dit: ${taaknamen(regel.taken)}.`,
    ...(regel.behalve ?? []).flatMap((u) => zegUitzondering(u, kring, 'Behalve')),
  ]
}

/** An exception to an exception brings the rule back. */
function zegUitzondering(u: Uitzondering, kring: Kring, begin: string): string[] {
  const waar = kleineLetter(zegVoor(u.voor, kring)) || 'in alle andere gevallen'
  return [
    `${begin} ${waar}.`,
    ...(u.behalve ?? []).flatMap((b) =>
      zegUitzondering(b, kring, begin === 'Behalve' ? 'Maar weer wel' : 'Maar weer niet'),
    ),
  ]
}

export function zegMandaat(regel: MandaatRegel, document: Document, gemeenten: readonly Gemeente[]): string[] {
  const kring = kringVan(document, gemeenten)
  const noem = (wie: string): string => noemBetrokken([wie], kring, gemeenten)
  const aan = regel.aan === undefined ? (regel.bestuurder ?? 'de eigen bestuurder') : noem(regel.aan)
  return [`${hoofdletter(en(regel.vormen))} van ${noem(regel.van)} aan ${aan}.`, `Het gaat om ${waarvoor(regel)}.`]
}

function waarvoor({ takenVan, waartoe }: MandaatRegel): string {
  if (takenVan)
    return `de taken van artikel ${takenVan.artikel}${takenVan.lid === undefined ? '' : ` lid ${takenVan.lid}`}`
  return en((waartoe ?? []).map((w) => w.replaceAll('-', ' ')))
}

export function zegFunctiescheiding({ taken: [eerste, tweede], oordeelVan }: FunctiescheidingRegel): string[] {
  return [
    `${hoofdletter(TAKEN[eerste].naam)} en ${TAKEN[tweede].naam} mogen niet bij dezelfde gemandateerde liggen.`,
    `Dit regelt: ${oordeelVan}.`,
  ]
}

export function zegToetsingskader(
  regel: ToetsingskaderRegel,
  document: Document,
  gemeenten: readonly Gemeente[],
): string[] {
  const kring = kringVan(document, gemeenten)
  const normen = regel.normen.map((n) => {
    const van = n.van === 'eigen' ? 'de eigen gemeente' : noemBetrokken([n.van], kring, gemeenten)
    return `${n.naam} van ${van}${n.uitgave === undefined ? '' : `, uitgave ${n.uitgave}`}`
  })
  return [`Bij ${regel.waarvoor} gelden voor ${noemBetrokken(regel.wie, kring, gemeenten)} deze regels: ${en(normen)}.`]
}

export function zegVertegenwoordiging(
  regel: VertegenwoordigingRegel,
  document: Document,
  gemeenten: readonly Gemeente[],
): string[] {
  const { rollen } = kringVan(document, gemeenten)
  const [eerste, ...daarna] = regel.wie.map((n) => gemeentenaam(rollen[n]?.[0] ?? n, gemeenten))
  return [
    `${eerste} ${regel.aard === 'moet' ? 'doet' : 'kan'} dit voor de regio${regel.aard === 'moet' ? '' : ' doen'}: ${regel.waarvoor}.`,
    ...(daarna.length ? [`Kan ${eerste} niet, dan ${daarna.join(', daarna ')}.`] : []),
    ...(regel.met ? [`Met: ${en(regel.met)}.`] : []),
  ]
}
