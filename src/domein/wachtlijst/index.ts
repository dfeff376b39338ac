export { type Plaatsing, plaatsing } from './plaatsing.ts'
export { type Plaatsingstap, plaatsingstappen } from './plaatsing.schema.ts'
