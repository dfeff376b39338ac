import { expect, test } from 'vitest'
import { controleer } from '../../formulier/fouten.ts'
import { gevraagd, type Waarden } from '../../formulier/veld.ts'
import { wizardstappen } from './stappen.ts'

const { velden, schema } = wizardstappen.find((s) => s.sleutel === 'herkomst')!
const ingevuld = { gemeldBij: 'zoetermeer', woonplaats: 'zoetermeer', herkomst: 'zoetermeer' }
const fouten = (w: Waarden) => controleer(velden, { ...ingevuld, ...w }, schema)
const vraag = (pad: string, w: Waarden) => gevraagd(velden, w).find((v) => v.pad === pad)

test('who says yes to an earlier report or stay is asked when, and the form itself says it must be filled in', () => {
  const ja = { eerderGemeld: 'ja', eerderGewoond: 'ja' }
  expect(fouten(ja)).toEqual([
    { pad: 'eerderGemeldOp', melding: 'Vul de datum van de eerdere melding in, bijvoorbeeld 3 11 2026.' },
    { pad: 'eerderGewoondTot', melding: 'Vul in tot wanneer de cliënt daar woonde, bijvoorbeeld 3 11 2026.' },
  ])
  // The mark "niet verplicht" at the label follows from this.
  for (const pad of ['eerderGemeldOp', 'eerderGewoondTot']) expect(vraag(pad, ja)?.optioneel).toBeUndefined()
  expect(fouten({ ...ja, eerderGemeldOp: '3 11 2025', eerderGewoondTot: '3 11 2025' })).toEqual([])
  expect(fouten({ eerderGemeld: 'nee', eerderGewoond: 'weetNiet' })).toEqual([])
})

// Den Haag 2025, reading under 3.2: an earlier report for Beschermd Wonen counts; other help and other regions do not.
test('the question about an earlier report asks what the rule counts, and leaves the period to the covenant', () => {
  const { label, hint } = vraag('eerderGemeld', {})!
  expect(label).toBe('Meldde de cliënt zich al eerder voor beschermd wonen in deze regio?')
  expect(hint).toContain('opvang of andere hulp telt niet mee')
  expect(`${label} ${hint}`).not.toMatch(/jaar|dagen|\d/)
})
