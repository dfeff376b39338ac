import { dwangsom as reken } from '../../recht/index.ts'
import { laadAfspraken } from '../../opslag/afspraken-bestanden.ts'
import { leesDag, maakOpdracht, schrijfUitkomst, vandaag, verplicht } from '../opdracht.ts'

export const dwangsom = maakOpdracht({
  naam: 'dwangsom',
  gebruik: 'dwangsom --ingebrekestelling D [--termijn D] [--besluit D] [--op D] [--json]',
  hulp: `Rekent uit wat een te laat besluit kost: de eerste dag, het aantal dagen en het bedrag in centen.

  --ingebrekestelling  de dag waarop de ingebrekestelling is ontvangen
  --termijn            de laatste dag om te beslissen; weggelaten: die was al voorbij
  --besluit            de dag waarop het besluit is bekendgemaakt; weggelaten: er is nog geen besluit
  --op                 tot welke dag we dan tellen; weggelaten: vandaag`,
  opties: { ingebrekestelling: 'tekst', termijn: 'tekst', besluit: 'tekst', op: 'tekst' },
  los: 0,
  async doe({ opties }, uit) {
    const ingebrekestelling = leesDag(verplicht(opties.ingebrekestelling, 'ingebrekestelling'), 'ingebrekestelling')
    const termijn = opties.termijn === undefined ? undefined : leesDag(opties.termijn, 'termijn')
    const besluit = opties.besluit === undefined ? undefined : leesDag(opties.besluit, 'besluit')
    const op = opties.op === undefined ? vandaag() : leesDag(opties.op, 'op')
    const { kaders } = await laadAfspraken()
    return schrijfUitkomst(reken({ ingebrekestelling, termijn, besluit, op }, kaders), opties.json, uit)
  },
})
