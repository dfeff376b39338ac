/** Starts everything in order: database, agreements, screens, HTTP, and the work behind it. */
import { type Datum, datum } from '../kern/datum.ts'
import { weiger } from '../kern/weigering.ts'
import { laadAfspraken, programmamap } from '../opslag/afspraken-bestanden.ts'
import { bewaarAfspraken } from '../opslag/convenant-versies.ts'
import { openDatabank } from '../opslag/databank.ts'
import { GENOEG_VERBINDINGEN } from '../opslag/verbinding.ts'
import { afsprakenPerRegio, maakAdresboek, maakKlok, type Omgeving } from '../domein/omgeving.opslag.ts'
import { type Appomgeving, maakApp } from './app.ts'
import { blijfBij } from './bijblijven.ts'
import { legGrondslag, voorbeeldregios, zaaiDemonstratie } from './demonstratie/index.ts'
import { nacht } from './nacht.ts'
import { houdNachtwacht } from './nachtwacht.ts'
import { gebruikSchermen, zorgVoorSchermen } from './schermen.ts'
import { maakSessies } from './sessies.ts'

type Variabelen = Readonly<Record<string, string | undefined>>

export type Instelling = {
  poort: number
  adres: string
  demonstratie: boolean
  aantal: number
  peildatum: Datum | undefined
  databank: { max: number }
}

/** Settings from the environment (interfaces.md, 3). Refuses a value that cannot be read, naming the variable. */
export function leesInstelling(omgeving: Variabelen): Instelling {
  const getal = (naam: string, anders: number): number => {
    const waarde = Number(omgeving[naam] ?? anders)
    return Number.isSafeInteger(waarde) && waarde >= 0 ? waarde : weiger('INSTELLING_ONJUIST', { variabele: naam })
  }
  const peil = omgeving['REGIODAK_PEILDATUM']
  let peildatum: Datum | undefined
  try {
    peildatum = peil ? datum(peil) : undefined
  } catch {
    weiger('INSTELLING_ONJUIST', { variabele: 'REGIODAK_PEILDATUM' })
  }
  const eigenDatabank = Boolean(omgeving['DATABASE_URL'])
  const gevraagd = omgeving['REGIODAK_DEMONSTRATIE']
  return {
    poort: getal('REGIODAK_POORT', 3000),
    adres: omgeving['REGIODAK_ADRES'] ?? 'localhost',
    // Invented people never appear in a database of one's own unless someone asked for them.
    demonstratie: gevraagd ? gevraagd === 'ja' : !eigenDatabank && omgeving['NODE_ENV'] !== 'production',
    aantal: getal('REGIODAK_DEMONSTRATIE_AANTAL', 300),
    peildatum,
    databank: { max: getal('REGIODAK_VERBINDINGEN', GENOEG_VERBINDINGEN) },
  }
}

export type Programma = { adres: string; stop: () => Promise<void>; gezaaid: Promise<void> }

export async function startProgramma(omgeving: Variabelen, log: (regel: string) => void): Promise<Programma> {
  const instelling = leesInstelling(omgeving)
  const [databank, schermen, geladen] = await Promise.all([
    openDatabank({ log, omgeving, max: instelling.databank.max }),
    zorgVoorSchermen(programmamap, log),
    laadAfspraken(programmamap, { demonstratie: instelling.demonstratie }),
  ])
  const klok = maakKlok(instelling.peildatum)
  if (instelling.demonstratie)
    await legGrondslag(
      databank.gevonden.eigenaar('de voorbeeldregio te maken'),
      klok.vandaag(),
      voorbeeldregios(geladen),
    )
  await bewaarAfspraken(databank.pool, geladen)
  const omg: Omgeving = {
    pool: databank.pool,
    klok,
    afspraken: afsprakenPerRegio(geladen),
    adresboek: await maakAdresboek(databank.pool),
  }
  const bij = await blijfBij(omg, databank.appUrl, log).catch(async (fout: unknown) => {
    await databank.sluit()
    throw fout
  })
  let voortgang: { klaar: number; totaal: number; bezig: boolean } | null = null
  const appomgeving: Appomgeving = {
    ...omg,
    sessies: maakSessies(databank.pool, klok),
    demonstratie: instelling.demonstratie,
    zaaien: () => voortgang,
    naBesluit: bij.naBesluit,
    schermen,
    log: true,
  }
  const app = await maakApp(appomgeving)
  const gestopt = new AbortController()
  try {
    await app.listen({ port: instelling.poort, host: instelling.adres })
  } catch (fout) {
    await app.close()
    await bij.stop()
    await databank.sluit()
    if ((fout as { code?: string }).code === 'EADDRINUSE') weiger('POORT_BEZET', { poort: String(instelling.poort) })
    throw fout
  }
  const adres = `http://${instelling.adres}:${(app.server.address() as { port: number }).port}`
  log(`Regiodak draait op ${adres}`)

  const gezaaid = instelling.demonstratie
    ? zaaiDemonstratie(omg, { aantal: instelling.aantal, gestopt: gestopt.signal }, (klaar, totaal) => {
        voortgang = { klaar, totaal, bezig: klaar < totaal }
        if (klaar === totaal || klaar % Math.max(1, Math.ceil(totaal / 10)) === 0)
          log(`Voorbeeldgegevens: ${klaar} van ${totaal}`)
      })
    : Promise.resolve()
  gezaaid.catch((fout: unknown) => {
    if (voortgang) voortgang = { ...voortgang, bezig: false }
    log(`De voorbeeldgegevens zijn niet compleet: ${String(fout)}`)
  })
  // Nothing is sealed while the demonstration is still writing its past, or will after a restart.
  const werk = (gevuld: boolean): Promise<void> => {
    gebruikSchermen(schermen)
    return nacht(omg, { zegel: gevuld })
  }
  const stopNachtwacht = houdNachtwacht(gezaaid, werk, log)

  const stop = async (): Promise<void> => {
    stopNachtwacht()
    gestopt.abort()
    await app.close()
    await gezaaid.catch(() => undefined)
    await bij.stop()
    await databank.sluit()
  }
  return { adres, stop, gezaaid }
}
