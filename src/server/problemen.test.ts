import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foutafhandeling } from './problemen.ts'

const app = fastify({ bodyLimit: 1_000 })
beforeAll(async () => {
  app.setErrorHandler(foutafhandeling)
  app.post('/', () => 'ok')
  await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => app.close())

/** Sends all of it before it looks at an answer, as a browser does with a file. */
async function stuurEerst(kop: string, delen: readonly Buffer[]): Promise<string> {
  const lijn = connect((app.server.address() as AddressInfo).port, '127.0.0.1').pause()
  lijn.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${kop}\r\n\r\n`)
  for (const deel of delen) if (!lijn.write(deel)) await once(lijn, 'drain')
  lijn.end()
  let antwoord = ''
  for await (const deel of lijn.setEncoding('utf8')) antwoord += String(deel)
  return antwoord
}

const veel = Array.from({ length: 300 }, () => Buffer.alloc(64 * 1024, 0x20))

test('who sends too much gets the answer, also when it looks for one only after sending everything', async () => {
  const antwoord = await stuurEerst(`Content-Length: ${300 * 64 * 1024}`, veel)
  expect(antwoord).toMatch(/^HTTP\/1\.1 413 /)
  expect(JSON.parse(antwoord.split('\r\n\r\n')[1]!)).toMatchObject({ code: 'INVOER_TE_GROOT' })
})

test('so does who does not say beforehand how much it is', async () => {
  const stukken = veel.map((deel) => Buffer.concat([Buffer.from('10000\r\n'), deel, Buffer.from('\r\n')]))
  const antwoord = await stuurEerst('Transfer-Encoding: chunked', [...stukken, Buffer.from('0\r\n\r\n')])
  expect(antwoord).toMatch(/^HTTP\/1\.1 413 /)
})
