/** A refusal as promised: problem+json, a code, a Dutch sentence, no trace of the program, nothing stored. */
import { expect } from 'vitest'
import type { Probleem } from '../../src/domein/antwoorden.ts'
import type { Opzet, Persoon } from './opzet.ts'

type Gezien = { status: number; body: unknown; koppen: Record<string, unknown> }

/** `nu` gives the running application and the number of rows per table before the request. */
export const maakGeweigerd =
  (nu: () => { o: Opzet; voor: Record<string, number> }) =>
  async (a: Gezien, status: number, code: string, ...velden: string[]): Promise<void> => {
    const { o, voor } = nu()
    const p = a.body as Probleem
    expect(a.status, JSON.stringify(p)).toBe(status)
    expect(String(a.koppen['content-type'])).toContain('application/problem+json')
    expect(p).toMatchObject({
      status,
      code,
      type: expect.stringMatching(/^https:/),
      kenmerk: expect.stringMatching(/./),
    })
    for (const zin of [p.detail, p.doe, ...(p.fouten ?? []).map((f) => f.melding)]) {
      expect(zin).toMatch(/^["A-ZÉ].*[.?]$/s)
      expect(zin).not.toMatch(/Invalid|expected|received|undefined|null|Unrecognized|Required|\{\w+\}/i)
    }
    expect(JSON.stringify(p)).not.toMatch(/node_modules|at async|\.ts:|Error:|pg_|SELECT|22P0/)
    if (velden.length) expect((p.fouten ?? []).map((f) => f.veld).toSorted()).toEqual(velden.toSorted())
    expect(await o.tel()).toEqual(voor)
  }

/** What comes back from a raw request, in the shape of the others. */
export async function ruwAntwoord(wie: Persoon, verzoek: Parameters<Persoon['ruw']>[0]): Promise<Gezien> {
  const a = await wie.ruw(verzoek)
  return { status: a.statusCode, koppen: a.headers, body: a.body.startsWith('{') ? a.json() : a.body }
}
