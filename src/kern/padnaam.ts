/** `brengAdviesUit` is `breng-advies-uit` in a path (API Design Rules: path segments in kebab-case). */
export const padnaam = (naam: string): string =>
  naam.replace(/[A-Z]/g, (hoofdletter) => `-${hoofdletter.toLowerCase()}`)
