export function Hervat() { return null }
