/**
 * Answers of a pure function, kept per object they rest on (the agreements of one day) and per question. When there
 * are `meeste` of them all are forgotten; what nobody holds any more goes with its answers.
 */
export function maakGeheugen<V>(meeste: number): (bij: object, vraag: string, maak: () => V) => V {
  const bekend = new WeakMap<object, Map<string, V>>()
  return (bij, vraag, maak) => {
    const eerder = bekend.get(bij) ?? new Map<string, V>()
    bekend.set(bij, eerder)
    const antwoord = eerder.get(vraag)
    if (antwoord !== undefined) return antwoord
    const nieuw = maak()
    if (eerder.size >= meeste) eerder.clear()
    eerder.set(vraag, nieuw)
    return nieuw
  }
}
