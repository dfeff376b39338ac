export function Plaatsingspagina() { return null }
