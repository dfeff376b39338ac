/** Who works in which region of the demonstration: the region that is filled with people, and every other one that has a covenant. */
import { createHash } from 'node:crypto'
import type { Afspraken, Convenant } from '../../convenant/index.ts'
import { regios } from '../../convenant/index.ts'
import haaglanden from '../../../voorbeelddata/regio.json' with { type: 'json' }
import gegevens from '../../../voorbeelddata/regios.json' with { type: 'json' }

/** The region the invented people live in; its slug is the one of its covenant. */
export const DEMOREGIO = haaglanden.regio.slug

export type Voorbeeldregio = {
  readonly slug: string
  readonly naam: string
  /** First day on which its staff may sign in, `JJJJ-MM-DD`. */
  readonly van: string
  readonly gemeenten: readonly { slug: string; naam: string; cbs: string | null; hoedanigheid: string }[]
  /** `sleutel` never changes, so that the same person is written once. */
  readonly medewerkers: readonly { sleutel: string; naam: string; organisatie: string; rol: string }[]
  /** An invented mandate of every other municipality to this one. */
  readonly mandaat: { taak: string; gemandateerde: string; instemmingOp: string; bron: string } | null
}

export const HAAGLANDEN: Voorbeeldregio = {
  ...haaglanden.regio,
  van: haaglanden.van,
  gemeenten: haaglanden.gemeenten,
  medewerkers: haaglanden.medewerkers.map((m) => ({ sleutel: m.naam, ...m })),
  mandaat: haaglanden.mandaat,
}

/** The filled region first, then every other region with a covenant file, by name. A file is all a region needs. */
export const voorbeeldregios = (afspraken: Afspraken): Voorbeeldregio[] => [
  HAAGLANDEN,
  ...regios(afspraken)
    .filter((slug) => slug !== DEMOREGIO)
    .map((slug) =>
      uitConvenanten(
        afspraken.convenanten.filter((c) => c.id === slug),
        afspraken,
      ),
    ),
]

function uitConvenanten(versies: readonly Convenant[], { gemeenten }: Afspraken): Voorbeeldregio {
  const [eerste, ...later] = [...versies].sort((a, b) => Temporal.PlainDate.compare(a.ingang, b.ingang))
  const laatste = later.at(-1) ?? eerste!
  const slug = laatste.id
  const van = eerste!.ingang.toString()
  const centrum = laatste.rollen['centrumgemeente']?.[0]
  // Without a centre one of the equals looks after the agreement.
  const trekker = centrum ?? laatste.partijen[0]!
  const bezet = (organisatie: string, rollen: readonly string[]) =>
    rollen.map((rol) => {
      const sleutel = `${slug}/${organisatie}/${rol}`
      return { sleutel, naam: naamBij(sleutel), organisatie, rol }
    })
  return {
    slug,
    naam: laatste.regionaam,
    van,
    gemeenten: laatste.partijen.map((partij) => {
      const gemeente = gemeenten.find((g) => g.slug === partij)
      const hoedanigheid = partij === centrum ? 'centrumgemeente' : 'regiogemeente'
      return { slug: partij, naam: gemeente?.naam ?? partij, cbs: gemeente?.code ?? null, hoedanigheid }
    }),
    medewerkers: [
      ...(centrum ? bezet(centrum, gegevens.rollen.centrumgemeente) : []),
      ...bezet(trekker, gegevens.rollen.trekker),
      ...laatste.partijen.flatMap((partij) => bezet(partij, gegevens.rollen.elkeGemeente)),
    ],
    mandaat: centrum ? { ...gegevens.mandaat, gemandateerde: centrum, instemmingOp: van } : null,
  }
}

/** An invented name that stays with the person, whatever else is added to the list. */
function naamBij(sleutel: string): string {
  const hash = createHash('sha256').update(sleutel).digest()
  const kies = (lijst: readonly string[], plaats: number): string => lijst[hash.readUInt16BE(plaats) % lijst.length]!
  return `${kies(gegevens.voornamen, 0)} ${kies(gegevens.achternamen, 2)}`
}
