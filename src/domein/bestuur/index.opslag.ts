export { convenantRoutes, leesConvenant } from './convenant.routes.ts'
