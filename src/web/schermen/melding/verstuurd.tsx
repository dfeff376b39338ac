export function Verstuurd() { return null }
