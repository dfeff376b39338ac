#!/usr/bin/env node
// Runs src/cli/regiodak.ts with the Node that came with npm; this file itself runs on Node 20.
import { spawn } from 'node:child_process'
import module from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { NEEDED, newEnough, NODE_OPTIONS, pinnedNode } from './pinned-node.mjs'

const hier = dirname(fileURLToPath(import.meta.url))
const programma = join(hier, '..', 'src', 'cli', 'regiodak.ts')

// Node keeps what it made of our TypeScript here, by content: a second start need not do that again. Where this folder
// cannot be written it simply does.
const gemaakt = process.env.NODE_COMPILE_CACHE ?? join(hier, '..', 'node_modules', '.cache', 'regiodak')

const node = pinnedNode()
if (newEnough()) {
  module.enableCompileCache(gemaakt)
  await import(pathToFileURL(programma).href)
} else if (node) start(node)
else {
  console.error(
    `Regiodak heeft Node ${NEEDED} of nieuwer nodig, en npm heeft die voor ${process.platform}-${process.arch} niet meegebracht. Installeer Node ${NEEDED}.`,
  )
  process.exit(1)
}

/** The program shares our terminal; it gets our signals, we end as it ends, and it ends when we are killed. */
function start(node) {
  const kind = spawn(
    node,
    [...NODE_OPTIONS, '--import', pathToFileURL(join(hier, 'met-ouder.mjs')).href, programma, ...process.argv.slice(2)],
    {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, NODE_COMPILE_CACHE: gemaakt },
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
