import { z } from 'zod'
import { dag, keuze, regel, verhaal, verhaalOptioneel } from '../persoon/persoon.schema.ts'

/** Where a placing stands, in words. */
export const plaatsingstappen = {
  wachtend: 'Wacht op een plek',
  pauze: 'Tijdelijk geen voorstel',
  geplaatst: 'Geplaatst',
  verhuisd: 'Verhuisd',
  vertrokken: 'Vertrokken',
  vanLijst: 'Van de lijst',
} as const
export type Plaatsingstap = keyof typeof plaatsingstappen

/** What can be taken back of a placing, in words. */
export const terugTeNemen = {
  geplaatst: 'de plaatsing',
  vertrokken: 'het vertrek',
  vanLijstGehaald: 'het van de wachtlijst halen',
} as const

export const redenenVanLijst = {
  elders: 'de cliënt vond elders een plek',
  ingetrokken: 'de cliënt wil niet meer',
  wlz: 'de cliënt gaat naar de Wlz',
  overleden: 'de cliënt is overleden',
  anders: 'een andere reden',
} as const

/** Where someone goes who leaves their place: a fixed list, so that it can be counted. */
export const bestemmingen = {
  eigenHuis: 'een eigen woning',
  bekenden: 'familie of bekenden',
  andereRegio: 'een plek in een andere regio',
  wlz: 'een Wlz-instelling',
  opname: 'een ziekenhuis of kliniek',
  detentie: 'detentie',
  overleden: 'de cliënt is overleden',
  onbekend: 'niet bekend',
  anders: 'iets anders',
} as const

export const plaats = z.strictObject({
  plek: z.uuid('Kies een plek.'),
  van: dag('de datum waarop de cliënt er gaat wonen'),
  akkoordAanbieder: regel('wie bij de aanbieder akkoord gaf'),
  akkoordOp: dag('de datum van het akkoord'),
  motivering: verhaal('waarom deze plek'),
})
export const legVertrekVast = z.strictObject({
  tot: dag('de dag van vertrek'),
  bestemming: keuze(bestemmingen, 'Kies waar de cliënt naartoe ging.'),
  toelichting: verhaalOptioneel,
})
export const pauzeer = z.strictObject({ tot: dag('tot wanneer'), reden: verhaal('een reden') })
export const hervatWachten = z.strictObject({ toelichting: verhaalOptioneel })
export const legContactVast = z.strictObject({
  datum: dag('de datum van het contact'),
  verslag: verhaal('een verslag'),
})
export const haalVanLijst = z.strictObject({
  datum: dag('de datum'),
  reden: keuze(redenenVanLijst, 'Kies de reden.'),
  toelichting: verhaalOptioneel,
})
