/** Small words that the readable sentences of the kinds share. */
/** "a, b en c". */
export const en = (delen: readonly string[]): string => rij(delen, 'en')
export const of = (delen: readonly string[]): string => rij(delen, 'of')

const rij = (delen: readonly string[], woord: string): string =>
  delen.length < 2 ? delen.join('') : `${delen.slice(0, -1).join(', ')} ${woord} ${delen.at(-1)!}`

export const hoofdletter = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1)
export const kleineLetter = (tekst: string): string => tekst.charAt(0).toLowerCase() + tekst.slice(1)

/** A phrase from a file goes into a sentence that has its own full stop. */
export const zonderPunt = (tekst: string): string => tekst.replace(/\.$/, '')

/** "1 keer", "4 keer". */
export const keer = (n: number): string => `${n} keer`

/** `31 december J-1`, `J` or `2015`, as `peil` reads it. */
export function zegPeil(geschreven: string): string {
  const delen = /^(.*?) ?J(?:([+-])(\d+))?$/.exec(geschreven)
  if (!delen) return geschreven
  const [, dag, teken, jaren] = delen
  const jaar = teken
    ? `${jaren === '1' ? 'het jaar' : `${jaren} jaar`} ${teken === '+' ? 'erna' : 'ervoor'}`
    : 'dat jaar'
  return [dag, jaar].filter(Boolean).join(' van ')
}
