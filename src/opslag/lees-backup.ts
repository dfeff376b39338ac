import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { weiger } from '../kern/weigering.ts'
import { EINDE_RIJEN } from './backup.ts'

const REGELEINDE = 10
const EINDE_OP_NIEUWE_REGEL = `\n${EINDE_RIJEN}`

/** Reads a backup from front to back, in pieces; whatever is wrong with the file is BACKUP_ONLEESBAAR. */
export class Backuplezer {
  readonly #bestand: string
  readonly #bron: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(bestand: string) {
    this.#bestand = bestand
    const uitgepakt = pipeline(createReadStream(bestand), createGunzip(), () => undefined)
    this.#bron = uitgepakt[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  }

  onleesbaar(reden: string): never {
    return weiger('BACKUP_ONLEESBAAR', { bestand: this.#bestand, reden })
  }

  /** The next line as JSON. */
  async json(): Promise<unknown> {
    let eind = this.#rest.indexOf(REGELEINDE)
    while (eind < 0) {
      await this.#vul()
      eind = this.#rest.indexOf(REGELEINDE)
      if (this.#rest.length > 10_000_000) this.onleesbaar('een regel is te lang')
    }
    const tekst = this.#rest.subarray(0, eind).toString('utf8')
    this.#rest = this.#rest.subarray(eind + 1)
    try {
      return JSON.parse(tekst) as unknown
    } catch {
      return this.onleesbaar('er staat iets anders dan een backup in')
    }
  }

  /** The rows up to the line `\.`, in pieces that may end in the middle of a row. */
  async *rijen(): AsyncGenerator<Buffer> {
    while (this.#rest.length < EINDE_RIJEN.length) await this.#vul()
    if (this.#rest.subarray(0, EINDE_RIJEN.length).toString('latin1') === EINDE_RIJEN) {
      this.#rest = this.#rest.subarray(EINDE_RIJEN.length)
      return
    }
    for (;;) {
      const eind = this.#rest.indexOf(EINDE_OP_NIEUWE_REGEL)
      if (eind >= 0) {
        yield this.#rest.subarray(0, eind + 1)
        this.#rest = this.#rest.subarray(eind + EINDE_OP_NIEUWE_REGEL.length)
        return
      }
      // The last bytes may be the beginning of the closing line: they wait for the next piece.
      const wacht = this.#rest.length - (EINDE_OP_NIEUWE_REGEL.length - 1)
      if (wacht > 0) {
        yield this.#rest.subarray(0, wacht)
        this.#rest = this.#rest.subarray(wacht)
      }
      await this.#vul()
    }
  }

  async sluit(): Promise<void> {
    await this.#bron.return?.()
  }

  async #vul(): Promise<void> {
    try {
      const { value, done } = await this.#bron.next()
      if (!done) {
        this.#rest = Buffer.concat([this.#rest, value])
        return
      }
    } catch (fout) {
      const { code, message } = fout as NodeJS.ErrnoException
      if (code === 'ENOENT') weiger('BACKUP_BESTAND', { bestand: this.#bestand, reden: 'bestaat niet' })
      if (code === 'EACCES') weiger('BACKUP_BESTAND', { bestand: this.#bestand, reden: 'mag je niet lezen' })
      this.onleesbaar(code === 'Z_BUF_ERROR' ? 'het houdt te vroeg op' : message)
    }
    this.onleesbaar('het houdt te vroeg op')
  }
}
