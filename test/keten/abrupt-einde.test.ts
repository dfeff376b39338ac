/** The program itself, killed: everything it acknowledged is there after it starts again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { DemoGebruiker, Zaak } from '../../src/domein/antwoorden.ts'
import { ruimTestserverOp } from '../databank.ts'
import { invoer } from './loop.ts'
import { eenMelding, sleutel } from './opzet.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const REGIODAK = resolve(import.meta.dirname, '../../bin/regiodak.mjs')
let boven: string
let omgeving: NodeJS.ProcessEnv
let kind: ChildProcess | undefined
beforeAll(() => {
  boven = mkdtempSync(join(tmpdir(), 'regiodak-einde-'))
  chmodSync(boven, 0o755)
  const { DATABASE_URL: _weg, REGIODAK_MIGRATIE_URL: _ook, ...rest } = process.env
  omgeving = {
    ...rest,
    NODE_ENV: 'test',
    REGIODAK_MAP: join(boven, 'gegevens'),
    REGIODAK_POORT: '0',
    REGIODAK_PEILDATUM: '2026-02-23',
    REGIODAK_DEMONSTRATIE_AANTAL: '0',
  }
})
afterAll(async () => {
  if (kind) await sla(kind)
  await ruimTestserverOp(omgeving['REGIODAK_MAP']!)
  rmSync(boven, { recursive: true, force: true })
})

/** Starts the program as a person would and answers its address. */
async function start(): Promise<string> {
  if (kind) await sla(kind)
  kind = spawn(process.execPath, [REGIODAK, 'start'], { env: omgeving, stdio: ['ignore', 'pipe', 'inherit'] })
  const regels: string[] = []
  for await (const regel of createInterface({ input: kind.stdout! })) {
    regels.push(regel)
    const adres = /draait op (http:\S+)/.exec(regel)?.[1]
    if (adres) return adres
  }
  throw new Error(`Regiodak startte niet:\n${regels.join('\n')}`)
}

async function sla(proces: ChildProcess): Promise<void> {
  const einde = proces.exitCode === null && proces.signalCode === null ? once(proces, 'exit') : undefined
  proces.kill('SIGKILL')
  await einde
  proces.stdout?.destroy()
}

async function controleer(): Promise<{ code: number; rapport: { gebeurtenissen: number; bevindingen: unknown[] } }> {
  const proces = spawn(process.execPath, [REGIODAK, 'controleer', '--json'], {
    env: omgeving,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [uit, [code]] = await Promise.all([text(proces.stdout), once(proces, 'exit') as Promise<[number]>])
  return { code, rapport: JSON.parse(uit) as { gebeurtenissen: number; bevindingen: unknown[] } }
}

type Klant = {
  haal: (pad: string) => Promise<Zaak>
  stuur: (pad: string, body: unknown, koppen?: Record<string, string>) => Promise<Zaak>
}
/** Signs in over HTTP as a consulent of Zoetermeer. */
async function meldAan(adres: string): Promise<Klant> {
  const api = `${adres}/api/v1`
  const { gebruikers } = (await (await fetch(`${api}/demonstratie/gebruikers`)).json()) as {
    gebruikers: DemoGebruiker[]
  }
  const wie = gebruikers.find((g) => g.organisatie.slug === 'zoetermeer')!
  const json = { 'content-type': 'application/json' }
  const aan = await fetch(`${api}/demonstratie/aanmelden`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ gebruiker: wie.id }),
  })
  const cookie = aan.headers.getSetCookie()[0]!.split(';')[0]!
  const vraag = async (pad: string, init: RequestInit): Promise<Zaak> => {
    const a = await fetch(`${api}${pad}`, init)
    const body = (await a.json()) as Zaak
    if (!a.ok) throw new Error(`${pad}: ${JSON.stringify(body)}`)
    return body
  }
  return {
    haal: (pad) => vraag(pad, { headers: { cookie } }),
    stuur: (pad, body, koppen = {}) =>
      vraag(pad, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { cookie, ...json, 'idempotency-key': sleutel(), ...koppen },
      }),
  }
}
const versie = (zaak: Zaak) => ({ 'if-match': `"${zaak.versie}"` })

test('killed between two steps, the program goes on where it was', async () => {
  const eerst = await meldAan(await start())
  const gemeld = await eerst.stuur('/meldingen', eenMelding({ persoon: { achternaam: 'Bewaard' } }))
  const zaak = await eerst.stuur(`/meldingen/${gemeld.id}/opdrachten/registreer`, invoer.registreer, versie(gemeld))
  await sla(kind!)
  const daarna = await meldAan(await start())
  const terug = await daarna.haal(`/meldingen/${zaak.id}`)
  expect(terug).toMatchObject({ stap: 'screening', versie: zaak.versie, persoon: { achternaam: 'Bewaard' } })
  const verder = await daarna.stuur(`/meldingen/${zaak.id}/opdrachten/screen`, invoer.screen, versie(terug))
  expect(verder.stap).toBe('onderzoek')
  expect(await controleer()).toMatchObject({ code: 0, rapport: { bevindingen: [] } })
})

test('killed in the middle of a stream of commands, everything acknowledged is there and nothing is there twice', async () => {
  const eerst = await meldAan(await start())
  const erkend = new Map<string, number>()
  const koppen = new Map<string, Record<string, string>>()
  let bevestigd = 0
  const stroom = async (n: number): Promise<void> => {
    let zaak = await eerst.stuur('/meldingen', eenMelding({ persoon: { achternaam: `Stroom ${n}` } }))
    erkend.set(zaak.id, zaak.versie)
    for (;;) {
      const mee = { ...versie(zaak), 'idempotency-key': sleutel() }
      koppen.set(zaak.id, mee)
      zaak = await eerst.stuur(`/meldingen/${zaak.id}/opdrachten/notitie`, { tekst: `na ${zaak.versie}` }, mee)
      erkend.set(zaak.id, zaak.versie)
      bevestigd += 1
      if (bevestigd === 60) void sla(kind!)
    }
  }
  // Every stream ends because the program is gone.
  await Promise.allSettled(Array.from({ length: 6 }, (_, n) => stroom(n)))
  expect(bevestigd).toBeGreaterThanOrEqual(60)
  await sla(kind!)

  const daarna = await meldAan(await start())
  for (const [id, minstens] of erkend) {
    const terug = await daarna.haal(`/meldingen/${id}`)
    // The command under way may or may not have landed; its answer never came.
    expect([minstens, minstens + 1]).toContain(terug.versie)
    const mee = koppen.get(id)
    if (!mee) continue
    const nogEens = await daarna.stuur(`/meldingen/${id}/opdrachten/notitie`, { tekst: `na ${minstens}` }, mee)
    expect(nogEens.versie).toBe(minstens + 1)
    const notities = nogEens.tijdlijn.filter((r) => r.soort === 'genoteerd').map((r) => r.details[0]?.tekst)
    expect(new Set(notities).size).toBe(notities.length)
  }
  expect(await controleer()).toMatchObject({ code: 0, rapport: { bevindingen: [] } })
})

test('what is not equal to the journal gives code 1', async () => {
  await sla(kind!)
  const { vindDatabank } = await import('../../src/opslag/databank.ts')
  const { maakClient } = await import('../../src/opslag/verbinding.ts')
  const gevonden = await vindDatabank({ log: () => undefined, omgeving })
  const client = await maakClient(gevonden.eigenaar('een rij te wijzigen'))
  await client.query("UPDATE werkrij SET naam = 'Iemand anders' WHERE id = (SELECT id FROM werkrij LIMIT 1)")
  await client.end()
  await gevonden.stop()
  const uit = await controleer()
  expect(uit.code).toBe(1)
  expect(uit.rapport.bevindingen).toHaveLength(2)
})
