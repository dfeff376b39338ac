/** A covenant that can be read but is worse than it was: `toets` finds what, where it stands, and it is new. */
import { expect, test } from 'vitest'
import { leesAfspraken, toets } from '../../src/convenant/index.ts'
import { datum } from '../../src/kern/datum.ts'
import { afspraken, AS, beschadig, DH, IJV, KALENDER_DH, lees, MH } from './beschadig.ts'

const plek = (b: { artikel: string; lid: string; onderdeel?: string }): string =>
  [b.artikel, b.lid, b.onderdeel].filter(Boolean).join('.')
/** What is computed, each as one line; on a day on which the covenant runs, so that no date is stale. */
const gevonden = (tekst: string, pad: string): string[] => {
  const document = leesAfspraken(tekst, pad)
  return toets(document, afspraken, document.soort === 'convenant' ? document.ingang : datum('2026-01-01'))
    .filter((b) => b.herkomst === 'berekend')
    .map((b) => `${b.code} ${plek(b)} ${b.bevinding}`)
}

const CASTING = 'stemmen: { ieder: 1, centrumgemeente: 2 } }\ndekt: [IJV-7.4, IJV-7.5]'
const TERUGBLIK = 'soort: terugblik\nid: nieuwe-client\nbegrip: nieuwe-client\n'

/** From the key of Midden-Holland up to the reading that chooses who gets the last home. */
const LAATSTE_WONING = /restUitleg: laatste-woning\n[\s\S]*?kiest: \{ rest: grootste-rest \}\n/.exec(lees(MH))![0]
const zonderLezing = (stuk: string): string =>
  stuk.replace('restUitleg: laatste-woning\n', '').replace('kiest: { rest: grootste-rest }\n', '')

const LOOPTIJD = '```regel\nsoort: looptijd'
/** Once a quarter, and a number of times a year, about the same. */
const vaak = (keer: string): string =>
  '```regel\nsoort: plicht\nid: p\nwie: zwolle\nwat: tellen\naard: resultaat\nwanneer: { keer: 1, per: kwartaal }\nonderwerp: vaak\n```\n\n' +
  `\`\`\`regel\nsoort: kalender\nid: k\nper: kalenderjaar J\nonderwerp: vaak\nstappen: [{ doe: tellen, wie: zwolle, totEnMet: 31 december J, keer: ${keer} }]\n\`\`\`\n\n`

test.each<[naam: string, pad: string, van: string, door: string, verwacht: string]>([
  [
    'a rule that never applies',
    AS,
    'id: toezicht\ntaken: [toezicht]\nvoor: {}\n',
    'id: toezicht\ntaken: [toezicht]\nvoor: {}\nbehalve: [{ voor: {} }]\n',
    'CONTRADICTION 4.3.f De regel toezicht geldt in geen enkel geval.',
  ],
  [
    'a rule for people who do not exist',
    IJV,
    'voor: { inwonerVan: regiogemeente }\nuitvoerder: gemeente-van-inwoner\ndekt: [IJV-4.2f]',
    'voor: { inwonerVan: regiogemeente }\nbehalve: [{ voor: { inwonerVan: [regiogemeente, geen] } }]\nuitvoerder: gemeente-van-inwoner\ndekt: [IJV-4.2f]',
    'CONTRADICTION 4.2.f',
  ],
  [
    'an exception that never matches',
    DH,
    'taken: [doorslaggevend-advies]\nvoor: { voorziening: bw }\n',
    'taken: [doorslaggevend-advies]\nvoor: { voorziening: bw }\nbehalve: [{ voor: { voorziening: mo } }]\n',
    'SCOPE-CONFLICT 3.3.b Een uitzondering op regel doorslaggevende-stem hoort bij geen enkel geval',
  ],
  [
    'an exception to an exception that never matches',
    DH,
    '      - voor: { inwonerVan: wassenaar }\ndekt: [DH-3.2, DH-3.2.1]',
    '      - voor: { inwonerVan: den-haag }\ndekt: [DH-3.2, DH-3.2.1]',
    'SCOPE-CONFLICT 3.2.a',
  ],
  [
    'an overlap',
    AS,
    'taken: [contract]\nvoor: {}\nuitvoerder: centrumgemeente',
    'taken: [contract, toezicht]\nvoor: { voorziening: mo }\nuitvoerder: gemeente-van-inwoner',
    'RULE-OVERLAP 4.3.c',
  ],
  [
    'a gap in one rule',
    AS,
    'taken: [klachten]\nvoor: {}',
    'taken: [klachten]\nvoor: { voorziening: mo }',
    'ROUTING-INCOMPLETE 4.3.e Het convenant zegt niet wie dit doet (klachten) in 1 van de 2',
  ],
  [
    'a gap for who has no home',
    AS,
    'taken: [klachten]\nvoor: {}',
    'taken: [klachten]\nvoor: { inwonerVan: [centrumgemeente, regiogemeente, buiten-regio] }',
    'iemand zonder woonplaats',
  ],
  ['a task nobody has', AS, 'taken: [cak-zin, cak-pgb, svb]', 'taken: [cak-zin, cak-pgb]', ', SVB.'],
  [
    'a party without a role',
    DH,
    'regiogemeente: [leidschendam-voorburg, rijswijk, wassenaar, zoetermeer]',
    'regiogemeente: [leidschendam-voorburg, rijswijk, zoetermeer]',
    'PARTY-SET 1 Deze partijen zijn geen centrumgemeente en geen regiogemeente: Wassenaar',
  ],
  [
    'a party that is no municipality',
    IJV,
    'partijen: [dalfsen,',
    'partijen: [zwole, dalfsen,',
    'PARTY-SET overwegingen.1 Deze partijen staan niet in de lijst van gemeenten: zwole.',
  ],
  [
    'a centre among the regiogemeenten',
    AS,
    'regiogemeente: [aa-en-hunze,',
    'regiogemeente: [assen, aa-en-hunze,',
    'SET-OVERLAP 1.a Assen is centrumgemeente en ook regiogemeente',
  ],
  [
    'a reference to a lid that is not there',
    DH,
    'uit artikel 3 lid 1 op aan',
    'uit artikel 3 lid 9 op aan',
    'DANGLING-REF 5.1 De tekst verwijst naar artikel 3 lid 9',
  ],
  [
    'a reading that leans on a lid that is not there',
    DH,
    'reden: Lid 2 geeft de regiogemeente alleen',
    'reden: Lid 12 geeft de regiogemeente alleen',
    'DANGLING-REF 3.2.a De uitleg herhaalde-melding verwijst naar Lid 12',
  ],
  [
    'a reason that points to a part that is not there',
    IJV,
    'dekt: [IJV-1.c]',
    'dekt: [IJV-1.c]\n```\n\n```geen-regel\nwant: Dat staat in artikel 3 lid 2 onder z.',
    'DANGLING-REF 1.c De reden bij dit lid verwijst naar artikel 3 lid 2 onder z',
  ],
  [
    'a mandate for a lid that is not there',
    DH,
    'takenVan: { artikel: 3, lid: 1 }',
    'takenVan: { artikel: 3, lid: 9 }',
    'DANGLING-REF 5.1 Het mandaat verwijst naar artikel 3 lid 9',
  ],
  [
    'a mandate for the work of the others',
    AS,
    'takenVan: { artikel: 4, lid: 3 }',
    'takenVan: { artikel: 12 }',
    'DANGLING-REF 4.1',
  ],
  [
    'a limit that the extensions pass',
    DH,
    'uiterlijk: 2031-01-01',
    'uiterlijk: 2029-01-01',
    'DATE-ARITHMETIC 9.2 4 keer 1 jaar na 1 januari 2026 is 1 januari 2030. Het artikel noemt 1 januari 2029',
  ],
  [
    'another first day than the file has',
    DH,
    'ingang: 2025-01-01\ntot',
    'ingang: 2025-02-01\ntot',
    'DATE-CONFLICT 9.2',
  ],
  ['no first day', DH, 'ingang: 2025-01-01\ntot', 'tot', 'START-UNDEF 9.2'],
  [
    'a second end',
    IJV,
    '```regel\nsoort: looptijd\n',
    '```regel\nsoort: looptijd\nid: korter\ningang: 2023-01-01\ntotEnMet: 2023-06-30\n```\n\n```regel\nsoort: looptijd\n',
    'TERM-CONFLICT 11.1',
  ],
  [
    'notice of two years',
    MH,
    'termijn: P6M',
    'termijn: P5Y',
    'NOTICE-UNREACHABLE 4.4 Wie op de eerste dag opzegt, op 13 mei 2019, kan pas weg op 13 mei 2024.',
  ],
  [
    'a casting round with an even number of votes',
    IJV,
    CASTING,
    CASTING.replace('2', '3'),
    'VOTE-BASE 7.5 Stemmen 5 van de 8 gemeenten voor en de andere tegen',
  ],
  [
    'a body without a rule',
    MH,
    'ronden:\n  - { wijze: overeenstemming, onder: alle-leden }',
    'hoe: niet-geregeld',
    'NO-DECISION-RULE 4.3',
  ],
  ['a notion nobody defines', DH, 'begrip: eerste-melding', 'begrip: nieuwe-client', 'UNDEF-TERM 3.2.a'],
  [
    'a notion defined twice',
    IJV,
    `\`\`\`regel\n${TERUGBLIK}`,
    `\`\`\`regel\nsoort: terugblik\nid: nog-eens\nbegrip: nieuwe-client\nvenster: P12M\ngerekend: terug-vanaf-melding\ntelt: [bw]\n\`\`\`\n\n\`\`\`regel\n${TERUGBLIK}`,
    'DUP-DEFINITION overwegingen.4',
  ],
  ['a rest nobody gets', IJV, 'rest: grootste-rest\ngelijkeRest: alfabet\n', 'rest: onverdeeld\n', 'RESIDUAL 5.5'],
  ['a fixed year', DH, KALENDER_DH, `${KALENDER_DH}jaar: 2026\n`, 'DATE-HARDCODED 6.2 De tekst noemt alleen 2026'],
  [
    'a duty after the end',
    MH,
    'id: breed-overleg\nper: kalenderjaar J\n',
    'id: breed-overleg\nper: kalenderjaar J\njaar: 2024\n',
    'POST-TERM-DUTY toelichting-2.5 Over 2024',
  ],
  [
    'a duty in the year after',
    IJV,
    '```regel\nsoort: looptijd',
    '```regel\nsoort: kalender\nid: terugkijken\nper: kalenderjaar J\nstappen: [{ doe: terugkijken, wie: centrumgemeente, van: 1 maart J+1, totEnMet: 1 april J+1 }]\n```\n\n```regel\nsoort: looptijd',
    'POST-TERM-DUTY 11.1 Over 2023 moet dit vanaf 1 maart 2024 en uiterlijk 1 april 2024 (terugkijken).',
  ],
  [
    'a deadline that was over when the text was written',
    AS,
    '```bevinding\ncode: TRUNCATED',
    '```regel\nsoort: kalender\nid: begroting\nper: kalenderjaar J\nstappen: [{ doe: begroting maken, wie: centrumgemeente, totEnMet: 7 november J-1 }]\n```\n\n```bevinding\ncode: TRUNCATED',
    'DEADLINE-BEFORE-ADOPTION 10.2 Over 2024 moet dit uiterlijk 7 november 2023 (begroting maken). De tekst is van 8 november 2023',
  ],
  [
    'a single duty after the end',
    IJV,
    '```regel\nsoort: looptijd',
    '```regel\nsoort: plicht\nid: afronden\nwie: centrumgemeente\nwat: alles afronden\naard: resultaat\nwanneer: { uiterlijk: 2024-01-01 }\n```\n\n```regel\nsoort: looptijd',
    'POST-TERM-DUTY 11.1 Dit moet uiterlijk 1 januari 2024 (alles afronden). Zonder verlenging is 31 december 2023',
  ],
  [
    'a judgement that nobody gives',
    IJV,
    ', oordeelVan: de gemeente die het geschil ziet',
    '',
    'UNDEF-CRITERION 9.1 Er staat niet wie dit beoordeelt: zij komen er met Zwolle niet uit.',
  ],
  [
    'one thing that is asked for more and less often',
    IJV,
    LOOPTIJD,
    `${vaak('3')}${LOOPTIJD}`,
    'FREQ-CONFLICT 11.1 Over hetzelfde (vaak) zegt de tekst op meer plaatsen hoe vaak het moet, en niet even vaak: artikel 11 lid 1: 1 keer per kwartaal; artikel 11 lid 1: 3 keer per jaar.',
  ],
  ['a day and an event that may come later', DH, 'keer: 2 }', 'keer: 2, na: goedkeuring }', 'ORDER-CONFLICT 6.2'],
  [
    'nothing about whoever stays',
    IJV,
    'dan: beslissen\nwie: regiogemeente\nover: doorgaan of stoppen met het convenant\n',
    'dan: eindigt\n',
    'EXIT-EFFECT 12.1',
  ],
  ['a subject without a rule', MH, 'verlengbaar: onbepaald\n', '', ', verlengen.'],
  [
    'a correction in one direction, the other one',
    DH,
    'van: centrumgemeente\naan: regiogemeente\ndekt: [DH-6.6]',
    'van: regiogemeente\naan: centrumgemeente\ndekt: [DH-6.6]',
    'Dat past alleen als er meer was dan gefactureerd.',
  ],
])('%s is found where it stands', (_naam, pad, van, door, verwacht) => {
  const begint = (lijst: readonly string[]): string[] => lijst.filter((z) => z.includes(verwacht))
  expect(begint(gevonden(lees(pad), pad))).toEqual([])
  expect(begint(gevonden(beschadig(pad, van, door), pad))).toHaveLength(1)
})

test.each<[naam: string, pad: string, van: string, door: string, weg: string]>([
  ['the right limit', DH, 'uiterlijk: 2031-01-01', 'uiterlijk: 2030-01-01', 'DATE-ARITHMETIC'],
  ['five extensions', DH, 'verlenging: { aantal: 4', 'verlenging: { aantal: 5', 'DATE-ARITHMETIC'],
  [
    'a mandate for the second lid',
    DH,
    'takenVan: { artikel: 3, lid: 1 }',
    'takenVan: { artikel: 3, lid: 2 }',
    'REF-DIRECTION',
  ],
  ['a term of a day more', IJV, 'totEnMet: 2023-12-31\n', 'totEnMet: 2024-01-01\n', 'Geen enkele opzegging'],
  [
    'a casting round for an amendment',
    IJV,
    'stemmen: { ieder: 1 } }\ndekt: [IJV-8.2]',
    'stemmen: { ieder: 1, centrumgemeente: 2 } }\ndekt: [IJV-8.2]',
    'VOTE-BASE 8.2 Stemmen',
  ],
  ['a centre that is no regiogemeente', IJV, 'zwartewaterland, zwolle]\n---', 'zwartewaterland]\n---', 'SET-OVERLAP'],
  ['a text that says who gets the last home', MH, LAATSTE_WONING, zonderLezing(LAATSTE_WONING), 'ROUNDING'],
  ['signed', AS, 'stand: concept', 'stand: ondertekend', 'SIGN-STATUS'],
  [
    'a way to extend',
    DH,
    'uiterlijk: 2031-01-01 }\n',
    'uiterlijk: 2031-01-01 }\nbesluit: wijziging\n',
    'EXTENSION-PROCEDURE',
  ],
  ['one end only', MH, 'gekoppeldAan: de geldigheidsduur van de huisvestingsverordeningen\n', '', 'TERM-CONFLICT'],
])('repaired, the finding is gone: %s', (_naam, pad, van, door, weg) => {
  const met = (lijst: readonly string[]): string[] => lijst.filter((z) => z.includes(weg))
  expect(met(gevonden(lees(pad), pad))).not.toEqual([])
  expect(met(gevonden(beschadig(pad, van, door), pad))).toEqual([])
})

test('once a quarter and four times a year are even often', () => {
  const met = gevonden(beschadig(IJV, LOOPTIJD, `${vaak('4')}${LOOPTIJD}`), IJV)
  expect(met.filter((z) => z.includes('(vaak)'))).toEqual([])
})
