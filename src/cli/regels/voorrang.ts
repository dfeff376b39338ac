import { voorrang as gaatVoor, voorrangsvragen } from '../../convenant/index.ts'
import { Invoerfout, maakOpdracht, schrijfUitkomst, verplicht } from '../opdracht.ts'
import { boekopties, leesBoek } from './boek.ts'

export const voorrang = maakOpdracht({
  naam: 'voorrang',
  gebruik: 'voorrang --regio R --waarvoor W --groep G [--feit NAAM=ja|nee]… [--op D] [--besluiten DIR] [--json]',
  hulp: `Zegt of iemand van een groep voorgaat, bijvoorbeeld bij een woning, en waarom. Een wet gaat vóór het convenant.

  --waarvoor   zoals voorrang-op-een-woning
  --groep      zoals beschermd-wonen
  --feit       wat er van deze persoon of gemeente bekend is, zoals verordening=ja
  --op         de dag waarop het moet gelden; weggelaten: vandaag
  --besluiten  map met besluiten, zoals een verlenging`,
  opties: { ...boekopties, waarvoor: 'tekst', groep: 'tekst', feit: 'lijst' },
  los: 0,
  async doe({ opties }, uit) {
    verplicht(opties.regio, 'regio')
    const waarvoor = verplicht(opties.waarvoor, 'waarvoor')
    const groep = verplicht(opties.groep, 'groep')
    const boek = await leesBoek(opties)
    const bekend = voorrangsvragen(boek)
    const uitLijst = (wat: string, naam: string, lijst: readonly string[]): string => {
      if (!lijst.includes(naam)) throw new Invoerfout(`${wat} ${naam} bestaat niet; kies uit ${lijst.join(', ')}.`)
      return naam
    }
    const feiten = Object.fromEntries(
      opties.feit.map((tekst): [string, boolean] => {
        const [, naam, waarde] = /^([^=]+)=(ja|nee)$/.exec(tekst) ?? []
        if (!naam) throw new Invoerfout(`--feit ${tekst} is niet te lezen; schrijf het als naam=ja of naam=nee.`)
        return [uitLijst('--feit', naam, bekend.feiten), waarde === 'ja']
      }),
    )
    const vraag = {
      waarvoor: uitLijst('--waarvoor', waarvoor, bekend.waarvoor),
      groep: uitLijst('--groep', groep, bekend.groepen),
      feiten,
    }
    return schrijfUitkomst(gaatVoor(boek, vraag), opties.json, uit)
  },
})
