/** What each command of a process would answer this person right now; every kind of case shows it alike. */
import type { Taak } from '../convenant/index.ts'
import { Weigering } from '../kern/weigering.ts'
import type { Uitkomst } from '../kern/uitkomst.ts'
import type { Taakregel } from './antwoorden.ts'
import type { Beeldomgeving } from './beeldomgeving.ts'
import { behandeltOp, bevoegdVoor, type Geboekt, type Opdracht, type Toegang } from './proces.ts'

export function takenVan<Stand>(
  opdrachten: Record<string, Opdracht<Stand>>,
  stand: Stand,
  bevoegd: (taak: Taak) => Uitkomst<string>,
  houder: string,
  o: Beeldomgeving,
  naam: (slug: string) => string,
  journaal: readonly Geboekt[] = [],
): Taakregel[] {
  const toegang = (stand as { toegang?: Toegang[] }).toegang ?? []
  const behandelaars = toegang.filter((t) => behandeltOp(t, o.vandaag))
  const behandelt = behandelaars.some((t) => t.organisatie === o.kijker.organisatie.slug)
  return Object.entries(opdrachten).map(([code, opdracht]) => {
    const bezwaar = opdracht.kan?.(stand, o.afspraken, o.vandaag, journaal) ?? null
    const klaar = opdracht.klaar?.(stand) ?? false
    const vereist = bevoegdVoor(opdracht, stand, journaal)
    const betrokken = vereist === 'betrokken' || !('taak' in vereist)
    const eisen: readonly Taak[] = betrokken ? [] : typeof vereist.taak === 'string' ? [vereist.taak] : vereist.taak
    const alleen = betrokken ? undefined : vereist.door
    const wie = eisen
      .map((taak) => ({ taak, uitkomst: bevoegd(taak) }))
      .map(({ taak, uitkomst }) => ({ taak, slug: uitkomst.soort === 'bepaald' ? uitkomst.waarde : houder }))
      // Who did the step takes it back; of a step of someone else the task does not matter.
      .map((w) => (alleen === undefined || alleen === o.kijker.organisatie.slug ? w : { ...w, slug: alleen }))
    // Whoever only reads the case does nothing in it; a note is for those who work on it.
    const mijn = behandelt && (betrokken || wie.some((w) => w.slug === o.kijker.organisatie.slug))
    const rol = betrokken || wie.some((w) => w.slug === o.kijker.organisatie.slug && o.kijker.taken.includes(w.taak))
    const slugs = betrokken
      ? behandelt
        ? [o.kijker.organisatie]
        : behandelaars.map((t) => ({ slug: t.organisatie }))
      : wie
    const namen = [...new Set(slugs.map((w) => naam(w.slug)))].join(' of ')
    const vanAnder = alleen !== undefined && alleen !== o.kijker.organisatie.slug
    const vanWie = vanAnder ? new Weigering('STAP_VAN_ANDER', { door: namen }).message : `Dit doet ${namen}.`
    const reden = bezwaar?.message ?? (mijn ? (rol ? null : 'Jouw rol heeft deze taak niet.') : vanWie)
    return {
      opdracht: code,
      naam: opdracht.titel,
      toestand: klaar ? 'klaar' : bezwaar ? 'kan-nog-niet' : 'nu',
      wie: namen,
      magIk: reden === null,
      reden,
      stap: typeof opdracht.taak === 'function' ? opdracht.taak(stand, o.vandaag) : opdracht.taak === true,
    }
  })
}
