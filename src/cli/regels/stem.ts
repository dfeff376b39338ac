import { z } from 'zod'
import { type Afsprakenboek, stem as telStemmen, STEMMEN, type Stemronde, vindGemeente } from '../../convenant/index.ts'
import { weiger } from '../../kern/weigering.ts'
import { maakOpdracht, schrijfUitkomst, verplicht } from '../opdracht.ts'
import { boekopties, definitiefhulp, definitiefoptie, leesBoek } from './boek.ts'
import { leesJsonAls } from './json-bestand.ts'

export const stem = maakOpdracht({
  naam: 'stem',
  gebruik: 'stem --regio R --regel S --stemmen BESTAND [--op D] [--besluiten DIR] [--definitief] [--json]',
  hulp: `Zegt wat een stemming volgens het convenant oplevert.

  --regel      de regel, zoals bestuurlijk-overleg
  --stemmen    JSON-bestand: { "ronden": [{ "zwolle": "voor", "kampen": "tegen", … }, …] }
               De stem is voor, tegen of onthouding; wie er niet staat, is afwezig.
               "gewicht": { "zwolle": 1 } in een ronde: het lid gebruikt minder stemmen dan het heeft.
               De ronden staan in de volgorde van de regel; wat nog niet is gehouden, laat je weg.
  --op         de dag waarop het convenant moet gelden; weggelaten: vandaag
  --besluiten  map met besluiten, zoals een vastgestelde uitleg${definitiefhulp}`,
  opties: { ...boekopties, ...definitiefoptie, regel: 'tekst', stemmen: 'tekst' },
  los: 0,
  async doe({ opties }, uit) {
    verplicht(opties.regio, 'regio')
    const regel = verplicht(opties.regel, 'regel')
    const gelezen = await leesStemmen(verplicht(opties.stemmen, 'stemmen'))
    const boek = await leesBoek(opties)
    const ronden = gelezen.map((ronde) => opNaam(ronde, boek))
    return schrijfUitkomst(telStemmen(boek, regel, ronden), opties.json, uit, opties.definitief)
  },
})

const bestand = z.strictObject({
  ronden: z.array(z.object({ gewicht: z.record(z.string(), z.int()).optional() }).catchall(z.enum(STEMMEN))),
})

/** Throws an `Invoerfout` that names the file, and the field when the contents do not fit. */
async function leesStemmen(pad: string): Promise<Stemronde[]> {
  const { ronden } = await leesJsonAls('stemmen', pad, bestand)
  return ronden.map(({ gewicht, ...stemmen }) => ({ stemmen: { ...stemmen }, gewicht }))
}

/** The slugs as the covenants write them. Throws a `Weigering` for what is no municipality or stands there twice. */
function opNaam({ stemmen, gewicht }: Stemronde, { gemeenten }: Afsprakenboek): Stemronde {
  const slug = (gemeente: string): string =>
    vindGemeente(gemeente, gemeenten) ?? weiger('GEMEENTE_ONBEKEND', { gemeente })
  const vertaal = <T>(per: Readonly<Record<string, T>>): Record<string, T> => {
    const uit: Record<string, T> = {}
    for (const [naam, waarde] of Object.entries(per)) {
      const eigen = slug(naam)
      if (eigen in uit) weiger('STEMMING_PAST_NIET', { reden: `${eigen} staat er twee keer in één ronde` })
      uit[eigen] = waarde
    }
    return uit
  }
  return { stemmen: vertaal(stemmen), gewicht: gewicht && vertaal(gewicht) }
}
