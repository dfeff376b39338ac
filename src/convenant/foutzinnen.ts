/** What is wrong with a value, as an end of a sentence after the name of the field: "kies uit ja of nee". */
import type { ErrorCode } from 'yaml'
import type { z } from 'zod'

const SOORT: Readonly<Record<string, string>> = {
  string: 'tekst',
  number: 'een getal',
  int: 'een heel getal',
  bigint: 'een heel getal',
  boolean: 'true of false',
  array: 'een lijst',
  object: 'velden met een naam en een waarde',
  record: 'namen met een waarde',
}
const OF = new Intl.ListFormat('nl', { type: 'disjunction' })

/** Dutch for every schema error, to be given with each parse; zod's global settings stay as they are. */
export const nederlands = (issue: z.core.$ZodRawIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'dit veld ontbreekt'
        : `schrijf ${SOORT[issue.expected as string] ?? 'iets anders'}`
    case 'invalid_value':
      return issue.input === undefined ? `dit veld ontbreekt; ${kies(issue)}` : kies(issue)
    case 'too_small':
      return teKlein(issue)
    case 'too_big':
      return teGroot(issue)
    case 'invalid_format':
      return issue.format === 'url' ? 'schrijf een webadres dat begint met https://' : 'dit is niet goed geschreven'
    case 'unrecognized_keys':
      return issue.keys.map((naam: string) => `het veld ${naam} bestaat niet`).join(', ')
    case 'invalid_key':
      return `deze naam kan niet: ${issue.issues[0]?.message ?? 'hij is niet goed geschreven'}`
    case 'custom':
    case 'invalid_element':
    case 'invalid_union':
    case 'not_multiple_of':
    default:
      return 'deze waarde past hier niet'
  }
}

const kies = ({ values }: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidValue>): string =>
  values.length === 1 ? `schrijf ${String(values[0])}` : `kies uit ${OF.format(values.map(String))}`

function teKlein({ origin, minimum, inclusive }: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): string {
  if (origin === 'string') return minimum === 1 ? 'dit is leeg' : `schrijf minstens ${minimum} tekens`
  if (origin === 'array' || origin === 'set') return `noem er minstens ${minimum}`
  return inclusive === false ? `schrijf een getal boven ${minimum}` : `schrijf ${minimum} of meer`
}

function teGroot({ origin, maximum, inclusive }: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>): string {
  if (origin === 'string') return `schrijf hoogstens ${maximum} tekens`
  if (origin === 'array' || origin === 'set') return `noem er hoogstens ${maximum}`
  if (maximum === Number.MAX_SAFE_INTEGER) return 'dit getal is te groot'
  return inclusive === false ? `schrijf een getal onder ${maximum}` : `schrijf ${maximum} of minder`
}

const YAML: { readonly [code in ErrorCode]?: string } = {
  BAD_INDENT: 'een regel springt niet goed in, of een haakje is niet gesloten',
  TAB_AS_INDENT: 'spring in met spaties, niet met een tab',
  MISSING_CHAR: 'er ontbreekt een teken, zoals een komma, een haakje of een aanhalingsteken',
  BLOCK_AS_IMPLICIT_KEY: 'een dubbele punt staat op een verkeerde plek',
  MULTILINE_IMPLICIT_KEY: 'achter een veld ontbreekt een dubbele punt',
  BAD_SCALAR_START: 'zet deze waarde tussen aanhalingstekens',
  UNEXPECTED_TOKEN: 'hier staat een teken dat er niet hoort',
}

/** What keeps a block from being read; `tekst` is the part it is about. */
export const zegYamlfout = (code: ErrorCode, tekst: string): string =>
  code === 'DUPLICATE_KEY'
    ? `het veld ${/^[^\s:]*/.exec(tekst)![0]} staat er twee keer`
    : (YAML[code] ?? 'hier staat iets wat niet past')
