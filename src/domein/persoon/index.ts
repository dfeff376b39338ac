export { type Persoon, persoon, volledigeNaam } from './persoon.ts'
