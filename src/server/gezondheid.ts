import type { FastifyInstance } from 'fastify'
import type { Appomgeving } from './app.ts'

/** `/health/live`: the process answers. `/health/ready`: database, tables and agreements are there too. */
export function gezondheid(app: FastifyInstance, omg: Appomgeving): void {
  app.get('/health/live', async () => ({ status: 'ok' }))
  app.get('/health/ready', async (_verzoek, antwoord) => {
    const toestand = {
      databank: await vraagt(omg, 'SELECT 1'),
      tabellen: await vraagt(omg, 'SELECT FROM regio LIMIT 1'),
      convenanten: omg.adresboek.regios().every((r) => omg.afspraken(r.slug).merk !== ''),
    }
    const klaar = Object.values(toestand).every(Boolean)
    return antwoord.status(klaar ? 200 : 503).send({ status: klaar ? 'ok' : 'niet klaar', ...toestand })
  })
}

async function vraagt(omg: Appomgeving, sql: string): Promise<boolean> {
  try {
    await omg.pool.query(sql)
    return true
  } catch {
    return false
  }
}
