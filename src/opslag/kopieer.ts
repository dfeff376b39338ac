import type { Client } from 'pg'

/** The part of pg's connection that COPY needs; its types leave it out. */
type Verbinding = {
  stream: NodeJS.ReadableStream & NodeJS.WritableStream & { writableNeedDrain: boolean; destroy(): void }
  query(tekst: string): void
  sendCopyFromChunk(stuk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(reden: string): void
}

const STUK = 1 << 16

/**
 * Runs `COPY … TO STDOUT` and gives its text in pieces of whole rows, about 64 kB each; reads no
 * faster than it is used. Returns the number of rows. One pg query that is not a `Query`: pg hands
 * the messages of the server to whatever object was given to `client.query`.
 */
export async function* kopieerUit(client: Client, zin: string): AsyncGenerator<Buffer, number> {
  const stukken: Buffer[] = []
  let rijen: Buffer[] = []
  let maat = 0
  let aantal = 0
  let klaar = false
  let fout: Error | undefined
  let wek: () => void = () => undefined
  let verbinding: Verbinding | undefined

  const geef = (): void => {
    if (rijen.length === 0) return
    stukken.push(Buffer.concat(rijen))
    rijen = []
    maat = 0
    if (stukken.length > 4) verbinding?.stream.pause()
    wek()
  }
  client.query({
    submit(van: Verbinding) {
      verbinding = van
      van.query(zin)
    },
    handleCopyData({ chunk }: { chunk: Buffer }) {
      // The parser reuses its buffer: what is kept must be copied.
      rijen.push(Buffer.from(chunk))
      maat += chunk.length
      aantal++
      if (maat >= STUK) geef()
    },
    handleCommandComplete: geef,
    handleReadyForQuery() {
      klaar = true
      wek()
    },
    handleError(deze: Error) {
      fout = deze
      klaar = true
      wek()
    },
  } as never)

  try {
    for (;;) {
      const stuk = stukken.shift()
      if (stuk) {
        if (stukken.length === 0) verbinding?.stream.resume()
        yield stuk
      } else if (klaar) {
        if (fout) throw fout
        return aantal
      } else {
        const { promise, resolve } = Promise.withResolvers<void>()
        wek = resolve
        await promise
      }
    }
  } finally {
    // Someone stopped reading halfway: the rest of the copy can only be cut off.
    if (!klaar) verbinding?.stream.destroy()
  }
}

/**
 * Runs `COPY … FROM STDIN` with text in pieces of any size, no faster than the server takes it.
 * Returns the number of rows. When `stukken` fails, the copy is cancelled and its error thrown.
 */
export function kopieerIn(client: Client, zin: string, stukken: AsyncIterable<Buffer>): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  let bronfout: unknown
  let rijen = 0
  let gestopt = false

  const pomp = async (verbinding: Verbinding): Promise<void> => {
    try {
      for await (const stuk of stukken) {
        if (gestopt) return
        verbinding.sendCopyFromChunk(stuk)
        if (verbinding.stream.writableNeedDrain) await leeg(verbinding)
      }
      verbinding.endCopyFrom()
    } catch (fout) {
      bronfout = fout
      verbinding.sendCopyFail('de bron is niet te lezen')
    }
  }
  client.query({
    submit: (verbinding: Verbinding) => verbinding.query(zin),
    handleCopyInResponse: (verbinding: Verbinding) => void pomp(verbinding),
    handleCommandComplete({ text }: { text: string }) {
      rijen = Number(/^COPY (\d+)/.exec(text)?.[1] ?? 0)
    },
    handleReadyForQuery: () => resolve(rijen),
    handleError(fout: Error) {
      gestopt = true
      reject(bronfout ?? fout)
    },
  } as never)
  return promise
}

/** Resolves when the socket takes more, or is gone (the query then fails by itself). */
function leeg({ stream }: Verbinding): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const klaar = (): void => {
    stream.off('drain', klaar).off('close', klaar)
    resolve()
  }
  stream.on('drain', klaar).on('close', klaar)
  return promise
}
