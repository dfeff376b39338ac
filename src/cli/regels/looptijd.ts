import { looptijd as looptijdVan } from '../../convenant/index.ts'
import { Invoerfout, maakOpdracht, schrijfUitkomst } from '../opdracht.ts'
import { boekopties, leesBoek } from './boek.ts'

export const looptijd = maakOpdracht({
  naam: 'looptijd',
  gebruik: 'looptijd --regio R [--op D] [--verlengingen N] [--besluiten DIR] [--json]',
  hulp: `Zegt of het convenant op een dag geldt, en van wanneer tot en met wanneer.

  --verlengingen  reken alsof het N keer is verlengd; weggelaten: de vastgelegde besluiten
  --besluiten     map met besluiten`,
  opties: { ...boekopties, verlengingen: 'tekst' },
  los: 0,
  async doe({ opties }, uit) {
    const aantal = opties.verlengingen
    if (aantal !== undefined && !/^\d{1,3}$/.test(aantal))
      throw new Invoerfout(`--verlengingen ${aantal} is geen heel getal van 0 of meer.`)
    const boek = await leesBoek(opties)
    return schrijfUitkomst(looptijdVan(boek, aantal === undefined ? undefined : Number(aantal)), opties.json, uit)
  },
})
