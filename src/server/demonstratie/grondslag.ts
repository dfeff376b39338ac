/** Who is in the regions of the demonstration: organisations, people who work there, and mandates. No clients. */
import type { Datum } from '../../kern/datum.ts'
import { datum, vroegste } from '../../kern/datum.ts'
import { maakClient } from '../../opslag/verbinding.ts'
import gegevens from '../../../voorbeelddata/regio.json' with { type: 'json' }
import { HAAGLANDEN, type Voorbeeldregio } from './regios.ts'
import { vasteId } from './vaste-id.ts'

type Rijen = readonly Record<string, unknown>[]

/** The roles people have, in every region. */
const { rollen } = gegevens
const rolrijen: [tabel: string, kolommen: string, rijen: Rijen][] = [
  [
    'rol',
    'code text, naam text, databankrol text',
    rollen.map(({ code, naam }) => ({ code, naam, databankrol: 'rd_gemeente' })),
  ],
  ['rol_taak', 'rol text, taak text', rollen.flatMap((r) => r.taken.map((taak) => ({ rol: r.code, taak })))],
]

/** Rows per table, in the order their references need. */
function regiorijen(r: Voorbeeldregio, vandaag: Datum): [tabel: string, kolommen: string, rijen: Rijen][] {
  const regio = vasteId(`regio/${r.slug}`)
  const organisatie = (slug: string): string => vasteId(`organisatie/${slug}`)
  const gebruiker = (sleutel: string): string => vasteId(`gebruiker/${sleutel}`)
  // A demonstration on an earlier day than the covenant still needs people who may sign in.
  const van = vroegste(datum(r.van), vandaag).toString()
  const { gemeenten, medewerkers, mandaat } = r
  return [
    ['regio', 'id uuid, slug text, naam text', [{ id: regio, slug: r.slug, naam: r.naam }]],
    ['gemeente', 'slug text, cbs text, naam text', gemeenten],
    [
      'organisatie',
      'id uuid, slug text, naam text, soort text, gemeente text',
      gemeenten.map(({ slug, naam }) => ({ id: organisatie(slug), slug, naam, soort: 'gemeente', gemeente: slug })),
    ],
    [
      'deelname',
      'regio uuid, organisatie uuid, hoedanigheid text, van date',
      gemeenten.map(({ slug, hoedanigheid }) => ({ regio, organisatie: organisatie(slug), hoedanigheid, van })),
    ],
    ['gebruiker', 'id uuid, naam text', medewerkers.map(({ sleutel, naam }) => ({ id: gebruiker(sleutel), naam }))],
    [
      'aanstelling',
      'id uuid, gebruiker uuid, organisatie uuid, rol text, regio uuid, van date',
      medewerkers.map((m) => ({
        id: vasteId(`aanstelling/${m.sleutel}/${m.organisatie}/${m.rol}`),
        gebruiker: gebruiker(m.sleutel),
        organisatie: organisatie(m.organisatie),
        rol: m.rol,
        regio,
        van,
      })),
    ],
    [
      'mandaat',
      'id uuid, regio uuid, mandaatgever uuid, gemandateerde uuid, taak text, instemming_op date, van date, bron text, fictief boolean',
      gemeenten
        .filter((g) => mandaat && g.slug !== mandaat.gemandateerde)
        .map((g) => ({
          id: vasteId(`mandaat/${r.slug}/${g.slug}/${mandaat!.taak}`),
          regio,
          mandaatgever: organisatie(g.slug),
          gemandateerde: organisatie(mandaat!.gemandateerde),
          taak: mandaat!.taak,
          instemming_op: mandaat!.instemmingOp,
          van,
          bron: mandaat!.bron,
          fictief: true,
        })),
    ],
  ]
}

/**
 * Writes regions, organisations, staff, roles and mandates by the owner's address. Rows that are there stay
 * as they are, so it may run at every start. Afterwards people can sign in; the address book must be refreshed.
 */
export async function legGrondslag(
  eigenaarUrl: string,
  vandaag: Datum,
  voorbeeldregios: readonly Voorbeeldregio[] = [HAAGLANDEN],
): Promise<void> {
  const client = await maakClient(eigenaarUrl, 'REGIODAK_MIGRATIE_URL')
  try {
    await client.query('BEGIN')
    for (const [tabel, kolommen, rijen] of [...rolrijen, ...voorbeeldregios.flatMap((r) => regiorijen(r, vandaag))]) {
      const namen = kolommen.replaceAll(/ \w+(?=,|$)/g, '')
      await client.query(
        `INSERT INTO ${tabel} (${namen}) SELECT ${namen} FROM json_to_recordset($1) AS r(${kolommen}) ON CONFLICT DO NOTHING`,
        [JSON.stringify(rijen)],
      )
    }
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}
