export { leesPlekken } from './plekken.opslag.ts'
