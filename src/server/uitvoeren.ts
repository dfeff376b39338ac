/**
 * Carries out one command (P3, P4): looks up, checks who may, decides, folds, and writes events, state
 * and what follows in other streams in one transaction.
 */
import { createHash } from 'node:crypto'
import type {
  Context,
  Geboekt,
  Gebeurtenis,
  Json,
  Opdracht,
  Reactie,
  Register,
  Registervraag,
  Rijen,
} from '../domein/proces.ts'
import { weiger } from '../kern/weigering.ts'
import type { Journaalrij } from '../domein/gelezen-zaak.ts'
import { pakIn } from '../opslag/inhoud.ts'
import { BEGIN_HASH, type Boeking, keten, type Kop, schrijfStroom } from '../opslag/journaal.ts'
import { KANAAL } from '../opslag/regiobesluiten.ts'
import { schrijfRijen } from '../opslag/rijen.ts'
import { inTransactie, type Transactie } from '../opslag/transactie.ts'
import { leesInvoer } from '../domein/lees-invoer.ts'
import { type Gezocht, zoekVerleden } from '../domein/toegang/index.opslag.ts'
import { padnaam } from '../kern/padnaam.ts'
import { uuid7 } from '../opslag/uuid7.ts'
import { type Aangemeld, namens, type Omgeving } from '../domein/omgeving.opslag.ts'
import { type EnigProces, procesVan } from './processen.ts'
import { eisBevoegd } from './bevoegd.ts'
import { maakRijen } from './maak-rijen.ts'
import { zoekRegister } from './register.ts'

export type Verzoek<Gelezen = never> = {
  proces: EnigProces
  /** Null begins a new stream. */
  id: string | null
  opdracht: string
  invoer: unknown
  /** Version the person saw (If-Match); null skips the check (begin, import). */
  versie: number | null
  sleutel: string | null
  /** What makes two requests the same, where the input holds an id made per request. Left out: the input. */
  merk?: string
  /** More to write in the same transaction, once the command is accepted (the bytes of a document, a draft that is done). */
  ook?: (tx: Transactie, id: string) => void | Promise<void>
  /**
   * Reads the answer in the same transaction, which sees what was just written; undefined when it may not be
   * seen. Of a stream that was just begun `begonnen` is all there is.
   */
  lees?: (tx: Transactie, id: string, begonnen: Begonnen | null) => Promise<Gelezen | undefined>
}
/** A stream as its first command made it. */
export type Begonnen = { stand: Stand; naam: string; journaal: Journaalrij[] }
export type Uitgevoerd<Gelezen = never> = {
  id: string
  nummer: number
  herhaald: boolean
  /** What `lees` gave; left out where nothing was read. */
  lezing?: { waarde: Gelezen | undefined }
}

/** Ends a transaction that turned out to repeat an earlier one: nothing it looked up may leave a trace. */
class Herhaald extends Error {
  readonly uit: Uitgevoerd
  constructor(uit: Uitgevoerd) {
    super('Dit verzoek is al uitgevoerd.')
    this.uit = uit
  }
}

/** The agreements in memory are older than what the region recorded: nothing was decided with them yet. */
class Verouderd extends Error {}

type Stand = Record<string, unknown>
type Geladen = {
  kop: Kop
  stand: Stand
  naam: string
  inhoud: Map<number, { [sleutel: string]: Json }>
  journaal: readonly Geboekt[]
  nieuw: boolean
}
/** What a command wants to read beside the state. */
type Leeswens = Pick<Opdracht<Stand>, 'leestInhoud' | 'leestJournaal'>

const STROOM = `SELECT s.nummer, s.hash, s.stand, coalesce(w.naam, '') AS naam FROM stroom s
  LEFT JOIN werkrij w ON w.regio = s.regio AND w.id = s.id WHERE s.regio = $1 AND s.id = $2 AND s.soort = $3`
const INHOUD = `SELECT g.nummer, i.json->'tekst' AS tekst FROM gebeurtenis g JOIN inhoud i ON i.regio = g.regio AND i.id = g.inhoud WHERE g.regio = $1 AND g.stroom = $2`
const JOURNAAL =
  'SELECT nummer, soort, geldig_op, feiten FROM gebeurtenis WHERE regio = $1 AND stroom = $2 ORDER BY nummer'
const LAATSTE = 'SELECT wie FROM gebeurtenis WHERE regio = $1 AND stroom = $2 ORDER BY nummer DESC LIMIT 1'
const SLEUTEL = 'SELECT stroom, nummer, verzoek FROM sleutel WHERE regio = $1 AND gebruiker = $2 AND sleutel = $3'
const SLEUTEL_BEWAAR =
  'INSERT INTO sleutel (regio, gebruiker, sleutel, verzoek, stroom, nummer) VALUES ($1,$2,$3,$4,$5,$6)'

/** How often a command is tried again when another stream it touches was written at the same moment. */
const POGINGEN = 4

export async function voerUit<Gelezen = never>(
  omg: Omgeving,
  wie: Aangemeld,
  verzoek: Verzoek<Gelezen>,
): Promise<Uitgevoerd<Gelezen>> {
  const opdracht = verzoek.proces.opdrachten[verzoek.opdracht] ?? weiger('NIET_GEVONDEN')
  const invoer = leesInvoer(opdracht.schema, verzoek.invoer ?? {})
  const { perRegio = false } = verzoek.proces
  const als = { ...namens(wie, omg.klok.vandaag()), schrijft: perRegio ? ('alleen' as const) : true }
  for (let poging = 1; ; poging += 1) {
    const loop = new Loop(omg, wie)
    try {
      return await inTransactie(omg.pool, als, async (tx) => {
        const uit = await loop.begin(tx, verzoek, opdracht, invoer)
        if (!verzoek.lees) return uit
        const lezing = verzoek.lees(tx, uit.id, loop.begonnen)
        // When the commit fails, that failure is the one to tell.
        lezing.catch(() => undefined)
        await tx.bevestig()
        return { ...uit, lezing: { waarde: await lezing } }
      })
    } catch (fout) {
      if (fout instanceof Herhaald) return fout.uit
      if (fout instanceof Verouderd && poging < POGINGEN) {
        await omg.afspraken.ververs(omg.pool, wie.regio, omg.klok.vandaag())
        continue
      }
      const botsing = leesBotsing(fout)
      if (!botsing) {
        if (loop.vreemdeBsn) await legZoekenVast(omg, wie, verzoek, loop.vreemdeBsn)
        throw fout
      }
      if (botsing === 'slot') weiger('BESLUIT_WACHT')
      if (botsing === 'plek') weiger('WACHTLIJST_PLEK_BEZET', { datum: 'de gekozen datum' })
      if (poging >= POGINGEN) weiger('GEWIJZIGD_DOOR_ANDER', { naam: 'Een collega' })
    }
  }
}

/** `stroom`: another wrote the same number, try again on the new state. `plek`: the place was taken. `slot`: a
 * decision waited too long for those who were recording. */
function leesBotsing(fout: unknown): 'stroom' | 'plek' | 'slot' | null {
  const { code, constraint } = (fout ?? {}) as { code?: string; constraint?: string }
  if (code === '23P01' && constraint === 'plek_dubbel') return 'plek'
  if (code === '23505' || code === '40001' || code === '40P01') return 'stroom'
  if (code === '55P03') return 'slot'
  return null
}

/** A refusal undoes all but this: that someone tried a bsn of another stays in the read log. */
async function legZoekenVast(omg: Omgeving, wie: Aangemeld, v: Verzoek<unknown>, bsn: Gezocht): Promise<void> {
  const pad = v.id === null ? '' : `/{id}/opdrachten/${padnaam(v.opdracht)}`
  await zoekVerleden(omg.pool, namens(wie, omg.klok.vandaag()), wie.rol.code, bsn, `POST /${v.proces.meervoud}${pad}`)
}

/** One run of a command and everything that follows from it. */
class Loop {
  readonly #omg: Omgeving
  readonly #wie: Aangemeld
  readonly #vandaag
  readonly #nu: string
  /** Set when the command began a stream. */
  begonnen: Begonnen | null = null
  /** A bsn that was looked for and belongs to someone else. */
  vreemdeBsn: Gezocht | null = null
  constructor(omg: Omgeving, wie: Aangemeld) {
    this.#omg = omg
    this.#wie = wie
    this.#vandaag = omg.klok.vandaag()
    this.#nu = omg.klok.nu()
  }

  async begin(
    tx: Transactie,
    verzoek: Verzoek<unknown>,
    opdracht: Opdracht<Stand>,
    invoer: unknown,
  ): Promise<Uitgevoerd> {
    const { regio, gebruiker } = this.#wie
    const { proces, sleutel } = verzoek
    const merk = sleutel === null ? null : this.#verzoekHash(verzoek)
    const id = verzoek.id ?? uuid7()
    const [eerder, geladen, register] = await Promise.all([
      sleutel === null
        ? []
        : tx.vraag<{ stroom: string; nummer: number; verzoek: Buffer }>(SLEUTEL, [regio.id, gebruiker.id, sleutel]),
      this.#laad(tx, proces, verzoek.id, opdracht),
      // A new stream begins from a state that is known, so what it asks of the register travels along.
      verzoek.id === null ? this.#zoek(tx, id, opdracht.vraagt?.(invoer, proces.begin)) : undefined,
    ])
    // Known before any of the above: it came with the opening of the transaction.
    if ((await tx.besluitstand) > this.#omg.afspraken.stand(regio.slug)) throw new Verouderd()
    if (eerder[0]) {
      if (!merk || !eerder[0].verzoek.equals(merk)) weiger('SLEUTEL_HERGEBRUIKT')
      const uit = { id: eerder[0].stroom, nummer: eerder[0].nummer, herhaald: true }
      if (register) throw new Herhaald(uit)
      return uit
    }
    if (verzoek.versie !== null && geladen.kop.nummer !== verzoek.versie) await this.#weigerVersie(tx, verzoek.id!)
    const nummer = await this.#doe(tx, {
      proces,
      id,
      opdracht,
      naam: verzoek.opdracht,
      invoer,
      geladen,
      register: register ?? (await this.#zoek(tx, id, opdracht.vraagt?.(invoer, geladen.stand))),
      oorzaak: null,
      erbij: (kop) => {
        if (merk) tx.bundel(SLEUTEL_BEWAAR, [regio.id, gebruiker.id, sleutel, merk, id, kop])
      },
    })
    await verzoek.ook?.(tx, id)
    return { id, nummer, herhaald: false }
  }

  async #zoek(tx: Transactie, stroom: string, vraag: Registervraag = {}): Promise<Register> {
    const register = await zoekRegister(tx, vraag, { regio: this.#wie.regio.id, stroom, vandaag: this.#vandaag })
    if (register.persoonAnders) this.vreemdeBsn = vraag.persoon ?? null
    return register
  }

  async #laad(tx: Transactie, proces: EnigProces, id: string | null, wens: Leeswens): Promise<Geladen> {
    const nieuw = {
      kop: { nummer: 0, hash: BEGIN_HASH },
      stand: proces.begin,
      naam: '',
      inhoud: new Map(),
      journaal: [],
      nieuw: true,
    }
    if (id === null) return nieuw
    const regio = this.#wie.regio.id
    const [rijen, inhoud, journaal] = await Promise.all([
      tx.vraag<{ nummer: number; hash: Buffer; stand: Stand; naam: string }>(STROOM, [regio, id, proces.soort]),
      proces.leestInhoud || wens.leestInhoud
        ? tx.vraag<{ nummer: number; tekst: { [sleutel: string]: Json } }>(INHOUD, [regio, id])
        : [],
      wens.leestJournaal ? tx.vraag<Geboekt>(JOURNAAL, [regio, id]) : [],
    ])
    const rij = rijen[0]
    if (!rij) return proces.perRegio ? nieuw : weiger('NIET_GEVONDEN')
    return {
      kop: { nummer: rij.nummer, hash: rij.hash },
      stand: rij.stand,
      naam: rij.naam,
      inhoud: new Map(inhoud.map((i) => [i.nummer, i.tekst])),
      journaal,
      nieuw: false,
    }
  }

  async #doe(
    tx: Transactie,
    o: {
      proces: EnigProces
      id: string
      opdracht: Opdracht<Stand>
      naam: string
      invoer: unknown
      geladen: Geladen
      register: Register
      oorzaak: string | null
      /** Written with the events, given the number of the last one. */
      erbij?: (nummer: number) => void
    },
  ): Promise<number> {
    const { proces, id, opdracht, geladen, register } = o
    const afspraken = this.#omg.afspraken(this.#wie.regio.slug)
    const ctx: Context = {
      vandaag: this.#vandaag,
      afspraken,
      partij: this.#wie.organisatie,
      gebruiker: this.#wie.gebruiker.id,
      taken: this.#wie.taken,
      stroom: id,
      naam: geladen.naam,
      nieuwId: uuid7,
      register,
      inhoud: (nummer) => geladen.inhoud.get(nummer),
      journaal: geladen.journaal,
    }
    const { stand: nu, journaal } = geladen
    if (o.oorzaak === null) eisBevoegd(this.#omg, this.#wie, proces, nu, opdracht, this.#vandaag, journaal)
    const bezwaar = opdracht.kan?.(nu, afspraken, this.#vandaag, journaal)
    if (bezwaar) throw bezwaar
    const gebeurtenissen = opdracht.decideer(geladen.stand, o.invoer, ctx)

    const { kop, boekingen } = keten(
      geladen.kop,
      gebeurtenissen.map((g) => ({
        regio: this.#wie.regio.id,
        stroom: id,
        soort: g.soort,
        opgenomen: this.#nu,
        geldigOp: g.geldigOp.toString(),
        wie: this.#wie.gebruiker.id,
        namens: this.#wie.organisatie.id,
        oorzaak: o.oorzaak,
        afspraken: afspraken.merk,
        feiten: JSON.stringify(g.feiten),
        inhoud: g.inhoud || g.bomen ? pakIn(g.inhoud ?? {}, g.bomen) : null,
        bewarenTot: null,
      })),
    )
    let stand = geladen.stand
    const reacties: (Reactie & { oorzaak: string })[] = []
    const inhoud = new Map(geladen.inhoud)
    gebeurtenissen.forEach((g, i) => {
      const boeking = boekingen[i]!
      if (g.inhoud) inhoud.set(boeking.nummer, g.inhoud)
      stand = proces.pasToe(stand, g, boeking.nummer)
      const naam = geladen.naam || proces.naam(stand, (n) => inhoud.get(n))
      reacties.push(...proces.reacties(g, stand, { ...ctx, naam }).map((r) => ({ ...r, oorzaak: boeking.id })))
    })
    // Without the content at hand the name cannot have changed.
    const naam = geladen.nieuw || opdracht.leestInhoud ? proces.naam(stand, (n) => inhoud.get(n)) : geladen.naam
    schrijfStroom(tx, proces.soort, geladen.nieuw, boekingen, kop, JSON.stringify(stand))
    o.erbij?.(kop.nummer)
    if (geladen.nieuw && o.oorzaak === null)
      this.begonnen = { stand, naam, journaal: boekingen.map((b, i) => journaalrij(b, gebeurtenissen[i]!)) }
    if (proces.perRegio) tx.stuur('SELECT pg_notify($1, $2)', [KANAAL, this.#wie.regio.id])
    await this.#reageer(tx, reacties)
    this.#schrijfStand(tx, proces, id, { oud: geladen.nieuw ? null : geladen.stand, stand, naam, inhoud })
    return kop.nummer
  }

  /**
   * The stream of the command went first; the others follow in order of their id, so that two commands seldom wait for
   * each other in a ring (D5). When they do the database ends one (40P01), and that one is tried again.
   */
  async #reageer(tx: Transactie, reacties: (Reactie & { oorzaak: string })[]): Promise<void> {
    for (const r of reacties.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const proces = procesVan(r.proces)
      const opdracht = proces.opdrachten[r.opdracht]!
      const geladen = await this.#laad(tx, proces, r.nieuw ? null : r.id, opdracht)
      const invoer = leesInvoer(opdracht.schema, r.invoer)
      const register = await this.#zoek(tx, r.id, opdracht.vraagt?.(invoer, geladen.stand))
      await this.#doe(tx, {
        proces,
        id: r.id,
        opdracht,
        naam: r.opdracht,
        invoer,
        geladen,
        register,
        oorzaak: r.oorzaak,
      })
    }
  }

  /** Writes only rows that differ from what the state before this command gave. */
  #schrijfStand(
    tx: Transactie,
    proces: EnigProces,
    id: string,
    s: { oud: Stand | null; stand: Stand; naam: string; inhoud: Map<number, { [sleutel: string]: Json }> },
  ): void {
    const rijenBij = (stand: Stand) =>
      maakRijen(this.#omg, this.#wie.regio, proces, id, stand, this.#vandaag, { naam: s.naam, inhoud: s.inhoud }).rijen
    const nieuw = rijenBij(s.stand)
    const bekend = new Set(
      s.oud && !proces.leestInhoud
        ? Object.entries(rijenBij(s.oud)).flatMap(([t, rs]) => rs.map((r) => `${t}${JSON.stringify(r)}`))
        : [],
    )
    // The work list row is always written: its derived columns depend on the day as well as on the state.
    const anders = ([tabel, rs]: [string, Rijen[string]]) =>
      [tabel, rs.filter((r) => tabel === 'werkrij' || !bekend.has(`${tabel}${JSON.stringify(r)}`))] as const
    const teSchrijven = bekend.size ? Object.fromEntries(Object.entries(nieuw).map(anders)) : nieuw
    schrijfRijen(tx, teSchrijven, s.oud === null)
  }

  #verzoekHash(v: Verzoek<unknown>): Buffer {
    return createHash('sha256')
      .update(`${v.proces.soort} ${v.id ?? ''} ${v.opdracht} ${v.merk ?? JSON.stringify(v.invoer)}`)
      .digest()
  }

  async #weigerVersie(tx: Transactie, id: string): Promise<never> {
    const [laatste] = await tx.vraag<{ wie: string }>(LAATSTE, [this.#wie.regio.id, id])
    return weiger('GEWIJZIGD_DOOR_ANDER', {
      naam: laatste ? this.#omg.adresboek.gebruiker(laatste.wie) : 'Een collega',
    })
  }
}

/** An event just written, as the database would give it back. */
const journaalrij = (b: Boeking, g: Gebeurtenis): Journaalrij => ({
  id: b.id,
  nummer: b.nummer,
  soort: b.soort,
  geldig_op: b.geldigOp,
  opgenomen: b.opgenomen.replace(/\.?0+Z$/, 'Z'),
  wie: b.wie,
  namens: b.namens,
  feiten: g.feiten,
  inhoud: b.inhoud && { tekst: g.inhoud ?? {}, uitkomsten: g.bomen ?? {} },
  bomen: g.bomen ? Object.fromEntries(Object.entries(g.bomen).map(([code, u]) => [code, u.waarom])) : null,
})
