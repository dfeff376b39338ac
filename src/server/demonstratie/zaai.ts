/**
 * Fills the demonstration region through the commands the screens use: every step as if it were its own
 * day, by someone appointed for it. Nothing is written around `voerUit`, so journal and state agree.
 */
import { setImmediate } from 'node:timers/promises'
import type { Datum } from '../../kern/datum.ts'
import { Weigering, type Weigeringscode } from '../../kern/weigering.ts'
import { type Aangemeld, namens, type Omgeving } from '../../domein/omgeving.opslag.ts'
import { inTransactie } from '../../opslag/transactie.ts'
import { type EnigProces, procesVan } from '../processen.ts'
import { maakSessies } from '../sessies.ts'
import { voerUit } from '../uitvoeren.ts'
import { DEMOREGIO } from './regios.ts'
import { maakPlan, type Plan, type Stap, type Zaakplan } from './plan.ts'
import { beginVulling, bewaarVulling } from './voortgang.ts'

export type Zaaikeuze = {
  /** People in a new filling; one that was begun keeps the number it began with. */
  aantal: number
  /** Aborting stops after the step that is being written; the next run goes on from there. */
  gestopt?: AbortSignal
  /** Told of every case that someone else worked on before it was filled: it is left as that person made it. */
  overgeslagen?: (zaak: string, reden: Weigering) => void
}

/** More people would need more places than the region has. */
export const MEESTE_PERSONEN = 1_500

/** Steps written at the same time: two cores, and room for people who are already at work. */
const TEGELIJK = 4

/** Refusals that mean: a person got to this case, place or key first. Anything else is a mistake of ours. */
const INGEHAALD: ReadonlySet<Weigeringscode> = new Set([
  'STAP_PAST_NIET',
  'TOEGANG_ONDERZOEK_AL_GESTART',
  'TOEGANG_PLAN_AL_ONTVANGEN',
  'TOEGANG_AANVRAAG_AL_ONTVANGEN',
  'TOEGANG_TERMIJN_STAAT_STIL',
  'TOEGANG_TERMIJN_LOOPT',
  'VERSCHIL_AL_BEANTWOORD',
  'GEWIJZIGD_DOOR_ANDER',
  'WACHTLIJST_PLEK_BEZET',
  'SLEUTEL_HERGEBRUIKT',
  'NIET_GEVONDEN',
])

/**
 * Fills the region, or goes on where an earlier run stopped; does nothing when it is full. `voortgang` gets
 * the number of people who are completely in. The foundation (`legGrondslag`) must be there. Throws what a
 * command refuses, except where a person worked on the case in the meantime.
 */
export async function zaaiDemonstratie(
  omg: Omgeving,
  keuze: Zaaikeuze,
  voortgang: (klaar: number, totaal: number) => void,
): Promise<void> {
  if (keuze.aantal > MEESTE_PERSONEN)
    throw new RangeError(`Kies hooguit ${MEESTE_PERSONEN} personen: voor meer zijn er geen plekken.`)
  await omg.adresboek.ververs()
  const regio = omg.adresboek.regio(DEMOREGIO)
  if (!regio) throw new Error(`De regio ${DEMOREGIO} staat niet in de databank: leg eerst de grondslag.`)
  const { zaaidag, totaal, klaar, hervat } = await beginVulling(omg.pool, regio.id, omg.klok.vandaag(), keuze.aantal)
  voortgang(klaar, totaal)
  if (klaar >= totaal) return
  const sessies = maakSessies(omg.pool, { ...omg.klok, vandaag: () => zaaidag })
  const aangesteld = (await sessies.aanstellingen()).map((a) => a.wie).filter((w) => w.regio.id === regio.id)
  const plan = await maakPlan(
    { vandaag: zaaidag, aantal: totaal, afspraken: omg.afspraken(DEMOREGIO), medewerkers: aangesteld },
    async () => {
      await setImmediate()
      keuze.gestopt?.throwIfAborted()
    },
  ).catch((fout: unknown) => (keuze.gestopt?.aborted ? null : Promise.reject(fout)))
  if (!plan) return
  let gemeld = klaar
  await new Zaaier(omg, keuze, hervat).zaai(plan, async (af) => {
    if (af <= klaar) return
    await bewaarVulling(omg.pool, regio.id, af)
    // Two people may be ready at the same moment; the count on the screen never goes back.
    if (af <= gemeld) return
    gemeld = af
    voortgang(af, totaal)
  })
}

class Zaaier {
  readonly #omg: Omgeving
  readonly #keuze: Zaaikeuze
  readonly #hervat: boolean
  constructor(omg: Omgeving, keuze: Zaaikeuze, hervat: boolean) {
    this.#omg = omg
    this.#keuze = keuze
    this.#hervat = hervat
  }

  async zaai(plan: Plan, persoonKlaar: (aantal: number) => Promise<void>): Promise<void> {
    await this.#verdeel(plan.locaties.lijst, (_l, i) => this.#locatie(plan.locaties, i))
    let personen = 0
    // Reports are received in the order of the plan, so that case numbers do not depend on who was quickest;
    // a second case of a person waits until the first one is done.
    let beurt: Promise<unknown> = Promise.resolve()
    const bezig = new Map<number, Promise<void>>()
    await this.#verdeel(plan.zaken, async (zaak) => {
      const eerdere = bezig.get(zaak.persoon)
      const ontvangen = Promise.all([beurt, eerdere]).then(() => this.#ontvang(zaak))
      beurt = ontvangen
      const gedaan = ontvangen.then(async (stroom) => {
        if (stroom) await this.#vervolg(zaak, stroom)
      })
      bezig.set(zaak.persoon, gedaan)
      await gedaan
      if (!zaak.laatste || this.#gestopt()) return
      personen += 1
      await persoonKlaar(personen)
    })
  }

  #gestopt = (): boolean => this.#keuze.gestopt?.aborted === true

  /** A few at a time, taken in order. The first error ends all. */
  async #verdeel<T>(lijst: readonly T[], werk: (een: T, plek: number) => Promise<void>): Promise<void> {
    let volgende = 0
    let stuk = false
    const werker = async (): Promise<void> => {
      while (!stuk && !this.#gestopt() && volgende < lijst.length) {
        const plek = volgende
        volgende += 1
        try {
          await werk(lijst[plek]!, plek)
        } catch (fout) {
          stuk = true
          throw fout
        }
      }
    }
    const uitkomsten = await Promise.allSettled(Array.from({ length: TEGELIJK }, werker))
    const mislukt = uitkomsten.find((u) => u.status === 'rejected')
    if (mislukt) throw mislukt.reason
  }

  #op(dag: Datum, nu: string): Omgeving {
    return { ...this.#omg, klok: { vandaag: () => dag, nu: () => nu } }
  }

  async #locatie(l: Plan['locaties'], i: number): Promise<void> {
    const { vastleggen, bezetting } = l.lijst[i]!
    const om = (dag: Datum): Omgeving => this.#op(dag, `${dag.toString()}T09:00:00.000Z`)
    const proces = procesVan('locatie')
    const gedeeld = { proces, versie: null }
    const sleutel = `demonstratie locatie ${i}`
    const { id } = await voerUit(om(l.vastOp), l.wie, {
      ...gedeeld,
      id: null,
      opdracht: 'legVast',
      invoer: vastleggen,
      sleutel: `${sleutel} vast`,
    })
    await voerUit(om(l.opgaveOp), l.wie, {
      ...gedeeld,
      id,
      opdracht: 'neemBezettingOver',
      invoer: bezetting,
      sleutel: `${sleutel} bezetting`,
    })
  }

  /** The id of the new case; null when the case is complete already, or when the filling stops. */
  async #ontvang(zaak: Zaakplan): Promise<string | null> {
    if (this.#gestopt() || (this.#hervat && (await this.#isAf(zaak)))) return null
    return this.#stap(zaak.stappen[0]!, null)
  }

  async #vervolg(zaak: Zaakplan, melding: string): Promise<void> {
    let plaatsing: string | null = null
    try {
      for (const stap of zaak.stappen.slice(1)) {
        if (this.#gestopt()) return
        if (stap.proces === 'plaatsing') plaatsing ??= await this.#plaatsingVan(stap, melding)
        await this.#stap(stap, stap.proces === 'plaatsing' ? plaatsing : melding)
      }
    } catch (fout) {
      if (!(fout instanceof Weigering) || !INGEHAALD.has(fout.code)) throw fout
      this.#keuze.overgeslagen?.(zaak.sleutel, fout)
    }
  }

  async #stap(stap: Stap, id: string | null): Promise<string> {
    const proces: EnigProces = procesVan(stap.proces)
    const { opdracht, invoer, sleutel } = stap
    const gedaan = await voerUit(this.#op(stap.dag, stap.nu), stap.wie, {
      proces,
      id,
      opdracht,
      invoer,
      versie: null,
      sleutel,
    })
    return gedaan.id
  }

  /** Announcing the decision put the person on the list; this is the row it made. */
  async #plaatsingVan(stap: Stap, melding: string): Promise<string> {
    const rijen = await this.#vraag<{ id: string }>(stap.wie, stap.dag, 'SELECT id FROM wachtrij WHERE melding = $1', [
      melding,
    ])
    if (!rijen[0]) throw new Weigering('NIET_GEVONDEN')
    return rijen[0].id
  }

  /** An earlier run wrote the last step of this case. */
  async #isAf(zaak: Zaakplan): Promise<boolean> {
    const { wie, dag, sleutel } = zaak.stappen.at(-1)!
    const rijen = await this.#vraag(wie, dag, 'SELECT 1 FROM sleutel WHERE gebruiker = $1 AND sleutel = $2', [
      wie.gebruiker.id,
      sleutel,
    ])
    return rijen.length > 0
  }

  #vraag<R extends Record<string, unknown>>(wie: Aangemeld, dag: Datum, sql: string, waarden: string[]): Promise<R[]> {
    return inTransactie(this.#omg.pool, namens(wie, dag), (tx) => tx.vraag<R>(sql, waarden))
  }
}
