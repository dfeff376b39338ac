/**
 * The wrong bsn, name, birth date or address of a client is repaired (D3, D7). The wrong entry stays. With
 * another bsn the case may turn out to be about another person, with another past.
 */
import { weiger } from '../../../kern/weigering.ts'
import { eisDatums } from '../../datumregels.ts'
import { type Context, type Gebeurtenis, type Json, opdracht, type Reactie } from '../../proces.ts'
import { type Persoonsgegevens, persoonsvelden } from '../../persoon/persoon.schema.ts'
import { corrigeerPersoon } from '../melding.schema.ts'
import { isOpen, type Melding } from '../stand.ts'
import { wieWerkenEraan } from '../taak.ts'
import { stapPastNiet } from './alleen-bij.ts'
import { herbeoordeel } from './herbeoordeel.ts'
import { verleden } from './beoordeling.ts'
import { eisZelfdePersoon } from './intake.ts'

const inhoudVan = (ctx: Pick<Context, 'inhoud'>, nummer: number): Persoonsgegevens | undefined =>
  ctx.inhoud(nummer)?.['persoon'] as unknown as Persoonsgegevens | undefined

/** Which fields are not what they were. Without what they were (erased) every field that is filled. */
const gewijzigd = (oud: Persoonsgegevens | undefined, nieuw: Persoonsgegevens): (keyof typeof persoonsvelden)[] =>
  (Object.keys(persoonsvelden) as (keyof typeof persoonsvelden)[]).filter(
    (veld) => (oud?.[veld] || '') !== (nieuw[veld] || ''),
  )

/**
 * `zelfde`: the case stays with its person, who gets the new particulars. `bekend`: someone the region knows.
 * `nieuw`: someone the region did not know, while other cases stay with the person this case leaves.
 */
type Koppeling = { hoe: 'zelfde' | 'bekend' | 'nieuw'; persoon: string; anderBsn: boolean }

function koppel(m: Melding, bsn: string | undefined, ctx: Context): Koppeling {
  const { huidige, persoon } = ctx.register
  const anderBsn = (huidige?.bsn ?? null) !== (bsn ?? null)
  if (anderBsn && persoon) return { hoe: 'bekend', persoon, anderBsn }
  return anderBsn && huidige?.anderen
    ? { hoe: 'nieuw', persoon: ctx.nieuwId(), anderBsn }
    : { hoe: 'zelfde', persoon: m.persoon, anderBsn }
}

/** Access to whom the case leaves ends now; access to whom it comes back to is what the case itself gives. */
function eerderePersonen(m: Melding, naar: string, vandaag: string): Melding['eerderePersonen'] {
  if (naar === m.persoon) return m.eerderePersonen
  const toegang = m.toegang.map((t) => ({ ...t, tot: t.tot !== null && t.tot < vandaag ? t.tot : vandaag }))
  return [...m.eerderePersonen.filter((e) => e.persoon !== naar), { persoon: m.persoon, toegang }]
}

/** Of reports on the same day only those that were entered before this one: ids are made in order of time. */
const eerderIngevoerd = (m: Melding, ctx: Context) =>
  ctx.register.eerder.filter((e) => e.van.toString() !== m.datum || e.zaak < ctx.stroom)

export const persoonscorrectie = opdracht<Melding, typeof corrigeerPersoon>({
  titel: 'Persoonsgegevens corrigeren',
  schema: corrigeerPersoon,
  bevoegd: (m) => ({ taak: wieWerkenEraan(m) }),
  leestInhoud: true,
  vraagt: ({ bsn, geboortedatum, tussenvoegsel, achternaam }, m) => ({
    huidige: m.persoon,
    ...(bsn && { persoon: { bsn, geboortedatum, tussenvoegsel, achternaam } }),
  }),
  kan: (m) => (isOpen(m) ? null : stapPastNiet(m)),
  decideer: (m, { reden, ...gegevens }, ctx) => {
    const nieuw: Persoonsgegevens = { ...gegevens, geenBsn: gegevens.bsn === undefined }
    eisDatums({
      veld: 'geboortedatum',
      label: 'De geboortedatum',
      waarde: nieuw.geboortedatum,
      vandaag: ctx.vandaag,
    })
    eisZelfdePersoon(ctx, 'bsn')
    const velden = gewijzigd(inhoudVan(ctx, m.gegevensIn), nieuw)
    if (!velden.length) weiger('TOEGANG_NIETS_GECORRIGEERD')
    const { hoe, persoon, anderBsn } = koppel(m, nieuw.bsn, ctx)
    const past = anderBsn ? verleden(m as Parameters<typeof verleden>[0], eerderIngevoerd(m, ctx)) : {}
    const opnieuw = herbeoordeel(m, { ...m, ...past }, ctx)
    return [
      {
        soort: 'gegevensGecorrigeerd',
        geldigOp: ctx.vandaag,
        feiten: {
          gebeurtenis: m.gegevensIn,
          velden,
          persoon,
          wasPersoon: m.persoon,
          koppeling: hoe,
          nieuw: {
            ...past,
            ...opnieuw.uitkomsten,
            eerderePersonen: eerderePersonen(m, persoon, ctx.vandaag.toString()),
          },
          door: ctx.partij.slug,
        },
        inhoud: { persoon: nieuw as unknown as Json, reden },
        bomen: opnieuw.bomen,
      },
    ]
  },
})

/**
 * The register of persons follows: who the case is about gets the particulars; whom it leaves is let go when no
 * other case is about them.
 */
export function volgtNaCorrectie(g: Gebeurtenis, m: Melding, ctx: Context): Reactie[] {
  const { velden, koppeling, wasPersoon } = g.feiten as { velden: string[]; koppeling: string; wasPersoon: string }
  const op = ctx.vandaag.toString()
  // An address belongs to the case, not to the person.
  if (velden.every((veld) => veld === 'adres')) return []
  const erbij: Reactie = {
    proces: 'persoon',
    id: m.persoon,
    nieuw: koppeling === 'nieuw',
    opdracht: koppeling === 'nieuw' ? 'legVast' : 'werkBij',
    invoer: { persoon: g.inhoud?.['persoon'], op, nummer: m.nummer },
  }
  if (m.persoon === wasPersoon) return [erbij]
  const { huidige } = ctx.register
  if (!huidige || huidige.anderen) return [erbij]
  const { anderen: _anderen, bsn: _bsn, tussenvoegsel, ...naam } = huidige
  const rest = { ...naam, geenBsn: true, ...(tussenvoegsel && { tussenvoegsel }) }
  return [
    erbij,
    {
      proces: 'persoon',
      id: wasPersoon,
      nieuw: false,
      opdracht: 'laatLos',
      invoer: { persoon: rest, op, nummer: m.nummer },
    },
  ]
}
