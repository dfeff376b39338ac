/** Group 18: does a way of deciding always decide, and is it clear what a majority is of? */
import type { Convenant, Geplaatst, Kader } from '../afspraak.ts'
import { gemeentenaam } from '../gemeenten.ts'
import type { BesluitRegel, Meerderheid } from '../regels/besluitregel-schema.ts'
import { alleStemmen, stemmenVan, stemmers } from '../regels/stemmers.ts'
import type { Kring } from '../regels/taak-zinnen.ts'
import { onbeslist, type Onbeslist } from './stemverdelingen.ts'
import type { Vondst } from './vondst.ts'

/** Finds a body without a rule, votes that can leave the last round without a decision, and a vote that two readings of the base count differently. */
export function toetsBesluitregel(regel: Geplaatst<BesluitRegel>, document: Convenant | Kader): Vondst[] {
  if (document.soort !== 'convenant') return []
  const deel = { bron: regel.bron, betreft: [regel.id] }
  if (!regel.ronden)
    return [
      {
        ...deel,
        code: 'NO-DECISION-RULE',
        ernst: 'gat',
        bevinding: `Er wordt beslist (${regel.over}), maar het artikel zegt niet hoe.`,
      },
    ]
  const kring: Kring = { partijen: document.partijen, rollen: document.rollen, gemeenten: [] }
  const open = onbeslist(regel, kring)
  const geschil = regel.ronden.map((r) => tweeLezingen(r, regel, kring)).find((g) => g !== null)
  const vondst = (bevinding: string): Vondst => ({
    ...deel,
    code: 'VOTE-BASE',
    ernst: 'onduidelijk',
    bevinding,
  })
  return [
    ...(open ? [vondst(`${zegOnbeslist(open, stemmers(regel, kring).length)} (${regel.over}).`)] : []),
    ...(geschil
      ? [
          vondst(
            `Het artikel zegt niet waarvan een meerderheid meer dan de helft is. Bij ${geschil.voor} voor, ${geschil.tegen} tegen en ${geschil.onthouding} onthouding is er van de uitgebrachte stemmen een meerderheid, van alle stemmen niet (${regel.over}).`,
          ),
        ]
      : []),
    ...eigenZaak(regel, kring),
  ]
}

/** The smallest division that decides nothing, without the full stop. */
function zegOnbeslist({ heel, minder }: Onbeslist, leden: number): string {
  if (!heel.onthouders)
    return `Stemmen ${heel.voorstanders} van de ${leden} gemeenten voor en de andere tegen, dan is er een gelijke stand en geen volgende ronde`
  const lezing = heel.lezing === 'alle-stemmen' ? ', als alle stemmen meetellen,' : ''
  const ook = minder
    ? `. Gebruikt een lid minder stemmen dan het heeft, dan kan het ${minder.voor} tegen ${minder.tegen} worden`
    : ''
  return `Bij ${heel.voor} voor, ${heel.tegen} tegen en ${heel.onthouding} onthouding is er${lezing} geen meerderheid en geen volgende ronde${ook}`
}

/** A member whose own vote decides a matter that may be its own: the one with the most votes, in the last round. */
function eigenZaak(regel: Geplaatst<BesluitRegel>, kring: Kring): Vondst[] {
  const ronde = regel.ronden?.at(-1)
  if (!regel.eigenZaak || ronde?.wijze !== 'meerderheid') return []
  const leden = stemmers(regel, kring)
  const zwaarte = (lid: string): number => stemmenVan(lid, ronde, kring)
  const zwaarst = leden.toSorted((a, b) => zwaarte(b) - zwaarte(a)).at(0)
  if (zwaarst === undefined) return []
  const [eigen, rest] = [zwaarte(zwaarst), alleStemmen(ronde, leden, kring) - zwaarte(zwaarst)]
  const sommen = kanten(leden.filter((lid) => lid !== zwaarst).map(zwaarte))
  const voor = sommen.find((som) => 2 * som <= rest && 2 * (som + eigen) > rest + eigen)
  if (voor === undefined) return []
  return [
    {
      code: 'OWN-CASE',
      ernst: 'onduidelijk',
      bevinding: `${
        regel.eigenZaak === 'stemt-mee'
          ? 'Een gemeente stemt mee over haar eigen zaak'
          : 'Er staat niet of een gemeente meestemt over haar eigen zaak'
      } (${regel.over}). Is ${gemeentenaam(zwaarst, kring.gemeenten)} partij, dan kan die zelf beslissen: de anderen geven ${voor} stemmen voor en ${rest - voor} tegen, en daar ${eigen === 1 ? 'komt 1 eigen stem' : `komen ${eigen} eigen stemmen`} bij.`,
      bron: regel.bron,
      betreft: [regel.id],
      uitleg: null,
    },
  ]
}

/** Every number of votes that some of these members have together. */
const kanten = (stemmen: readonly number[]): number[] =>
  [...stemmen.reduce((sommen, n) => new Set([...sommen, ...[...sommen].map((s) => s + n)]), new Set([0]))].toSorted(
    (a, b) => b - a,
  )

/** The vote with the fewest abstentions that is won by votes cast and not by all votes; null when the text names the base. */
function tweeLezingen(
  ronde: { wijze: 'overeenstemming' } | Meerderheid,
  regel: BesluitRegel,
  kring: Kring,
): { voor: number; tegen: number; onthouding: number } | null {
  if (ronde.wijze !== 'meerderheid' || ronde.grondslag) return null
  const alle = alleStemmen(ronde, stemmers(regel, kring), kring)
  for (let onthouding = 1; onthouding < alle; onthouding += 1)
    for (let tegen = 0; tegen + onthouding < alle; tegen += 1) {
      const voor = alle - onthouding - tegen
      if (voor > tegen && 2 * voor <= alle) return { voor, tegen, onthouding }
    }
  return null
}
