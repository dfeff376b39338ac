/** The command line: `regiodak <opdracht>`. Exit codes: 0 done, 1 refused, 2 wrong use, 70 a bug. */
import { Weigering } from '../kern/weigering.ts'
import type { Opdracht } from './opdracht.ts'
import { regelopdrachten } from './regels/index.ts'

/** Commands that use the database are loaded only when asked for: rule commands must start at once. */
const metDatabank: Record<string, () => Promise<Opdracht>> = {
  start: async () => (await import('./start.ts')).start,
  zaai: async () => (await import('./zaai.ts')).zaai,
  controleer: async () => (await import('./controleer.ts')).controleer,
  migreer: async () => (await import('./beheer.ts')).migreerOpdracht,
  backup: async () => (await import('./beheer.ts')).backupOpdracht,
  herstel: async () => (await import('./beheer.ts')).herstelOpdracht,
}

async function vind(naam: string): Promise<Opdracht | undefined> {
  return (
    regelopdrachten.find((o) => o.naam === naam) ??
    (Object.hasOwn(metDatabank, naam) ? metDatabank[naam]?.() : undefined)
  )
}

const uit = {
  schrijf: (tekst: string) => void process.stdout.write(`${tekst}\n`),
  fout: (tekst: string) => void process.stderr.write(`${tekst}\n`),
}

async function hoofd(argumenten: string[]): Promise<number> {
  const [naam, ...rest] = argumenten
  const opdracht = naam === undefined ? undefined : await vind(naam)
  if (opdracht) return opdracht.uitvoeren(rest, uit)
  const namen = [...regelopdrachten.map((o) => o.naam), ...Object.keys(metDatabank)]
  const gebruik = `Gebruik: regiodak <opdracht>\nOpdrachten: ${namen.join(', ')}\nHulp bij een opdracht: regiodak <opdracht> --help`
  if (naam === '--help' || naam === undefined) {
    uit.schrijf(gebruik)
    return naam === undefined ? 2 : 0
  }
  uit.fout(`De opdracht ${naam} bestaat niet.\n${gebruik}`)
  return 2
}

try {
  process.exitCode = await hoofd(process.argv.slice(2))
} catch (fout) {
  if (fout instanceof Weigering) {
    uit.fout(`${fout.message} ${fout.doe}`)
    process.exitCode = 1
  } else {
    uit.fout(fout instanceof Error ? (fout.stack ?? fout.message) : String(fout))
    process.exitCode = 70
  }
}
