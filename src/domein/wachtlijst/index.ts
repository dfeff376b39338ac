export { plaatsing } from './plaatsing.ts'
export type { Plaatsing } from './stand.ts'
export { type Plaatsingstap, plaatsingstappen } from './plaatsing.schema.ts'
