/** The onderzoek: start, personal plan, report (Wmo 2015 art. 2.3.2). */
import { type Datum, datum } from '../../../kern/datum.ts'
import { Weigering } from '../../../kern/weigering.ts'
import type { RegioAfspraken } from '../../afspraken.ts'
import { eisDatums } from '../../datumregels.ts'
import { opdracht } from '../../proces.ts'
import { wetsbron } from '../../wetsbron.ts'
import { ontvangPersoonlijkPlan, rondOnderzoekAf, startOnderzoek } from '../melding.schema.ts'
import type { Melding } from '../stand.ts'
import { alleenBij } from './alleen-bij.ts'
import { zonderIdentiteit } from './identiteit.ts'

/** Offered before the onderzoek, or there is no onderzoek yet (Wmo 2015 art. 2.3.2 lid 3). */
const zonderOndersteuning = (afspraken: RegioAfspraken): Weigering =>
  new Weigering('TOEGANG_CLIENTONDERSTEUNING_ONTBREEKT', {}, { bron: wetsbron(afspraken, 'wmo', '2.3.2', '3') })

/** What must lie before the start, or before the end, of the onderzoek: the latest of it (Wmo 2015 art. 2.3.2 lid 3, 2.3.4 lid 1). */
function laatsteVan(m: Melding, totEnMet: 'clientondersteuning' | 'start'): { dag: Datum; wat: string } {
  const momenten = [
    { op: m.datum, wat: 'de melding' },
    { op: m.clientondersteuningOp, wat: 'het aanbod van cliëntondersteuning' },
    { op: totEnMet === 'start' ? m.onderzoekGestartOp : null, wat: 'het begin van het onderzoek' },
    { op: totEnMet === 'start' ? (m.identiteit?.op ?? null) : null, wat: 'het vaststellen van de identiteit' },
  ].flatMap(({ op, wat }) => (op ? [{ dag: datum(op), wat }] : []))
  return momenten.toSorted((a, b) => Temporal.PlainDate.compare(a.dag, b.dag)).at(-1)!
}

export const start = opdracht<Melding, typeof startOnderzoek>({
  titel: 'Onderzoek starten',
  schema: startOnderzoek,
  bevoegd: { taak: 'onderzoek' },
  taak: true,
  kan: (m, afspraken) =>
    alleenBij('onderzoek')(m) ??
    (m.onderzoekGestartOp ? new Weigering('TOEGANG_ONDERZOEK_AL_GESTART') : null) ??
    (m.clientondersteuningOp ? null : zonderOndersteuning(afspraken)),
  klaar: (m) => m.onderzoekGestartOp !== null,
  decideer: (m, { datum: begonnen, gesprekOp }, ctx) => {
    const op = begonnen ?? ctx.vandaag.toString()
    eisDatums(
      {
        veld: 'datum',
        label: 'De datum waarop het onderzoek begon',
        waarde: op,
        vandaag: ctx.vandaag,
        nietVoor: laatsteVan(m, 'clientondersteuning'),
      },
      {
        veld: 'gesprekOp',
        label: 'De datum van het gesprek',
        waarde: gesprekOp,
        nietVoor: { dag: datum(m.datum), wat: 'de melding' },
      },
    )
    return [
      {
        soort: 'onderzoekGestart',
        geldigOp: datum(op),
        feiten: { gesprekOp: gesprekOp ?? null, door: ctx.partij.slug },
      },
    ]
  },
})

/** The client may hand in a plan within seven days; a later one is still read, the screen says it came later. */
export const plan = opdracht<Melding, typeof ontvangPersoonlijkPlan>({
  titel: 'Persoonlijk plan ontvangen',
  schema: ontvangPersoonlijkPlan,
  bevoegd: { taak: 'onderzoek' },
  kan: (m) =>
    alleenBij('registratie', 'screening', 'onderzoek')(m) ??
    (m.planOp ? new Weigering('TOEGANG_PLAN_AL_ONTVANGEN') : null),
  klaar: (m) => m.planOp !== null,
  decideer: (m, { datum: op, samenvatting }, ctx) => {
    eisDatums({
      veld: 'datum',
      label: 'De datum van ontvangst',
      waarde: op,
      vandaag: ctx.vandaag,
      nietVoor: { dag: datum(m.datum), wat: 'de melding' },
    })
    return [
      {
        soort: 'planOntvangen',
        geldigOp: datum(op),
        feiten: { datum: op, door: ctx.partij.slug },
        ...(samenvatting && { inhoud: { samenvatting } }),
      },
    ]
  },
})

export const rondAf = opdracht<Melding, typeof rondOnderzoekAf>({
  titel: 'Onderzoek afronden met een verslag',
  schema: rondOnderzoekAf,
  bevoegd: { taak: 'onderzoek' },
  taak: true,
  kan: (m, afspraken) =>
    alleenBij('onderzoek')(m) ??
    (m.clientondersteuningOp ? null : zonderOndersteuning(afspraken)) ??
    (m.onderzoekGestartOp ? null : new Weigering('TOEGANG_ONDERZOEK_NIET_GESTART')) ??
    (m.identiteit ? null : zonderIdentiteit(afspraken)),
  klaar: (m) => m.onderzoekAfOp !== null,
  decideer: (m, { datum: op, antwoorden, verslag }, ctx) => {
    eisDatums({
      veld: 'datum',
      label: 'De datum van het verslag',
      waarde: op,
      vandaag: ctx.vandaag,
      nietVoor: laatsteVan(m, 'start'),
    })
    return [
      {
        soort: 'onderzoekAfgerond',
        geldigOp: datum(op),
        feiten: { datum: op, door: ctx.partij.slug },
        inhoud: { ...antwoorden, verslag },
      },
    ]
  },
})
