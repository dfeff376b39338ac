/** Why a term that stands still has no last day, and how that day will be worked out (Awb 4:15). */
import { datum, schrijfDag } from '../../../kern/datum.ts'
import { ontbreekt, type Stap, type Uitkomst } from '../../../kern/uitkomst.ts'
import type { Termijn } from '../../../recht/index.ts'
import type { RegioAfspraken } from '../../afspraken.ts'
import { wetsbron } from '../../wetsbron.ts'
import type { stilzetredenen } from '../melding.schema.ts'

const want: Readonly<Record<keyof typeof stilzetredenen, string>> = {
  aanvulling: 'we wachten op een aanvulling door de cliënt',
  instemming: 'de cliënt stemt in met uitstel',
  vertraging: 'de vertraging ligt aan de cliënt',
  overmacht: 'er is overmacht',
}

type Stil = {
  reden: keyof typeof stilzetredenen
  /** First day that does not count. */
  van: string
  /** Last day to complete the request; null for other reasons. */
  uiterlijk: string | null
  /** The term with the pauses before this one, and as it will be when the request is not completed. */
  zonder: Uitkomst<Termijn>
  ongebruikt: Uitkomst<Termijn> | null
}

/** The lines of the sum: what else a term tells (what it is for, what may move it) is no answer here. */
const som = (t: Uitkomst<Termijn>): readonly Stap[] => t.waarom.stappen?.filter((s) => s.feiten) ?? []
const zelfde = (a: Stap, b: Stap): boolean => JSON.stringify([a.wat, a.feiten]) === JSON.stringify([b.wat, b.feiten])

export function waaromStil(s: Stil, afspraken: RegioAfspraken): Uitkomst<Termijn> {
  const bron = wetsbron(afspraken, 'awb', '4:15', s.reden === 'aanvulling' ? '1' : '2')
  const van = datum(s.van)
  const stappen: Stap[] = []
  if (s.zonder.soort === 'bepaald') {
    const { datum: laatste, zonderVerlenging: eind } = s.zonder.waarde
    stappen.push(
      {
        wat: 'Zonder het stilzetten was de laatste dag {dag}.',
        feiten: { dag: schrijfDag(laatste), datum: laatste },
        stappen: som(s.zonder),
      },
      {
        wat: 'Loopt de termijn weer, dan tellen we bij {eind} elke dag op dat hij stilstond. De eerste is {van}. Komen we uit op een zaterdag, zondag of feestdag, dan schuift de laatste dag op naar de eerste werkdag daarna.',
        bron,
        feiten: { van, eind },
      },
    )
  }
  if (s.uiterlijk && s.ongebruikt?.soort === 'bepaald') {
    const { datum: dan } = s.ongebruikt.waarde
    stappen.push({
      wat: 'Vult de cliënt niet aan, dan loopt de termijn vanzelf weer vanaf {weer}. De laatste dag is dan {dag}.',
      bron,
      feiten: { weer: datum(s.uiterlijk).add({ days: 1 }), dag: schrijfDag(dan), datum: dan },
      stappen: som(s.ongebruikt).filter((nu) => !som(s.zonder).some((al) => zelfde(al, nu))),
    })
  }
  return ontbreekt(
    { wat: 'de dag waarop de termijn weer loopt' },
    {
      wat: 'De beslistermijn staat stil vanaf {van}, want {want}. Zolang is er geen laatste dag.',
      bron,
      feiten: { van, want: want[s.reden] },
      stappen,
    },
  )
}
