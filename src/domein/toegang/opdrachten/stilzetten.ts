/** The term for the decision: when it ends, and when it stands still (Wmo 2015 art. 2.3.5 lid 2; Awb 4:15). */
import { termijn } from '../../../recht/index.ts'
import { datum, opOfVoor, schrijfDatum } from '../../../kern/datum.ts'
import { uitkomstNaarJson } from '../../../kern/schrijf-uit.ts'
import { Weigering, weiger } from '../../../kern/weigering.ts'
import { eisDatums } from '../../datumregels.ts'
import { type Context, opdracht } from '../../proces.ts'
import { hervat, schortOp } from '../melding.schema.ts'
import { isOpen, type Melding, type Opschorting } from '../stand.ts'
import { besluitUiterlijkOp, getelde, staatStil } from '../stilstand.ts'
import { stapPastNiet } from './alleen-bij.ts'
import { waaromStil } from './waarom-stil.ts'

/** Last day of the decision, with its reasons; a pause without an end does not count yet. */
export function beslistermijn(
  aanvraagOp: string,
  opschortingen: readonly Pick<Opschorting, 'van' | 'tot'>[],
  ctx: Pick<Context, 'afspraken'>,
) {
  const opgeschort = opschortingen.flatMap((o) =>
    o.tot && o.van < o.tot ? [{ van: datum(o.van), tot: datum(o.tot) }] : [],
  )
  const uitkomst = termijn('wmo-beschikking', { vanaf: datum(aanvraagOp), opgeschort }, ctx.afspraken.afspraken.kaders)
  return {
    uitkomst,
    uiterlijk: uitkomst.soort === 'bepaald' ? uitkomst.waarde.datum.toString() : null,
    bomen: { besluit: uitkomstNaarJson(uitkomst) },
  }
}

export const stilzetten = opdracht<Melding, typeof schortOp>({
  titel: 'Beslistermijn stilzetten',
  schema: schortOp,
  bevoegd: { taak: 'beschikking' },
  kan: (m, _afspraken, vandaag) =>
    !m.aanvraagOp || !isOpen(m) || m.besluit
      ? stapPastNiet(m)
      : staatStil(m, vandaag)
        ? new Weigering('TOEGANG_TERMIJN_STAAT_STIL')
        : null,
  decideer: (m, { reden, brief, hersteltermijn, van: gekozen, toelichting }, ctx) => {
    const aanvulling = reden === 'aanvulling'
    const veld = aanvulling ? 'brief' : 'van'
    const dagVan = datum((aanvulling ? brief : gekozen)!)
    // The term stands still from the day after the letter that asks for more (Awb 4:15 lid 1).
    const van = aanvulling ? dagVan.add({ days: 1 }) : dagVan
    const uiterlijk = datum(besluitUiterlijkOp(m, ctx.vandaag) ?? van.toString())
    if (!opOfVoor(van, uiterlijk))
      weiger(
        'INVOER_ONJUIST',
        {},
        {
          velden: [
            {
              veld,
              melding: aanvulling
                ? `De termijn zou stilstaan vanaf de dag na de brief. Dan is de beslistermijn voorbij (laatste dag: ${schrijfDatum(uiterlijk)}).`
                : `De beslistermijn was toen al voorbij (laatste dag: ${schrijfDatum(uiterlijk)}). Wat voorbij is, kan niet meer stilstaan.`,
            },
          ],
        },
      )
    // Two periods never count the same day: the second begins when the term runs again, or later.
    const eerder = getelde(m, ctx.vandaag)
    const vorige = eerder.at(-1)?.tot
    eisDatums({
      veld,
      label: aanvulling ? 'De datum van de brief' : 'De datum',
      waarde: dagVan.toString(),
      vandaag: ctx.vandaag,
      nietVoor: vorige
        ? { dag: datum(vorige), wat: 'het einde van de vorige keer stilzetten' }
        : { dag: datum(m.aanvraagOp ?? m.datum), wat: 'de aanvraag' },
    })
    // Known now already: the last day when the client lets the time pass. Nothing is worked out that night (D5).
    const ongebruikt = aanvulling && { van: van.toString(), tot: datum(hersteltermijn!).add({ days: 1 }).toString() }
    const dan = ongebruikt ? beslistermijn(m.aanvraagOp!, [...eerder, ongebruikt], ctx) : null
    const zonder = beslistermijn(m.aanvraagOp!, eerder, ctx).uitkomst
    const stil = { reden, van: van.toString(), uiterlijk: aanvulling ? hersteltermijn! : null, zonder }
    return [
      {
        soort: 'termijnStilgezet',
        geldigOp: dagVan,
        feiten: {
          reden,
          brief: aanvulling ? dagVan.toString() : null,
          van: stil.van,
          uiterlijk: stil.uiterlijk,
          besluitDan: dan?.uiterlijk ?? null,
          besluitUiterlijk: uiterlijk.toString(),
          vorigeTot: vorige ?? null,
          door: ctx.partij.slug,
        },
        inhoud: { toelichting },
        bomen: {
          besluitStil: uitkomstNaarJson(waaromStil({ ...stil, ongebruikt: dan?.uitkomst ?? null }, ctx.afspraken)),
          ...(dan && { besluitNaStilstand: dan.bomen.besluit }),
        },
      },
    ]
  },
})

export const hervatten = opdracht<Melding, typeof hervat>({
  titel: 'Beslistermijn weer laten lopen',
  schema: hervat,
  bevoegd: { taak: 'beschikking' },
  // While the term stands still nothing else can be done to decide.
  taak: (m, vandaag) => staatStil(m, vandaag) !== undefined,
  // Also when the time to complete has passed: the client may have completed the request within it.
  kan: (m) =>
    !isOpen(m) || m.besluit
      ? stapPastNiet(m)
      : m.opschortingen.some((o) => o.tot === null)
        ? null
        : new Weigering('TOEGANG_TERMIJN_LOOPT'),
  decideer: (m, { op }, ctx) => {
    const stil = m.opschortingen.find((o) => o.tot === null)!
    const sinds = datum(stil.van)
    eisDatums({
      veld: 'op',
      label: 'De datum',
      waarde: op,
      vandaag: ctx.vandaag,
      // A client may complete the request at once: then the term has not stood still at all.
      nietVoor: stil.uiterlijk
        ? { dag: sinds.subtract({ days: 1 }), wat: 'de brief' }
        : { dag: sinds.add({ days: 1 }), wat: 'de dag na het stilzetten' },
      // Once the time to complete has passed unused, the term runs again by itself (Awb 4:15 lid 1).
      ...(stil.uiterlijk && {
        nietNa: { dag: datum(stil.uiterlijk).add({ days: 1 }), wat: 'de dag na de tijd om aan te vullen' },
      }),
    })
    const opschortingen = m.opschortingen.map((o) => (o.tot === null ? { ...o, tot: op } : o))
    const { uiterlijk, bomen } = beslistermijn(m.aanvraagOp!, opschortingen, ctx)
    return [
      {
        soort: 'termijnHervat',
        geldigOp: datum(op),
        feiten: { op, besluitUiterlijk: uiterlijk, door: ctx.partij.slug },
        bomen,
      },
    ]
  },
})
