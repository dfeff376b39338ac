import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { metVijfdeRegio } from '../vijfde-regio/kopie.ts'
import { meldAan } from './handelingen.ts'
import { startIn } from './opstelling.ts'

test('a program keeps its own screens while a second start builds changed ones', async ({ page }) => {
  const kopie = metVijfdeRegio()
  const vorige = process.env['REGIODAK_BASIS']
  const eerste = await startIn(kopie.map, '0')
  const gestart = [eerste]
  try {
    process.env['REGIODAK_BASIS'] = eerste.basis
    await meldAan(page, 'Den Haag', /Plaatser/)

    const bron = join(kopie.map, 'src/web/schermen/plekken.tsx')
    const oud = readFileSync(bron, 'utf8')
    expect(oud).toContain('titel="Plekken"')
    writeFileSync(bron, oud.replace('titel="Plekken"', 'titel="Nieuwe plekken"'))
    const tweede = await startIn(kopie.map, '0')
    gestart.push(tweede)

    // A screen that this browser did not fetch before: its script has to be there still.
    await page.getByRole('link', { name: 'Plekken' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Plekken', exact: true })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'Plekken', exact: true })).toBeVisible()

    process.env['REGIODAK_BASIS'] = tweede.basis
    await meldAan(page, 'Den Haag', /Plaatser/)
    await page.getByRole('link', { name: 'Plekken' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Nieuwe plekken' })).toBeVisible()
  } finally {
    process.env['REGIODAK_BASIS'] = vorige
    for (const programma of gestart) await programma.stop()
    kopie.weg()
  }
})
