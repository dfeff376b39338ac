import type { Convenantbeeld } from '../../../domein/bestuur/convenant.schema.ts'
import { dagVanVersie } from '../../onderdelen/plek.ts'
import type { Tab } from './tabs.tsx'

type Getoond = Pick<Convenantbeeld, 'op' | 'ingang' | 'versies'>

/**
 * The day on which this part of the page is used to record (D7). What is recorded counts from now, whichever day
 * someone looks at, so that is today. A decision is about a version, also one that does not count today: such a
 * version is shown on a day of its own. Evidence is about the duties of today.
 */
export const vastlegdag = ({ ingang, versies }: Getoond, tab: Tab, vandaag: string): string =>
  tab === 'plichten'
    ? vandaag
    : dagVanVersie(
        ingang,
        versies.map((v) => v.ingang),
        vandaag,
      )
