export { beeldomgeving, leesMelding, metUitleg, type Uitlegvraag } from './melding.routes.ts'
export { leesZaak } from './melding.opslag.ts'
export { vastgelegd } from './zaakbeeld.ts'
export { tijdlijnregel } from './tijdlijn.ts'
