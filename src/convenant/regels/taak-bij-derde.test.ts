import { expect, test } from 'vitest'
import { laadAfspraken } from '../../opslag/afspraken-bestanden.ts'
import { datum } from '../../kern/datum.ts'
import { afsprakenboek } from '../afsprakenboek.ts'
import { leesAfspraken } from '../lees-afspraken.ts'
import { toets } from '../toets/index.ts'
import { wie } from '../wie.ts'

const MEI = datum('2023-05-01')

test('the intake of IJssel-Vecht lies with an organisation: no municipality is named, the reason and the article are', async () => {
  const boek = afsprakenboek('ijssel-vecht', MEI, await laadAfspraken())
  const uitkomst = wie(boek, {
    taak: 'onderzoek',
    voorziening: 'bw',
    woongemeente: 'ommen',
    gemeldBij: 'ommen',
    herhaald: false,
    spoed: false,
  })
  expect(uitkomst.soort).toBe('niet-geregeld')
  expect(uitkomst.waarom).toMatchObject({
    bron: { convenant: 'ijssel-vecht', artikel: '3', lid: '2', onderdeel: 'a' },
    feiten: { derde: 'de organisatie voor de toegang' },
  })
})

test('what lies with an organisation is no gap in the division of tasks; what nobody does still is', async () => {
  const afspraken = await laadAfspraken()
  const document = afspraken.convenanten.find((c) => c.id === 'ijssel-vecht')!
  const gat = toets(document, afspraken, MEI).find((b) => b.code === 'PROCESS-GAP')
  expect(gat?.betreft).not.toContain('onderzoek')
  expect(gat?.betreft).toContain('beschikking')
})

test('a task cannot lie with an organisation and with a municipality', () => {
  const tekst = `---
id: x
titel: Convenant X
kort: Convenant X
partijen: [aalten]
rollen: { regiogemeente: [aalten] }
---

## Artikel 1 Taken

1. Aalten en een organisatie doen het onderzoek.

\`\`\`regel
soort: taak
id: zelf
taken: [onderzoek]
voor: {}
uitvoerder: aalten
\`\`\`

\`\`\`regel
soort: taak-bij-derde
id: ander
taken: [onderzoek]
derde: een organisatie
\`\`\`
`
  expect(() => leesAfspraken(tekst, 'x/2026-01-01.md')).toThrow('de regel zelf geeft onderzoek aan een gemeente')
})
