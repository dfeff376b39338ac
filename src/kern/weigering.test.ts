import { expect, test } from 'vitest'
import { Weigering, weiger, weigeringen } from './weigering.ts'

test('a refusal says in Dutch what is wrong and what to do, with the names filled in', () => {
  const fout = (() => {
    try {
      return weiger('NIET_BEVOEGD', { wie: 'Rijswijk', bevoegd: 'Zoetermeer' })
    } catch (e) {
      return e
    }
  })()
  expect(fout).toBeInstanceOf(Weigering)
  expect(fout).toMatchObject({
    status: 403,
    message: 'Rijswijk mag dit niet doen. Dit is een taak van Zoetermeer.',
    doe: 'Vraag Zoetermeer om deze stap te zetten.',
  })
})

test.each(Object.entries(weigeringen))('%s is a whole sentence with something to do', (_code, { zin, doe }) => {
  expect(zin).toMatch(/^[{A-Z].*[.}]$/)
  expect(doe).toMatch(/^[{A-Z].*[.}]$/)
})
