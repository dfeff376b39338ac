export { DEMOREGIO, legGrondslag } from './grondslag.ts'
export { zaaiDemonstratie, type Zaaikeuze } from './zaai.ts'
