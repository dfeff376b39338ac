export const NEEDED: number
export const NODE_OPTIONS: string[]
export const newEnough: () => boolean
export const pinnedNode: () => string | undefined
