/**
 * A mistake is repaired by naming the entry it stands in (D7). The wrong entry stays; what was computed
 * from it is computed again: terms with the rules of the day of the report, competence with those of today.
 * Both outcomes stay visible.
 */
import type { z } from 'zod'
import { type Datum, datum } from '../../../kern/datum.ts'
import { Weigering, weiger } from '../../../kern/weigering.ts'
import { eisDatums } from '../../datumregels.ts'
import { opdracht } from '../../proces.ts'
import { dag, keuze } from '../../persoon/persoon.schema.ts'
import { corrigeer, voorzieningen } from '../melding.schema.ts'
import { isOpen, type Melding } from '../stand.ts'
import { wieWerkenEraan } from '../taak.ts'
import { stapPastNiet } from './alleen-bij.ts'
import { herbeoordeel } from './herbeoordeel.ts'
import type { Meldfeiten } from './beoordeling.ts'
import { eisMelding } from './intake.ts'

type Wijziging = Partial<Meldfeiten> & { eerderGemeld?: string; eerderGemeldOp?: string | null }

/** The corrected fact, read from what was typed. `eerderGemeld` takes `nee` or the date of the earlier report. */
function lees(m: Melding, veld: string, waarde: string): Wijziging {
  if (veld === 'eerderGemeld' || veld === 'eerderGemeldOp') {
    // The client's own answer is one of the dates; what the register knows of the same day stays.
    const eigen = m.eerderGemeldOp === null ? -1 : m.eerderMeldingen.indexOf(m.eerderGemeldOp)
    const zonder = m.eerderMeldingen.filter((_dag, i) => i !== eigen)
    if (veld === 'eerderGemeld' && waarde === 'nee')
      return { eerderGemeld: 'nee', eerderGemeldOp: null, eerderMeldingen: zonder }
    return { eerderGemeld: 'ja', eerderGemeldOp: leesDag(waarde), eerderMeldingen: [leesDag(waarde), ...zonder] }
  }
  if (veld === 'voorziening') return { voorziening: leesMet(voorziening, waarde) }
  return { [veld]: veld === 'datum' ? leesDag(waarde) : waarde }
}

const voorziening = keuze(voorzieningen, 'Kies beschermd wonen of maatschappelijke opvang.')
const leesDag = (waarde: string): string => leesMet(dag('de datum'), waarde)

function leesMet<T>(schema: z.ZodType<T>, waarde: string): T {
  const gelezen = schema.safeParse(waarde)
  if (gelezen.success) return gelezen.data
  return weiger('INVOER_ONJUIST', {}, { velden: [{ veld: 'waarde', melding: gelezen.error.issues[0]!.message }] })
}

const zelfde = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The first thing that was done after the report: the report cannot be later than that. */
const eersteDaarna = (m: Melding): { dag: Datum; wat: string } | undefined =>
  [
    { op: m.planOp, wat: 'het persoonlijk plan' },
    { op: m.onderzoekGestartOp, wat: 'het begin van het onderzoek' },
    { op: m.onderzoekAfOp, wat: 'het verslag van het onderzoek' },
    { op: m.aanvraagOp, wat: 'de aanvraag' },
  ]
    .flatMap(({ op, wat }) => (op ? [{ dag: datum(op), wat }] : []))
    .toSorted((a, b) => Temporal.PlainDate.compare(a.dag, b.dag))[0]

export const correctie = opdracht<Melding, typeof corrigeer>({
  titel: 'Iets corrigeren',
  schema: corrigeer,
  bevoegd: (m) => ({ taak: wieWerkenEraan(m) }),
  kan: (m) => (isOpen(m) ? null : stapPastNiet(m)) ?? (m.besluit ? new Weigering('TOEGANG_NA_BESLUIT') : null),
  decideer: (m, { gebeurtenis, veld, waarde, reden }, ctx) => {
    // Only the report itself holds these facts, and it is always the first entry of its stream.
    if (gebeurtenis !== 1) weiger('TOEGANG_NIET_TE_CORRIGEREN')
    // Advice and decision name a product of what was asked for.
    if (veld === 'voorziening' && (m.advies || m.besluit)) weiger('TOEGANG_VOORZIENING_NA_ADVIES')
    const wijziging = lees(m, veld, waarde)
    if (Object.entries(wijziging).every(([sleutel, nieuw]) => zelfde(m[sleutel as keyof Melding], nieuw)))
      weiger(
        'INVOER_ONJUIST',
        {},
        { velden: [{ veld: 'waarde', melding: 'Dit staat er al. Vul in wat het moet zijn.' }] },
      )
    const feiten: Meldfeiten = { ...m, ...wijziging }
    const nietNa = eersteDaarna(m)
    if (veld === 'datum')
      eisDatums({ veld: 'waarde', label: 'De datum van de melding', waarde: feiten.datum, ...(nietNa && { nietNa }) })
    const veldfouten = (fout: unknown): never => {
      if (!(fout instanceof Weigering)) throw fout
      throw new Weigering(fout.code, {}, { velden: fout.velden.map((f) => ({ veld: 'waarde', melding: f.melding })) })
    }
    try {
      eisMelding(
        {
          overDeMelding: { datum: feiten.datum } as never,
          herkomst: {
            ...feiten,
            eerderGemeld: 'nee',
            eerderGewoond: 'nee',
            eerderGemeldOp: wijziging.eerderGemeldOp ?? undefined,
            // Not among what can be corrected: judged when it was reported.
            eerderGewoondTot: undefined,
          } as never,
        },
        ctx,
      )
    } catch (fout) {
      veldfouten(fout)
    }
    const opnieuw = herbeoordeel(m, feiten, ctx)
    return [
      {
        soort: 'gecorrigeerd',
        geldigOp: ctx.vandaag,
        feiten: {
          gebeurtenis,
          veld,
          oud: m[veld] ?? '',
          waarde,
          nieuw: { ...wijziging, ...opnieuw.uitkomsten },
          door: ctx.partij.slug,
        },
        inhoud: { reden },
        bomen: opnieuw.bomen,
      },
    ]
  },
})
