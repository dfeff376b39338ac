/** The fold of a placing: copies facts of an event into the state and runs no rule (D5). */
import type { Gebeurtenis } from '../proces.ts'
import type { Plaatsing } from './stand.ts'

/** Throws for an event this version does not know: guessing would make the state a lie. */
export function pasToe(p: Plaatsing, g: Gebeurtenis): Plaatsing {
  const f = g.feiten as unknown as {
    door: string
    plek: string
    van: string
    tot: string
    datum: string
    nieuw: Partial<Plaatsing>
  }
  switch (g.soort) {
    case 'opWachtlijst': {
      const { door: _door, ...feiten } = f
      return { ...p, ...(feiten as unknown as Partial<Plaatsing>), stap: 'wachtend' }
    }
    case 'geplaatst':
      return { ...p, stap: 'geplaatst', plek: f.plek, van: f.van, pauzeTot: null }
    case 'verhuisd':
    case 'vertrokken':
      return { ...p, stap: g.soort, tot: f.tot }
    case 'gepauzeerd':
      return { ...p, stap: 'pauze', pauzeTot: f.tot }
    case 'wachtenHervat':
      return { ...p, stap: 'wachtend', pauzeTot: null }
    case 'contactGehad':
      // An older contact that is entered later is not the last one.
      return { ...p, laatsteContact: p.laatsteContact && p.laatsteContact > f.datum ? p.laatsteContact : f.datum }
    case 'vanLijstGehaald':
      return { ...p, stap: 'vanLijst', pauzeTot: null }
    case 'stapTeruggenomen':
      return { ...p, ...f.nieuw }
    case 'verblijfHersteld':
      return { ...p, stap: 'geplaatst', tot: null }
    default:
      throw new Error(`Onbekende gebeurtenis bij een plaatsing: ${g.soort}`)
  }
}
