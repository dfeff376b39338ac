export { type Locatie, locatie } from './locatie.ts'
