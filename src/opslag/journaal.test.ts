import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { pakIn } from './inhoud.ts'
import { BEGIN_HASH, type Boeking, gebeurtenisHash, inhoudHash, keten, type Nieuw } from './journaal.ts'

const nieuw: Nieuw = {
  regio: 'r',
  stroom: 's',
  soort: 'genoteerd',
  opgenomen: '2026-02-23T08:00:00.000Z',
  geldigOp: '2026-02-23',
  wie: 'w',
  namens: 'n',
  oorzaak: null,
  afspraken: 'den-haag 0123',
  feiten: '{"door":"zoetermeer"}',
  inhoud: pakIn({ wens: 'rust' }, { onderzoek: { soort: 'bepaald', waarde: true, waarom: { wat: 'Zo is het.' } } }),
  bewarenTot: null,
}

test('a stream begins with thirty-two zero bytes and counts from one', () => {
  expect(BEGIN_HASH.equals(Buffer.alloc(32))).toBe(true)
  const { kop, boekingen } = keten({ nummer: 0, hash: BEGIN_HASH }, [nieuw, nieuw])
  expect(boekingen.map((b) => b.nummer)).toEqual([1, 2])
  expect(kop).toEqual({ nummer: 2, hash: boekingen[1]!.hash })
})

test('the hash of an event is what the paper says: the one before, then every column in order', () => {
  const b = { ...nieuw, nummer: 7, id: 'i', versie: 1, inhoud: null, inhoudHash: null }
  const met = createHash('sha256')
    .update(Buffer.alloc(32))
    .update(
      String.raw`["r","s",7,"i","genoteerd",1,"2026-02-23T08:00:00.000Z","2026-02-23","w","n",null,"den-haag 0123","{\"door\":\"zoetermeer\"}",null,null]`,
    )
    .digest()
  expect(gebeurtenisHash(BEGIN_HASH, b).toString('hex')).toBe(met.toString('hex'))
})

test('chaining in two goes gives the same chain as in one: each continues on the head before', () => {
  const samen = keten({ nummer: 0, hash: BEGIN_HASH }, [nieuw, nieuw, nieuw]).boekingen
  let vorige: Buffer = BEGIN_HASH
  for (const b of samen) {
    expect(gebeurtenisHash(vorige, b).equals(b.hash)).toBe(true)
    vorige = b.hash
  }
})

test('a change of any column changes the hash', () => {
  const b: Boeking = keten({ nummer: 0, hash: BEGIN_HASH }, [nieuw]).boekingen[0]!
  const tekstvelden = [
    'regio',
    'stroom',
    'id',
    'soort',
    'opgenomen',
    'geldigOp',
    'wie',
    'namens',
    'afspraken',
    'feiten',
  ] as const
  fc.assert(
    fc.property(fc.constantFrom(...tekstvelden), fc.string(), (veld, waarde) => {
      fc.pre(waarde !== b[veld])
      expect(gebeurtenisHash(BEGIN_HASH, { ...b, [veld]: waarde }).equals(b.hash)).toBe(false)
    }),
  )
  for (const anders of [
    { nummer: 2 },
    { versie: 2 },
    { oorzaak: 'x' },
    { inhoud: null },
    { inhoud: { id: 'x' } },
    { inhoudHash: null },
  ])
    expect(gebeurtenisHash(BEGIN_HASH, { ...b, ...anders }).equals(b.hash), JSON.stringify(anders)).toBe(false)
})

test('text moved from one column into the next is another event', () => {
  const b = keten({ nummer: 0, hash: BEGIN_HASH }, [nieuw]).boekingen[0]!
  const verschoven = { ...b, wie: 'w","n', namens: '' }
  expect(gebeurtenisHash(BEGIN_HASH, verschoven).equals(b.hash)).toBe(false)
})

test('content is bound by its hash and hidden by its salt: the same words twice are two hashes', () => {
  const [een, twee] = keten({ nummer: 0, hash: BEGIN_HASH }, [nieuw, nieuw]).boekingen
  expect(een!.inhoud!.zout).toHaveLength(16)
  expect(een!.inhoudHash!.equals(twee!.inhoudHash!)).toBe(false)
  expect(inhoudHash(een!.inhoud!.zout, nieuw.inhoud!).equals(een!.inhoudHash!)).toBe(true)
  expect(inhoudHash(twee!.inhoud!.zout, nieuw.inhoud!).equals(een!.inhoudHash!)).toBe(false)
})

test('an event without content binds none', () => {
  const { boekingen } = keten({ nummer: 0, hash: BEGIN_HASH }, [{ ...nieuw, inhoud: null }])
  expect(boekingen[0]).toMatchObject({ inhoud: null, inhoudHash: null })
})
