import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Kader } from '../convenant/afspraak.ts'
import { leesAfspraken } from '../convenant/lees-afspraken.ts'
import { datum } from '../kern/datum.ts'
import { wetsbedrag, wetsbedragen } from './wetsbedrag.ts'

const lees = (naam: string) =>
  leesAfspraken(readFileSync(new URL(`../../kaders/${naam}.md`, import.meta.url), 'utf8'), `kaders/${naam}.md`) as Kader
const kaders = ['huurtoeslag', 'uitvoeringsbesluit-wmo', 'wmo-2015'].map(lees)

test('the amounts that are known by name are these eight', () => {
  expect(wetsbedragen(kaders).toSorted()).toEqual([
    'abonnementstarief',
    'aftoppingsgrens-hoog',
    'aftoppingsgrens-laag',
    'bw-bijdrage-hoog-maximum',
    'bw-bijdrage-laag-maximum',
    'bw-bijdrage-laag-minimum',
    'kwaliteitskortingsgrens',
    'maximale-huur',
  ])
})

test('the answer carries its article, and an unknown name has no answer', () => {
  expect(wetsbedrag('aftoppingsgrens-laag', datum('2026-06-01'), kaders)).toMatchObject({
    soort: 'bepaald',
    waarde: 71302n,
    waarom: { bron: { wet: 'Wet op de huurtoeslag', artikel: '20', lid: '2', onderdeel: 'a' } },
  })
  expect(wetsbedrag('huurprijs', datum('2026-06-01'), kaders).soort).toBe('niet-geregeld')
})
