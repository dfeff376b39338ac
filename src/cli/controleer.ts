/** `regiodak controleer`: does the state equal the journal? */
import { afsprakenPerRegio, maakAdresboek, maakKlok } from '../domein/omgeving.opslag.ts'
import { laadAfspraken, programmamap } from '../opslag/afspraken-bestanden.ts'
import { vindDatabank } from '../opslag/databank.ts'
import { maakClient, maakPool } from '../opslag/verbinding.ts'
import { controleer as controleerJournaal, type Rapport } from '../server/controleer.ts'
import { leesInstelling } from '../server/programma.ts'
import { maakOpdracht } from './opdracht.ts'

/** Runs the check on the owner's database; also the last step of `herstel`. */
export async function draaiControle(eigenaarUrl: string): Promise<Rapport> {
  const { demonstratie, peildatum } = leesInstelling(process.env)
  const [client, geladen] = await Promise.all([
    maakClient(eigenaarUrl, 'REGIODAK_MIGRATIE_URL'),
    laadAfspraken(programmamap, { demonstratie }),
  ])
  const pool = maakPool(eigenaarUrl, { max: 1 })
  try {
    return await controleerJournaal(client, {
      klok: maakKlok(peildatum),
      afspraken: afsprakenPerRegio(geladen),
      adresboek: await maakAdresboek(pool),
    })
  } finally {
    await pool.end()
    await client.end()
  }
}

export function zinVan(r: Rapport): string {
  const bekeken = `${r.stromen} stromen, ${r.gebeurtenissen} gebeurtenissen, ${r.rijen} rijen en ${r.documenten} documenten bekeken.`
  const gelezen = r.andereAfspraken
    ? `${bekeken}\nVan ${r.andereAfspraken} lopende zaken is met andere afspraken uitgerekend wie aan zet is dan de afspraken van nu. Het nachtwerk rekent dat opnieuw uit. Zijn het de verkeerde afspraken? Kijk dan of REGIODAK_DEMONSTRATIE hier hetzelfde is als bij het programma.`
    : bekeken
  if (!r.bevindingen.length) return `${gelezen}\nDe stand is gelijk aan het journaal.`
  const regels = r.bevindingen.slice(0, 50).map((b) => `- ${b.stroom}: ${b.wat}`)
  return `${gelezen}\nDe stand is niet gelijk aan het journaal (${r.bevindingen.length} verschillen):\n${regels.join('\n')}`
}

export const controleer = maakOpdracht({
  naam: 'controleer',
  gebruik: 'controleer [--json]',
  hulp: 'Bouwt de stand opnieuw op uit het journaal en vergelijkt alles. Wijzigt niets. Stopt met code 1 als er iets verschilt.',
  opties: {},
  los: 0,
  doe: async ({ opties }, uit) => {
    const gevonden = await vindDatabank({ log: () => undefined })
    try {
      const rapport = await draaiControle(gevonden.eigenaar('te controleren'))
      uit.schrijf(opties.json ? JSON.stringify(rapport) : zinVan(rapport))
      return rapport.bevindingen.length ? 1 : 0
    } finally {
      await gevonden.stop()
    }
  },
})
