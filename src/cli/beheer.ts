/** Commands for whoever runs Regiodak: tables up to date, backup, and restore with its proof. */
import { backup } from '../opslag/backup.ts'
import { vindDatabank } from '../opslag/databank.ts'
import { herstel } from '../opslag/herstel.ts'
import { migreer } from '../opslag/migreer.ts'
import { draaiControle, zinVan } from './controleer.ts'
import { Gebruiksfout, maakOpdracht } from './opdracht.ts'

async function metEigenaar<T>(waarvoor: string, werk: (url: string) => Promise<T>): Promise<T> {
  const gevonden = await vindDatabank({ log: () => undefined })
  try {
    return await werk(gevonden.eigenaar(waarvoor))
  } finally {
    await gevonden.stop()
  }
}

const eenBestand = (los: string[]): string => {
  if (los.length !== 1) throw new Gebruiksfout('Noem één bestand.')
  return los[0]!
}

export const migreerOpdracht = maakOpdracht({
  naam: 'migreer',
  gebruik: 'migreer [--json]',
  hulp: 'Brengt de tabellen op de versie van dit programma.',
  opties: {},
  los: 0,
  doe: async ({ opties }, uit) => {
    const gedaan = await metEigenaar('de tabellen bij te werken', (url) => migreer(url))
    if (opties.json) uit.schrijf(JSON.stringify({ uitgevoerd: gedaan }))
    else uit.schrijf(gedaan.length ? `Uitgevoerd: ${gedaan.join(', ')}.` : 'De tabellen zijn al bij.')
    return 0
  },
})

export const backupOpdracht = maakOpdracht({
  naam: 'backup',
  gebruik: 'backup BESTAND [--json]',
  hulp: 'Bewaart alle tabellen van één moment in één bestand. Er mag intussen gewerkt worden.',
  opties: {},
  los: 1,
  doe: async ({ opties, los }, uit) => {
    const bestand = eenBestand(los)
    const uitkomst = await metEigenaar('een backup te maken', (url) => backup(url, bestand))
    if (opties.json) uit.schrijf(JSON.stringify(uitkomst))
    else uit.schrijf(`${uitkomst.rijen} rijen uit ${uitkomst.tabellen} tabellen bewaard in ${bestand}.`)
    return 0
  },
})

export const herstelOpdracht = maakOpdracht({
  naam: 'herstel',
  gebruik: 'herstel BESTAND [--json]',
  hulp: 'Zet een backup terug in een lege databank en controleert daarna of de stand gelijk is aan het journaal.',
  opties: {},
  los: 1,
  doe: async ({ opties, los }, uit) => {
    const bestand = eenBestand(los)
    return metEigenaar('een backup terug te zetten', async (url) => {
      const uitkomst = await herstel(url, bestand)
      const rapport = await draaiControle(url)
      if (opties.json) uit.schrijf(JSON.stringify({ ...uitkomst, controle: rapport }))
      else uit.schrijf(`${uitkomst.rijen} rijen teruggezet.\n${zinVan(rapport)}`)
      return rapport.bevindingen.length ? 1 : 0
    })
  },
})
