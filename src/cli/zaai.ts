/** `regiodak zaai`: fills the demonstration region without starting the screens. */
import { afsprakenPerRegio, maakAdresboek, maakKlok, type Omgeving } from '../domein/omgeving.opslag.ts'
import { laadAfspraken, programmamap } from '../opslag/afspraken-bestanden.ts'
import { openDatabank } from '../opslag/databank.ts'
import { legGrondslag, MEESTE_PERSONEN, voorbeeldregios, zaaiDemonstratie } from '../server/demonstratie/index.ts'
import { leesInstelling } from '../server/programma.ts'
import { Invoerfout, maakOpdracht } from './opdracht.ts'

/** Whole people from 1 up to the most there are places for. Throws an `Invoerfout` that names the option. */
function leesAantal(tekst: string): number {
  const aantal = Number(tekst)
  if (!/^\d+$/.test(tekst) || aantal < 1 || aantal > MEESTE_PERSONEN)
    throw new Invoerfout(`--aantal ${tekst} kan niet; kies een aantal van 1 tot en met ${MEESTE_PERSONEN}.`)
  return aantal
}

export const zaai = maakOpdracht({
  naam: 'zaai',
  gebruik: 'zaai [--aantal N]',
  hulp: 'Vult de voorbeeldregio met verzonnen locaties en personen. Gaat verder waar een eerdere keer stopte. Is de regio al vol, dan verandert er niets.',
  opties: { aantal: 'tekst' },
  los: 0,
  doe: async ({ opties }, uit) => {
    const instelling = leesInstelling(process.env)
    if (!instelling.demonstratie)
      throw new Invoerfout(
        'Verzonnen personen komen alleen in een demonstratie. Zet REGIODAK_DEMONSTRATIE=ja als je dat echt wilt.',
      )
    const aantal = opties.aantal === undefined ? instelling.aantal : leesAantal(opties.aantal)
    // With --json only the answer itself goes to stdout.
    const log = (regel: string): void => (opties.json ? uit.fout(regel) : uit.schrijf(regel))
    const databank = await openDatabank({ log, max: instelling.databank.max })
    const gestopt = new AbortController()
    const stop = (): void => gestopt.abort()
    process.once('SIGINT', stop).once('SIGTERM', stop)
    try {
      const klok = maakKlok(instelling.peildatum)
      const geladen = await laadAfspraken(programmamap, { demonstratie: true })
      const eigenaar = databank.gevonden.eigenaar('de voorbeeldregio te maken')
      await legGrondslag(eigenaar, klok.vandaag(), voorbeeldregios(geladen))
      const omg: Omgeving = {
        pool: databank.pool,
        klok,
        afspraken: afsprakenPerRegio(geladen),
        adresboek: await maakAdresboek(databank.pool),
      }
      let stand = { klaar: 0, totaal: aantal }
      await zaaiDemonstratie(omg, { aantal, gestopt: gestopt.signal }, (klaar, totaal) => {
        stand = { klaar, totaal }
        if (klaar % Math.max(1, Math.ceil(totaal / 10)) === 0) log(`Voorbeeldgegevens: ${klaar} van ${totaal}`)
      })
      const vol = stand.klaar >= stand.totaal
      const zin = vol ? 'De voorbeeldregio is gevuld' : 'Gestopt. De volgende keer gaat het vullen verder'
      uit.schrijf(opties.json ? JSON.stringify(stand) : `${zin}: ${stand.klaar} van ${stand.totaal} personen.`)
      return vol ? 0 : 1
    } finally {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      await databank.sluit()
    }
  },
})
