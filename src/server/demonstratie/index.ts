export { DEMOREGIO, legGrondslag } from './grondslag.ts'
export { MEESTE_PERSONEN, zaaiDemonstratie, type Zaaikeuze } from './zaai.ts'
