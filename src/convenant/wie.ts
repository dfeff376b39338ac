/** Who performs a task for a case, by the covenant in force or, where that is silent, by the statute. */
import { voor } from '../kern/datum.ts'
import { bepaald, nietGeregeld, ontbreekt, type Stap, tegenstrijdig, type Uitkomst } from '../kern/uitkomst.ts'
import { metAddenda } from './addendum.ts'
import type { Afspraken, Geplaatst, Uitleg } from './afspraak.ts'
import type { Afsprakenboek } from './afsprakenboek.ts'
import { BUITEN_REGIO, GEEN, gemeentenaam } from './gemeenten.ts'
import { derdeVoor, zegDerde } from './regels/taak-bij-derde.ts'
import { houTegenLicht, past } from './regels/taak-licht.ts'
import type { Geval, TaakRegel } from './regels/taak-schema.ts'
import { type Kring, zegGeval } from './regels/taak-zinnen.ts'
import { kaderregels, regelsVan } from './regels-van.ts'
import { TAKEN } from './taken.ts'
import { uitlegStap } from './uitleg-stap.ts'

/**
 * Who performs the task, as a slug. `tegenstrijdig` only where no uitleg chooses; `niet-geregeld`
 * where no rule fits, where another organisation does it, or no version is in force on the day of the book.
 */
export function wie(boek: Afsprakenboek, geval: Geval): Uitkomst<string> {
  if (!boek.convenant) return nietGeregeld(geenVersie(boek))
  const kring = { partijen: boek.convenant.partijen, rollen: boek.convenant.rollen, gemeenten: boek.gemeenten }
  const derde = derdeVoor(regelsVan(boek.convenant, 'taak-bij-derde'), geval.taak)
  const uitkomst: Uitkomst<string> = derde
    ? nietGeregeld(zegDerde(derde))
    : kies(regelsVan(boek.convenant, 'taak'), boek.uitleg, geval, kring, boek.convenant.kort)
  return metAddenda(boek, uitkomst)
}

/** The statute's answer: the college the person turned to (Wmo 2015, article 1.2.1). */
export function bevoegdVolgensWet(afspraken: Pick<Afspraken, 'kaders' | 'gemeenten'>, geval: Geval): Uitkomst<string> {
  const kring = { partijen: [], rollen: {}, gemeenten: afspraken.gemeenten }
  return kies(kaderregels(afspraken.kaders, 'taak'), [], geval, kring, 'De wet')
}

/** Why no covenant counts on this day: the last version and its end, or the day the first one begins. */
export function geenVersie(boek: Afsprakenboek): Stap {
  const { laatste, op, looptijd } = boek
  const bron = looptijd?.waarom.bron
  if (voor(op, laatste.ingang))
    return {
      wat: 'Op {op} geldt er nog geen convenant. {naam} gaat in op {ingang}.',
      ...(bron && { bron }),
      feiten: { op, naam: laatste.kort, ingang: laatste.ingang },
    }
  const einde =
    looptijd?.soort === 'bepaald'
      ? looptijd.waarde.totEnMet
      : looptijd?.soort === 'tegenstrijdig'
        ? looptijd.lezingen.at(-1)!.waarde.totEnMet
        : null
  return {
    wat: 'Op {op} geldt er geen convenant. De laatste versie is {naam}, ingegaan op {versie}. Die liep tot en met {einde}.',
    ...(bron && { bron }),
    feiten: { op, naam: laatste.kort, versie: laatste.ingang, einde },
    ...(looptijd && { stappen: [looptijd.waarom] }),
  }
}

function kies(
  alle: readonly Geplaatst<TaakRegel>[],
  uitleg: readonly Geplaatst<Uitleg>[],
  geval: Geval,
  kring: Kring,
  titel: string,
): Uitkomst<string> {
  const { doet, naam } = TAKEN[geval.taak]
  const feiten = { ...geval }
  const bevonden = alle.filter((r) => r.taken.includes(geval.taak)).map((r) => houTegenLicht(r, geval, kring))
  const passend = bevonden.filter((b) => b.wie !== null)
  const gaatHet: Stap = { wat: zegGeval(geval, kring) }
  const gebruikt = uitleg.filter(
    (u) => passend.some((b) => u.over.includes(b.regel.id)) && (!u.bij || past(u.bij, geval, kring)),
  )
  const antwoorden = [...new Set(passend.map((b) => b.wie!))]

  if (!passend.length)
    return nietGeregeld({
      wat: `{titel} regelt niet wie deze taak doet: {taaknaam}.`,
      feiten: { ...feiten, titel, taaknaam: naam },
      stappen: [gaatHet, ...bevonden.map((b) => b.stap)],
    })

  if (antwoorden.some((slug) => slug === GEEN || slug === BUITEN_REGIO))
    return ontbreekt(
      { wat: 'de gemeente waar de melding is gedaan' },
      {
        wat: 'We weten niet bij welke gemeente de melding is gedaan.',
        feiten,
        stappen: [gaatHet, ...bevonden.map((b) => b.stap)],
      },
    )
  const noem = (slug: string): string => gemeentenaam(slug, kring.gemeenten)
  if (antwoorden.length === 1) {
    const los = gebruikt.filter((u) => !u.voorrang)
    return bepaald(antwoorden[0]!, {
      wat: `{wie} ${doet}.`,
      bron: passend[0]!.regel.bron,
      feiten: { ...feiten, wie: noem(antwoorden[0]!) },
      stappen: [gaatHet, ...eerstWatGeldt(bevonden.map((b) => b.stap)), ...los.map(uitlegStap)],
    })
  }

  const kiezers = gebruikt.filter(
    (u) =>
      u.voorrang && passend.every((b) => u.over.includes(b.regel.id)) && passend.some((b) => b.regel.id === u.voorrang),
  )
  const gekozen = [...new Set(kiezers.map((u) => passend.find((b) => b.regel.id === u.voorrang)!))]
  const winnaar =
    gekozen.length === 1 || (gekozen.length > 1 && new Set(gekozen.map((g) => g.wie)).size === 1) ? gekozen[0]! : null
  if (!winnaar) {
    const lezingen = passend.map((b) => ({ waarde: b.wie!, bron: b.regel.bron }))
    return tegenstrijdig(lezingen, {
      wat: `Het convenant geeft meer dan één antwoord op de vraag wie deze taak doet ({taaknaam}): {antwoorden}.`,
      feiten: { ...feiten, taaknaam: naam, antwoorden: antwoorden.map(noem).join(' of ') },
      stappen: [gaatHet, ...bevonden.map((b) => b.stap), ...gebruikt.map(uitlegStap)],
    })
  }
  const rest = bevonden.map((b): Stap =>
    b === winnaar || !b.geldt || b.wie === winnaar.wie
      ? b.stap
      : {
          ...b.stap,
          geldt: false,
          wat: `Past ook, maar de gekozen uitleg gaat voor: ${b.stap.wat.charAt(0).toLowerCase()}${b.stap.wat.slice(1)}`,
        },
  )
  return bepaald(winnaar.wie!, {
    wat: `{wie} ${doet}.`,
    bron: winnaar.regel.bron,
    feiten: { ...feiten, wie: noem(winnaar.wie!) },
    stappen: [
      gaatHet,
      ...gebruikt.filter((u) => kiezers.includes(u) || !u.voorrang).map(uitlegStap),
      ...eerstWatGeldt(rest),
    ],
  })
}

/** The rules that hold first, so that a reader meets the answer before what did not apply. */
const eerstWatGeldt = (stappen: readonly Stap[]): Stap[] => [
  ...stappen.filter((s) => s.geldt),
  ...stappen.filter((s) => !s.geldt),
]
