/** `regiodak start`: the program with its screens, until it is asked to stop. */
import { startProgramma } from '../server/programma.ts'
import { maakOpdracht } from './opdracht.ts'

export const start = maakOpdracht({
  naam: 'start',
  gebruik: 'start',
  hulp: 'Start Regiodak op http://localhost:3000 (REGIODAK_POORT). Zonder DATABASE_URL met een eigen PostgreSQL in ./gegevens (REGIODAK_MAP) en een voorbeeldregio.',
  opties: {},
  los: 0,
  doe: async (_invoer, uit) => {
    const programma = await startProgramma(process.env, (regel) => uit.schrijf(regel))
    await new Promise<void>((klaar) => {
      for (const teken of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(teken, () => klaar())
    })
    uit.schrijf('Regiodak stopt.')
    await programma.stop()
    return 0
  },
})
