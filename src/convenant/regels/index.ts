/** The register of kinds. Nothing outside it chooses by `soort`. */
import type { Open } from '../keuze.ts'
import { afspraak } from './nadere-afspraak.ts'
import { bedrag } from './bedrag.ts'
import { bedragen } from './bedragen.ts'
import { besluitregel } from './besluitregel.ts'
import { dwangsom } from './dwangsom.ts'
import { functiescheiding } from './functiescheiding.ts'
import { doorbelasting, doorbelastingscorrectie, doorbelastingsfactuur, doorbelastingspost } from './doorbelasting.ts'
import { drager } from './drager.ts'
import { gegevens } from './gegevens.ts'
import { gevolg } from './gevolg.ts'
import { kalender } from './kalender.ts'
import { looptijd } from './looptijd.ts'
import { mandaat } from './mandaat.ts'
import { overleg } from './overleg.ts'
import { opzegging } from './opzegging.ts'
import { plaatsing } from './plaatsing.ts'
import { plicht } from './plicht.ts'
import type { Soort } from './soort.ts'
import { stappen } from './stappen.ts'
import { taak } from './taak.ts'
import { taakBijDerde } from './taak-bij-derde.ts'
import { opschorting, termijn, verdaging } from './termijn.ts'
import { feestdagen } from './feestdagen.ts'
import { eindeOpWerkdag, minimumWerkdagen, uitgezonderdeTermijnen } from './termijnenwet.ts'
import { terugblik } from './terugblik.ts'
import { toelating } from './toelating.ts'
import { toetsingskader } from './toetsingskader.ts'
import { verdeelsleutel } from './verdeelsleutel.ts'
import { voorrangsgroep, voorrangsvoorwaarde } from './voorrangsgroep.ts'
import { vertegenwoordiging } from './vertegenwoordiging.ts'

export const soorten = {
  taak,
  'taak-bij-derde': taakBijDerde,
  mandaat,
  looptijd,
  besluitregel,
  overleg,
  plicht,
  afspraak,
  stappen,
  plaatsing,
  toelating,
  toetsingskader,
  gegevens,
  vertegenwoordiging,
  drager,
  gevolg,
  opzegging,
  kalender,
  doorbelasting,
  doorbelastingspost,
  doorbelastingsfactuur,
  doorbelastingscorrectie,
  terugblik,
  verdeelsleutel,
  bedrag,
  termijn,
  opschorting,
  verdaging,
  feestdagen,
  'einde-op-werkdag': eindeOpWerkdag,
  'minimum-werkdagen': minimumWerkdagen,
  'uitgezonderde-termijnen': uitgezonderdeTermijnen,
  bedragen,
  dwangsom,
  functiescheiding,
  voorrangsgroep,
  voorrangsvoorwaarde,
} as const

type Soorten = typeof soorten
export type Regelsoort = keyof Soorten
export type RegelVan<S extends Regelsoort> = Soorten[S] extends Soort<infer R> ? R : never
export type Regel = { [S in Regelsoort]: RegelVan<S> }[Regelsoort]

export const isRegelsoort = (tekst: unknown): tekst is Regelsoort =>
  typeof tekst === 'string' && Object.hasOwn(soorten, tekst)

/** The kind of a rule, whatever it is; its functions accept exactly the rules of that kind. */
export const soortVan = (naam: Regelsoort): Soort<Regel> => soorten[naam]

/** What the text of a rule leaves open, whatever its kind. */
export const openVan = (regel: Regel): Open => soortVan(regel.soort).open?.(regel) ?? {}
