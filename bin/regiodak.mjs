#!/usr/bin/env node
// Runs src/cli/regiodak.ts with the Node that came with npm; this file itself runs on Node 20.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const NODIG = 26
const hier = dirname(fileURLToPath(import.meta.url))
const programma = join(hier, '..', 'src', 'cli', 'regiodak.ts')

if (Number(process.versions.node.split('.')[0]) >= NODIG) await import(pathToFileURL(programma).href)
else start(vindNode())

/** The Node of the platform's npm package, wherever npm put it. */
function vindNode() {
  const pakketten = [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`]
  const zoek = createRequire(import.meta.url)
  for (const pakket of pakketten) {
    try {
      const node = join(dirname(zoek.resolve(`${pakket}/package.json`)), 'bin', 'node')
      if (existsSync(node)) return node
    } catch {
      continue
    }
  }
  console.error(
    `Regiodak heeft Node ${NODIG} of nieuwer nodig, en npm heeft die voor ${process.platform}-${process.arch} niet meegebracht. Installeer Node ${NODIG}.`,
  )
  return process.exit(1)
}

/** The program shares our terminal; it gets our signals, we end as it ends, and it ends when we are killed. */
function start(node) {
  const kind = spawn(
    node,
    ['--import', pathToFileURL(join(hier, 'met-ouder.mjs')).href, programma, ...process.argv.slice(2)],
    {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    },
  )
  for (const signaal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR2']) {
    process.on(signaal, () => {
      // A terminal already sends Ctrl-C to both of us.
      if (signaal !== 'SIGINT' || !process.stdin.isTTY) kind.kill(signaal)
    })
  }
  kind.on('error', (fout) => {
    console.error(`Node is niet te starten: ${fout.message}`)
    process.exit(70)
  })
  kind.on('exit', (code, signaal) => {
    if (signaal === null) process.exit(code ?? 70)
    process.removeAllListeners(signaal)
    process.kill(process.pid, signaal)
    process.exit(128 + constants.signals[signaal])
  })
}
