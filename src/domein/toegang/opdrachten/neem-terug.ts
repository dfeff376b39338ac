/**
 * A step that was entered by mistake is taken back by naming its entry (D7). The wrong entry stays; the case goes on as
 * if the step had not been taken. Only the last step: what rests on it is taken back first, by who did that.
 */
import { canoniek } from '../../../kern/canoniek.ts'
import { Weigering, weiger } from '../../../kern/weigering.ts'
import type { RegioAfspraken } from '../../afspraken.ts'
import { type Context, type Json, opdracht } from '../../proces.ts'
import { wetsbron } from '../../wetsbron.ts'
import { neemTerug } from '../melding.schema.ts'
import type { Melding } from '../stand.ts'
import { laatsteStap, metEinde, teruggenomen, zonderStap } from '../terugnemen.ts'
import { herbeoordeel } from './herbeoordeel.ts'

/** From the announcement on the decision exists for the client, and changes by objection or a new one (Awb 3:40). */
const naBekendmaking = (afspraken: RegioAfspraken): Weigering =>
  new Weigering('TOEGANG_NA_BEKENDMAKING', {}, { bron: wetsbron(afspraken, 'awb', '3:40') })

/** The fields of the state that are other than they are now: all that the fold has to copy (D5). */
const anders = (m: Melding, zonder: Melding): { [veld: string]: Json } =>
  Object.fromEntries(
    Object.entries(zonder as unknown as { [veld: string]: Json }).filter(
      ([veld, waarde]) => canoniek(waarde) !== canoniek(m[veld as keyof Melding]),
    ),
  )

function zonder(m: Melding, gebeurtenis: number, ctx: Context): Melding {
  const stand = zonderStap(ctx.journaal, gebeurtenis, (gecorrigeerd) => {
    const { houder, behandelaar, toegang } = herbeoordeel(gecorrigeerd, gecorrigeerd, ctx).uitkomsten
    return { houder, behandelaar, toegang }
  })
  return { ...stand, toegang: metEinde(m.toegang, stand.toegang, ctx.vandaag.toString()) }
}

export const terugname = opdracht<Melding, typeof neemTerug>({
  titel: 'De laatste stap terugnemen',
  schema: neemTerug,
  leestJournaal: true,
  // Nobody undoes the step of another municipality, nor one that is no longer their work.
  bevoegd: (m, journaal) => {
    const stap = laatsteStap(journaal)
    if (!stap) return 'betrokken'
    return { taak: typeof stap.taak === 'function' ? stap.taak(m) : stap.taak, door: stap.door }
  },
  kan: (m, afspraken, _vandaag, journaal) => {
    if (m.bekendOp) return naBekendmaking(afspraken)
    return laatsteStap(journaal) ? null : new Weigering('TOEGANG_NIETS_TERUG_TE_NEMEN')
  },
  decideer: (m, { gebeurtenis, reden }, ctx) => {
    const { nummer, soort, naam, door } = laatsteStap(ctx.journaal)!
    if (teruggenomen(ctx.journaal).has(gebeurtenis)) weiger('TOEGANG_AL_TERUGGENOMEN')
    if (gebeurtenis !== nummer) weiger('TOEGANG_NIET_DE_LAATSTE_STAP', { stap: naam })
    const eerder = zonder(m, gebeurtenis, ctx)
    const weg = Object.keys(m).filter((veld) => !(veld in eerder))
    return [
      {
        soort: 'stapTeruggenomen',
        geldigOp: ctx.vandaag,
        feiten: { gebeurtenis, stap: soort, nieuw: anders(m, eerder), ...(weg.length && { weg }), door },
        inhoud: { reden },
      },
    ]
  },
})
