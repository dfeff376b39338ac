import { maatstavenVan, sleutels, verdeel as verdeelVolgens } from '../../convenant/index.ts'
import { Invoerfout, maakOpdracht, schrijfUitkomst, verplicht } from '../opdracht.ts'
import { definitiefhulp, definitiefoptie } from './boek.ts'
import { jaaropties, leesGeheel, leesJaarboek } from './jaarboek.ts'
import { leesMetingen } from './metingen.ts'

export const verdeel = maakOpdracht({
  naam: 'verdeel',
  gebruik:
    'verdeel --regio R --sleutel S --totaal N --metingen FILE [--jaar J] [--op D] [--besluiten DIR] [--definitief] [--json]',
  hulp: `Verdeelt een bedrag of een aantal woningen over de gemeenten, volgens een sleutel van het convenant.

  --sleutel    de naam van de verdeelsleutel, zoals resultaat-bw
  --totaal     hele centen of hele woningen; bij een tekort onder nul
  --metingen   bestand met {"<maatstaf>": {"<gemeente>": getal}}
  --jaar       het jaar waarover het gaat; zonder --op geldt de laatste dag van dat jaar${definitiefhulp}`,
  opties: { ...jaaropties, ...definitiefoptie, sleutel: 'tekst', totaal: 'tekst', metingen: 'tekst' },
  los: 0,
  async doe({ opties }, uit) {
    verplicht(opties.regio, 'regio')
    const sleutel = verplicht(opties.sleutel, 'sleutel')
    const totaal = leesGeheel(verplicht(opties.totaal, 'totaal'), 'totaal')
    const bestand = verplicht(opties.metingen, 'metingen')
    const { boek, jaar } = await leesJaarboek(opties)
    const bekend = sleutels(boek)
    if (!bekend.includes(sleutel))
      throw new Invoerfout(
        `${boek.laatste.kort} heeft geen verdeelsleutel ${sleutel}${bekend.length ? `; kies uit ${bekend.join(', ')}` : ''}.`,
      )
    const metingen = await leesMetingen(bestand, {
      maatstaven: maatstavenVan(boek, sleutel),
      partijen: boek.laatste.partijen,
      gemeenten: boek.gemeenten,
    })
    return schrijfUitkomst(
      verdeelVolgens(boek, sleutel, { totaal, metingen, jaar }),
      opties.json,
      uit,
      opties.definitief,
    )
  },
})
