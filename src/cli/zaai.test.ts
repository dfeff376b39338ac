import { afterEach, expect, test, vi } from 'vitest'
import { zaai } from './zaai.ts'

afterEach(() => vi.unstubAllEnvs())

async function draai(...argumenten: string[]): Promise<{ code: number; tekst: string }> {
  const regels: string[] = []
  const vang = (tekst: string): void => void regels.push(tekst)
  const code = await zaai.uitvoeren(argumenten, { schrijf: vang, fout: vang })
  return { code, tekst: regels.join('\n') }
}

test('zaai refuses where the demonstration is off, and in production', async () => {
  vi.stubEnv('REGIODAK_DEMONSTRATIE', 'nee')
  expect(await draai()).toMatchObject({ code: 1, tekst: expect.stringContaining('alleen in een demonstratie') })
  vi.stubEnv('REGIODAK_DEMONSTRATIE', '')
  vi.stubEnv('NODE_ENV', 'production')
  expect(await draai()).toMatchObject({ code: 1, tekst: expect.stringContaining('alleen in een demonstratie') })
})

test.each(['0', '1501', '2.5', 'veel'])('zaai refuses %s people and names the option', async (aantal) => {
  vi.stubEnv('REGIODAK_DEMONSTRATIE', 'ja')
  expect(await draai('--aantal', aantal)).toMatchObject({
    code: 1,
    tekst: expect.stringContaining(`--aantal ${aantal} kan niet`),
  })
})
