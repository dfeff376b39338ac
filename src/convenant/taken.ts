/**
 * The closed list of tasks. A covenant maps its own words onto it; a command names one to say which
 * organisation may perform it (D2).
 */
export const TAKEN = {
  registratie: { naam: 'registratie', doet: 'registreert de melding' },
  screening: { naam: 'screening', doet: 'doet de screening' },
  onderzoek: { naam: 'onderzoek', doet: 'doet het onderzoek' },
  advies: { naam: 'advies', doet: 'brengt het advies uit' },
  'doorslaggevend-advies': { naam: 'doorslaggevende stem', doet: 'heeft de doorslaggevende stem over het advies' },
  beschikking: { naam: 'beschikking', doet: 'neemt het besluit (de beschikking)' },
  bezwaar: { naam: 'bezwaar en beroep', doet: 'behandelt het bezwaar' },
  ingebrekestelling: { naam: 'ingebrekestelling', doet: 'behandelt de ingebrekestelling' },
  plaatsing: { naam: 'plaatsing', doet: 'plaatst de cliënt' },
  wachtlijst: { naam: 'wachtlijst', doet: 'beheert de wachtlijst' },
  contract: { naam: 'contracten', doet: 'sluit de contracten met aanbieders' },
  toezicht: { naam: 'toezicht', doet: 'wijst de toezichthouder aan' },
  'cak-zin': { naam: 'CAK (zorg in natura)', doet: 'geeft de gegevens voor zorg in natura door aan het CAK' },
  'cak-pgb': { naam: 'CAK (pgb)', doet: 'geeft de gegevens voor een pgb door aan het CAK' },
  svb: { naam: 'SVB', doet: 'regelt het trekkingsrecht van het pgb met de SVB' },
  klachten: { naam: 'klachten', doet: 'behandelt de klacht' },
} as const satisfies Record<string, { naam: string; doet: string }>

export type Taak = keyof typeof TAKEN
export const taken = Object.keys(TAKEN) as [Taak, ...Taak[]]
export const isTaak = (tekst: string): tekst is Taak => Object.hasOwn(TAKEN, tekst)
