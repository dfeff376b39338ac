export function PlekZoeken() { return null }
