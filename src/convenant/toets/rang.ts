/** Where a statute goes before this covenant by now: which groups, and which conditions, it sets aside. */
import { opOfVoor, schrijfDatum } from '../../kern/datum.ts'
import { noemBron } from '../../kern/schrijf-uit.ts'
import type { Geplaatst } from '../afspraak.ts'
import { type VoorrangsgroepRegel, zegNaam } from '../regels/voorrangsgroep-schema.ts'
import { kaderregels, regelsVan } from '../regels-van.ts'
import type { Lint, Vondst } from './vondst.ts'

type Groepregel = Geplaatst<VoorrangsgroepRegel>

/** Only a statute that holds on the day asked; also for a covenant that has ended, whose next version meets it. */
export const rang: Lint = (document, { kaders, boek }) => {
  if (document.soort !== 'convenant' || !boek) return []
  const wetten = kaderregels(kaders, 'voorrangsgroep').filter((w) => !w.vanaf || opOfVoor(w.vanaf, boek.op))
  const voorwaarden = regelsVan(document, 'voorrangsvoorwaarde')
  const einde = boek.convenant ? '' : ' Het convenant is al afgelopen; een volgende versie krijgt hiermee te maken.'
  return regelsVan(document, 'voorrangsgroep').flatMap((regel) =>
    wetten
      .filter((wet) => wet.waarvoor === regel.waarvoor)
      .flatMap((wet): Vondst[] => {
        const samen = regel.groepen.filter((g) => wet.groepen.includes(g))
        const eisen = voorwaarden
          .filter((v) => v.bij === regel.id && (!v.groepen || v.groepen.some((g) => samen.includes(g))))
          .flatMap((v) => v.voorwaarden.map((x) => x.wat))
        if (!samen.length || (regel.krijgt === wet.krijgt && !eisen.length)) return []
        const verschil =
          regel.krijgt === wet.krijgt
            ? `De tekst stelt eigen voorwaarden aan deze groepen: ${noem(samen)} (${eisen.join('; ')}).`
            : `De tekst laat deze groepen ${regel.krijgt ? 'voorgaan' : 'erbuiten'}: ${noem(samen)}.`
        return [{ ...zegt(wet, regel), bevinding: `${verschil} ${zin(wet)}${einde}`, bron: regel.bron }]
      }),
  )
}

const noem = (groepen: readonly string[]): string => groepen.map(zegNaam).join(', ')

const zin = (wet: Groepregel): string =>
  `Volgens ${noemBron(wet.bron)} ${wet.krijgt ? 'gaan zij' : 'vallen zij'}${wet.vanaf ? ` sinds ${schrijfDatum(wet.vanaf)}` : ''} ${
    wet.krijgt ? 'in ieder geval voor' : 'erbuiten'
  }, en een wet gaat vóór een convenant.`

/** No reading of the covenant overturns a statute. */
const zegt = (wet: Groepregel, regel: Groepregel): Omit<Vondst, 'bevinding' | 'bron'> => ({
  code: 'NORM-CONFLICT',
  ernst: 'spanning',
  uitleg: null,
  betreft: [regel.id, wet.id],
})
