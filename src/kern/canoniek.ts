/** JSON with sorted keys: two equal values always give the same text, also where a database sorted the keys of one. */
export function canoniek(waarde: unknown): string {
  return JSON.stringify(waarde, (_sleutel, v: unknown) =>
    v && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  )
}
