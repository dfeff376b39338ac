export { besluitenlijst } from './besluitenlijst.ts'
export { magVastleggen } from './opdrachten.ts'
export { vaststelling } from './vaststelling.ts'
export type { Besluitenlijst } from './stand.ts'
