/** The rule commands: they need no server and no database. */
import type { Opdracht } from '../opdracht.ts'
import { dwangsom } from './dwangsom.ts'
import { doorbelasting } from './doorbelasting.ts'
import { kalender } from './kalender.ts'
import { looptijd } from './looptijd.ts'
import { nieuweClient } from './nieuwe-client.ts'
import { opzegging } from './opzegging.ts'
import { stem } from './stem.ts'
import { termijn } from './termijn.ts'
import { toets } from './toets.ts'
import { uitvoeringskosten } from './uitvoeringskosten.ts'
import { verdeel } from './verdeel.ts'
import { vergelijk } from './vergelijk.ts'
import { voorbeelden } from './voorbeelden.ts'
import { voorrang } from './voorrang.ts'
import { wie } from './wie.ts'

export const regelopdrachten: readonly Opdracht[] = [
  wie,
  termijn,
  dwangsom,
  nieuweClient,
  looptijd,
  opzegging,
  stem,
  verdeel,
  uitvoeringskosten,
  voorbeelden,
  toets,
  vergelijk,
  kalender,
  doorbelasting,
  voorrang,
]
