export { convenantRoutes, leesConvenant } from './convenant.routes.ts'
export { leesVaststelling, vaststellingRoutes } from './vaststelling.routes.ts'
