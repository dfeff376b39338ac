/** Where people come from, and how many of each hundred (the mix of the anchor's data set R100k). */
export const OORSPRONGEN = {
  'den-haag': 70,
  'leidschendam-voorburg': 10,
  zoetermeer: 8,
  rijswijk: 2,
  wassenaar: 2,
  'buiten-regio': 8,
} as const
export type Oorsprong = keyof typeof OORSPRONGEN
export const oorsprongen = Object.keys(OORSPRONGEN) as Oorsprong[]

/** Who advises: the three that do it themselves (DH 3.1), else Den Haag. */
export const adviseur = (o: Oorsprong): string =>
  o === 'leidschendam-voorburg' || o === 'zoetermeer' || o === 'rijswijk' ? o : 'den-haag'
