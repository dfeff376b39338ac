import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { datum } from '../kern/datum.ts'
import { schrijfBoom, stapNaarJson } from '../kern/schrijf-uit.ts'
import type { Convenant } from './afspraak.ts'
import { addendumfouten, openAddenda } from './addendum.ts'
import { afsprakenboek } from './afsprakenboek.ts'
import type { Besluit } from './besluit.ts'
import { keurBesluit } from './besluit-keuring.ts'
import { eisDefinitief } from './definitief.ts'
import { leesAfspraken } from './lees-afspraken.ts'
import { leesBesluit } from './lees-besluit.ts'
import { toetsBesluiten } from './toets-besluiten.ts'
import { wie } from './wie.ts'

const tekst = readFileSync(new URL('../../convenanten/den-haag/2025-01-01.md', import.meta.url), 'utf8')
function lees(ingang: string): Convenant {
  const gelezen = leesAfspraken(tekst, `convenanten/den-haag/${ingang}.md`)
  if (gelezen.soort !== 'convenant') throw new Error('verwisseld')
  return gelezen
}
const eerste = lees('2025-01-01')
const kop =
  'id: a\nregio: den-haag\nversie: 2025-01-01\nbesloten: 2025-06-12\ndoor: het bestuurlijk overleg\nsoort: addendum\n'
const besluit = (rest = 'ingang: 2025-07-01\nover:\n  - artikel: 3\n    lid: 1\n    onderdeel: a\n'): Besluit =>
  leesBesluit(`---\n${kop}${rest}---\n\nArtikel 3 lid 1 is gewijzigd.\n`, 'b.md')

const GEVAL = {
  taak: 'registratie',
  voorziening: 'bw',
  woongemeente: 'zoetermeer',
  gemeldBij: 'zoetermeer',
  herhaald: false,
  spoed: false,
} as const
const zegWie = (op: string, besluiten: readonly Besluit[] = [besluit()], convenanten = [eerste]) =>
  wie(afsprakenboek('den-haag', datum(op), { convenanten, kaders: [], besluiten, gemeenten: [] }), GEVAL)
const open = (...vraag: Parameters<typeof zegWie>) => openAddenda(zegWie(...vraag))

test('from its day an addendum without a text is named in every outcome that rests on its lid', () => {
  const zonder = zegWie('2025-07-01', [])
  const uitkomst = zegWie('2025-07-01')
  expect(uitkomst).toMatchObject({ soort: 'bepaald', waarde: 'zoetermeer' })
  expect(zonder).toMatchObject({ soort: 'bepaald', waarde: 'zoetermeer' })
  const boom = schrijfBoom(stapNaarJson(uitkomst.waarom))
  expect(boom).toContain(
    'Sinds 1 juli 2025 geldt een addendum over dit lid. De nieuwe tekst staat nog niet in Regiodak. (convenant den-haag 2025 artikel 3 lid 1 onder a)',
  )
  expect(boom).toContain('Besluit van 12 juni 2025 door het bestuurlijk overleg.')
  expect(schrijfBoom(stapNaarJson(zonder.waarom))).not.toContain('addendum')
})

test('a definitive outcome is refused for it, whatever was adopted', () => {
  expect(() => eisDefinitief(zegWie('2025-07-01'))).toThrow(
    expect.objectContaining({
      code: 'ADDENDUM_ZONDER_TEKST',
      message:
        'Een addendum wijzigde de tekst waarop dit berust, en de nieuwe tekst staat nog niet in Regiodak: artikel 3 lid 1 onder a, van 12 juni 2025, ingaand 1 juli 2025.',
    }),
  )
  expect(eisDefinitief(zegWie('2025-06-30'))).toBe('zoetermeer')
})

test('before its first day, before it was decided, and once withdrawn it does not count', () => {
  expect(open('2025-07-01')).toHaveLength(1)
  expect(open('2025-06-30')).toEqual([])
  const later = { ...besluit(), besloten: datum('2025-09-01') }
  expect([open('2025-08-31', [later]).length, open('2025-09-01', [later]).length]).toEqual([0, 1])
  expect(open('2025-07-01', [])).toEqual([])
})

test('with the version of that day the day picks the text, and nothing is pending', () => {
  const metTekst = [eerste, lees('2025-07-01')]
  expect(open('2025-07-01', [besluit()], metTekst)).toEqual([])
  const vanBegin = besluit('ingang: 2025-01-01\nover: [{ artikel: 3 }]\n')
  expect(open('2025-07-01', [vanBegin])).toEqual([])
  // A version of another day is not the text of this addendum.
  expect(open('2025-07-01', [besluit()], [eerste, lees('2025-08-01')])).toHaveLength(1)
})

test('a lid that the outcome does not rest on leaves it as it is; a whole article counts for all its lids', () => {
  expect(open('2025-07-01', [besluit('ingang: 2025-07-01\nover:\n  - artikel: 9\n')])).toEqual([])
  const heel = open('2025-07-01', [besluit('ingang: 2025-07-01\nover:\n  - artikel: 3\n')])
  expect(heel.map((a) => a.plek)).toContain('artikel 3 lid 1 onder a')
  const looptijd = (over: string) => {
    const afspraken = {
      convenanten: [eerste],
      kaders: [],
      besluiten: [besluit(`ingang: 2025-07-01\n${over}\n`)],
      gemeenten: [],
    }
    return openAddenda(afsprakenboek('den-haag', datum('2025-07-01'), afspraken).looptijd!)
  }
  expect(looptijd('over: [{ artikel: 9 }]').length).toBeGreaterThan(0)
  expect(looptijd('over: [{ artikel: 3 }]')).toEqual([])
})

test.each([
  ['an unknown article', '- artikel: 99', 'b.md, regel 12: Convenant Den Haag 2025 heeft geen artikel 99.'],
  [
    'an unknown lid',
    '- { artikel: 3, lid: 99 }',
    'b.md, regel 12: Convenant Den Haag 2025 heeft geen artikel 3 lid 99.',
  ],
  [
    'an unknown part',
    '- { artikel: 3, lid: 1, onderdeel: z }',
    'b.md, regel 12: Convenant Den Haag 2025 heeft geen artikel 3 lid 1 onder z.',
  ],
  ['the same twice', '- { artikel: 3, lid: 1 }', 'b.md, regel 12: Dit staat er al: artikel 3 lid 1.'],
])('%s is refused with file and line', (_wat, regel, melding) => {
  const fout = besluit(`ingang: 2025-07-01\nover:\n  - artikel: 3\n    lid: 1\n  ${regel}\n`)
  expect(() => toetsBesluiten([fout], [eerste])).toThrow(melding)
  expect(() => toetsBesluiten([besluit()], [eerste])).not.toThrow()
})

test('an addendum without a place, or from before the covenant, is refused with file and line', () => {
  expect(() => besluit('ingang: 2025-07-01\nover: []\n')).toThrow('b.md, regel 9: over: noem minstens één artikel')
  const vroeg = besluit('over: [{ artikel: 3 }]\ningang: 2024-12-31\n')
  expect(() => toetsBesluiten([vroeg], [eerste])).toThrow('b.md, regel 9: De wijziging gaat in vóór het begin')
  expect(addendumfouten(besluit('over: [{ artikel: 3 }]\ningang: 2025-01-01\n') as never, eerste)).toEqual([])
})

test('an addendum about a version that is no longer in force on its day is sent to the later one', () => {
  const afspraken = { convenanten: [eerste, lees('2025-05-01')], kaders: [], besluiten: [], gemeenten: [] }
  const keur = (ingang: string) =>
    keurBesluit(besluit(`ingang: ${ingang}\nover: [{ artikel: 3 }]\n`), afspraken, datum('2025-12-01'))
  expect(keur('2025-05-01')).toEqual([])
  expect(keur('2025-05-02')).toEqual([
    {
      veld: 'ingang',
      melding: 'Vanaf 1 mei 2025 geldt Convenant Den Haag 2025. Leg het addendum bij die versie vast.',
    },
  ])
})
