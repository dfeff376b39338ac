/** A damaged covenant file is refused with one sentence, at the line of the damage. */
import { expect, test } from 'vitest'
import { AfspraakFout, leesAfspraken } from '../../src/convenant/index.ts'
import { AS, beschadig, DH, IJV, KALENDER_DH, lees, MH } from './beschadig.ts'

/** The line on which the damage stands: that of `anker` in the damaged text. */
const regelVan = (tekst: string, anker: string): number => {
  expect(tekst).toContain(anker)
  return tekst.slice(0, tekst.indexOf(anker)).split('\n').length
}
const foutVan = (tekst: string, pad: string): AfspraakFout => {
  try {
    leesAfspraken(tekst, pad)
  } catch (fout) {
    if (fout instanceof AfspraakFout) return fout
    throw fout
  }
  throw new Error('the file was read')
}

const SLEUTEL_AS = 'soort: verdeelsleutel\nid: resultaat-bw\n'

test.each<[naam: string, pad: string, van: string, door: string, anker: string, melding: string]>([
  [
    'weights that do not add up',
    AS,
    'gewicht: 1/2, peil: 31 december J, bron: CBS',
    'gewicht: 1/3, peil: 31 december J, bron: CBS',
    SLEUTEL_AS,
    'de gewichten zijn samen 5/6; dat moet 1 zijn',
  ],
  ['a weight above one', AS, 'gewicht: 1/2', 'gewicht: 3/2', 'naam: inwoners, gewicht: 3/2', 'een breuk tussen 0 en 1'],
  ['a rest rule left out', AS, 'rest: grootste-rest\n', '', SLEUTEL_AS, 'rest: '],
  [
    'a measure twice',
    AS,
    'naam: uitvoeringskosten, gewicht',
    'naam: inwoners, gewicht',
    SLEUTEL_AS,
    'de maatstaf inwoners staat er twee keer',
  ],
  ['a percentage above a hundred', IJV, 'deel: 5,1%', 'deel: 510%', 'deel: 510%', 'hoogstens 100%'],
  [
    'a missing party',
    DH,
    'partijen: [den-haag, leidschendam-voorburg, rijswijk, wassenaar, zoetermeer]',
    'partijen: [den-haag, leidschendam-voorburg, rijswijk, zoetermeer]',
    'id: den-haag',
    'de rol regiogemeente noemt wassenaar, maar dat is geen partij',
  ],
  [
    'a party twice',
    MH,
    'partijen: [',
    'partijen: [gouda, ',
    'id: midden-holland',
    'de partij gouda staat er twee keer',
  ],
  [
    'a role that names somebody twice',
    DH,
    'centrumgemeente: [den-haag]',
    'centrumgemeente: [den-haag, den-haag]',
    'id: den-haag',
    'de rol centrumgemeente noemt den-haag twee keer',
  ],
  [
    'a role with the name of a party',
    DH,
    'rollen:\n',
    'rollen:\n  rijswijk: [wassenaar]\n',
    'id: den-haag',
    'de rol rijswijk heet als een partij',
  ],
  [
    'a performer that is no party',
    DH,
    'id: toezicht\ntaken: [toezicht]\nvoor: {}\nuitvoerder: centrumgemeente',
    'id: toezicht\ntaken: [toezicht]\nvoor: {}\nuitvoerder: gouda',
    'soort: taak\nid: toezicht',
    'de uitvoerder gouda is geen partij en geen rol',
  ],
  [
    'a performer that is four municipalities',
    DH,
    'id: toezicht\ntaken: [toezicht]\nvoor: {}\nuitvoerder: centrumgemeente',
    'id: toezicht\ntaken: [toezicht]\nvoor: {}\nuitvoerder: regiogemeente',
    'soort: taak\nid: toezicht',
    'de rol regiogemeente heeft 4 leden',
  ],
  [
    'an exception for somebody outside',
    DH,
    '- voor: { inwonerVan: wassenaar }\ndekt',
    '- voor: { inwonerVan: delft }\ndekt',
    'soort: taak\nid: melding-bij-woongemeente',
    'delft is geen partij en geen rol',
  ],
  ['an unknown task', DH, 'taken: [toezicht]', 'taken: [bewaking]', 'taken: [bewaking]', 'taken.0: '],
  ['an unknown kind', DH, 'soort: mandaat', 'soort: volmacht', 'soort: volmacht', 'de soort volmacht bestaat niet'],
  ['an unknown field', DH, KALENDER_DH, `${KALENDER_DH}pijl: 3\n`, KALENDER_DH, 'het veld pijl bestaat niet'],
  [
    'an unknown field deep inside',
    DH,
    'keer: 2 }',
    'keer: 2, hoe: snel }',
    '{ doe: regiorapportage met aantallen maken',
    'het veld stappen.0.hoe bestaat niet',
  ],
  ['a field twice', DH, KALENDER_DH, `${KALENDER_DH}id: nog-eens\n`, 'id: nog-eens', 'geen geldige YAML'],
  [
    'YAML that does not close',
    DH,
    'taken: [toezicht]',
    'taken: [toezicht',
    'voor: {}\nuitvoerder: centrumgemeente\ndekt: [DH-3.2.8]',
    'geen geldige YAML',
  ],
  [
    'an unreadable date',
    DH,
    'tot: 2026-01-01\nverlenging',
    'tot: 1 januari 2026\nverlenging',
    'tot: 1 januari 2026',
    'schrijf een datum als JJJJ-MM-DD',
  ],
  [
    'month thirteen',
    DH,
    'tot: 2026-01-01\nverlenging',
    'tot: 2026-13-01\nverlenging',
    'tot: 2026-13-01',
    '2026-13-01 is geen bestaande datum',
  ],
  [
    '29 February in a common year',
    DH,
    'tot: 2026-01-01\nverlenging',
    'tot: 2026-02-29\nverlenging',
    'tot: 2026-02-29',
    '2026-02-29 is geen bestaande datum',
  ],
  [
    'a day that is not there every year',
    DH,
    'van: 1 juli J, totEnMet: 31 december J }',
    'van: 29 februari J, totEnMet: 31 december J }',
    '{ doe: in de rapportage',
    'bestaat niet in elk jaar',
  ],
  [
    'a period that ends before it begins',
    DH,
    'van: 1 juli J, totEnMet: 31 december J }',
    'van: 1 juli J, totEnMet: 30 juni J }',
    'soort: kalender\nid: rapportage-geld',
    'totEnMet ligt vóór van',
  ],
  ['a term of nothing', IJV, 'duur: P2W', 'duur: P0W', 'duur: P0W', 'schrijf een duur'],
  [
    'notice per a day that is not there every year',
    IJV,
    'per: 01-01',
    'per: 02-29',
    'per: 02-29',
    'deze dag is er niet elk jaar',
  ],
  [
    'an id twice',
    DH,
    'id: plaatsing\n',
    'id: wachtlijst\n',
    'soort: taak\nid: wachtlijst\ntaken: [wachtlijst]',
    'het id wachtlijst staat er twee keer',
  ],
  [
    'a lid without a block',
    DH,
    '2. Lukt dat niet binnen drie maanden',
    '2. Een nieuw lid.\n\n3. Lukt dat niet binnen drie maanden',
    '2. Een nieuw lid.',
    'artikel 12 lid 2 heeft geen blok',
  ],
  [
    'a lid twice',
    DH,
    '2. Lukt dat niet binnen drie maanden',
    '1. Lukt dat niet binnen drie maanden',
    '1. Lukt dat niet binnen drie maanden',
    'artikel 12 lid 1 staat er twee keer',
  ],
  [
    'an article twice',
    DH,
    '## Artikel 13 Naam',
    '## Artikel 12 Naam',
    '## Artikel 12 Naam',
    'artikel 12 staat er twee keer',
  ],
  ['a heading that cannot be read', DH, '## Artikel 13 Naam', '## Slot', '## Slot', 'schrijf een kop als'],
  [
    'a block that is not closed',
    DH,
    '```\n\n```bevinding\ncode: TERM-HYGIENE',
    '\n```bevinding\ncode: TERM-HYGIENE',
    '```bevinding\ncode: UNDEF-TERM',
    'het blok bevinding is niet afgesloten',
  ],
  [
    'a block with an unknown name',
    DH,
    '```bevinding\ncode: SIGN-STATUS',
    '```opmerking\ncode: SIGN-STATUS',
    '```opmerking',
    'het blok opmerking bestaat niet',
  ],
  [
    'an example of a rule that is not there',
    DH,
    'bij: looptijd\n',
    'bij: duur\n',
    'bij: duur\n',
    'er is geen regel met id duur',
  ],
  [
    'a reading of a rule that is not there',
    DH,
    'over: [eerste-melding]',
    'over: [laatste-melding]',
    'id: voor-het-eerst',
    'er is geen regel met id laatste-melding',
  ],
  [
    'a reading that puts a stranger first',
    DH,
    'voorrang: toegang-bij-centrumgemeente',
    'voorrang: toezicht',
    'id: herhaalde-melding',
    'voorrang toezicht staat niet in over',
  ],
  [
    'two readings that put another rule first',
    AS,
    '```uitleg\nid: laatste-cent',
    '```uitleg\nid: assen-deelt-niet-mee\nover: [resultaat-bw, resultaat-bw-regiogemeenten]\nvraag: Deelt Assen mee?\nkeuze: Nee.\nreden: Zo lezen wij het.\nvoorrang: resultaat-bw-regiogemeenten\nvastgesteld: nee\n```\n\n```uitleg\nid: laatste-cent',
    'id: assen-deelt-niet-mee',
    'de uitleggen assen-deelt-mee en assen-deelt-niet-mee kiezen allebei',
  ],
  [
    'two readings that choose the same question',
    IJV,
    'kiest: { quorum: geen }',
    'kiest: { grondslag: alle-stemmen }',
    'id: geen-quorum',
    'de uitleggen meerderheid-waarvan en geen-quorum kiezen allebei grondslag',
  ],
  [
    'a reading that chooses what does not exist',
    IJV,
    'kiest: { quorum: geen }',
    'kiest: { quorum: bijna }',
    'id: geen-quorum',
    'quorum bijna bestaat niet',
  ],
  [
    'a reading for people of nowhere',
    IJV,
    'bij: { inwonerVan: zwolle }',
    'bij: { inwonerVan: zwole }',
    'id: zwolle-is-ook-regiogemeente',
    'bij: zwole is geen partij en geen rol',
  ],
  [
    'a rest without the reading it names',
    MH,
    'restUitleg: laatste-woning',
    'restUitleg: eerste-woning',
    'soort: verdeelsleutel\nid: woningen-uitstroom',
    'er is geen uitleg eerste-woning over woningen-uitstroom',
  ],
  [
    'a year carried over by no reading',
    DH,
    'andereJaren: factuur-elk-jaar',
    'andereJaren: nergens',
    'soort: kalender\nid: facturen-sturen',
    'er is geen uitleg met id nergens',
  ],
  [
    'a post of nothing',
    DH,
    'bij: doorbelasting-toegang\nnaam: onderzoek en advies',
    'bij: elders\nnaam: onderzoek en advies',
    'soort: doorbelastingspost\nid: onderzoek-en-advies',
    'er is geen doorbelasting met id elders',
  ],
  [
    'a correction by somebody else',
    DH,
    'van: centrumgemeente\naan: regiogemeente\ndekt: [DH-6.6]',
    'van: rijswijk\naan: regiogemeente\ndekt: [DH-6.6]',
    'soort: doorbelastingscorrectie',
    'van en aan zijn regiogemeente en centrumgemeente',
  ],
  [
    'half a correction',
    DH,
    'van: centrumgemeente\naan: regiogemeente\ndekt: [DH-6.6]',
    'van: centrumgemeente\ndekt: [DH-6.6]',
    'soort: doorbelastingscorrectie',
    'noem van en aan allebei',
  ],
  [
    'an extension decided by no rule',
    DH,
    'uiterlijk: 2031-01-01 }\n',
    'uiterlijk: 2031-01-01 }\nbesluit: nergens\n',
    'soort: looptijd\n',
    'er is geen besluitregel met id nergens',
  ],
  [
    'a vote without a number for everyone',
    IJV,
    'stemmen: { ieder: 1 } }',
    'stemmen: { zwolle: 2 } }',
    '{ wijze: meerderheid, stemmen: { zwolle: 2 } }',
    'zeg bij ieder hoeveel stemmen',
  ],
  ['a state of the text that does not exist', AS, 'stand: concept', 'stand: bijna', 'tekst: {', 'tekst.stand: '],
  ['no heading', MH, '---\nid: midden-holland', 'id: midden-holland', 'id: midden-holland', 'begint niet met een kop'],
])('%s is refused at its line', (_naam, pad, van, door, anker, melding) => {
  expect(() => leesAfspraken(lees(pad), pad)).not.toThrow()
  const tekst = beschadig(pad, van, door)
  const fout = foutVan(tekst, pad)
  expect(fout.message).toContain(melding)
  expect(fout.message.startsWith(`${pad}, regel ${fout.plaats.regel}: `)).toBe(true)
  expect(fout.plaats).toEqual({ bestand: pad, regel: regelVan(tekst, anker) })
  // One sentence of Dutch: no name of a class, no stack, no value of the program.
  expect(fout.message).not.toMatch(/\n|Error|undefined|\[object/)
})

test.each([
  ['convenanten/den-haag/2025-02-30.md', 'geen bestaande datum: 2025-02-30'],
  ['convenanten/haag/2025-01-01.md', 'de map heet haag, maar de kop noemt id den-haag'],
  ['convenanten/den-haag/concept.md', 'een convenant heet <regio>/<dag van ingang>.md'],
])('the name %s is refused', (pad, melding) => {
  expect(foutVan(lees(DH), pad).message).toContain(melding)
})
