/** When the nightly work runs: after the filling of the demonstration, however that ended, and then every hour. */
const UUR = 3_600_000

/**
 * `werk` gets whether `vulling` was completed: a past that is still to be written must not be sealed. A failure of
 * either is told and ends nothing. Answers how to stop.
 */
export function houdNachtwacht(
  vulling: Promise<unknown>,
  werk: (gevuld: boolean) => Promise<void>,
  log: (regel: string) => void,
): () => void {
  let gestopt = false
  const ronde = async (): Promise<void> => {
    const gevuld = await vulling.then(
      () => true,
      () => false,
    )
    if (gestopt) return
    try {
      await werk(gevuld)
    } catch (fout) {
      // A program that stops takes the connections away: the round goes on where it was at the next start.
      if (!gestopt) log(`Het nachtwerk lukte niet: ${String(fout)}`)
    }
  }
  void ronde()
  const wekker = setInterval(() => void ronde(), UUR)
  wekker.unref()
  return () => {
    gestopt = true
    clearInterval(wekker)
  }
}
