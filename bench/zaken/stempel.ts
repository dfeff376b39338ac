/** Text with holes: cut once at the marks of a model case, filled in for every copy. */

export type Stempel = (waarden: readonly string[]) => string

/** Makes cutters for one set of marks; `waarden` of a stamp stand in the order of `merken`. */
export function maakStempels(merken: readonly string[]): (tekst: string) => Stempel {
  const plaats = new Map(merken.map((merk, i) => [merk, i]))
  const merk = new RegExp(`(${merken.join('|')})`)
  return (tekst) => {
    const stukken = tekst.split(merk)
    // split with one group alternates: literal, mark, literal, mark, ..., literal.
    const vast = stukken.filter((_, i) => i % 2 === 0)
    const gaten = stukken.filter((_, i) => i % 2 === 1).map((s) => plaats.get(s)!)
    return (waarden) => {
      let uit = vast[0]!
      for (let i = 0; i < gaten.length; i += 1) uit += waarden[gaten[i]!]! + vast[i + 1]!
      return uit
    }
  }
}

/** A value as a line of `COPY … FROM STDIN` wants it. */
export function copyWaarde(waarde: string | number | Buffer | null): string {
  if (waarde === null) return '\\N'
  if (Buffer.isBuffer(waarde)) return `\\\\x${waarde.toString('hex')}`
  if (typeof waarde === 'number') return String(waarde)
  return /[\\\n\t\r]/.test(waarde)
    ? waarde.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r')
    : waarde
}

export const copyRegel = (waarden: readonly (string | number | Buffer | null)[]): string =>
  `${waarden.map(copyWaarde).join('\t')}\n`
