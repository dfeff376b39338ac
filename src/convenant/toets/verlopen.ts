/** Group 6: the last version has ended and nobody recorded an extension. */
import { opOfVoor, schrijfDatum } from '../../kern/datum.ts'
import { regelsVan } from '../regels-van.ts'
import { begin, type Lint } from './vondst.ts'

export const verlopen: Lint = (document, { boek }) => {
  if (document.soort !== 'convenant' || !boek || boek.laatste !== document || boek.convenant) return []
  if (!opOfVoor(document.ingang, boek.op)) return []
  const { looptijd } = boek
  const einde = looptijd?.soort === 'bepaald' ? looptijd.waarde.totEnMet : null
  const looptijden = regelsVan(document, 'looptijd')
  // The rule that gave this end; another term of the text may have been set aside.
  const regel = looptijden.find((r) => r.id === looptijd?.waarom.bron?.regel) ?? looptijden[0]
  return [
    {
      code: 'DATE-STALE',
      ernst: 'verouderd',
      bevinding: `Op ${schrijfDatum(boek.op)} geldt het convenant niet meer${einde ? `; de laatste dag was ${schrijfDatum(einde)}` : ''}. Er is geen verlenging vastgelegd die tot die dag loopt.`,
      bron: regel?.bron ?? begin(document),
      ...(regel && { betreft: [regel.id] }),
    },
  ]
}
