import { type Datum, datum, opOfVoor, schrijfDatum, voor } from '../kern/datum.ts'
import { type Veldfout, Weigering } from '../kern/weigering.ts'

/** Checks on one date of the input, in the words of its label. Undefined when it is left out or right. */
type Eis = {
  veld: string
  label: string
  waarde: string | undefined
  vandaag?: Datum
  nietVoor?: { dag: Datum; wat: string }
  nietNa?: { dag: Datum; wat: string }
}

function toets(eis: Eis): Veldfout | undefined {
  if (eis.waarde === undefined) return undefined
  const dag = datum(eis.waarde)
  if (eis.vandaag && voor(eis.vandaag, dag))
    return { veld: eis.veld, melding: `${eis.label} moet vandaag of eerder zijn.` }
  if (eis.nietVoor && !opOfVoor(eis.nietVoor.dag, dag))
    return {
      veld: eis.veld,
      melding: `${eis.label} ligt vóór ${eis.nietVoor.wat} (${schrijfDatum(eis.nietVoor.dag)}).`,
    }
  if (eis.nietNa && !opOfVoor(dag, eis.nietNa.dag))
    return {
      veld: eis.veld,
      melding: `${eis.label} ligt na ${eis.nietNa.wat} (${schrijfDatum(eis.nietNa.dag)}).`,
    }
  return undefined
}

/** Refuses the input with one entry per wrong date; does nothing when all are right. */
export function eisDatums(...eisen: Eis[]): void {
  const fouten = eisen.flatMap((eis) => toets(eis) ?? [])
  if (fouten.length) throw new Weigering('INVOER_ONJUIST', {}, { velden: fouten })
}
