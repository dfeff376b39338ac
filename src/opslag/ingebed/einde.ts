const SIGNALEN = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const stoppers = new Set<() => Promise<void>>()

/**
 * Runs `stop` when the process ends by itself or gets a signal that nobody else handles: a program
 * with its own handler closes in its own order. Returns how to forget `stop` again.
 */
export function bewaakEinde(stop: () => Promise<void>): () => void {
  if (stoppers.size === 0) {
    process.on('beforeExit', stopAlles)
    for (const signaal of SIGNALEN) process.on(signaal, opSignaal)
  }
  stoppers.add(stop)
  return () => {
    stoppers.delete(stop)
    if (stoppers.size > 0 || bezig) return
    laatGaan()
  }
}

let bezig = false

function laatGaan(): void {
  process.off('beforeExit', stopAlles)
  for (const signaal of SIGNALEN) process.off(signaal, opSignaal)
}

function stopAlles(): void {
  void Promise.allSettled([...stoppers].map((stop) => stop()))
}

/** A second signal while stopping changes nothing: the database is being closed already. */
function opSignaal(signaal: NodeJS.Signals): void {
  if (bezig || process.listenerCount(signaal) > 1) return
  bezig = true
  void Promise.allSettled([...stoppers].map((stop) => stop())).then(() => {
    laatGaan()
    process.kill(process.pid, signaal)
  })
}
