export function Plekken() { return null }
