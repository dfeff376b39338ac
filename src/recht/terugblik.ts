/** First report and new client: two notions that look alike and must not be mixed. */
import { metAddenda } from '../convenant/addendum.ts'
import type { Convenant, Geplaatst, Kader } from '../convenant/afspraak.ts'
import type { Afsprakenboek } from '../convenant/afsprakenboek.ts'
import { rekenTerugblik, type TerugblikRegel, type Verleden } from '../convenant/regels/terugblik.ts'
import { kaderregels, regelsVan } from '../convenant/regels-van.ts'
import { uitlegStap } from '../convenant/uitleg-stap.ts'
import { geenVersie } from '../convenant/wie.ts'
import type { Datum } from '../kern/datum.ts'
import type { Periode } from '../kern/periode.ts'
import { nietGeregeld, type Uitkomst } from '../kern/uitkomst.ts'

/** `convenant`: the 365-day rule of the region. `wetsvoorstel`: bill 36288, which is not law. */
export type Definitiebron = 'convenant' | 'wetsvoorstel'

/**
 * True when the person is a new client: no request and no Beschermd Wonen in the window. Dates after
 * the melding do not count.
 */
export function nieuweClient(
  feiten: { melding: Datum; aanvragen: readonly Datum[]; bw: readonly Periode[] },
  boek: Afsprakenboek,
  bron: Definitiebron = 'convenant',
): Uitkomst<boolean> {
  if (bron === 'wetsvoorstel') {
    const regel = kaderregels(boek.kaders, 'terugblik').find((r) => r.begrip === 'nieuwe-client')
    return regel ? rekenTerugblik(regel, feiten) : nietGeregeld({ wat: 'Het wetsvoorstel staat niet in de kaders.' })
  }
  return volgensConvenant('nieuwe-client', feiten, boek)
}

/** True when there was no earlier report for Beschermd Wonen in this region in the window before the melding. */
export const eersteMelding = (
  feiten: { melding: Datum; eerdereMeldingen: readonly Datum[] },
  boek: Afsprakenboek,
): Uitkomst<boolean> =>
  volgensConvenant('eerste-melding', { melding: feiten.melding, meldingen: feiten.eerdereMeldingen }, boek)

function volgensConvenant(begrip: TerugblikRegel['begrip'], feiten: Verleden, boek: Afsprakenboek): Uitkomst<boolean> {
  const regel = vind(boek.laatste, begrip)
  if (!regel)
    return nietGeregeld({
      wat: `{naam} zegt niet wat ${begrip === 'nieuwe-client' ? 'een nieuwe cliënt' : 'een eerste melding'} is.`,
      feiten: { naam: boek.laatste.kort },
    })
  const uitleg = boek.uitleg.filter((u) => u.over.includes(regel.id)).map(uitlegStap)
  // The notion outlives the covenant: a case that falls back on the statute still needs it.
  const einde = boek.convenant ? [] : [{ ...geenVersie(boek), geldt: false }]
  return metAddenda(boek, rekenTerugblik(regel, feiten, [...uitleg, ...einde]))
}

const vind = (document: Convenant | Kader, begrip: TerugblikRegel['begrip']): Geplaatst<TerugblikRegel> | undefined =>
  regelsVan(document, 'terugblik').find((r) => r.begrip === begrip)
