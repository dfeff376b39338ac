/** The same words for the same value, however the database orders its fields: marks and rows are made of them. */
export const vasteTekst = (waarde: unknown): string =>
  JSON.stringify(waarde, (_sleutel, v: unknown) =>
    v && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  )
