/** Which places fit a person, per criterion and with the reason (ux 2.9). Nothing is placed by itself. */
import { gemeentenaam } from '../../convenant/index.ts'
import { type Datum, datum, schrijfDatum } from '../../kern/datum.ts'
import { leesEenmaal } from '../../opslag/transactie.ts'
import type { Locaties, Plekkeuze, Plekvoorstel } from '../antwoorden.ts'
import { type Aangemeld, namens, type Omgeving } from '../omgeving.opslag.ts'
import { doelgroepen, productnaam } from '../toegang/melding.schema.ts'

type Rij = {
  id: string
  naam: string
  aanbieder: string
  gemeente: string
  product: string
  doelgroepen: string[]
  plekken: number
  vrij: number
  plek: string | null
  vrij_vanaf: string | null
}

/** Per location: places, how many are free from `van` on, one free place, and the first day one comes free. */
const LOCATIES = `WITH p AS (
    SELECT p.regio, p.locatie, p.id, p.aanduiding, NOT EXISTS (
        SELECT FROM bezetting b WHERE b.regio = p.regio AND b.plek = p.id AND b.periode && daterange($2::date, NULL)) AS vrij,
      (SELECT max(upper(b.periode)) FROM bezetting b WHERE b.regio = p.regio AND b.plek = p.id AND NOT upper_inf(b.periode)
        AND NOT EXISTS (SELECT FROM bezetting o WHERE o.regio = p.regio AND o.plek = p.id AND upper_inf(o.periode))) AS vrij_op
    FROM plek p WHERE p.regio = $1 AND p.van <= $2 AND (p.tot IS NULL OR p.tot > $2))
  SELECT l.id, l.naam, l.aanbieder, l.gemeente, l.product, l.doelgroepen, count(p.id)::int AS plekken, count(*) FILTER (WHERE p.vrij)::int AS vrij,
    (array_agg(p.id ORDER BY p.aanduiding) FILTER (WHERE p.vrij))[1] AS plek, min(p.vrij_op) FILTER (WHERE NOT p.vrij) AS vrij_vanaf
  FROM locatie l JOIN p ON p.regio = l.regio AND p.locatie = l.id WHERE l.regio = $1 AND l.van <= $2 AND (l.tot IS NULL OR l.tot > $2)
  GROUP BY l.regio, l.id ORDER BY l.naam, l.id`

async function leesLocaties(omg: Omgeving, wie: Aangemeld, van: Datum): Promise<Rij[]> {
  return leesEenmaal<Rij>(omg.pool, namens(wie, omg.klok.vandaag()), LOCATIES, [wie.regio.id, van.toString()])
}

type Vraag = { product: string; doelgroep: string; herkomst: string; van: Datum }

function beoordeel(r: Rij, vraag: Vraag, gemeente: string): Plekvoorstel {
  const groep = doelgroepen[vraag.doelgroep as keyof typeof doelgroepen] ?? vraag.doelgroep
  const product = r.product === vraag.product
  const doelgroep =
    r.doelgroepen.length === 0
      ? ('onbekend' as const)
      : r.doelgroepen.includes(vraag.doelgroep)
        ? ('ja' as const)
        : ('nee' as const)
  const vrij = r.vrij > 0
  const criteria: Plekvoorstel['criteria'] = [
    {
      naam: 'Product',
      past: product ? 'ja' : 'nee',
      zin: product ? `${productnaam(r.product)}, zoals in het besluit` : `Deze locatie biedt ${productnaam(r.product)}`,
    },
    {
      naam: 'Doelgroep',
      past: doelgroep,
      zin:
        doelgroep === 'onbekend'
          ? 'Niet bekend. Vraag het na bij de aanbieder.'
          : doelgroep === 'ja'
            ? `Ervaring met: ${groep}`
            : 'Deze locatie is voor een andere doelgroep',
    },
    {
      naam: 'Vrij',
      past: vrij ? 'ja' : 'nee',
      zin: vrij
        ? `Vrij op ${schrijfDatum(vraag.van)}`
        : r.vrij_vanaf
          ? `Vol tot ${schrijfDatum(datum(r.vrij_vanaf))}`
          : 'Vol, einde niet bekend',
    },
    {
      naam: 'Gemeente van herkomst',
      past: gemeente === vraag.herkomst ? 'ja' : 'nee',
      wens: true,
      zin:
        gemeente === vraag.herkomst ? 'In de gemeente van herkomst' : `In ${gemeente}, niet de gemeente van herkomst`,
    },
  ]
  const mist = criteria.filter((c) => c.past === 'nee' && !c.wens).length
  return {
    locatie: r.id,
    naam: r.naam,
    aanbieder: r.aanbieder,
    gemeente,
    product: r.product,
    productNaam: productnaam(r.product),
    vrij: r.vrij,
    plekken: r.plekken,
    vrijVanaf: vrij ? vraag.van.toString() : r.vrij_vanaf,
    plek: r.plek,
    criteria,
    // Another product is not what was decided; a full house or another group is one point off.
    groep: !product || mist > 1 ? 'niet' : mist === 1 ? 'bijna' : 'past',
  }
}

const MEEST = 20

export async function leesPlekken(omg: Omgeving, wie: Aangemeld, vraag: Vraag): Promise<Plekkeuze> {
  const { gemeenten } = omg.afspraken(wie.regio.slug).afspraken
  const alle = (await leesLocaties(omg, wie, vraag.van)).map((r) =>
    beoordeel(r, vraag, gemeentenaam(r.gemeente, gemeenten)),
  )
  const inHerkomst = (p: Plekvoorstel): number => (p.gemeente === vraag.herkomst ? 0 : 1)
  const geordend = alle.toSorted(
    (a, b) =>
      inHerkomst(a) - inHerkomst(b) ||
      (a.vrijVanaf ?? '9').localeCompare(b.vrijVanaf ?? '9') ||
      a.naam.localeCompare(b.naam),
  )
  const niet = geordend.filter((p) => p.groep === 'niet')
  const redenen = new Map<string, number>()
  for (const p of niet) {
    const eerste = p.criteria.find((c) => c.past === 'nee' && !c.wens)!.naam
    redenen.set(eerste, (redenen.get(eerste) ?? 0) + 1)
  }
  return {
    volgorde:
      'Eerst de gemeente van herkomst, daarna de eerste vrije datum. Dit is een gekozen regel. Het convenant regelt dit niet.',
    past: geordend.filter((p) => p.groep === 'past'),
    bijna: geordend.filter((p) => p.groep === 'bijna').slice(0, MEEST),
    niet: {
      aantal: niet.length,
      redenen: [...redenen].map(([zin, aantal]) => ({ zin, aantal })),
      rijen: niet.slice(0, MEEST),
    },
  }
}

export async function leesLocatielijst(
  omg: Omgeving,
  wie: Aangemeld,
  filter: { product?: string; gemeente?: string },
): Promise<Locaties> {
  const vandaag = omg.klok.vandaag()
  const { gemeenten } = omg.afspraken(wie.regio.slug).afspraken
  const alle = (await leesLocaties(omg, wie, vandaag)).filter(
    (r) => (!filter.product || r.product === filter.product) && (!filter.gemeente || r.gemeente === filter.gemeente),
  )
  const som = (kies: (r: Rij) => number): number => alle.reduce((s, r) => s + kies(r), 0)
  const vrij = som((r) => r.vrij)
  const plekken = som((r) => r.plekken)
  return {
    zin: alle.length
      ? `Op ${schrijfDatum(vandaag)} ${vrij === 1 ? 'is 1 plek' : `zijn ${vrij} plekken`} vrij van ${plekken}.`
      : 'Er zijn geen locaties met deze keuzes.',
    aantallen: { locaties: alle.length, plekken, vrij },
    rijen: alle.map((r) => ({
      id: r.id,
      naam: r.naam,
      aanbieder: r.aanbieder,
      gemeente: gemeentenaam(r.gemeente, gemeenten),
      product: r.product,
      productNaam: productnaam(r.product),
      plekken: r.plekken,
      bezet: r.plekken - r.vrij,
      vrij: r.vrij,
    })),
  }
}
