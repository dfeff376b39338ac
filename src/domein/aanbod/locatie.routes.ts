import type { Routes } from '../route.ts'
import { leesLocatielijst } from './plekken.opslag.ts'

/** Locations of the region with what is free today. */
export const locatieRoutes: Routes = (app, omg) => {
  app.get<{ Querystring: { product?: string; gemeente?: string } }>('/locaties', async (verzoek) =>
    leesLocatielijst(omg, await omg.wie(verzoek), verzoek.query),
  )
}
