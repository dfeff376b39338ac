/**
 * Model cases, made by the program's own commands: one per origin, status and moment. The data set is
 * copies of these with ids, numbers, names and hashes of their own.
 */
import type { Pool } from 'pg'
import { type Aangemeld, maakKlok, type Omgeving } from '../../src/domein/omgeving.opslag.ts'
import type { Datum } from '../../src/kern/datum.ts'
import { herleid } from '../../src/server/nacht.ts'
import { procesVan } from '../../src/server/processen.ts'
import { maakSessies } from '../../src/server/sessies.ts'
import { voerUit } from '../../src/server/uitvoeren.ts'
import { eenMelding, MERK, VERHAAL, VERSLAG } from './melding.ts'
import { adviseur, type Oorsprong, oorsprongen } from './oorsprong.ts'
import { maakBsns } from './toeval.ts'

/** Ten statuses; where one organisation advises and decides, two others take the place of the hand-over. */
const KERN = ['registratie', 'screening', 'onderzoek', 'advies', 'aanvraag', 'besluit', 'bekendmaking', 'toegekend']
const statussen = (o: Oorsprong): string[] => [
  ...KERN,
  ...(adviseur(o) === 'den-haag' ? ['afgewezen', 'gesloten'] : ['beoordeling', 'verschil']),
]

/** History rows a case has at least. */
export const GESCHIEDENIS = 8

export type Sjabloon = {
  oorsprong: Oorsprong
  status: string
  zaak: string
  bsn: string
}

/** `beurten`: how many moments per origin and status. Runs as the restricted login, like the program. */
export async function maakSjablonen(
  basis: Omit<Omgeving, 'klok'>,
  peildatum: Datum,
  beurten: number,
): Promise<Sjabloon[]> {
  const mensen = await maakMensen(basis.pool, peildatum)
  const werk = oorsprongen.flatMap((oorsprong) =>
    statussen(oorsprong).flatMap((status) =>
      Array.from({ length: beurten }, (_, beurt) => ({ oorsprong, status, beurt })),
    ),
  )
  const uit: Sjabloon[] = []
  const bsn = maakBsns(0)
  const rij = werk.entries()
  const werker = async (): Promise<void> => {
    for (const [i, { oorsprong, status, beurt }] of rij)
      uit[i] = await loop(basis, mensen, peildatum.subtract({ days: 26 + beurt * 6 }), oorsprong, status, i, bsn())
  }
  await Promise.all(Array.from({ length: 4 }, werker))
  const omg: Omgeving = { ...basis, klok: maakKlok(peildatum) }
  await herleid(omg, mensen('den-haag', 'consulent-centrum').regio)
  return uit
}

type Mensen = (organisatie: string, rol: string) => Aangemeld

async function maakMensen(pool: Pool, dag: Datum): Promise<Mensen> {
  const alle = await maakSessies(pool, maakKlok(dag)).aanstellingen()
  return (organisatie, rol) => {
    const gevonden = alle.find((a) => a.wie.organisatie.slug === organisatie && a.wie.rol.code === rol)
    if (!gevonden) throw new Error(`No ${rol} at ${organisatie}`)
    return gevonden.wie
  }
}

/**
 * The commands of a case in order. `na` is the status after it, `alleen` marks one that few cases take;
 * the input is made on the day of the command.
 */
type Stap = {
  na: string
  wie: 'consulent' | 'beslisser'
  opdracht: string
  invoer: (op: string) => object
  alleen?: boolean
}

function stappenVan(o: Oorsprong, status: string, bsn: string, nr: number): Stap[] {
  const zelf = adviseur(o) === 'den-haag'
  // Opvang is one of the products; only where no hand-over is wanted (DH 3.3.2 is about beschermd wonen).
  const mo = zelf && nr % 7 === 3
  const product = mo ? 'opvang' : ['wonen-basis', 'wonen-plus', 'wonen-intensief'][nr % 3]!
  const { kort, lang: motivering } = VERHAAL
  const besluit = (ingangsdatum: string): object =>
    status === 'afgewezen'
      ? { uitkomst: 'afwijzen', grond: 'voorliggend', afwijkingVanAdvies: kort }
      : { uitkomst: 'toekennen', product, ingangsdatum, einddatum: '2028-12-31' }
  const advies = { uitkomst: mo ? 'opvang' : 'toekennen', product, motivering, waaromNietZelfstandig: kort }
  const door = (wie: Stap['wie'], opdracht: string, na: string, invoer: Stap['invoer']): Stap => ({
    wie,
    opdracht,
    na,
    invoer,
  })
  const alle: Stap[] = [
    door('consulent', 'ontvang', 'registratie', (op) =>
      eenMelding({ datum: op, oorsprong: o, bsn, mo, persoon: MERK }),
    ),
    door('consulent', 'registreer', 'screening', () => ({ identiteit: 'gezien' })),
    { ...door('consulent', 'trekIn', 'gesloten', (op) => ({ datum: op, reden: kort })), alleen: true },
    door('consulent', 'screen', 'onderzoek', () => ({ uitkomst: 'onderzoek', toelichting: kort })),
    door('consulent', 'startOnderzoek', '', (op) => ({ gesprekOp: op })),
    door('consulent', 'rondOnderzoekAf', 'advies', (op) => ({ datum: op, ...VERSLAG })),
    door('consulent', 'brengAdviesUit', zelf ? 'aanvraag' : 'beoordeling', () => advies),
    {
      ...door('beslisser', 'meldVerschil', 'verschil', () => ({ standpunt: 'begeleiding', motivering })),
      alleen: true,
    },
    ...(zelf ? [] : [door('beslisser', 'neemAdviesOver', 'aanvraag', () => ({}))]),
    door('beslisser', 'ontvangAanvraag', 'besluit', (op) => ({ datum: op, vorm: 'verslag' })),
    door('beslisser', 'neemBesluit', 'bekendmaking', (op) => ({ ...besluit(op), datum: op, motivering })),
    door('beslisser', 'maakBekend', status, (op) => ({ datum: op, wijze: 'post' })),
  ]
  const mee = alle.filter((s) => !s.alleen || s.na === status)
  return mee.slice(0, mee.findIndex((s) => s.na === status) + 1)
}

/** Walks one case from its report to `status`, two days a step, and fills its history to eight rows. */
async function loop(
  basis: Omit<Omgeving, 'klok'>,
  mensen: Mensen,
  begin: Datum,
  oorsprong: Oorsprong,
  status: string,
  nr: number,
  bsn: string,
): Promise<Sjabloon> {
  const advies = adviseur(oorsprong)
  const wie = {
    consulent: mensen(advies, advies === 'den-haag' ? 'consulent-centrum' : 'consulent'),
    beslisser: mensen('den-haag', 'beslisser'),
  }
  let zaak: { id: string; nummer: number } | undefined
  let dag = begin
  const doe = async (stap: Stap): Promise<{ id: string; nummer: number }> => {
    const omg: Omgeving = { ...basis, klok: maakKlok(dag) }
    const { opdracht } = stap
    const invoer = stap.invoer(dag.toString())
    dag = dag.add({ days: 2 })
    const verzoek = {
      proces: procesVan('melding'),
      id: zaak?.id ?? null,
      opdracht,
      invoer,
      versie: null,
      sleutel: null,
    }
    return voerUit(omg, wie[stap.wie], verzoek)
  }
  for (const stap of stappenVan(oorsprong, status, bsn, nr)) zaak = await doe(stap)
  while (zaak!.nummer < GESCHIEDENIS)
    zaak = await doe({ na: status, wie: 'consulent', opdracht: 'notitie', invoer: () => ({ tekst: VERHAAL.kort }) })
  return { oorsprong, status, zaak: zaak!.id, bsn }
}
