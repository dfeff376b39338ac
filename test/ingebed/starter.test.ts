import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'

// The launcher of bin/ beside a program that shows what reaches it, called through a link as npm makes one.
const PROGRAMMA = `
if (process.argv[2] === 'wacht') {
  setInterval(() => undefined, 1000)
  for (const signaal of ['SIGTERM', 'SIGINT'] as const) process.on(signaal, () => { console.log(signaal); process.exit(7) })
}
if (process.argv[2] === 'sterf') setInterval(() => undefined, 1000)
console.log(JSON.stringify([process.pid, process.versions.node.split('.')[0], process.cwd(), ...process.argv.slice(2)]))
process.exitCode = 5
`
// What the machine's own older Node looks like to the launcher.
const OUD = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })`

let map: string
beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'regiodak-starter-'))
  const huis = resolve(import.meta.dirname, '..', '..')
  cpSync(join(huis, 'bin'), join(map, 'bin'), { recursive: true })
  symlinkSync(join(huis, 'node_modules'), join(map, 'node_modules'))
  mkdirSync(join(map, 'src', 'cli'), { recursive: true })
  writeFileSync(join(map, 'package.json'), '{"type": "module"}')
  writeFileSync(join(map, 'src', 'cli', 'regiodak.ts'), PROGRAMMA)
  writeFileSync(join(map, 'oud.mjs'), OUD)
  symlinkSync(join(map, 'bin', 'regiodak.mjs'), join(map, 'regiodak'))
})
afterAll(() => rmSync(map, { recursive: true }))

const start = (oud: boolean, ...argumenten: string[]): ChildProcess =>
  spawn(process.execPath, [...(oud ? ['--import', join(map, 'oud.mjs')] : []), join(map, 'regiodak'), ...argumenten], {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  })

async function eersteRegel(kind: ChildProcess): Promise<unknown[]> {
  const [stuk] = (await once(kind.stdout!, 'data')) as [Buffer]
  return JSON.parse(stuk.toString()) as unknown[]
}

test.each([
  ['its own', false],
  ['an older', true],
])(
  'on %s Node the program gets its arguments, keeps the folder and gives its exit code, without a warning',
  async (_, oud) => {
    const kind = start(oud, 'een', 'twee drie', '--json')
    const [uit, fout, [code]] = await Promise.all([text(kind.stdout!), text(kind.stderr!), once(kind, 'exit')])
    const [pid, versie, ...rest] = JSON.parse(uit) as unknown[]
    expect(rest).toEqual(['/', 'een', 'twee drie', '--json'])
    expect(Number(versie)).toBeGreaterThanOrEqual(26)
    expect(pid === kind.pid).toBe(!oud)
    expect([fout, code]).toEqual(['', 5])
  },
)

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s reaches the program, and its own exit code comes back',
  async (signaal) => {
    const kind = start(true, 'wacht')
    await eersteRegel(kind)
    const rest = text(kind.stdout!)
    kind.kill(signaal)
    const [code] = (await once(kind, 'exit')) as [number]
    expect([await rest, code]).toEqual([`${signaal}\n`, 7])
  },
)

test('a program that dies of a signal makes the launcher die of it too', async () => {
  const kind = start(true, 'sterf')
  await eersteRegel(kind)
  kind.kill('SIGTERM')
  expect(await once(kind, 'exit')).toEqual([null, 'SIGTERM'])
})

test('a launcher that is killed outright does not leave its program running', async () => {
  const kind = start(true, 'sterf')
  await eersteRegel(kind)
  const dicht = once(kind.stdout!, 'close')
  kind.kill('SIGKILL')
  // The output closes when its last holder is gone: the launcher we killed, and the program.
  await expect(dicht).resolves.toBeDefined()
})
