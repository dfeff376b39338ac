/** Writes `docs/schema/*.json`: `node src/cli/regels/schrijf-schema.ts`. A test says when it is needed. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemaBestanden } from '../../convenant/schema-bestanden.ts'
import { programmamap } from '../../opslag/afspraken-bestanden.ts'

const map = join(programmamap, 'docs/schema')
mkdirSync(map, { recursive: true })
for (const oud of readdirSync(map)) if (oud.endsWith('.json')) rmSync(join(map, oud))
for (const [naam, tekst] of Object.entries(schemaBestanden())) writeFileSync(join(map, naam), tekst)
