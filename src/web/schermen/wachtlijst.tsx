export function Wachtlijst() { return null }
