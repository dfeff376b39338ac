/** How a term looks today: words and colour come from the days left, never from something stored. */
import { type Datum, dagenTussen } from '../kern/datum.ts'
import { feestdagen } from '../recht/index.ts'
import type { Afspraken } from '../convenant/index.ts'
import type { Termijn, Termijntoestand } from './antwoorden.ts'
import { maakGeheugen } from './geheugen.ts'
import type { AfgeleideTermijn } from './proces.ts'

type Kaders = Pick<Afspraken, 'kaders'>

/** In this many calendar days more than a working week always fits, whatever the holidays. */
const RUIM = 21

/** Working days after `van` up to and including `tot`: a Friday sees Monday coming. */
export function werkdagenTot(van: Datum, tot: Datum, vrij: (dag: Datum) => boolean): number {
  let aantal = 0
  for (let dag = van.add({ days: 1 }); Temporal.PlainDate.compare(dag, tot) <= 0; dag = dag.add({ days: 1 })) {
    if (dag.dayOfWeek < 6 && !vrij(dag)) aantal += 1
    if (aantal > 5) return aantal
  }
  return aantal
}

const geteld = maakGeheugen<number>(2_000)
/** Many cases share a last day, and every one of them is shown with it. */
const werkdagen = (van: Datum, tot: Datum, kaders: Kaders): number =>
  geteld(kaders, `${van.toString()} ${tot.toString()}`, () => werkdagenTot(van, tot, isFeestdag(kaders)))

const jaren = new Map<number, ReadonlySet<string>>()
/** Whether a day is a general holiday by the Algemene termijnenwet. */
export const isFeestdag =
  ({ kaders }: Kaders) =>
  (dag: Datum): boolean => {
    const bekend = jaren.get(dag.year) ?? new Set(feestdagen(kaders, dag.year).map((f) => f.datum.toString()))
    jaren.set(dag.year, bekend)
    return bekend.has(dag.toString())
  }

function toestand(dagen: number, werkdagen: number): Termijntoestand {
  if (dagen < 0) return 'te-laat'
  if (dagen === 0 || werkdagen <= 1) return 'morgen'
  return werkdagen <= 5 ? 'week' : 'ruim'
}

export function termijncel(t: AfgeleideTermijn, vandaag: Datum, kaders: Kaders): Termijn {
  const basis = {
    code: t.code,
    naam: t.naam,
    soort: t.soort,
    gehaaldOp: t.gehaaldOp?.toString() ?? null,
    stilgezetSinds: t.stilgezetSinds?.toString() ?? null,
  }
  if (t.gehaaldOp) return { ...basis, datum: t.uiterlijk.toString(), toestand: 'gehaald', dagen: null }
  if (t.stilgezetSinds) return { ...basis, datum: null, toestand: 'stilgezet', dagen: null }
  const dagen = dagenTussen(vandaag, t.uiterlijk)
  return {
    ...basis,
    datum: t.uiterlijk.toString(),
    toestand: dagen > RUIM ? 'ruim' : toestand(dagen, dagen < 0 ? 0 : werkdagen(vandaag, t.uiterlijk, kaders)),
    dagen,
  }
}
