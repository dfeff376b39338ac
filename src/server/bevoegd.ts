/** Who may carry out a command (D2): the organisation by covenant or statute, then the role. */
import { TAKEN, type Taak } from '../convenant/index.ts'
import { type Aangemeld, eisRol, heeftZaaktaak, type Omgeving } from '../domein/omgeving.opslag.ts'
import { behandeltOp, bevoegdVoor, type Geboekt, type Opdracht, type Toegang } from '../domein/proces.ts'
import { bepaald, type Uitkomst } from '../kern/uitkomst.ts'
import { weiger } from '../kern/weigering.ts'
import type { EnigProces } from './processen.ts'

type Stand = Record<string, unknown>

const alsLijst = (taak: Taak | readonly Taak[]): readonly Taak[] => (typeof taak === 'string' ? [taak] : taak)

/** D2: the organisation by covenant or statute, then the role. Throws the refusal that names whose task it is. */
export function eisBevoegd(
  omg: Pick<Omgeving, 'afspraken' | 'adresboek'>,
  wie: Aangemeld,
  proces: EnigProces,
  stand: Stand,
  opdracht: Opdracht<Stand>,
  vandaag: Temporal.PlainDate,
  journaal: readonly Geboekt[],
): void {
  const bevoegd = bevoegdVoor(opdracht, stand, journaal)
  if (bevoegd === 'betrokken') {
    if (!heeftZaaktaak(wie)) weiger('ROL_MIST_TAAK', { rol: wie.rol.naam, taak: 'zaken behandelen' })
    return eisBehandeling(omg, wie, stand, vandaag)
  }
  if ('rollen' in bevoegd) {
    if (!bevoegd.rollen.includes(wie.rol.code)) weiger('ROL_MIST_TAAK', { rol: wie.rol.naam, taak: bevoegd.werk })
    return eisBehandeling(omg, wie, stand, vandaag)
  }
  if ('rolMet' in bevoegd) {
    eisRol(wie, bevoegd.rolMet)
    return eisBehandeling(omg, wie, stand, vandaag)
  }
  const { door } = bevoegd
  if (door !== undefined && door !== wie.organisatie.slug)
    weiger('STAP_VAN_ANDER', { door: omg.adresboek.organisatie(door).naam })
  const taken = alsLijst(bevoegd.taak)
  const afspraken = omg.afspraken(wie.regio.slug)
  const uitkomsten = taken.map((taak) => ({
    taak,
    uitkomst: metHouder(proces.bevoegd(stand, taak, afspraken, vandaag), stand),
  }))
  const mijn = uitkomsten.filter((u) => u.uitkomst.soort === 'bepaald' && u.uitkomst.waarde === wie.organisatie.slug)
  if (!mijn.length) {
    const namen = [
      ...new Set(
        uitkomsten.map((u) =>
          u.uitkomst.soort === 'bepaald' ? omg.adresboek.organisatie(u.uitkomst.waarde).naam : 'niemand',
        ),
      ),
    ]
    const bron = uitkomsten[0]?.uitkomst.waarom.bron
    weiger('NIET_BEVOEGD', { wie: wie.organisatie.naam, bevoegd: namen.join(' of ') }, bron ? { bron } : {})
  }
  if (mijn.some((u) => wie.taken.includes(u.taak))) return eisBehandeling(omg, wie, stand, vandaag)
  const bron = mijn[0]?.uitkomst.waarom.bron
  const taak = mijn.map((u) => TAKEN[u.taak].naam).join(' of ')
  weiger('ROL_MIST_TAAK', { rol: wie.rol.naam, taak }, bron ? { bron } : {})
}

/** Whoever may only read a case changes nothing in it, not even a note; a stream that begins has no access yet. */
function eisBehandeling(
  omg: Pick<Omgeving, 'adresboek'>,
  wie: Aangemeld,
  stand: Stand,
  vandaag: Temporal.PlainDate,
): void {
  const toegang = (stand['toegang'] ?? []) as Toegang[]
  const mag = toegang.filter((t) => behandeltOp(t, vandaag))
  if (!toegang.length || mag.some((t) => t.organisatie === wie.organisatie.slug)) return
  const namen = mag.map((t) => omg.adresboek.organisatie(t.organisatie).naam)
  weiger('NIET_BEVOEGD', { wie: wie.organisatie.naam, bevoegd: namen.join(' of ') })
}

/** Where covenant and statute give no single answer, whoever holds the case goes on with it (D2). */
function metHouder(uitkomst: Uitkomst<string>, stand: Stand): Uitkomst<string> {
  const houder = stand['houder']
  if (uitkomst.soort === 'bepaald' || typeof houder !== 'string' || houder === '') return uitkomst
  return bepaald(houder, uitkomst.waarom)
}
