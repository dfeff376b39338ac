/** Writes rows of the state tables: a row with a known key is replaced, another is added. Rows never vanish. */
import type { Transactie, Waarde } from './transactie.ts'

type Tabel = { sleutel: readonly string[]; kolommen: readonly string[] }

/** Every projection table, with its key and columns. `controleer` compares exactly these. */
export const tabellen: Readonly<Record<string, Tabel>> = {
  persoon: {
    sleutel: ['regio', 'id'],
    kolommen: ['bsn', 'voornamen', 'tussenvoegsel', 'achternaam', 'geboortedatum', 'adres', 'geheim', 'bereikbaar'],
  },
  verblijf: { sleutel: ['regio', 'persoon', 'nummer'], kolommen: ['gemeente', 'soort', 'van', 'tot', 'bron'] },
  betrekking: { sleutel: ['regio', 'persoon', 'nummer'], kolommen: ['soort', 'naam', 'bereikbaar', 'van', 'tot'] },
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
      'afgeleid_op',
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
      'laatste_contact',
    ],
  },
  document: {
    sleutel: ['regio', 'id'],
    kolommen: ['zaak', 'nummer', 'naam', 'soort', 'sha256', 'mime', 'grootte', 'status', 'op', 'door', 'bewaren_tot'],
  },
  // Last: the policies on a new stream let it be written only until the first row of access stands.
  zaak_toegang: { sleutel: ['regio', 'zaak', 'organisatie', 'via'], kolommen: ['niveau', 'grond', 'van', 'tot'] },
}

/** Columns that an update may touch; access rows keep the day they began. */
const bijwerkbaar = (tabel: string, kolommen: readonly string[]): readonly string[] =>
  tabel === 'zaak_toegang' ? kolommen.filter((k) => k !== 'van') : kolommen

function zin(tabel: string, aantal: number): string {
  const { sleutel, kolommen } = tabellen[tabel]!
  const alle = [...sleutel, ...kolommen]
  const waarden = Array.from(
    { length: aantal },
    (_, r) => `(${alle.map((_k, i) => `$${r * alle.length + i + 1}`).join(',')})`,
  )
  const zet = bijwerkbaar(tabel, kolommen).map((k) => `${k} = excluded.${k}`)
  return `INSERT INTO ${tabel} (${alle.join(', ')}) VALUES ${waarden.join(', ')} ON CONFLICT (${sleutel.join(', ')}) DO UPDATE SET ${zet.join(', ')}`
}

const zinnen = new Map<string, string>()
function zinVoor(tabel: string, aantal: number): string {
  const sleutel = `${tabel}/${aantal}`
  const bekend = zinnen.get(sleutel) ?? zin(tabel, aantal)
  zinnen.set(sleutel, bekend)
  return bekend
}

/** Rows of one table per statement; a location of many places goes in portions. */
const PORTIE = 50

export function schrijfRijen(tx: Transactie, rijen: Readonly<Record<string, readonly Record<string, Waarde>[]>>): void {
  for (const [tabel, { sleutel, kolommen }] of Object.entries(tabellen)) {
    const alle = rijen[tabel] ?? []
    for (let i = 0; i < alle.length; i += PORTIE) {
      const portie = alle.slice(i, i + PORTIE)
      tx.stuur(
        zinVoor(tabel, portie.length),
        portie.flatMap((rij) => [...sleutel, ...kolommen].map((k) => rij[k] ?? null)),
      )
    }
  }
}
