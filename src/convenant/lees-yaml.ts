/** Reads one block of YAML 1.2 against a schema; every complaint is one sentence with file and line. */
import { isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { AfspraakFout, type Plaats } from './afspraak.ts'
import { nederlands, zegYamlfout } from './foutzinnen.ts'

/** A value without a schema, and where a field of it stands. */
export type GelezenBlok = { waarde: unknown; plaatsVan: (pad: readonly PropertyKey[]) => Plaats }
export type YamlBlok = { yaml: string; /** Line in the file of the first line of `yaml`. */ regel: number }

/** Throws an `AfspraakFout`. `gelezen` is the same block, when it was read before. */
export function leesYaml<T>(
  blok: YamlBlok,
  schema: z.ZodType<T>,
  bestand: string,
  gelezen: GelezenBlok = leesVrij(blok, bestand),
): T {
  const uitslag = schema.safeParse(gelezen.waarde, { error: nederlands })
  if (uitslag.success) return uitslag.data
  const eerste = uitslag.error.issues[0]!
  const plaats = gelezen.plaatsVan(eerste.path)
  throw new AfspraakFout(plaats, uitslag.error.issues.map(zegFout).join('; '))
}

/** The value without a schema, and where a field of it stands. Throws an `AfspraakFout` for bad YAML. */
export function leesVrij(blok: YamlBlok, bestand: string): GelezenBlok {
  const regels = new LineCounter()
  const document = parseDocument(blok.yaml, {
    version: '1.2',
    uniqueKeys: true,
    lineCounter: regels,
    prettyErrors: false,
  })
  const fout = document.errors[0] ?? document.warnings[0]
  if (fout)
    throw new AfspraakFout(
      { bestand, regel: blok.regel + regels.linePos(fout.pos[0]).line - 1 },
      `dit is geen geldige YAML (${zegYamlfout(fout.code, blok.yaml.slice(...fout.pos))})`,
    )
  return {
    waarde: document.toJS(),
    plaatsVan: (pad) => {
      for (let lengte = pad.length; lengte > 0; lengte -= 1) {
        const knoop = document.getIn(pad.slice(0, lengte), true)
        if (isNode(knoop) && knoop.range)
          return { bestand, regel: blok.regel + regels.linePos(knoop.range[0]).line - 1 }
      }
      return { bestand, regel: blok.regel }
    },
  }
}

function zegFout(issue: z.core.$ZodIssue): string {
  const veld = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys')
    return `${issue.keys.map((k) => `het veld ${veld ? `${veld}.` : ''}${k}`).join(', ')} bestaat niet`
  if (issue.code === 'invalid_union' && issue.errors.length === 0) return `${veld}: deze waarde bestaat niet`
  return veld ? `${veld}: ${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}` : issue.message
}
