/** Several versions of one covenant side by side (issue 3, point 6): a date picks the version, and nothing refuses to start. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { afsprakenboek, wie } from '../../src/convenant/index.ts'
import { datum } from '../../src/kern/datum.ts'
import { laadAfspraken, programmamap } from '../../src/opslag/afspraken-bestanden.ts'
import { bewaarAfspraken } from '../../src/opslag/convenant-versies.ts'
import { maakPool } from '../../src/opslag/verbinding.ts'
import { verseDatabank } from '../databank.ts'

let map: string
beforeEach(async () => {
  map = await mkdtemp(join(tmpdir(), 'regiodak-versies-'))
  await cp(join(programmamap, 'kaders'), join(map, 'kaders'), { recursive: true })
  await mkdir(join(map, 'convenanten/den-haag'), { recursive: true })
})
afterEach(() => rm(map, { recursive: true }))

/** A version with this first day and this first day after it, in which Rijswijk or each home municipality screens. */
async function schrijf(ingang: string, tot: string, uitvoerder: string): Promise<void> {
  const tekst = await readFile(join(programmamap, 'convenanten/den-haag/2025-01-01.md'), 'utf8')
  const nieuw = tekst
    .replace('ingang: 2025-01-01', `ingang: ${ingang}`)
    .replace('tot: 2026-01-01', `tot: ${tot}`)
    .replace('uitvoerder: gemeente-van-inwoner', `uitvoerder: ${uitvoerder}`)
  await writeFile(join(map, `convenanten/den-haag/${ingang}.md`), nieuw)
}
const geval = {
  taak: 'screening',
  voorziening: 'bw',
  woongemeente: 'zoetermeer',
  gemeldBij: 'zoetermeer',
  herhaald: false,
  spoed: false,
} as const
async function wieOp(...dagen: string[]): Promise<(string | null)[]> {
  const afspraken = await laadAfspraken(map)
  return dagen.map((dag) => {
    const uitkomst = wie(afsprakenboek('den-haag', datum(dag), afspraken), geval)
    return uitkomst.soort === 'bepaald' ? uitkomst.waarde : null
  })
}

test('versions that follow each other: the day before belongs to the one, the day itself to the other', async () => {
  await schrijf('2025-01-01', '2026-01-01', 'gemeente-van-inwoner')
  await schrijf('2026-01-01', '2027-01-01', 'rijswijk')
  expect(await wieOp('2025-01-01', '2025-12-31', '2026-01-01', '2026-12-31')).toEqual([
    'zoetermeer',
    'zoetermeer',
    'rijswijk',
    'rijswijk',
  ])
})

test('in a gap between versions nothing is arranged, and the answer names the version that ended', async () => {
  await schrijf('2025-01-01', '2026-01-01', 'gemeente-van-inwoner')
  await schrijf('2026-07-01', '2027-07-01', 'rijswijk')
  expect(await wieOp('2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01')).toEqual([
    'zoetermeer',
    null,
    null,
    'rijswijk',
  ])
  const boek = afsprakenboek('den-haag', datum('2026-03-01'), await laadAfspraken(map))
  expect(wie(boek, geval)).toMatchObject({
    soort: 'niet-geregeld',
    waarom: { feiten: { versie: datum('2025-01-01'), einde: datum('2025-12-31') } },
  })
})

test('where two versions overlap the later one counts from its first day', async () => {
  await schrijf('2025-01-01', '2027-01-01', 'gemeente-van-inwoner')
  await schrijf('2026-04-01', '2028-01-01', 'rijswijk')
  expect(await wieOp('2026-03-31', '2026-04-01', '2026-12-31')).toEqual(['zoetermeer', 'rijswijk', 'rijswijk'])
})

test('with a gap, an overlap and a version of years ahead the program starts, and keeps each as it is', async () => {
  await schrijf('2025-01-01', '2027-01-01', 'gemeente-van-inwoner')
  await schrijf('2026-04-01', '2027-01-01', 'rijswijk')
  await schrijf('2030-01-01', '2031-01-01', 'wassenaar')
  const databank = await verseDatabank()
  const pool = maakPool(databank.appUrl, { max: 1 })
  try {
    await bewaarAfspraken(pool, await laadAfspraken(map))
    const { rows } = await pool.query<{ ingang: string }>(
      "SELECT ingang FROM convenant_versie WHERE regio = 'den-haag' ORDER BY ingang",
    )
    expect(rows.map((r) => r.ingang)).toEqual(['2025-01-01', '2026-04-01', '2030-01-01'])
  } finally {
    await pool.end()
    await databank.weg()
  }
})
