import { randomFillSync } from 'node:crypto'

const voorraad = Buffer.alloc(4096)
let gebruikt = voorraad.length

/** Fresh random bytes, at most 4096. Drawn from the system in portions: a portion costs as much as one draw. */
export function toevalsbytes(aantal: number): Buffer {
  if (gebruikt + aantal > voorraad.length) {
    randomFillSync(voorraad)
    gebruikt = 0
  }
  const bytes = Buffer.from(voorraad.subarray(gebruikt, gebruikt + aantal))
  // What was handed out never leaves twice, not even through a dump of this memory.
  voorraad.fill(0, gebruikt, gebruikt + aantal)
  gebruikt += aantal
  return bytes
}

/** A UUIDv7 (RFC 9562): sorts by time, unique without asking the database (D1). */
export function uuid7(nu: number = Date.now()): string {
  const bytes = toevalsbytes(16)
  bytes.writeUIntBE(nu, 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
