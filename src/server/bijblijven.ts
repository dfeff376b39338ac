/** Keeps the agreements in memory, and what open cases derive from them, up with what a region decides (D6). */
import { toetsBesluiten } from '../convenant/toets-besluiten.ts'
import type { Omgeving, Regio } from '../domein/omgeving.opslag.ts'
import { luister } from '../opslag/luister.ts'
import { KANAAL } from '../opslag/regiobesluiten.ts'
import { herleid } from './nacht.ts'

/**
 * Commands find out by themselves, in their own transaction; this is for reading, and for the rows of cases that
 * nobody touches. Throws an `AfspraakFout` for a recorded decision that no longer fits its covenant. `naBesluit` starts the work behind a decision taken here; `stop` waits until it is done.
 */
export async function blijfBij(
  omg: Omgeving,
  appUrl: string,
  log: (regel: string) => void,
): Promise<{ naBesluit: (regio: Regio) => void; stop: () => Promise<void> }> {
  const ververs = (regio: Regio): Promise<void> => omg.afspraken.ververs(omg.pool, regio, omg.klok.vandaag())
  await Promise.all(omg.adresboek.regios().map(ververs))
  // Like a decision of a file: one that no longer fits the text is told at the start, not when a case meets it.
  for (const { slug } of omg.adresboek.regios()) {
    const { besluiten, convenanten } = omg.afspraken(slug).afspraken
    toetsBesluiten(besluiten, convenanten)
  }
  const meld = (wat: string) => (fout: unknown) => log(`${wat} lukte niet: ${String(fout)}`)
  const stopLuisteren = luister(appUrl, KANAAL, (id) => {
    for (const regio of omg.adresboek.regios())
      if (id === null || regio.id === id) ververs(regio).catch(meld('Het lezen van de besluiten'))
  })
  let bezig: Promise<unknown> = Promise.resolve()
  return {
    naBesluit: (regio) => {
      bezig = bezig.then(() => herleid(omg, regio)).catch(meld('Het bijwerken na een besluit'))
    },
    stop: async () => {
      await stopLuisteren()
      await bezig
    },
  }
}
