import { expect, test } from 'vitest'
import type { Concept } from '../../../domein/antwoorden.ts'
import { GeenVerbinding, Geweigerd } from '../../verbinding/api.ts'
import { type Bewaarstand, maakBewaarrij } from './bewaarrij.ts'
import { verschillen } from './gewijzigd.tsx'

const client = (achternaam: string) => ({ client: { gegevens: { persoon: { achternaam } }, af: false } })
const concept = (versie: number, stappen: Concept['stappen'] = {}): Concept => ({
  id: 'c',
  naam: 'Nog geen naam',
  stap: 1,
  gewijzigd: '2026-02-20T10:00:00Z',
  bewaardTot: '2026-03-22',
  door: 'Sanne',
  versie,
  stappen,
})

const geweigerd = {
  type: 'about:blank',
  title: 'Gewijzigd',
  status: 412,
  code: 'GEWIJZIGD_DOOR_ANDER',
  detail: 'Sanne heeft dit net gewijzigd.',
  doe: '',
  kenmerk: '1',
}
/** A draft on a server of which a colleague already stored version 5. */
function naast(achternaam = 'Van de collega') {
  let opServer = concept(5, client(achternaam))
  const gezien: { stand: Bewaarstand; getoond: Concept } = { stand: { soort: 'rust' }, getoond: concept(4) }
  const gestuurd: string[] = []
  const rij = maakBewaarrij(concept(4), {
    stuur: async (klus, versie) => {
      gestuurd.push(`${klus.sleutel} op ${versie}`)
      if (versie !== opServer.versie) throw new Geweigerd(geweigerd)
      opServer = concept(versie + 1, {
        ...opServer.stappen,
        [klus.sleutel]: { gegevens: klus.gegevens, af: klus.af },
      })
      return opServer
    },
    haal: async () => opServer,
    meld: (stand) => (gezien.stand = stand),
    toon: (getoond) => (gezien.getoond = getoond),
    straks: () => () => undefined,
  })
  return { rij, gezien, gestuurd, server: () => opServer }
}
const eigen = { sleutel: 'client', gegevens: { persoon: { achternaam: 'Van mij' } } } as const

test('what a colleague stored is not overwritten: the refusal stands there and nothing more is sent', async () => {
  const { rij, gezien, gestuurd, server } = naast()
  rij.zet({ ...eigen, af: false })
  await expect.poll(() => gezien.stand.soort).toBe('gewijzigd')
  expect(gezien.stand).toMatchObject({ fout: { message: 'Sanne heeft dit net gewijzigd.' } })
  rij.zet({ ...eigen, af: false })
  rij.wek()
  await Promise.resolve()
  expect(gestuurd).toEqual(['client op 4'])
  expect(server().stappen).toEqual(client('Van de collega'))
})

test('finishing a step before the other version was seen is refused again', async () => {
  const { rij, gezien, gestuurd } = naast()
  rij.zet({ ...eigen, af: false })
  await expect.poll(() => gezien.stand.soort).toBe('gewijzigd')
  await expect(new Promise((klaar, mis) => rij.zet({ ...eigen, af: true, klaar, mis }))).rejects.toThrow('Sanne')
  expect(gestuurd).toHaveLength(1)
})

test('the new version is shown with the own text kept, and the own text is stored when chosen', async () => {
  const { rij, gezien, gestuurd, server } = naast()
  rij.zet({ ...eigen, af: false })
  await expect.poll(() => gezien.stand.soort).toBe('gewijzigd')
  await rij.toonNieuw()
  expect(gezien.getoond.stappen['client']?.gegevens).toEqual(eigen.gegevens)
  const { nieuw } = gezien.stand as { nieuw: Concept }
  expect(verschillen(gezien.getoond, nieuw)).toEqual([
    { stap: 'De cliënt', label: 'Achternaam', waarde: 'Van de collega' },
  ])
  expect(gestuurd).toHaveLength(1)
  rij.houdMijn()
  await expect.poll(() => gezien.stand.soort).toBe('bewaard')
  expect(gestuurd).toEqual(['client op 4', 'client op 5'])
  expect(server().stappen['client']?.gegevens).toEqual(eigen.gegevens)
})

test('taking over the new text lets go of the own one', async () => {
  const { rij, gezien, gestuurd } = naast()
  rij.zet({ ...eigen, af: false })
  await expect.poll(() => gezien.stand.soort).toBe('gewijzigd')
  await rij.toonNieuw()
  rij.neemNieuw()
  expect(gezien.getoond.stappen).toEqual(client('Van de collega'))
  rij.wek()
  await Promise.resolve()
  expect(gezien.stand.soort).toBe('rust')
  expect(gestuurd).toHaveLength(1)
})

test('a fresh look shows what a colleague stored, and what is typed next rests on that', async () => {
  const { rij, gezien, gestuurd } = naast()
  expect(await rij.ververs()).toMatchObject({ versie: 5 })
  expect(gezien.getoond.stappen).toEqual(client('Van de collega'))
  rij.zet({ ...eigen, af: false })
  await expect.poll(() => gezien.stand.soort).toBe('bewaard')
  expect(gestuurd).toEqual(['client op 5'])
})

test('typed text that waits is not passed over by a fresh look', async () => {
  const { rij, gezien, gestuurd } = naast()
  rij.zet({ ...eigen, af: false })
  await expect.poll(() => gezien.stand.soort).toBe('gewijzigd')
  expect(await rij.ververs()).toBeUndefined()
  expect(gestuurd).toEqual(['client op 4'])
  expect(gezien.stand.soort).toBe('gewijzigd')
})

test('leaving waits for what is on its way, and knows when nothing is lost', async () => {
  let laatDoor = (): void => undefined
  const poort = new Promise<void>((klaar) => (laatDoor = klaar))
  const rij = maakBewaarrij(concept(4), {
    stuur: async (klus, versie) => {
      await poort
      return concept(versie + 1, { [klus.sleutel]: { gegevens: klus.gegevens, af: klus.af } })
    },
    haal: async () => concept(4),
    meld: () => undefined,
    toon: () => undefined,
    straks: () => () => undefined,
  })
  expect(await rij.leeg()).toBe(true)
  rij.zet({ ...eigen, af: false })
  expect(rij.isLeeg()).toBe(false)
  const leeg = rij.leeg()
  laatDoor()
  expect(await leeg).toBe(true)
})

test.each([
  ['there is no connection', () => new GeenVerbinding()],
  ['the session ended', () => new Geweigerd({ ...geweigerd, status: 401, code: 'NIET_AANGEMELD' })],
])('leaving loses text while %s', async (_wat, fout) => {
  const rij = maakBewaarrij(concept(4), {
    stuur: () => Promise.reject(fout()),
    haal: async () => concept(4),
    meld: () => undefined,
    toon: () => undefined,
    straks: () => () => undefined,
  })
  rij.zet({ ...eigen, af: false })
  expect(await rij.leeg()).toBe(false)
})

test('leaving loses text while a colleague was first and nothing was chosen', async () => {
  const { rij, gezien } = naast()
  rij.zet({ ...eigen, af: false })
  await expect.poll(() => gezien.stand.soort).toBe('gewijzigd')
  expect(await rij.leeg()).toBe(false)
})
