export function Zaakpagina() { return null }
