import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { datum } from '../../../kern/datum.ts'
import { laadAfspraken, programmamap } from '../../../opslag/afspraken-bestanden.ts'
import { beoordeel, bomen, type Meldfeiten } from './beoordeling.ts'

const gedeeld = { regio: 'den-haag', afspraken: await laadAfspraken(programmamap), merk: 'proef' }
const gemeente = fc.constantFrom('den-haag', 'wassenaar', 'zoetermeer', 'buiten-regio')
const antwoord = fc.constantFrom('ja', 'nee', 'weetNiet')
const dag = fc.constantFrom('2024-02-24', '2024-06-30', '2025-02-23', '2025-02-24')
const feiten: fc.Arbitrary<Meldfeiten> = fc.record({
  voorziening: fc.constantFrom('bw' as const, 'mo' as const),
  datum: fc.constantFrom('2025-02-24', '2025-02-25'),
  gemeldBij: fc.constantFrom('den-haag', 'wassenaar'),
  woonplaats: gemeente,
  herkomst: gemeente,
  spoed: fc.boolean(),
  eerderMeldingen: fc.array(dag, { maxLength: 2 }),
  eerderAanvragen: fc.array(dag, { maxLength: 1 }),
  eerderBw: fc.array(fc.record({ van: fc.constant('2024-01-01'), tot: fc.option(dag) }), { maxLength: 1 }),
  eerderGemeld: antwoord,
  eerderGewoond: antwoord,
})

test('a judgement that is remembered is the one that would be made anew, reasons included', () => {
  const vandaag = datum('2025-02-25')
  fc.assert(
    fc.property(feiten, (m) => {
      const onthouden = bomen(beoordeel(m, gedeeld, vandaag))
      // Nothing is remembered of agreements that were not asked before.
      expect(onthouden).toEqual(bomen(beoordeel(m, { ...gedeeld }, vandaag)))
    }),
    { numRuns: 300 },
  )
})

test('the same facts asked twice are judged once; facts that differ in one answer are judged apart', () => {
  const vandaag = datum('2025-02-25')
  const [m] = fc.sample(feiten, { numRuns: 1, seed: 7 })
  expect(beoordeel({ ...m! }, gedeeld, vandaag)).toBe(beoordeel({ ...m! }, gedeeld, vandaag))
  expect(beoordeel({ ...m!, spoed: !m!.spoed }, gedeeld, vandaag)).not.toBe(beoordeel(m!, gedeeld, vandaag))
})
