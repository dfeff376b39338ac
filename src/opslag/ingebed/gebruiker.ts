import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** The system user PostgreSQL runs as, when that is not ourselves. */
export type Gebruiker = { uid: number; gid: number }

/**
 * PostgreSQL refuses to run as root. As root we lend the server the user `nobody`, which exists
 * everywhere and owns nothing; otherwise it runs as ourselves (undefined).
 */
export function onbevoegdeGebruiker(): Gebruiker | undefined {
  if (process.getuid?.() !== 0) return undefined
  const regel = /^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))
  return regel ? { uid: Number(regel[1]), gid: Number(regel[2]) } : { uid: 65534, gid: 65534 }
}

/** Whether `gebruiker` may enter every folder on the way to `map`, by the permission bits. */
export function kanErbij(map: string, gebruiker: Gebruiker): boolean {
  let hier = realpathSync(map)
  for (;;) {
    const { mode, uid, gid } = statSync(hier)
    const bit = uid === gebruiker.uid ? 0o100 : gid === gebruiker.gid ? 0o010 : 0o001
    if (!(mode & bit)) return false
    const boven = dirname(hier)
    if (boven === hier) return true
    hier = boven
  }
}
