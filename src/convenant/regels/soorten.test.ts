import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { datum } from '../../kern/datum.ts'
import type { Uitkomst } from '../../kern/uitkomst.ts'
import { AfspraakFout, type Convenant } from '../afspraak.ts'
import { afsprakenboek } from '../afsprakenboek.ts'
import { leesAfspraken } from '../lees-afspraken.ts'
import { leesYaml } from '../lees-yaml.ts'
import { toets } from '../toets/index.ts'
import { isRegelsoort, soortVan } from './index.ts'

const lees = (...blokken: string[]): Convenant =>
  leesAfspraken(
    `---
id: proefland
titel: Convenant van een verzonnen regio
kort: Convenant Proefland
partijen: [assen, meppel, tynaarlo]
rollen: { centrumgemeente: [assen], regiogemeente: [meppel, tynaarlo] }
---

## Artikel 1 Afspraken

1. Zo staat het er.

${blokken.map((b) => `\`\`\`${b.startsWith('vraag') ? 'uitleg' : 'regel'}\n${b}\n\`\`\``).join('\n\n')}

## Artikel 2 Duur

1. Twee jaar.

\`\`\`regel
soort: looptijd
id: looptijd
ingang: 2025-01-01
tot: 2027-01-01
\`\`\`
`,
    'convenanten/proefland/2025-01-01.md',
  ) as Convenant
const agenda = (c: Convenant) => ({ convenanten: [c], kaders: [], besluiten: [], gemeenten: [] })

/** What the rule `id` answers to an example, as `regiodak voorbeelden` would ask it. */
function vraag(document: Convenant, id: string, gegeven: Record<string, unknown>): Uitkomst<unknown> {
  const regel = document.regels.find((r) => r.id === id)!
  return soortVan(regel.soort).voorbeeld(regel, gegeven, {
    document,
    kaders: [],
    gemeenten: [],
    boek: (op) => afsprakenboek('proefland', op ?? document.ingang, agenda(document)),
  })
}
const kort = (u: Uitkomst<unknown>): unknown => (u.soort === 'bepaald' ? u.waarde : u.soort)
const codes = (c: Convenant): string[] => toets(c, agenda(c), datum('2025-06-01')).map((b) => `${b.code} ${b.herkomst}`)
const wordt = (blok: string): string => {
  try {
    lees(blok)
    return 'goed'
  } catch (fout) {
    if (fout instanceof AfspraakFout) return fout.message
    throw fout
  }
}

const OVERLEG = (keer: string): string => `soort: overleg
id: bo
naam: het bestuurlijk overleg
laag: bestuurlijk
${keer}`

test('a year of meetings is enough only when every period has its number', () => {
  const c = lees(OVERLEG('keer: { minimaal: 1, per: kwartaal }'))
  const jaar = (...gehouden: string[]) => kort(vraag(c, 'bo', { jaar: 2025, gehouden }))
  expect(jaar('2025-01-10', '2025-04-10', '2025-09-30', '2025-10-01')).toEqual({ nodig: 4, gehouden: 4, voldaan: true })
  expect(jaar('2025-01-10', '2025-02-10', '2025-09-30', '2025-10-01')).toEqual({
    nodig: 4,
    gehouden: 4,
    voldaan: false,
  })
  expect(kort(vraag(c, 'bo', { jaar: 2027 }))).toEqual({ nodig: 0, gehouden: 0, voldaan: true })
})

test('an upper bound is counted; alone, or with no number at all, it is found as a frequency that is not there', () => {
  const hoogstens = lees(OVERLEG('keer: { hoogstens: 2, per: maand }'))
  const vaak = ['2025-01-03', '2025-01-10', '2025-01-17']
  expect(kort(vraag(hoogstens, 'bo', { jaar: 2025, gehouden: vaak.slice(1) }))).toMatchObject({
    hoogstens: 24,
    teVaak: false,
  })
  expect(kort(vraag(hoogstens, 'bo', { jaar: 2025, gehouden: vaak }))).toMatchObject({
    gehouden: 3,
    hoogstens: 24,
    teVaak: true,
  })
  expect(kort(vraag(lees(OVERLEG('')), 'bo', { jaar: 2025 }))).toBe('niet-geregeld')
  expect(codes(lees(OVERLEG('keer: { hoogstens: 2, per: maand }')))).toContain('FREQ-UNDEF berekend')
  expect(codes(lees(OVERLEG('')))).toContain('FREQ-UNDEF berekend')
  expect(codes(lees(OVERLEG('keer: { minimaal: 2, per: jaar }')))).not.toContain('FREQ-UNDEF berekend')
})

test('parties who will agree have agreed nothing until it is recorded', () => {
  const c = lees('soort: afspraak\nid: nader\nover: de taken\nalsNodig: ja')
  expect(kort(vraag(c, 'nader', { op: '2025-03-01' }))).toBe('niet-geregeld')
  const vastgelegd = [{ op: '2025-03-02', wat: 'werkafspraken' }]
  expect(kort(vraag(c, 'nader', { op: '2025-03-01', vastgelegd }))).toBe('niet-geregeld')
  expect(vraag(c, 'nader', { op: '2025-03-02', vastgelegd })).toMatchObject({ waarde: [{ wat: 'werkafspraken' }] })
})

const PLAATS = `soort: plaatsing
id: terug
voor: wie uit een instelling gaat
naar: herkomst
tenzij: { wat: de kans op herstel is elders het grootst, oordeelVan: wie plaatst }`

test('where someone goes is the origin unless a better place was weighed, and never a place outside the region', () => {
  const c = lees(PLAATS)
  expect(vraag(c, 'terug', { herkomst: 'meppel' })).toMatchObject({
    waarde: 'meppel',
    waarom: {
      stappen: [{ geldt: true }, { wat: expect.stringContaining('Niet gewogen'), feiten: { weger: 'wie plaatst' } }],
    },
  })
  expect(kort(vraag(c, 'terug', { herkomst: 'delft', gewogen: 'ja' }))).toBe('niet-geregeld')
  expect(kort(vraag(c, 'terug', { herkomst: 'meppel', gewogen: 'ja', elders: 'delft' }))).toBe('niet-geregeld')
  expect(kort(vraag(c, 'terug', { herkomst: 'meppel', gewogen: 'ja' }))).toBe('meppel')
  expect(kort(vraag(c, 'terug', { herkomst: 'meppel', gewogen: 'ja', elders: 'assen' }))).toBe('assen')
  expect(kort(vraag(c, 'terug', { herkomst: 'geen', gewogen: 'ja' }))).toBe('niet-geregeld')
  expect(kort(vraag(c, 'terug', { gewogen: 'ja' }))).toBe('ontbreekt')
})

test('something can be given when every condition holds; an open one is a fact or a judgement', () => {
  const c = lees(`soort: toelating
id: deur
tot: een plek in een instelling
voorwaarden:
  - { feit: geprobeerd, wat: hulp dichtbij is aantoonbaar geprobeerd }
  - { feit: klaar, wat: deze persoon is klaar, oordeelVan: de instelling }`)
  const deur = (feiten: Record<string, string>) => vraag(c, 'deur', { feiten })
  expect(kort(deur({ geprobeerd: 'ja', klaar: 'ja' }))).toBe(true)
  expect(kort(deur({ geprobeerd: 'nee' }))).toBe(false)
  expect(kort(deur({ klaar: 'ja' }))).toBe('ontbreekt')
  expect(kort(deur({}))).toBe('ontbreekt')
  expect(deur({ geprobeerd: 'ja' })).toMatchObject({ soort: 'oordeel-nodig', van: 'de instelling' })
})

const GESCHIL = [
  `soort: termijn
id: eruit-komen
duur: P3M
vanaf: ontstaan van het geschil
antwoord: Uiterlijk {dag}.
atw: nee`,
  `soort: stappen
id: geschil
voor: een geschil met Assen
begin: het geschil ontstaat
tussen: [centrumgemeente, regiogemeente]
stappen:
  - { naam: samen, doe: samen oplossen, termijn: eruit-komen, naTermijn: verder }
  - { naam: rechter, doe: naar de rechter gaan, wie: partijen }`,
]

test('a dispute goes on to the next step on the day after its term', () => {
  const c = lees(...GESCHIL)
  const stap = (op: string, meer = {}) => vraag(c, 'geschil', { begin: '2025-01-15', op, ...meer })
  const open = (stapnaam: string, uiterlijk: string | null) => ({
    stap: stapnaam,
    uiterlijk: uiterlijk && datum(uiterlijk),
    teLaat: false,
  })
  expect(kort(stap('2025-04-15'))).toEqual(open('samen', '2025-04-15'))
  expect(kort(stap('2025-04-16'))).toEqual(open('rechter', null))
  expect(kort(stap('2025-02-01', { gedaan: { samen: '2025-01-20' } }))).toEqual(open('rechter', null))
  expect(kort(stap('2025-02-01', { tussen: ['meppel', 'tynaarlo'] }))).toBe('niet-geregeld')
  expect(kort(stap('2025-02-01', { tussen: ['meppel', 'assen'] }))).toEqual(open('samen', '2025-04-15'))
})

test('a step whose term is over stays open and late, unless the text says to go on', () => {
  const c = lees(GESCHIL[0]!, GESCHIL[1]!.replace(', naTermijn: verder', ''))
  expect(kort(vraag(c, 'geschil', { begin: '2025-01-15', op: '2025-04-16' }))).toEqual({
    stap: 'samen',
    uiterlijk: datum('2025-04-15'),
    teLaat: true,
  })
})

test('the pairs of parties that the steps leave out are counted', () => {
  const c = lees(...GESCHIL)
  const gat = toets(c, agenda(c), datum('2025-06-01')).find((b) => b.code === 'SCOPE-GAP')
  expect(gat?.bevinding).toContain('Van de 3 paren gemeenten vallen er 1 buiten, zoals meppel en tynaarlo.')
})

test('a step that is only sometimes needed waits for a judgement, and cannot be jumped over', () => {
  const c = lees(`soort: stappen
id: weg
voor: een nieuwe afspraak
begin: het voorstel is er
stappen:
  - { naam: ambtelijk, doe: ambtelijk bespreken }
  - { naam: directeuren, doe: beslissen }
  - { naam: bestuur, doe: beslissen, alleenAls: { wat: het bestuur erover moet gaan, oordeelVan: de directeuren } }`)
  const stap = (gedaan: Record<string, string>, nodig = {}) =>
    vraag(c, 'weg', { begin: '2025-01-01', op: '2025-06-01', gedaan, nodig })
  const beide = { ambtelijk: '2025-02-01', directeuren: '2025-03-01' }
  expect(stap({ directeuren: '2025-03-01' })).toMatchObject({ waarde: { stap: 'ambtelijk' } })
  expect(stap(beide)).toMatchObject({ soort: 'oordeel-nodig', van: 'de directeuren' })
  expect(stap(beide, { bestuur: 'ja' })).toMatchObject({ waarde: { stap: 'bestuur' } })
  expect(stap(beide, { bestuur: 'nee' })).toMatchObject({ waarde: { stap: null } })
})

const DPIA = `soort: gegevens
id: dpia
verantwoordelijk: partijen
dpia: { herhalen: geregeld, bij: het proces verandert }`

test('a DPIA is due again after a change; by its age only when somebody says how old', () => {
  const stand = (c: Convenant, meer: Record<string, unknown>) => kort(vraag(c, 'dpia', { op: '2026-03-01', ...meer }))
  const zwijgt = lees(DPIA)
  expect(stand(zwijgt, {})).toEqual({ nodig: true, sinds: null })
  expect(stand(zwijgt, { dpia: ['2025-03-01'] })).toBe('niet-geregeld')
  expect(stand(zwijgt, { dpia: ['2025-03-01'], wijzigingen: ['2025-09-01'] })).toEqual({
    nodig: true,
    sinds: datum('2025-09-01'),
  })
  const gelezen = lees(
    DPIA,
    'vraag: Hoe vaak is geregeld?\nid: elk-jaar\nover: [dpia]\nkeuze: Elk jaar.\nreden: Zo gaat het elders.\nkiest: { hoe-vaak: elk-jaar }\nvastgesteld: nee',
  )
  expect(stand(gelezen, { dpia: ['2025-03-01'] })).toEqual({ nodig: true, sinds: datum('2026-03-01') })
  expect(stand(gelezen, { dpia: ['2025-03-02'] })).toEqual({ nodig: false, sinds: null })
  expect(stand(gelezen, { dpia: ['2025-03-01'], zonderUitleg: 'ja' })).toBe('niet-geregeld')
  expect(codes(zwijgt)).toContain('FREQ-UNDEF berekend')
})

test('an agreement about data must be there for as long as what it belongs to', () => {
  const c = lees(
    'soort: gegevens\nid: v\nverantwoordelijk: centrumgemeente\novereenkomst: { met: de toegang, zolang: de opdracht loopt }',
  )
  const er = (op: string) =>
    kort(
      vraag(c, 'v', {
        op,
        zolang: [{ van: '2025-01-01', tot: '2026-01-01' }],
        overeenkomst: [{ van: '2025-02-01', tot: '2025-12-01' }],
      }),
    )
  expect([er('2025-01-31'), er('2025-02-01'), er('2025-12-01'), er('2026-01-01')]).toEqual([false, true, false, true])
})

test('own rules differ per municipality, and a printed year is found', () => {
  const c = lees(`soort: toetsingskader
id: kader
waarvoor: het onderzoek
wie: [regiogemeente]
normen:
  - { naam: verordening, van: eigen }
  - { naam: nadere regels, van: centrumgemeente, uitgave: 2018 }`)
  expect(kort(vraag(c, 'kader', { door: 'meppel' }))).toEqual([
    { naam: 'verordening', van: 'meppel' },
    { naam: 'nadere regels', van: 'assen', uitgave: 2018 },
  ])
  expect(kort(vraag(c, 'kader', { door: 'assen' }))).toBe('niet-geregeld')
  expect(codes(c)).toContain('STATIC-NORM-REF berekend')
})

test('whoever was late bears it alone; two who were late have no shares', () => {
  const c = lees('soort: drager\nid: d\nvan: de kosten van een te laat besluit\ndrager: wie-te-laat-was')
  const wie = (...teLaat: string[]) => kort(vraag(c, 'd', { bedrag: 144200, teLaat }))
  expect(wie('meppel')).toEqual({ meppel: 144200n })
  expect(wie()).toBe('niet-geregeld')
  expect(wie('delft')).toBe('niet-geregeld')
  expect(wie('meppel', 'assen')).toBe('niet-geregeld')
  expect(wordt('soort: drager\nid: d\nvan: het tekort\ndrager: regiogemeente')).toContain('heeft 2 leden')
})

test('the first of the list who is there speaks for the region', () => {
  const c = lees(
    'soort: vertegenwoordiging\nid: v\nwaarvoor: gesprekken met anderen\nwie: [centrumgemeente, meppel]\naard: moet',
  )
  expect(kort(vraag(c, 'v', {}))).toBe('assen')
  expect(kort(vraag(c, 'v', { afwezig: ['assen'] }))).toBe('meppel')
  expect(kort(vraag(c, 'v', { afwezig: ['assen', 'meppel'] }))).toBe('niet-geregeld')
})

test('who leaves does not decide with the others; of who is not named the text says nothing', () => {
  const c = lees(
    'soort: gevolg\nid: g\nbij: een regiogemeente zegt op\nvan: regiogemeente\ndan: beslissen\nwie: partijen\nover: doorgaan of stoppen',
  )
  const na = (door: string) => kort(vraag(c, 'g', { op: '2025-06-01', gebeurd: '2025-05-01', door }))
  expect(na('meppel')).toEqual({ gevolg: 'beslissen', wie: ['assen', 'tynaarlo'] })
  expect(na('assen')).toBe('niet-geregeld')
})

test('a condition that ends the covenant can be read the other way round', () => {
  const c = lees(
    'soort: gevolg\nid: g\nbij: Assen stemt in\nvan: assen\ndan: eindigt',
    'vraag: Wat is bedoeld?\nid: andersom\nover: [g]\nkeuze: Het omgekeerde.\nreden: Anders heeft het geen zin.\nkiest: { richting: omgekeerd }\nvastgesteld: nee',
  )
  const op = (meer: Record<string, unknown>) => kort(vraag(c, 'g', { op: '2025-06-01', ...meer }))
  expect(op({ gebeurd: '2025-05-01', zonderUitleg: 'ja' })).toEqual({ gevolg: 'eindigt', per: datum('2025-05-01') })
  expect(op({ gebeurd: '2025-05-01' })).toEqual({ gevolg: 'blijft' })
  expect(op({})).toEqual({ gevolg: 'voorwaardelijk' })
})

test('a duty of somebody who is no party is found', () => {
  expect(codes(lees('soort: plicht\nid: p\nderde: de corporaties\nwat: toewijzen\naard: resultaat'))).toContain(
    'NON-PARTY-DUTY berekend',
  )
})

test('wrong blocks are refused in a sentence with file and line', () => {
  const plicht = 'soort: plicht\nid: p\nwat: iets doen\naard: resultaat\n'
  expect(wordt(plicht)).toContain('noem wie, of derde')
  expect(wordt(`${plicht}wie: groningen`)).toContain('groningen is geen partij')
  expect(wordt(`${plicht}wie: partijen\nwanneer: vaak`)).toContain('schrijf voortdurend, geregeld of eenmalig')
  expect(wordt(`${plicht}wie: partijen\nwanneer: { van: 2025-02-01, uiterlijk: 2025-01-01 }`)).toContain('vóór van')
  expect(wordt(OVERLEG('keer: { minimaal: 3, hoogstens: 2, per: jaar }'))).toContain('hoogstens is minder dan minimaal')
  expect(wordt(GESCHIL[1]!)).toContain('er is geen termijn met id eruit-komen')
})

test('every example block of the manual is one that the program reads', () => {
  const handleiding = readFileSync(new URL('../../../docs/convenant-schrijven.md', import.meta.url), 'utf8')
  const blokken = [...handleiding.matchAll(/```yaml\n(soort: (\S+)\n[\s\S]*?)```/g)]
  expect(blokken.map((b) => b[2])).toEqual(
    expect.arrayContaining([
      'plicht',
      'overleg',
      'afspraak',
      'stappen',
      'plaatsing',
      'toelating',
      'gegevens',
      'gevolg',
    ]),
  )
  for (const [, yaml, soort] of blokken) {
    if (!isRegelsoort(soort)) throw new Error(`de soort ${soort} bestaat niet`)
    expect(leesYaml({ yaml: yaml!, regel: 1 }, soortVan(soort).schema, 'handleiding')).toMatchObject({ soort })
  }
})

test.each(['den-haag/2025-01-01', 'assen/2024-01-01', 'ijssel-vecht/2023-01-01', 'midden-holland/2019-05-13'])(
  'no lid of %s waits for a kind, and every rule of it has an example',
  (naam) => {
    const pad = `convenanten/${naam}.md`
    const document = leesAfspraken(readFileSync(new URL(`../../../${pad}`, import.meta.url), 'utf8'), pad)
    expect(document.geenRegels.map((g) => g.want).filter((want) => /\bsoort\b.*\bvolgt\b/.test(want))).toEqual([])
    const zonder = document.regels.filter((r) => !document.voorbeelden.some((v) => v.bij === r.id))
    expect(zonder.map((r) => r.id)).toEqual([])
  },
)
