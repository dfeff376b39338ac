import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wacht } from 'node:timers/promises'
import { weiger } from '../../kern/weigering.ts'

const GEDULD_MS = 120_000

/**
 * Runs `werk` while no other process starts or stops the server of this folder. The lock is the
 * file lock of SQLite, because the system releases it when a process is killed: a lock file with a
 * pid would have to be guessed stale. Refuses after two minutes.
 */
export async function metSlot<T>(map: string, werk: () => Promise<T>): Promise<T> {
  const bestand = join(map, 'slot')
  const slot = new DatabaseSync(bestand, { timeout: 0 })
  try {
    const eind = performance.now() + GEDULD_MS
    while (!neem(slot)) {
      if (performance.now() > eind)
        weiger('DATABANK_MAP', { map, reden: 'wordt al twee minuten door een ander proces geopend of gesloten' })
      await wacht(20)
    }
    chmodSync(bestand, 0o600)
    return await werk()
  } finally {
    slot.close()
  }
}

function neem(slot: DatabaseSync): boolean {
  try {
    slot.exec('BEGIN EXCLUSIVE')
    return true
  } catch (fout) {
    if ((fout as { errcode?: number }).errcode === 5) return false
    throw fout
  }
}
