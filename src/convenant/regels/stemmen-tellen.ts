/** Counts a vote under a rule of kind `besluitregel` and tells how it came out. */
import { bepaald, nietGeregeld, type Stap, type Uitkomst } from '../../kern/uitkomst.ts'
import { weiger } from '../../kern/weigering.ts'
import type { Geplaatst, Uitleg } from '../afspraak.ts'
import { gemeentenaam } from '../gemeenten.ts'
import { type Keuze, keuze } from '../keuze.ts'
import { uitlegStap } from '../uitleg-stap.ts'
import {
  type BesluitRegel,
  type GeregeldBesluit,
  type Meerderheid,
  OPEN_BIJ_BESLUIT,
  type Ronde,
  type Stem,
  type Stemronde,
  type Stemuitslag,
} from './besluitregel-schema.ts'
import { alleStemmen, stemmenVan, stemmers, toetsStemming } from './stemmers.ts'
import type { Kring } from './taak-zinnen.ts'

type Oordeel = 'voor' | 'tegen' | null
type Geteld = { oordeel: Oordeel; stap: Stap }
type Zaal = {
  regel: Geplaatst<GeregeldBesluit>
  leden: readonly string[]
  kring: Kring
  uitleg: readonly Geplaatst<Uitleg>[]
}

/**
 * The outcome of a vote; every vote has exactly one. `ronden` follow the rounds of the rule; one not
 * yet held is left out. A reading is named in the tree only where another reading would give another
 * answer. Where the covenant does not say how this body decides, a majority is never made up. Throws a
 * `Weigering` when the vote could not have been held like this.
 */
export function telStemmen(
  regel: Geplaatst<BesluitRegel>,
  ronden: readonly Stemronde[],
  kring: Kring,
  uitleg: readonly Geplaatst<Uitleg>[] = [],
): Uitkomst<Stemuitslag> {
  if (!regel.ronden)
    return nietGeregeld({
      wat: 'Het convenant zegt niet hoe hier wordt beslist ({over}).',
      bron: regel.bron,
      feiten: { over: regel.over },
    })
  return telGeregeld({ ...regel, ronden: regel.ronden }, ronden, kring, uitleg)
}

function telGeregeld(
  regel: Geplaatst<GeregeldBesluit>,
  ronden: readonly Stemronde[],
  kring: Kring,
  uitleg: readonly Geplaatst<Uitleg>[],
): Uitkomst<Stemuitslag> {
  toetsStemming(regel, ronden, kring)
  const zaal: Zaal = { regel, leden: stemmers(regel, kring), kring, uitleg }
  const stappen: Stap[] = []
  let oordeel: Oordeel = null
  for (const [i, gehouden] of ronden.entries()) {
    const nummer = i + 1
    if (oordeel) {
      stappen.push({
        wat: 'Ronde {ronde} telt niet mee: er was al een besluit.',
        feiten: { ronde: nummer },
        geldt: false,
      })
      continue
    }
    const geteld = telRonde(regel.ronden[i]!, nummer, gehouden, zaal)
    oordeel = geteld.oordeel
    stappen.push(geteld.stap)
  }
  const volgende = oordeel ? undefined : regel.ronden[ronden.length]
  const uitslag = oordeel ? UITSLAG[oordeel] : volgende ? 'volgende-ronde' : 'geen-besluit'
  if (volgende) stappen.push(kondigAan(volgende, ronden.length + 1, zaal))
  // A reading that chooses nothing here says what happens without a majority.
  else if (!oordeel) stappen.push(...uitleg.filter((u) => u.over.includes(regel.id) && !u.kiest).map(uitlegStap))
  return bepaald(uitslag, {
    wat: ANTWOORD[uitslag],
    bron: regel.bron,
    feiten: { over: regel.over, rondenGehouden: ronden.length, ronden: regel.ronden.length },
    stappen,
  })
}

const UITSLAG = { voor: 'aangenomen', tegen: 'verworpen' } as const
const ANTWOORD: Readonly<Record<Stemuitslag, string>> = {
  aangenomen: 'Het voorstel is aangenomen.',
  verworpen: 'Het voorstel is verworpen.',
  'volgende-ronde': 'Er is nog geen besluit. Er volgt een nieuwe ronde.',
  'geen-besluit': 'Er is geen besluit. Het convenant kent geen volgende ronde.',
}

const telRonde = (ronde: Ronde, nummer: number, gehouden: Stemronde, zaal: Zaal): Geteld =>
  ronde.wijze === 'overeenstemming'
    ? zoekOvereenstemming(ronde, nummer, gehouden, zaal)
    : telMeerderheid(ronde, nummer, gehouden, zaal)

function zoekOvereenstemming(
  ronde: Extract<Ronde, { wijze: 'overeenstemming' }>,
  nummer: number,
  { stemmen }: Stemronde,
  zaal: Zaal,
): Geteld {
  const { leden, regel } = zaal
  const aanwezig = Object.keys(stemmen).length
  const voor = Object.values(stemmen).filter((s) => s === 'voor').length
  const eens = aanwezig > 0 && voor === aanwezig
  const hangtAf = eens && aanwezig < leden.length && ronde.onder === undefined
  const gekozen = hangtAf ? keuze(regel, OPEN_BIJ_BESLUIT, 'overeenstemming', zaal.uitleg) : null
  const onder = ronde.onder ?? gekozen?.waarde ?? 'aanwezigen'
  const bereikt = eens && (onder === 'aanwezigen' || aanwezig === leden.length)
  return {
    oordeel: bereikt ? 'voor' : null,
    stap: {
      wat: bereikt
        ? 'Ronde {ronde}: overeenstemming. Alle {aanwezig} aanwezige gemeenten zijn voor.'
        : 'Ronde {ronde}: geen overeenstemming. Van de {leden} gemeenten zijn er {aanwezig} aanwezig en {voor} voor.',
      bron: regel.bron,
      feiten: { ronde: nummer, leden: leden.length, aanwezig, voor },
      geldt: bereikt,
      stappen: [
        ...namenlijst(zaal, stemmen),
        ...leunt(gekozen, 'Het convenant zegt niet of wie er niet is, ook moet instemmen.'),
      ],
    },
  }
}

function telMeerderheid(ronde: Meerderheid, nummer: number, gehouden: Stemronde, zaal: Zaal): Geteld {
  const { leden, regel, kring, uitleg } = zaal
  const { stemmen } = gehouden
  const gewicht = (lid: string): number => gehouden.gewicht?.[lid] ?? stemmenVan(lid, ronde, kring)
  const tel = (kant: Stem): number => leden.reduce((som, lid) => som + (stemmen[lid] === kant ? gewicht(lid) : 0), 0)
  const voor = tel('voor')
  const tegen = tel('tegen')
  const van = { 'uitgebrachte-stemmen': voor + tegen, 'alle-stemmen': alleStemmen(ronde, leden, kring) }
  const volgens = (grondslag: keyof typeof van): Oordeel =>
    2 * voor > van[grondslag] ? 'voor' : 2 * tegen > van[grondslag] ? 'tegen' : null

  const aanwezig = Object.keys(stemmen).length
  const verschil = volgens('uitgebrachte-stemmen') !== volgens('alle-stemmen')
  const gekozen = verschil && !ronde.grondslag ? keuze(regel, OPEN_BIJ_BESLUIT, 'grondslag', uitleg) : null
  const grondslag = ronde.grondslag ?? gekozen?.waarde ?? 'uitgebrachte-stemmen'
  const zonderQuorum = volgens(grondslag)
  const quorum = zonderQuorum && 2 * aanwezig <= leden.length ? keuze(regel, OPEN_BIJ_BESLUIT, 'quorum', uitleg) : null
  const teWeinig = quorum?.waarde === 'meer-dan-de-helft'
  const minder = leden.filter((lid) => lid in stemmen && gewicht(lid) < stemmenVan(lid, ronde, kring))
  const mag = minder.length ? keuze(regel, OPEN_BIJ_BESLUIT, 'meer-stemmen', uitleg) : null
  if (mag?.waarde === 'moet')
    weiger('STEMMING_PAST_NIET', {
      reden: `${minder.map((l) => gemeentenaam(l, kring.gemeenten)).join(' en ')} moet in ronde ${nummer} alle stemmen gebruiken`,
    })
  const oordeel = teWeinig ? null : zonderQuorum
  return {
    oordeel,
    stap: {
      wat: `Ronde {ronde}: {voor} ${voor === 1 ? 'stem' : 'stemmen'} voor en {tegen} tegen. ${teWeinig ? 'De stemming telt niet: er zijn te weinig gemeenten.' : MEERDERHEID[oordeel ?? 'geen']}`,
      bron: regel.bron,
      feiten: { ronde: nummer, voor, tegen, leden: leden.length, aanwezig },
      geldt: oordeel !== null,
      stappen: [
        {
          wat:
            verschil || ronde.grondslag
              ? `Een meerderheid is meer dan de helft van {aantal}: ${GRONDSLAG[grondslag]}.`
              : 'Een meerderheid is meer dan de helft. Geteld over de {uitgebracht} uitgebrachte stemmen en over alle {alle} stemmen is de uitkomst dezelfde.',
          feiten: { aantal: van[grondslag], uitgebracht: van['uitgebrachte-stemmen'], alle: van['alle-stemmen'] },
        },
        ...namenlijst(zaal, stemmen, gewicht),
        ...leunt(
          gekozen,
          'Het convenant zegt niet of onthoudingen en afwezigen meetellen. We tellen alleen stemmen voor en tegen.',
        ),
        ...leunt(mag, 'Het convenant zegt niet of alle stemmen gebruikt moeten worden. Minder mag.'),
        ...leunt(quorum, 'Het convenant zegt niet hoeveel gemeenten er moeten zijn. Elke stemming telt.'),
      ],
    },
  }
}

const MEERDERHEID = {
  voor: 'Er is een meerderheid voor.',
  tegen: 'Er is een meerderheid tegen.',
  geen: 'Er is geen meerderheid.',
} as const
const GRONDSLAG = {
  'uitgebrachte-stemmen': 'de stemmen voor en tegen samen',
  'alle-stemmen': 'alle stemmen van de leden, ook van wie zich onthoudt of er niet is',
} as const

/** The reading an answer leans on; without one the sentence says what is taken. */
const leunt = (gekozen: Keuze<string> | null, zonder: string): Stap[] =>
  gekozen ? [gekozen.uitleg ? uitlegStap(gekozen.uitleg) : { wat: zonder }] : []

function namenlijst(zaal: Zaal, stemmen: Stemronde['stemmen'], gewicht: (lid: string) => number = () => 1): Stap[] {
  const { leden, kring } = zaal
  const noem = (lid: string): string => {
    const aantal = stemmen[lid] === 'voor' || stemmen[lid] === 'tegen' ? gewicht(lid) : 1
    return `${gemeentenaam(lid, kring.gemeenten)}${aantal === 1 ? '' : ` (${aantal} stemmen)`}`
  }
  const groep = (kop: string, hoort: (lid: string) => boolean): Stap[] => {
    const namen = leden.filter(hoort).map(noem)
    return namen.length ? [{ wat: `${kop}: {namen}.`, feiten: { namen: namen.join(', ') } }] : []
  }
  return [
    ...groep('Voor', (lid) => stemmen[lid] === 'voor'),
    ...groep('Tegen', (lid) => stemmen[lid] === 'tegen'),
    ...groep('Onthouding', (lid) => stemmen[lid] === 'onthouding'),
    ...groep('Afwezig', (lid) => !(lid in stemmen)),
  ]
}

function kondigAan(ronde: Ronde, nummer: number, { leden, kring, regel }: Zaal): Stap {
  const basis = { bron: regel.bron, feiten: { ronde: nummer } }
  if (ronde.wijze === 'overeenstemming') return { ...basis, wat: 'Ronde {ronde}: de gemeenten zoeken overeenstemming.' }
  const meer = leden.filter((lid) => stemmenVan(lid, ronde, kring) !== ronde.stemmen['ieder'])
  const anders = meer.map((lid) => `${gemeentenaam(lid, kring.gemeenten)} ${stemmenVan(lid, ronde, kring)}`)
  return {
    ...basis,
    wat: `Ronde {ronde}: een stemming bij meerderheid. Elke gemeente heeft {ieder}${anders.length ? ', {anders}' : ''}.`,
    feiten: {
      ronde: nummer,
      ieder: ronde.stemmen['ieder'] === 1 ? '1 stem' : `${ronde.stemmen['ieder']} stemmen`,
      anders: anders.join(', '),
    },
  }
}
