export { besluitenlijst } from './besluitenlijst.ts'
export { magVastleggen } from './opdrachten.ts'
export type { Besluitenlijst } from './stand.ts'
