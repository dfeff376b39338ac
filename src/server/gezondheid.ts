import type { FastifyInstance } from 'fastify'
import { boekOp } from '../domein/afspraken.ts'
import { bekendeMigraties, type Migratie, vergelijkMigraties } from '../opslag/migreer.ts'
import type { Appomgeving } from './app.ts'

/**
 * `/health/live`: the process answers. `/health/ready`: the database does too, its tables are those of this
 * version (nothing missing, nothing changed or newer), and every region has agreements for today.
 */
export function gezondheid(app: FastifyInstance, omg: Appomgeving): void {
  let bekend: Promise<Migratie[]> | undefined
  app.get('/health/live', async () => ({ status: 'ok' }))
  app.get('/health/ready', async (_verzoek, antwoord) => {
    const toestand = {
      databank: await lukt(() => omg.pool.query('SELECT 1')),
      tabellen: await lukt(async () => {
        const client = await omg.pool.connect()
        try {
          return (await vergelijkMigraties(client, await (bekend ??= bekendeMigraties()))).mist.length === 0
        } finally {
          client.release()
        }
      }),
      convenanten: await lukt(() =>
        omg.adresboek.regios().every((r) => Boolean(boekOp(omg.afspraken(r.slug), omg.klok.vandaag()))),
      ),
    }
    const klaar = Object.values(toestand).every(Boolean)
    return antwoord.status(klaar ? 200 : 503).send({ status: klaar ? 'ok' : 'niet klaar', ...toestand })
  })
}

/** False when it throws or says false. */
async function lukt(werk: () => unknown): Promise<boolean> {
  try {
    return (await werk()) !== false
  } catch {
    return false
  }
}
