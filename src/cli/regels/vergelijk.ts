import { existsSync, statSync } from 'node:fs'
import {
  type Afspraken,
  type Convenant,
  leesAfspraken,
  regios,
  vergelijk as vergelijkVersies,
  type Vergelijking,
} from '../../convenant/index.ts'
import { schrijf as schrijfWaarde } from '../../convenant/schrijf-waarde.ts'
import { noemBron } from '../../kern/schrijf-uit.ts'
import { weiger } from '../../kern/weigering.ts'
import { type GeladenAfspraken, laadAfspraken, leesBestand } from '../../opslag/afspraken-bestanden.ts'
import { Invoerfout, leesDag, maakOpdracht, verplicht } from '../opdracht.ts'

export const vergelijk = maakOpdracht({
  naam: 'vergelijk',
  gebruik: 'vergelijk --regio R --van D|BESTAND --met D|BESTAND [--json]',
  hulp: `Zegt wat er per artikel verandert tussen twee versies van een convenant, en welke uitkomsten daardoor anders worden.

  --van, --met  de dag van ingang van een versie van de regio, of een bestand dat nog een ontwerp is;
                een ontwerp heet net als een versie: <regio>/<dag van ingang>.md`,
  opties: { regio: 'tekst', van: 'tekst', met: 'tekst' },
  los: 0,
  async doe({ opties }, uit) {
    const regio = verplicht(opties.regio, 'regio')
    const [van, met] = [verplicht(opties.van, 'van'), verplicht(opties.met, 'met')]
    const afspraken = await laadAfspraken()
    if (!regios(afspraken).includes(regio)) weiger('REGIO_ONBEKEND', { regio, regios: regios(afspraken).join(', ') })
    const oud = await leesVersie(van, 'van', regio, afspraken)
    const nieuw = await leesVersie(met, 'met', regio, afspraken)
    const vergelijking = vergelijkVersies(oud, nieuw, afspraken)
    uit.schrijf(opties.json ? JSON.stringify(vergelijking) : schrijf(vergelijking, oud, nieuw, afspraken.gemeenten))
    return 0
  },
})

/** Throws an `Invoerfout` for what is no version and no file, an `AfspraakFout` for a file with an error. */
async function leesVersie(
  keuze: string,
  optie: string,
  regio: string,
  afspraken: GeladenAfspraken,
): Promise<Convenant> {
  if (/^\d{4}-\d{2}-\d{2}$/.test(keuze)) {
    const dag = leesDag(keuze, optie)
    const versies = afspraken.convenanten.filter((c) => c.id === regio)
    const versie = versies.find((c) => c.ingang.equals(dag))
    if (versie) return versie
    throw new Invoerfout(
      `--${optie} ${keuze} is geen versie van ${regio}; kies uit ${versies.map((c) => c.ingang.toString()).join(', ')}.`,
    )
  }
  if (!existsSync(keuze) || !statSync(keuze).isFile())
    throw new Invoerfout(`--${optie} ${keuze} is geen dag en geen bestand.`)
  const { tekst } = await leesBestand(keuze)
  const document = leesAfspraken(tekst, keuze)
  if (document.soort !== 'convenant' || document.id !== regio)
    throw new Invoerfout(`--${optie} ${keuze} is geen convenant van ${regio}.`)
  return document
}

const lijst = (v: { erbij: readonly string[]; eraf: readonly string[] }): string =>
  [v.erbij.length && `erbij: ${v.erbij.join(', ')}`, v.eraf.length && `eraf: ${v.eraf.join(', ')}`]
    .filter(Boolean)
    .join('; ')
function schrijf(v: Vergelijking, oud: Convenant, nieuw: Convenant, gemeenten: Afspraken['gemeenten']): string {
  const toon = (waarde: unknown): string => (waarde === undefined ? '(niets)' : schrijfWaarde(waarde, gemeenten))
  const regels = [`${oud.kort} (${oud.ingang.toString()}) en ${nieuw.kort} (${nieuw.ingang.toString()}).`]
  if (lijst(v.partijen)) regels.push(`Partijen ${lijst(v.partijen)}`)
  regels.push(...v.rollen.map((r) => `Rol ${r.rol} ${lijst(r)}`))
  for (const a of v.artikelen) {
    const plek = [`Artikel ${a.artikel}`, a.lid && `lid ${a.lid}`, a.onderdeel && `onder ${a.onderdeel}`].filter(
      Boolean,
    )
    regels.push(`${plek.join(' ')}: ${a.soort}`)
    if (a.tekst) regels.push(`  was: ${a.tekst.oud ?? '(niets)'}`, `  wordt: ${a.tekst.nieuw ?? '(niets)'}`)
    for (const b of a.blokken) {
      regels.push(`  ${b.blok} ${b.id}: ${b.soort}`)
      if (b.soort === 'gewijzigd')
        regels.push(...b.velden.map((f) => `    ${f.veld}: ${toon(f.oud)} → ${toon(f.nieuw)}`))
    }
  }
  if (!v.artikelen.length) regels.push('De tekst en de regels zijn gelijk.')
  regels.push(`${v.gevallen} gevallen met beide versies uitgerekend, ${v.uitkomsten.length || 'geen'} verschillen.`)
  for (const u of v.uitkomsten)
    regels.push(
      `- ${u.vraag}\n  was: ${u.oud}${u.bronOud ? ` (${noemBron(u.bronOud)})` : ''}\n  wordt: ${u.nieuw}${u.bronNieuw ? ` (${noemBron(u.bronNieuw)})` : ''}`,
    )
  return regels.join('\n')
}
