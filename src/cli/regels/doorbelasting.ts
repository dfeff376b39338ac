import {
  doorbelasting as reken,
  type Doorbelastingsinvoer,
  eenhedenSchema,
  vindGemeente,
} from '../../convenant/index.ts'
import { weiger } from '../../kern/weigering.ts'
import { Invoerfout, leesJaar, maakOpdracht, schrijfUitkomst, verplicht } from '../opdracht.ts'
import { boekopties, definitiefhulp, definitiefoptie, leesBoek } from './boek.ts'
import { leesJsonAls } from './json-bestand.ts'

export const doorbelasting = maakOpdracht({
  naam: 'doorbelasting',
  gebruik: 'doorbelasting --regio R --jaar J --eenheden FILE [--op D] [--besluiten DIR] [--definitief] [--json]',
  hulp: `Rekent uit wat elke gemeente doorbelast: de factuur en, met de aantallen van heel het jaar, de correctie.

  --eenheden   JSON: {"tarieven": {"<post>": centen}, "januariSeptember": {"<gemeente>": {"<post>": aantal}},
               "heelJaar": …}; heelJaar mag weg, een tarief ook als er een besluit is
  --op         de dag waarop het convenant moet gelden; weggelaten: 31 december van dat jaar
  --besluiten  map met besluiten, zoals een tarief of een verlenging${definitiefhulp}`,
  opties: { ...boekopties, ...definitiefoptie, jaar: 'tekst', eenheden: 'tekst' },
  los: 0,
  async doe({ opties }, uit) {
    verplicht(opties.regio, 'regio')
    const jaar = leesJaar(verplicht(opties.jaar, 'jaar'))
    const invoer = await leesEenheden(verplicht(opties.eenheden, 'eenheden'))
    const boek = await leesBoek({ ...opties, op: opties.op ?? `${jaar}-12-31` })
    for (const slug of [...Object.keys(invoer.gemeten), ...Object.keys(invoer.heelJaar ?? {})])
      if (!vindGemeente(slug, boek.gemeenten)) weiger('GEMEENTE_ONBEKEND', { gemeente: slug })
    const uitkomst = reken(boek, jaar, invoer)
    if (uitkomst.soort === 'bepaald')
      for (const [gemeente, d] of Object.entries(uitkomst.waarde))
        for (const centen of [d.factuur, d.werkelijk ?? 0n])
          if (centen > BigInt(Number.MAX_SAFE_INTEGER))
            throw new Invoerfout(`--eenheden: het bedrag van ${gemeente} is te groot om exact te schrijven.`)
    return schrijfUitkomst(uitkomst, opties.json, uit, opties.definitief)
  },
})

/** Throws an `Invoerfout` that names the file and the field. */
async function leesEenheden(bestand: string): Promise<Doorbelastingsinvoer> {
  const { tarieven, januariSeptember: gemeten, heelJaar } = await leesJsonAls('eenheden', bestand, eenhedenSchema)
  return { tarieven, gemeten, ...(heelJaar && { heelJaar }) }
}
