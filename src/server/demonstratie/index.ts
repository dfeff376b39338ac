export { legGrondslag } from './grondslag.ts'
export { DEMOREGIO, voorbeeldregios } from './regios.ts'
export { MEESTE_PERSONEN, zaaiDemonstratie, type Zaaikeuze } from './zaai.ts'
