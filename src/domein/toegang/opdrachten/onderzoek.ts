/** The onderzoek: start, personal plan, report (Wmo 2015 art. 2.3.2). */
import { datum } from '../../../kern/datum.ts'
import { Weigering } from '../../../kern/weigering.ts'
import { eisDatums } from '../../datumregels.ts'
import { opdracht } from '../../proces.ts'
import { ontvangPersoonlijkPlan, rondOnderzoekAf, startOnderzoek } from '../melding.schema.ts'
import type { Melding } from '../stand.ts'
import { alleenBij } from './alleen-bij.ts'

const wmo = (lid: string) => ({ wet: 'Wmo 2015', geldigOp: '2026-07-01', artikel: '2.3.2', lid })

export const start = opdracht<Melding, typeof startOnderzoek>({
  titel: 'Onderzoek starten',
  schema: startOnderzoek,
  bevoegd: { taak: 'onderzoek' },
  taak: true,
  kan: (m) =>
    alleenBij('onderzoek')(m) ??
    (m.onderzoekGestartOp ? new Weigering('STAP_PAST_NIET', { stap: 'Onderzoek, al gestart' }) : null) ??
    (m.clientondersteuningOp ? null : new Weigering('TOEGANG_CLIENTONDERSTEUNING_ONTBREEKT', {}, { bron: wmo('3') })),
  klaar: (m) => m.onderzoekGestartOp !== null,
  decideer: (m, { gesprekOp }, ctx) => {
    eisDatums({
      veld: 'gesprekOp',
      label: 'De datum van het gesprek',
      waarde: gesprekOp,
      nietVoor: { dag: datum(m.datum), wat: 'de melding' },
    })
    return [
      {
        soort: 'onderzoekGestart',
        geldigOp: ctx.vandaag,
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
    (m.planOp ? new Weigering('STAP_PAST_NIET', { stap: 'persoonlijk plan al ontvangen' }) : null),
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
  kan: (m) =>
    alleenBij('onderzoek')(m) ??
    (m.clientondersteuningOp ? null : new Weigering('TOEGANG_CLIENTONDERSTEUNING_ONTBREEKT', {}, { bron: wmo('3') })) ??
    (m.onderzoekGestartOp ? null : new Weigering('STAP_PAST_NIET', { stap: 'Onderzoek, nog niet gestart' })),
  klaar: (m) => m.onderzoekAfOp !== null,
  decideer: (m, { datum: op, antwoorden, verslag }, ctx) => {
    eisDatums({
      veld: 'datum',
      label: 'De datum van het verslag',
      waarde: op,
      vandaag: ctx.vandaag,
      nietVoor: { dag: datum(m.datum), wat: 'de melding' },
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
