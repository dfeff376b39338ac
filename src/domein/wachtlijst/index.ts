export { type Plaatsing, plaatsing, type Plaatsingstap, plaatsingstappen } from './plaatsing.ts'
