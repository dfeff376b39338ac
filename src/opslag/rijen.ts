/** Writes rows of the state tables: a row with a known key is replaced, another is added. Rows never vanish. */
import type { Transactie, Waarde } from './transactie.ts'

type Tabel = {
  sleutel: readonly string[]
  kolommen: readonly string[]
  /** A row that stands is never changed; the database gives no right to. */
  vast?: true
}

/** Every projection table, with its key and columns. `controleer` compares exactly these. */
export const tabellen: Readonly<Record<string, Tabel>> = {
  persoon: {
    sleutel: ['regio', 'id'],
    kolommen: ['bsn', 'voornamen', 'tussenvoegsel', 'achternaam', 'geboortedatum'],
  },
  verblijf: { sleutel: ['regio', 'zaak', 'nummer'], kolommen: ['persoon', 'gemeente', 'soort', 'van', 'tot', 'bron'] },
  betrekking: {
    sleutel: ['regio', 'zaak', 'nummer'],
    kolommen: ['persoon', 'soort', 'naam', 'bereikbaar', 'van', 'tot'],
  },
  locatie: {
    sleutel: ['regio', 'id'],
    kolommen: ['naam', 'aanbieder', 'gemeente', 'product', 'doelgroepen', 'categorie', 'van', 'tot'],
  },
  plek: { sleutel: ['regio', 'id'], kolommen: ['locatie', 'aanduiding', 'tijdelijk_reden', 'van', 'tot'] },
  bezetting: { sleutel: ['regio', 'plek', 'bron'], kolommen: ['periode'] },
  werkrij: {
    sleutel: ['regio', 'id'],
    kolommen: [
      'soort',
      'nummer',
      'naam',
      'persoon',
      'voorziening',
      'stap',
      'open',
      'aan_zet',
      'taak',
      'termijn',
      'termijn_code',
      'stilgezet_sinds',
      'begonnen_op',
      'spoed',
      'tolk',
      'behandelaar',
      'strijdig',
      'afgeleid_op',
      'afspraken',
    ],
  },
  wachtrij: {
    sleutel: ['regio', 'id'],
    kolommen: [
      'melding',
      'nummer',
      'naam',
      'persoon',
      'product',
      'voorziening',
      'herkomst',
      'doelgroep',
      'spoed',
      'verhuiswens',
      'sinds',
      'stap',
      'pauze_tot',
      'laatste_contact',
    ],
  },
  document: {
    vast: true,
    sleutel: ['regio', 'id'],
    kolommen: ['zaak', 'nummer', 'naam', 'soort', 'sha256', 'mime', 'grootte', 'status', 'op', 'door', 'bewaren_tot'],
  },
  regiobesluit: {
    sleutel: ['regio', 'id'],
    kolommen: ['volgorde', 'soort', 'besluit', 'tekst', 'door', 'op', 'ingetrokken'],
  },
  plichtbewijs: { sleutel: ['regio', 'id'], kolommen: ['plicht', 'op', 'wat', 'soort', 'link', 'door', 'ingetrokken'] },
  vaststelling: {
    sleutel: ['regio', 'id'],
    kolommen: ['regel', 'wat', 'jaar', 'versie', 'uitkomst', 'door', 'op', 'ingetrokken'],
  },
  // Through its own door in the database: nobody adds or changes rows of access directly.
  zaak_toegang: { sleutel: ['regio', 'zaak', 'organisatie', 'via'], kolommen: ['niveau', 'grond', 'van', 'tot'] },
}

function zin(tabel: string, aantal: number, nieuw: boolean): string {
  const { sleutel, kolommen, vast } = tabellen[tabel]!
  const alle = [...sleutel, ...kolommen]
  const waarden = Array.from(
    { length: aantal },
    (_, r) => `(${alle.map((_k, i) => `$${r * alle.length + i + 1}`).join(',')})`,
  )
  const voegToe = `INSERT INTO ${tabel} (${alle.join(', ')}) VALUES ${waarden.join(', ')}`
  if (nieuw) return voegToe
  if (vast) return `${voegToe} ON CONFLICT (${sleutel.join(', ')}) DO NOTHING`
  return `${voegToe} ON CONFLICT (${sleutel.join(', ')}) DO UPDATE SET ${kolommen.map((k) => `${k} = excluded.${k}`).join(', ')}`
}

const zinnen = new Map<string, string>()
function zinVoor(tabel: string, aantal: number, nieuw: boolean): string {
  const sleutel = `${tabel}/${aantal}/${nieuw}`
  const bekend = zinnen.get(sleutel) ?? zin(tabel, aantal, nieuw)
  zinnen.set(sleutel, bekend)
  return bekend
}

/** Rows of one table per statement; a location of many places goes in portions. */
const PORTIE = 50
const ZET_BEZETTING = 'SELECT rd_zet_bezetting($1, $2, $3::daterange[])'
const GEEF_TOEGANG = 'SELECT rd_geef_toegang($1, $2, $3, $4, $5, $6, $7)'

type NieuweRijen = Readonly<Record<string, readonly Record<string, Waarde>[]>>

/** One column of these rows, as an array the database takes. */
const kolomVan =
  (rijen: readonly Record<string, Waarde>[]) =>
  (naam: string): Waarde =>
    rijen.map((r) => r[naam] ?? null) as unknown as readonly string[]

/**
 * Sends the rows of one stream. A new stream is inserted plainly: replacing asks the policies whether
 * the row may be read, and until the access rows stand, which come last, nobody may.
 */
export function schrijfRijen(tx: Transactie, rijen: NieuweRijen, nieuw: boolean): void {
  for (const [tabel, { sleutel, kolommen }] of Object.entries(tabellen)) {
    if (tabel === 'zaak_toegang') continue
    const alle = rijen[tabel] ?? []
    // Who lives where cannot be read back, so a stay gets its end through a door of its own.
    if (tabel === 'bezetting' && !nieuw) {
      if (alle.length) tx.stuur(ZET_BEZETTING, ['plek', 'bron', 'periode'].map(kolomVan(alle)))
      continue
    }
    for (let i = 0; i < alle.length; i += PORTIE) {
      const portie = alle.slice(i, i + PORTIE)
      tx.bundel(
        zinVoor(tabel, portie.length, nieuw),
        portie.flatMap((rij) => [...sleutel, ...kolommen].map((k) => rij[k] ?? null)),
      )
    }
  }
  const toegang = rijen['zaak_toegang'] ?? []
  if (!toegang.length) return
  tx.stuur(GEEF_TOEGANG, ['zaak', 'organisatie', 'via', 'niveau', 'grond', 'van', 'tot'].map(kolomVan(toegang)))
}
