/** Which step of a case was the last, and what the case would be without it (D7). Pure: from the journal alone. */
import type { Taak } from '../../convenant/index.ts'
import { datum } from '../../kern/datum.ts'
import { alsTekst, type Geboekt, type Gebeurtenis, type Json, type Toegang } from '../proces.ts'
import { pasToe } from './pas-toe.ts'
import { beginMelding, ligtBijBeslisser, type Melding } from './stand.ts'
import { hand, wieTrektIn } from './taak.ts'

type Taken = Taak | readonly Taak[]
type Naam = { naam: string; taak: Taken | ((m: Melding) => Taken) }

/**
 * What moves a case or its terms, in words, and whose task it is. A pause of the term for the decision is a step too:
 * it rests on the request, and the decision on it, so each waits for what came after. Everything else is recorded
 * beside the steps and stays. The report is corrected or withdrawn; the announcement is for good (Awb 3:40).
 */
export const stapsoorten: Readonly<Record<string, Naam>> = {
  gewezenOpClientondersteuning: { naam: 'het wijzen op cliëntondersteuning', taak: 'onderzoek' },
  geregistreerd: { naam: 'de registratie', taak: 'registratie' },
  gescreend: { naam: 'de screening', taak: 'screening' },
  onderzoekGestart: { naam: 'het begin van het onderzoek', taak: 'onderzoek' },
  identiteitVastgesteld: { naam: 'het vaststellen van de identiteit', taak: ['beschikking', 'onderzoek'] },
  planOntvangen: { naam: 'het persoonlijk plan', taak: 'onderzoek' },
  onderzoekAfgerond: { naam: 'het verslag van het onderzoek', taak: 'onderzoek' },
  adviesUitgebracht: { naam: 'het advies', taak: 'advies' },
  adviesOvergenomen: { naam: 'het overnemen van het advies', taak: 'beschikking' },
  verschilGemeld: { naam: 'het verschil van inzicht', taak: 'beschikking' },
  verschilBeantwoord: { naam: 'de reactie op het verschil van inzicht', taak: 'advies' },
  doorslaggevendBeslist: { naam: 'de doorslaggevende stem', taak: 'doorslaggevend-advies' },
  aanvraagOntvangen: { naam: 'de aanvraag', taak: ['beschikking', 'onderzoek'] },
  termijnStilgezet: { naam: 'het stilzetten van de beslistermijn', taak: 'beschikking' },
  termijnHervat: { naam: 'het weer laten lopen van de beslistermijn', taak: 'beschikking' },
  besluitGenomen: { naam: 'het besluit', taak: 'beschikking' },
  ingetrokken: { naam: 'het intrekken van de melding', taak: wieTrektIn },
}

export type Stapje = { nummer: number; soort: string; naam: string; taak: Naam['taak']; door: string }

/** Entry that was taken back, to the entry that did so. */
export function teruggenomen<G extends Pick<Geboekt, 'nummer' | 'soort' | 'feiten'>>(
  journaal: readonly G[],
): ReadonlyMap<number, G> {
  const terug = journaal.filter((g) => g.soort === 'stapTeruggenomen')
  return new Map(terug.map((g) => [Number(g.feiten['gebeurtenis']), g]))
}

/** The last step that still counts; null when only the report is left. */
export function laatsteStap(journaal: readonly Geboekt[]): Stapje | null {
  const terug = teruggenomen(journaal)
  const g = journaal.findLast(({ soort, nummer }) => stapsoorten[soort] && !terug.has(nummer))
  return g ? { nummer: g.nummer, soort: g.soort, ...stapsoorten[g.soort]!, door: alsTekst(g.feiten['door']) } : null
}

/** Who handles a case by its corrected facts, and who works on it and sees it then. */
type Herzien = (m: Melding) => Pick<Melding, 'houder' | 'behandelaar' | 'toegang'>

/**
 * The case as if its last step had not been taken, with all that was recorded beside it since. `herzie` judges anew
 * where a correction left the case or access with the decider because of the step.
 */
export function zonderStap(journaal: readonly Geboekt[], nummer: number, herzie: Herzien): Melding {
  const terug = teruggenomen(journaal)
  let echt = beginMelding
  let zonder = beginMelding
  for (const b of journaal) {
    const g: Gebeurtenis = { soort: b.soort, geldigOp: datum(b.geldig_op), feiten: b.feiten }
    const na = pasToe(echt, g, b.nummer)
    const telt = b.soort !== 'stapTeruggenomen' && !terug.has(b.nummer)
    if (b.nummer < nummer) zonder = na
    else if (b.nummer > nummer && telt) zonder = ernaast(zonder, { g, nummer: b.nummer, voor: echt, na }, herzie)
    echt = na
  }
  return zonder
}

type Echt = { g: Gebeurtenis; nummer: number; voor: Melding; na: Melding }

/** What was recorded beside the steps, on the case without the step. */
function ernaast(zonder: Melding, { g, nummer, voor, na }: Echt, herzie: Herzien): Melding {
  // Chosen among those who went on after the step: others go on now, and who of them was chosen before it.
  if (g.soort === 'toegewezen' && hand(voor) !== hand(zonder)) return zonder
  if (g.soort !== 'gecorrigeerd' && g.soort !== 'gegevensGecorrigeerd') return pasToe(zonder, g, nummer)
  // A correction wrote down who held the case and who had access with the step in it. Where that hung on the step it
  // is judged anew; elsewhere what it changed counts.
  const { houder: _houder, behandelaar: _behandelaar, toegang: _toegang, ...nieuw } = g.feiten['nieuw'] as Nieuw
  const verbeterd = (erbij: Nieuw): Melding =>
    pasToe(zonder, { ...g, feiten: { ...g.feiten, nieuw: { ...nieuw, ...erbij } } }, nummer)
  if (ligtBijBeslisser(voor) !== ligtBijBeslisser(zonder) || heeftAanvraag(voor) !== heeftAanvraag(zonder)) {
    const opnieuw = verbeterd({})
    return { ...opnieuw, ...herzie(opnieuw) }
  }
  const verhuisd = voor.houder === na.houder ? {} : { houder: na.houder, behandelaar: null }
  return verbeterd({ ...verhuisd, toegang: metWijziging(zonder.toegang, voor.toegang, na.toegang) })
}
type Nieuw = { [veld: string]: Json }
const heeftAanvraag = (m: Melding): boolean => m.aanvraagOp !== null

/** The access of each organisation whose access changed, put on other access. */
function metWijziging(op: readonly Toegang[], voor: readonly Toegang[], na: readonly Toegang[]): Toegang[] {
  const was = new Map(voor.map((t) => [t.organisatie, JSON.stringify(t)]))
  const anders = na.filter((t) => was.get(t.organisatie) !== JSON.stringify(t))
  return [...new Map([...op, ...anders].map((t) => [t.organisatie, t])).values()]
}

/** Access as it was, and ended today where only the step gave it: rows of access never vanish (D8). */
export function metEinde(nu: readonly Toegang[], zonder: readonly Toegang[], vandaag: string): Toegang[] {
  const blijft = new Map(zonder.map((t) => [t.organisatie, t]))
  const geeindigd = nu.filter((t) => !blijft.has(t.organisatie))
  return [
    ...blijft.values(),
    ...geeindigd.map((t) => ({ ...t, tot: t.tot !== null && t.tot < vandaag ? t.tot : vandaag })),
  ]
}
