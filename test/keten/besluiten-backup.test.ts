/** What a region decided survives a backup: the same decisions, the same mark, and a journal that still agrees. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { afsprakenPerRegio, maakAdresboek } from '../../src/domein/omgeving.opslag.ts'
import { laadAfspraken, programmamap } from '../../src/opslag/afspraken-bestanden.ts'
import { backup } from '../../src/opslag/backup.ts'
import { herstel } from '../../src/opslag/herstel.ts'
import { maakClient, maakPool } from '../../src/opslag/verbinding.ts'
import { controleer } from '../../src/server/controleer.ts'
import { verseDatabank } from '../databank.ts'
import { meld } from './loop.ts'
import { opzet } from './opzet.ts'

test('a restored region counts with its decisions from the first moment', async () => {
  const map = await mkdtemp(join(tmpdir(), 'regiodak-besluit-'))
  const o = await opzet('2026-02-23')
  const leeg = await verseDatabank({ leeg: true })
  try {
    const coordinator = await o.als('den-haag', 'regiocoordinator')
    const { etag } = await coordinator.haal('/convenanten/den-haag')
    const body = {
      versie: '2025-01-01',
      uitleg: 'herhaalde-melding',
      besloten: '2026-02-20',
      door: 'het bestuurlijk overleg',
    }
    await coordinator.stuur('/convenanten/den-haag/opdrachten/stel-uitleg-vast', body, { 'if-match': etag })
    await meld(await o.als('zoetermeer', 'consulent'))
    const bestand = join(map, 'backup')
    await backup(o.eigenaarUrl, bestand)
    await herstel(leeg.eigenaarUrl, bestand)
    const pool = maakPool(leeg.appUrl, { max: 2 })
    const client = await maakClient(leeg.eigenaarUrl)
    try {
      const afspraken = afsprakenPerRegio(await laadAfspraken(programmamap, { demonstratie: true }))
      const omg = { ...o.omg, pool, afspraken, adresboek: await maakAdresboek(pool) }
      expect(await controleer(client, omg)).toMatchObject({ andereAfspraken: 0, bevindingen: [] })
      expect(afspraken('den-haag').merk).toBe(o.omg.afspraken('den-haag').merk)
    } finally {
      await client.end()
      await pool.end()
    }
  } finally {
    await leeg.weg()
    await o.weg()
    await rm(map, { recursive: true })
  }
})
