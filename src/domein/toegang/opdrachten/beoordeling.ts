/** What covenant and statute say of a report: first or repeated, new or not, who handles and decides it, and by when. */
import { type Datum, datum, voor } from '../../../kern/datum.ts'
import { uitkomstNaarJson, type UitkomstJson } from '../../../kern/schrijf-uit.ts'
import { bepaald, type Uitkomst } from '../../../kern/uitkomst.ts'
import { eersteMelding, nieuweClient, termijn } from '../../../recht/index.ts'
import { boekOp, type RegioAfspraken } from '../../afspraken.ts'
import { maakGeheugen } from '../../geheugen.ts'
import type { Eerder } from '../../proces.ts'
import { bevoegde, geval } from '../bevoegdheid.ts'
import type { NieuweMelding } from '../melding.schema.ts'
import type { Melding } from '../stand.ts'

export type Meldfeiten = Pick<
  Melding,
  | 'voorziening'
  | 'datum'
  | 'gemeldBij'
  | 'woonplaats'
  | 'herkomst'
  | 'spoed'
  | 'eerderMeldingen'
  | 'eerderAanvragen'
  | 'eerderBw'
  | 'eerderGemeld'
  | 'eerderGewoond'
>

/** An answer that is not known counts as no; the tree says so, for the outcome may change once it is known. */
const weetNiet = <T>(uitkomst: Uitkomst<T>, antwoord: string, vraag: string): Uitkomst<T> =>
  antwoord === 'weetNiet'
    ? {
        ...uitkomst,
        waarom: {
          ...uitkomst.waarom,
          stappen: [
            ...(uitkomst.waarom.stappen ?? []),
            { wat: `De cliënt weet niet of ${vraag}. We rekenen met: nee.` },
          ],
        },
      }
    : uitkomst

/**
 * Of two reports of one person on one day the one entered later is the repeated one. The window of the rule ends
 * before the day of the report, so without this both would be the first, each at its own municipality.
 */
function opZelfdeDag(eerste: Uitkomst<boolean>, m: Pick<Melding, 'datum' | 'eerderMeldingen'>): Uitkomst<boolean> {
  if (eerste.soort !== 'bepaald' || !eerste.waarde || !m.eerderMeldingen.includes(m.datum)) return eerste
  const { stappen = [], ...waarom } = eerste.waarom
  return bepaald(false, {
    ...waarom,
    wat: 'Dit is een herhaalde melding.',
    stappen: [
      ...stappen,
      {
        wat: 'Op {op}, dezelfde dag, was er al een andere melding. Het convenant zegt niet welke van de twee de eerste is. Gekozen regel van dit programma: de melding die het eerst is ingevoerd.',
        feiten: { op: datum(m.datum) },
        geldt: true,
      },
    ],
  })
}

/** What the report and the register say together: the person's own answer counts as well. */
export function verleden(
  herkomst: Pick<NieuweMelding['herkomst'], 'eerderGemeld' | 'eerderGewoond'> & {
    eerderGemeldOp?: string | null | undefined
    eerderGewoondTot?: string | null | undefined
  },
  eerder: readonly Eerder[],
) {
  const eigenMelding = herkomst.eerderGemeld === 'ja' && herkomst.eerderGemeldOp ? [herkomst.eerderGemeldOp] : []
  const eigenVerblijf = herkomst.eerderGewoond === 'ja' && herkomst.eerderGewoondTot ? [herkomst.eerderGewoondTot] : []
  return {
    eerderMeldingen: [...eigenMelding, ...eerder.filter((e) => e.soort === 'melding').map((e) => e.van.toString())],
    eerderAanvragen: eerder.filter((e) => e.soort === 'aanvraag').map((e) => e.van.toString()),
    eerderBw: [
      // Only the last day is asked: the stay began before.
      ...eigenVerblijf.map((tot) => ({ van: null, tot })),
      ...eerder.filter((e) => e.soort === 'bw').map((e) => ({ van: e.van.toString(), tot: e.tot?.toString() ?? null })),
    ],
  }
}

export type Beoordeling = {
  eersteMelding: Uitkomst<boolean>
  nieuweClient: Uitkomst<boolean>
  behandelaar: Uitkomst<string>
  beslisser: Uitkomst<string>
  onderzoek: Uitkomst<{ datum: Datum; zonderVerlenging: Datum }>
  persoonlijkPlan: Uitkomst<{ datum: Datum; zonderVerlenging: Datum }>
  herhaald: boolean
}

/** Everything the screen explains about a report before and after it is sent; the same code for both. */
export function beoordeel(m: Meldfeiten, afspraken: RegioAfspraken, vandaag: Datum): Beoordeling {
  const { voorziening, datum: op, gemeldBij, woonplaats, spoed, eerderGemeld, eerderGewoond } = m
  const verleden = [eerderGemeld, eerderGewoond, m.eerderMeldingen, m.eerderAanvragen, m.eerderBw]
  const vraag = JSON.stringify([voorziening, op, gemeldBij, woonplaats, spoed, verleden])
  return beoordeling(boekOp(afspraken, vandaag), vraag, () => werkUit(m, afspraken, vandaag))
}
/** The preview asks what the report asks again when it is sent; reports of one day often differ in no date at all. */
const beoordeling = maakGeheugen<Beoordeling>(200)

function werkUit(m: Meldfeiten, afspraken: RegioAfspraken, vandaag: Datum): Beoordeling {
  const op = datum(m.datum)
  const boek = boekOp(afspraken, op)
  const eerste = opZelfdeDag(eersteMelding({ melding: op, eerdereMeldingen: m.eerderMeldingen.map(datum) }, boek), m)
  // Where no reading says what a repeated report is, one earlier report makes it repeated: the safe side for routing.
  const herhaald = eerste.soort === 'bepaald' ? !eerste.waarde : m.eerderMeldingen.length > 0
  const kaders = afspraken.afspraken.kaders
  return {
    eersteMelding: weetNiet(eerste, m.eerderGemeld, 'er een eerdere melding was'),
    nieuweClient: weetNiet(
      nieuweClient(
        {
          melding: op,
          aanvragen: m.eerderAanvragen.map(datum),
          bw: m.eerderBw.map((p) => verblijfTot(op, p)),
        },
        boek,
      ),
      m.eerderGewoond,
      'er een eerder verblijf was',
    ),
    behandelaar: bevoegde(afspraken, vandaag, geval({ ...m, herhaald }, 'onderzoek')),
    beslisser: bevoegde(afspraken, vandaag, geval({ ...m, herhaald }, 'beschikking')),
    onderzoek: termijn('wmo-onderzoek', { vanaf: op }, kaders),
    persoonlijkPlan: termijn('wmo-persoonlijk-plan', { vanaf: op }, kaders),
    herhaald,
  }
}

/**
 * A stay as the rule reads it. Without an end it is still running, and touches every window up to the report; of one
 * whose first day was not asked, a single day suffices: its last, or the one before the report when it went on after.
 */
function verblijfTot(op: Datum, { van, tot }: Meldfeiten['eerderBw'][number]): { van: Datum; tot: Datum } {
  const einde = tot ? datum(tot) : op.add({ days: 1 })
  if (van !== null) return { van: datum(van), tot: einde }
  const laatste = voor(op, einde) ? op : einde
  return { van: laatste.subtract({ days: 1 }), tot: einde }
}

/** The facts a report or its correction stores: the outcome itself, never the rule (D5). */
export function uitkomsten(b: Beoordeling, terugval: string) {
  return {
    herhaald: b.herhaald,
    nieuw: b.nieuweClient.soort === 'bepaald' ? b.nieuweClient.waarde : null,
    houder: b.behandelaar.soort === 'bepaald' ? b.behandelaar.waarde : terugval,
    onderzoekUiterlijk: b.onderzoek.soort === 'bepaald' ? b.onderzoek.waarde.datum.toString() : null,
    planUiterlijk: b.persoonlijkPlan.soort === 'bepaald' ? b.persoonlijkPlan.waarde.datum.toString() : null,
  }
}

/** The outcomes with their trees, for the journal; made once per judgement. */
export function bomen(b: Beoordeling): Readonly<Record<string, UitkomstJson>> {
  const bekend = geschreven.get(b) ?? schrijfBomen(b)
  geschreven.set(b, bekend)
  return bekend
}
const geschreven = new WeakMap<Beoordeling, Readonly<Record<string, UitkomstJson>>>()

const schrijfBomen = (b: Beoordeling) => ({
  behandelaar: uitkomstNaarJson(b.behandelaar),
  beslisser: uitkomstNaarJson(b.beslisser),
  eersteMelding: uitkomstNaarJson(b.eersteMelding),
  nieuweClient: uitkomstNaarJson(b.nieuweClient),
  onderzoek: uitkomstNaarJson(b.onderzoek),
  persoonlijkPlan: uitkomstNaarJson(b.persoonlijkPlan),
})
