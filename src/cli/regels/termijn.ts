import { termijn as reken } from '../../recht/index.ts'
import { laadAfspraken } from '../../opslag/afspraken-bestanden.ts'
import { Gebruiksfout, leesDag, leesTijdvak, maakOpdracht, schrijfUitkomst, verplicht } from '../opdracht.ts'

export const termijn = maakOpdracht({
  naam: 'termijn',
  gebruik: 'termijn <soort> --vanaf D [--opgeschort D/D]… [--verdaagd] [--json]',
  hulp: `Rekent de laatste dag van een termijn uit.

  <soort>       wmo-persoonlijk-plan, wmo-onderzoek, wmo-beschikking, awb-bezwaar-indienen,
                awb-bezwaar-beslissen, awb-bezwaar-beslissen-commissie, awb-beroep-indienen,
                convenant-weken:N of convenant-maanden:N
  --vanaf       de dag van de gebeurtenis, zoals de melding
  --opgeschort  van/tot: de termijn stond stil; de tweede dag telt niet mee
  --verdaagd    het besluit op bezwaar is verdaagd`,
  opties: { vanaf: 'tekst', opgeschort: 'lijst', verdaagd: 'vlag' },
  los: 1,
  async doe({ opties, los }, uit) {
    const [soort] = los
    if (!soort) throw new Gebruiksfout('De soort termijn ontbreekt.')
    const vanaf = leesDag(verplicht(opties.vanaf, 'vanaf'), 'vanaf')
    const opgeschort = opties.opgeschort.map((p) => leesTijdvak(p, 'opgeschort'))
    const { kaders } = await laadAfspraken()
    return schrijfUitkomst(reken(soort, { vanaf, opgeschort, verdaagd: opties.verdaagd }, kaders), opties.json, uit)
  },
})
