/** The anchor of an article, lid or lettered part on the Convenant screen: `artikel-3-lid-2-a`. */
export const artikelanker = (plek: {
  artikel: string
  lid?: string | null | undefined
  onderdeel?: string | null | undefined
}): string =>
  [`artikel-${plek.artikel}`, plek.lid && `lid-${plek.lid}`, plek.onderdeel].filter(Boolean).join('-').toLowerCase()
