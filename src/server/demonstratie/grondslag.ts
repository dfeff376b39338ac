/** Who is in the demonstration region: its organisations, people who work there, and mandates. No clients. */
import type { Datum } from '../../kern/datum.ts'
import { datum, vroegste } from '../../kern/datum.ts'
import { maakClient } from '../../opslag/verbinding.ts'
import gegevens from '../../../voorbeelddata/regio.json' with { type: 'json' }
import { vasteId } from './vaste-id.ts'

/** The region the demonstration plays in; its slug is the one of its covenant. */
export const DEMOREGIO = gegevens.regio.slug

type Rijen = readonly Record<string, unknown>[]

/** Rows per table, in the order their references need. */
function grondrijen(vandaag: Datum): [tabel: string, kolommen: string, rijen: Rijen][] {
  const regio = vasteId(`regio/${DEMOREGIO}`)
  const organisatie = (slug: string): string => vasteId(`organisatie/${slug}`)
  const gebruiker = (naam: string): string => vasteId(`gebruiker/${naam}`)
  // A demonstration on an earlier day than the covenant still needs people who may sign in.
  const van = vroegste(datum(gegevens.van), vandaag).toString()
  const { gemeenten, rollen, medewerkers, mandaat } = gegevens
  return [
    ['regio', 'id uuid, slug text, naam text', [{ id: regio, ...gegevens.regio }]],
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
    [
      'rol',
      'code text, naam text, databankrol text',
      rollen.map(({ code, naam }) => ({ code, naam, databankrol: 'rd_gemeente' })),
    ],
    ['rol_taak', 'rol text, taak text', rollen.flatMap((r) => r.taken.map((taak) => ({ rol: r.code, taak })))],
    ['gebruiker', 'id uuid, naam text', medewerkers.map(({ naam }) => ({ id: gebruiker(naam), naam }))],
    [
      'aanstelling',
      'id uuid, gebruiker uuid, organisatie uuid, rol text, regio uuid, van date',
      medewerkers.map((m) => ({
        id: vasteId(`aanstelling/${m.naam}/${m.organisatie}/${m.rol}`),
        gebruiker: gebruiker(m.naam),
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
        .filter((g) => g.slug !== mandaat.gemandateerde)
        .map((g) => ({
          id: vasteId(`mandaat/${g.slug}/${mandaat.taak}`),
          regio,
          mandaatgever: organisatie(g.slug),
          gemandateerde: organisatie(mandaat.gemandateerde),
          taak: mandaat.taak,
          instemming_op: mandaat.instemmingOp,
          van,
          bron: mandaat.bron,
          fictief: true,
        })),
    ],
  ]
}

/**
 * Writes region, organisations, staff, roles and mandates by the owner's address. Rows that are there stay
 * as they are, so it may run at every start. Afterwards people can sign in; the address book must be refreshed.
 */
export async function legGrondslag(eigenaarUrl: string, vandaag: Datum): Promise<void> {
  const client = await maakClient(eigenaarUrl, 'REGIODAK_MIGRATIE_URL')
  try {
    await client.query('BEGIN')
    for (const [tabel, kolommen, rijen] of grondrijen(vandaag)) {
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
