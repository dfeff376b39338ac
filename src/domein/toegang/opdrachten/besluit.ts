/** From the request to the decision and its announcement (Wmo 2015 art. 2.3.2 lid 9, 2.3.5; Awb 4:15, 6:7). */
import { gemeentenaam } from '../../../convenant/index.ts'
import { termijn } from '../../../recht/index.ts'
import { type Datum, datum, opOfVoor, schrijfDatum } from '../../../kern/datum.ts'
import { uitkomstNaarJson } from '../../../kern/schrijf-uit.ts'
import { Weigering, weiger } from '../../../kern/weigering.ts'
import { eisDatums } from '../../datumregels.ts'
import { behandeltOp, type Context, opdracht } from '../../proces.ts'
import { wetsbron } from '../../wetsbron.ts'
import { bevoegde, bevoegdIn, geval } from '../bevoegdheid.ts'
import { adviesuitkomsten, maakBekend, neemBesluit, ontvangAanvraag, producten, trekIn } from '../melding.schema.ts'
import { geldendAdvies, isOpen, magZonderOnderzoek, type Melding, wachtOpAdvies } from '../stand.ts'
import { staatStil } from '../stilstand.ts'
import { wieTrektIn } from '../taak.ts'
import { alleenBij, stapPastNiet } from './alleen-bij.ts'
import { beslistermijn } from './stilzetten.ts'

/** From the day the onderzoek is done, or after its last day has passed without (Wmo 2015 art. 2.3.2 lid 9). */
function eisNaOnderzoek(m: Melding, op: Datum, ctx: Context): void {
  const uiterlijk = m.onderzoekUiterlijk && datum(m.onderzoekUiterlijk)
  if (!uiterlijk || !opOfVoor(op, uiterlijk)) return
  if (m.onderzoekAfOp)
    return eisDatums({
      veld: 'datum',
      label: 'De datum van de aanvraag',
      waarde: op.toString(),
      nietVoor: { dag: datum(m.onderzoekAfOp), wat: 'het einde van het onderzoek' },
    })
  weiger(
    'TOEGANG_AANVRAAG_TE_VROEG',
    { datum: schrijfDatum(uiterlijk) },
    { bron: wetsbron(ctx.afspraken, 'wmo', '2.3.2', '9') },
  )
}

export const aanvraag = opdracht<Melding, typeof ontvangAanvraag>({
  titel: 'Aanvraag ontvangen',
  schema: ontvangAanvraag,
  // The client may bring it to whoever handles or decides: a misdirected paper is passed on (Awb 2:3).
  bevoegd: { taak: ['beschikking', 'onderzoek'] },
  taak: true,
  kan: (m) => (!isOpen(m) ? stapPastNiet(m) : m.aanvraagOp ? new Weigering('TOEGANG_AANVRAAG_AL_ONTVANGEN') : null),
  klaar: (m) => m.aanvraagOp !== null,
  decideer: (m, { datum: op, vorm }, ctx) => {
    eisDatums({
      veld: 'datum',
      label: 'De datum van de aanvraag',
      waarde: op,
      vandaag: ctx.vandaag,
      nietVoor: { dag: datum(m.datum), wat: 'de melding' },
    })
    eisNaOnderzoek(m, datum(op), ctx)
    const { uiterlijk, bomen } = beslistermijn(op, [], ctx)
    const uitkomst = bevoegde(ctx.afspraken, ctx.vandaag, geval(m, 'beschikking'))
    const beslisser = uitkomst.soort === 'bepaald' ? uitkomst.waarde : m.houder
    const toegang = m.toegang.some((t) => t.organisatie === beslisser && behandeltOp(t, ctx.vandaag))
      ? []
      : [
          {
            organisatie: beslisser,
            niveau: 'behandelen',
            grond: 'beslist op de aanvraag',
            van: ctx.vandaag.toString(),
            tot: null,
          },
        ]
    return [
      {
        soort: 'aanvraagOntvangen',
        geldigOp: datum(op),
        feiten: {
          datum: op,
          vorm,
          besluitUiterlijk: uiterlijk,
          zonderOnderzoek: m.onderzoekAfOp === null,
          beslisser,
          door: ctx.partij.slug,
          toegang: toegang,
        },
        bomen,
      },
    ]
  },
})

/**
 * The college the person turned to owes the decision; another decides only under a mandate in force that
 * day (Awb 10:3-10:5, DH 5.2). Answers the mandate, or null where the deciding college is that college.
 */
function mandaatVoor(m: Melding, ctx: Context) {
  if (ctx.partij.slug === m.gemeldBij) return null
  const gevonden = ctx.register.mandaten.find(
    (d) => d.mandaatgever === m.gemeldBij && d.gemandateerde === ctx.partij.slug && d.taak === 'beschikking',
  )
  return (
    gevonden ??
    weiger(
      'MANDAAT_ONTBREEKT',
      { van: gemeentenaam(m.gemeldBij, ctx.afspraken.afspraken.gemeenten), aan: ctx.partij.naam },
      { bron: wetsbron(ctx.afspraken, 'awb', '10:4', '1') },
    )
  )
}

/** Whether the decision is another than the advice that counted, which was taken over (DH 3.3.2). */
function wijktAfVanAdvies(m: Melding, b: { uitkomst: string; product?: string | undefined }): boolean {
  const advies = geldendAdvies(m)
  if (!advies) return false
  const toekennen = advies.uitkomst === 'toekennen' || advies.uitkomst === 'opvang'
  if (toekennen !== (b.uitkomst === 'toekennen')) return true
  return toekennen && b.product !== (advies.uitkomst === 'opvang' ? 'opvang' : advies.product)
}

function noemAdvies(m: Melding): string {
  const advies = geldendAdvies(m)!
  return adviesuitkomsten[advies.uitkomst] + (advies.product ? `, ${producten[advies.product]}` : '')
}

export const besluit = opdracht<Melding, typeof neemBesluit>({
  titel: 'Besluit nemen',
  schema: neemBesluit,
  bevoegd: { taak: 'beschikking' },
  taak: true,
  // Consent included: a mandate to someone outside the own organisation needs it (Awb 10:4).
  vraagt: ({ datum: op }) => ({ mandaten: op }),
  kan: (m, _afspraken, vandaag) =>
    (magZonderOnderzoek(m) || wachtOpAdvies(m) ? null : alleenBij('besluit')(m)) ??
    (staatStil(m, vandaag) ? new Weigering('TOEGANG_TERMIJN_STAAT_STIL') : null),
  klaar: (m) => m.besluit !== null,
  decideer: (m, b, ctx) => {
    const toekennen = b.uitkomst === 'toekennen'
    eisDatums(
      {
        veld: 'datum',
        label: 'De datum van het besluit',
        waarde: b.datum,
        vandaag: ctx.vandaag,
        nietVoor: { dag: datum(m.aanvraagOp ?? m.datum), wat: 'de aanvraag' },
      },
      // What is granted was asked for, and is not over before anyone can be placed.
      ...(toekennen
        ? [
            {
              veld: 'ingangsdatum',
              label: 'De ingangsdatum',
              waarde: b.ingangsdatum,
              nietVoor: { dag: datum(m.datum), wat: 'de melding' },
            },
            {
              veld: 'einddatum',
              label: 'De einddatum',
              waarde: b.einddatum,
              nietVoor: { dag: datum(b.datum).add({ days: 1 }), wat: 'de dag na het besluit' },
            },
          ]
        : []),
    )
    if (b.uitkomst === 'toekennen' && (m.voorziening === 'mo') !== (b.product === 'opvang'))
      throw new Weigering(
        'INVOER_ONJUIST',
        {},
        {
          velden: [
            {
              veld: 'product',
              melding:
                m.voorziening === 'mo'
                  ? 'Kies opvangplek: dit is een melding voor opvang.'
                  : 'Kies een product van beschermd wonen.',
            },
          ],
        },
      )
    // The advice comes first; a silence must not hold the client's decision, so it can be explained.
    if (wachtOpAdvies(m) && !b.zonderAdvies)
      weiger(
        'INVOER_ONJUIST',
        {},
        {
          velden: [
            {
              veld: 'zonderAdvies',
              melding: 'Er is nog geen advies. Wacht daarop, of schrijf op waarom je er niet op wacht.',
            },
          ],
        },
      )
    const wijktAf = wijktAfVanAdvies(m, b)
    if (wijktAf && !b.afwijkingVanAdvies)
      weiger(
        'INVOER_ONJUIST',
        {},
        {
          velden: [
            {
              veld: 'afwijkingVanAdvies',
              melding: `Dit besluit is anders dan het advies (${noemAdvies(m)}). Schrijf op waarom.`,
            },
          ],
        },
      )
    const mandaat = mandaatVoor(m, ctx)
    return [
      {
        soort: 'besluitGenomen',
        geldigOp: datum(b.datum),
        feiten: {
          uitkomst: b.uitkomst,
          datum: b.datum,
          product: toekennen ? (b.product ?? null) : null,
          ingangsdatum: toekennen ? (b.ingangsdatum ?? null) : null,
          einddatum: toekennen ? (b.einddatum ?? null) : null,
          grond: b.grond ?? null,
          wijktAf,
          mandaat: mandaat?.id ?? null,
          namens: m.gemeldBij,
          door: ctx.partij.slug,
        },
        inhoud: {
          motivering: b.motivering,
          ...(wachtOpAdvies(m) && { zonderAdvies: b.zonderAdvies ?? null }),
          ...(wijktAf && { afwijkingVanAdvies: b.afwijkingVanAdvies ?? null }),
          ...(mandaat && { mandaat: mandaat.bron }),
        },
        bomen: { beslisser: uitkomstNaarJson(bevoegdIn(m, 'beschikking', ctx.afspraken, ctx.vandaag)) },
      },
    ]
  },
})

/** Announcement, not signing, starts the six weeks for an objection (Awb 3:41, 6:8). */
export const bekendmaking = opdracht<Melding, typeof maakBekend>({
  titel: 'Besluit bekendmaken',
  schema: maakBekend,
  bevoegd: { taak: 'beschikking' },
  taak: true,
  kan: alleenBij('bekendmaking'),
  klaar: (m) => m.bekendOp !== null,
  decideer: (m, { datum: op, wijze }, ctx) => {
    eisDatums({
      veld: 'datum',
      label: 'De datum van verzending',
      waarde: op,
      vandaag: ctx.vandaag,
      nietVoor: { dag: datum(m.besluit!.datum), wat: 'het besluit' },
    })
    const bezwaar = termijn('awb-bezwaar-indienen', { vanaf: datum(op) }, ctx.afspraken.afspraken.kaders)
    return [
      {
        soort: 'bekendgemaakt',
        geldigOp: datum(op),
        feiten: {
          datum: op,
          wijze,
          bezwaarUiterlijk: bezwaar.soort === 'bepaald' ? bezwaar.waarde.datum.toString() : null,
          door: ctx.partij.slug,
        },
        bomen: { bezwaar: uitkomstNaarJson(bezwaar) },
      },
    ]
  },
})

export const intrekking = opdracht<Melding, typeof trekIn>({
  titel: 'Melding intrekken',
  schema: trekIn,
  bevoegd: (m) => ({ taak: wieTrektIn(m) }),
  kan: (m) => (isOpen(m) && !m.besluit ? null : stapPastNiet(m)),
  decideer: (m, { datum: op, reden, vergissing }, ctx) => {
    eisDatums({
      veld: 'datum',
      label: 'De datum',
      waarde: op,
      vandaag: ctx.vandaag,
      nietVoor: { dag: datum(m.datum), wat: 'de melding' },
    })
    return [
      {
        soort: 'ingetrokken',
        geldigOp: datum(op),
        feiten: { datum: op, ...(vergissing && { vergissing }), door: ctx.partij.slug },
        inhoud: { reden },
      },
    ]
  },
})
