import { nieuweClient as isNieuw } from '../../recht/index.ts'
import { Invoerfout, kiesUit, leesDag, leesTijdvak, maakOpdracht, schrijfUitkomst, verplicht } from '../opdracht.ts'
import { type Datum, voor } from '../../kern/datum.ts'
import { boekopties, leesBoek } from './boek.ts'

export const nieuweClient = maakOpdracht({
  naam: 'nieuwe-client',
  gebruik:
    'nieuwe-client --regio R --melding D [--aanvraag D]… [--bw D/D]… [--bron convenant|wetsvoorstel] [--op D] [--json]',
  hulp: `Zegt of iemand een nieuwe cliënt is.

  --aanvraag  dag van een eerdere aanvraag
  --bw        van/tot: een eerder verblijf in Beschermd Wonen; de tweede dag telt niet mee
  --bron      convenant (terug vanaf de melding) of wetsvoorstel (verder vanaf het einde van een verblijf)`,
  opties: { ...boekopties, melding: 'tekst', aanvraag: 'lijst', bw: 'lijst', bron: 'tekst' },
  los: 0,
  async doe({ opties }, uit) {
    verplicht(opties.regio, 'regio')
    const melding = leesDag(verplicht(opties.melding, 'melding'), 'melding')
    const aanvragen = opties.aanvraag.map((d) => leesDag(d, 'aanvraag'))
    const bw = opties.bw.map((p) => leesTijdvak(p, 'bw'))
    for (const aanvraag of aanvragen) eisNietLater(aanvraag, melding, 'aanvraag')
    for (const { van } of bw) eisNietLater(van, melding, 'bw')
    const bron = kiesUit(opties.bron ?? 'convenant', ['convenant', 'wetsvoorstel'], 'bron')
    return schrijfUitkomst(isNieuw({ melding, aanvragen, bw }, await leesBoek(opties), bron), opties.json, uit)
  },
})

/** What came after the melding says nothing about the past: whoever gives it mistook a day. */
function eisNietLater(dag: Datum, melding: Datum, naam: string): void {
  if (voor(melding, dag))
    throw new Invoerfout(`--${naam} ${dag.toString()} ligt na de melding van ${melding.toString()}.`)
}
