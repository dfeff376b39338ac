/**
 * A mistake is repaired by naming the entry it stands in (D7). The wrong entry stays; what was computed
 * from it is computed again with the rules of the day of the report, and both are visible.
 */
import { datum } from '../../../kern/datum.ts'
import { Weigering, weiger } from '../../../kern/weigering.ts'
import { type Json, opdracht, type Toegang } from '../../proces.ts'
import { corrigeer } from '../melding.schema.ts'
import { isOpen, type Melding } from '../stand.ts'
import { stapnaam } from './alleen-bij.ts'
import { beoordeel, bomen, eisMelding, type Meldfeiten, uitkomsten } from './intake.ts'

type Wijziging = Partial<Meldfeiten> & { eerderGemeld?: string; eerderGemeldOp?: string | null }

/** The corrected fact, read from what was typed. `eerderGemeld` takes `nee` or the date of the earlier report. */
function lees(m: Melding, veld: string, waarde: string): Wijziging {
  if (veld === 'eerderGemeld') {
    const zonder = m.eerderMeldingen.filter((d) => d !== m.eerderGemeldOp)
    if (waarde === 'nee') return { eerderGemeld: 'nee', eerderGemeldOp: null, eerderMeldingen: zonder }
    return { eerderGemeld: 'ja', eerderGemeldOp: leesDag(waarde), eerderMeldingen: [leesDag(waarde), ...zonder] }
  }
  return { [veld]: veld === 'datum' ? leesDag(waarde) : waarde }
}

function leesDag(waarde: string): string {
  try {
    return datum(waarde).toString()
  } catch {
    throw new Weigering(
      'INVOER_ONJUIST',
      {},
      { velden: [{ veld: 'waarde', melding: 'Vul een datum in, bijvoorbeeld 3 11 2026.' }] },
    )
  }
}

export const correctie = opdracht<Melding, typeof corrigeer>({
  titel: 'Iets corrigeren',
  schema: corrigeer,
  bevoegd: { taak: ['onderzoek', 'beschikking'] },
  kan: (m) => (isOpen(m) ? null : new Weigering('STAP_PAST_NIET', { stap: stapnaam(m) })),
  decideer: (m, { gebeurtenis, veld, waarde, reden }, ctx) => {
    // Only the report itself holds these facts, and it is always the first entry of its stream.
    if (gebeurtenis !== 1) weiger('TOEGANG_NIET_TE_CORRIGEREN')
    const wijziging = lees(m, veld, waarde)
    const feiten: Meldfeiten = { ...m, ...wijziging }
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
          } as never,
        },
        ctx,
      )
    } catch (fout) {
      veldfouten(fout)
    }
    const oordeel = beoordeel(feiten, ctx.afspraken, ctx.vandaag)
    const vast = uitkomsten(oordeel, m.houder)
    // Before the advice the case follows the new routing; after it the case lies with the decider.
    const houder = m.advies ? m.houder : vast.houder
    const erbij: Toegang[] = m.toegang.some((t) => t.organisatie === houder && t.niveau === 'behandelen')
      ? []
      : [
          {
            organisatie: houder,
            niveau: 'behandelen',
            grond: 'behandelt de melding',
            van: ctx.vandaag.toString(),
            tot: null,
          },
        ]
    const nieuw = {
      ...wijziging,
      ...vast,
      houder,
      toegang: [...m.toegang, ...erbij],
      behandelaar: houder === m.houder ? m.behandelaar : null,
    }
    return [
      {
        soort: 'gecorrigeerd',
        geldigOp: ctx.vandaag,
        feiten: {
          gebeurtenis,
          veld,
          oud: String(m[veld] ?? ''),
          waarde,
          nieuw: nieuw as unknown as Json,
          door: ctx.partij.slug,
        },
        inhoud: { reden },
        bomen: bomen(oordeel),
      },
    ]
  },
})
