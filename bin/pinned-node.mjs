// Finds the Node that came with npm, for scripts that may themselves be run by Node 20.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The first version whose Node runs our TypeScript with Temporal. */
export const NEEDED = 26

/**
 * What the program is started with. A small young generation keeps it 50 MB smaller under load; a request leaves
 * little behind, so collecting it more often costs nothing one can measure (bench/zaken).
 */
export const NODE_OPTIONS = ['--max-semi-space-size=8']

export const newEnough = () => Number(process.versions.node.split('.')[0]) >= NEEDED

/** Path of a Node that is new enough: this one, or the platform's npm package. Undefined when there is none. */
export function pinnedNode() {
  if (newEnough()) return process.execPath
  const find = createRequire(import.meta.url)
  for (const name of [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`]) {
    try {
      const node = join(dirname(find.resolve(`${name}/package.json`)), 'bin', 'node')
      if (existsSync(node)) return node
    } catch {
      continue
    }
  }
  return undefined
}
