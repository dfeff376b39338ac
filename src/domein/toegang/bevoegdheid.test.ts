import { expect, test } from 'vitest'
import { datum } from '../../kern/datum.ts'
import { laadAfspraken, programmamap } from '../../opslag/afspraken-bestanden.ts'
import { bevoegdBij, type InBehandeling, kanNietOpenen } from './bevoegdheid.ts'

const afspraken = { regio: 'den-haag', afspraken: await laadAfspraken(programmamap), merk: 'proef' }
const op = datum('2025-02-24')
const behandelt = (organisatie: string) => ({
  organisatie,
  niveau: 'behandelen' as const,
  grond: 'behandelt de melding',
  van: '2025-02-20',
  tot: null,
})
/** A first report of someone from Wassenaar: all of it is work of Den Haag (DH 3 lid 2). */
const zaak: InBehandeling = {
  voorziening: 'bw',
  woonplaats: 'wassenaar',
  gemeldBij: 'wassenaar',
  herhaald: false,
  spoed: false,
  houder: 'zoetermeer',
  toegang: [behandelt('zoetermeer')],
  nu: 'onderzoek',
  adviseur: null,
}

test('the task a case waits for stays with who holds it when the named municipality cannot open it', () => {
  const wie = bevoegdBij(zaak, 'onderzoek', afspraken, op)
  expect(wie).toMatchObject({ soort: 'bepaald', waarde: 'zoetermeer' })
  expect(kanNietOpenen(wie)).toEqual({ naam: 'Den Haag', uit: 'convenant' })
})

test('a later task is of whoever the covenant names: access comes with the hand-over', () => {
  expect(bevoegdBij(zaak, 'beschikking', afspraken, op)).toMatchObject({ waarde: 'den-haag' })
})

test('whoever is named and can open the case does the task', () => {
  const wie = bevoegdBij({ ...zaak, toegang: [...zaak.toegang, behandelt('den-haag')] }, 'onderzoek', afspraken, op)
  expect(wie).toMatchObject({ waarde: 'den-haag' })
  expect(kanNietOpenen(wie)).toBeNull()
})

test('an advice is answered for by who gave it', () => {
  expect(bevoegdBij({ ...zaak, nu: 'advies', adviseur: 'rijswijk' }, 'advies', afspraken, op)).toMatchObject({
    waarde: 'rijswijk',
  })
})
