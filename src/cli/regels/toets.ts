import { existsSync, statSync } from 'node:fs'
import { afsprakenboek, isOpen, toets as toetsDocument, type Toetsbevinding } from '../../convenant/index.ts'
import { laadAfspraken } from '../../opslag/afspraken-bestanden.ts'
import { Invoerfout, leesDag, maakOpdracht, vandaag } from '../opdracht.ts'
import { kiesDocumenten } from './documenten.ts'

export const toets = maakOpdracht({
  naam: 'toets',
  gebruik: 'toets [regio of bestand …] [--op D] [--streng] [--besluiten DIR] [--json]',
  hulp: `Zoekt in convenanten en wetten naar wat niet klopt of niet is geregeld. Zonder naam: in alle.

  --op         toets van elke regio alleen de versie die op deze dag geldt; weggelaten: elke versie, op vandaag
  --streng     exitcode 1 als een bevinding met de ernst fout geen vastgestelde uitleg heeft
  --besluiten  map met besluiten, zoals een verlenging of een vastgestelde uitleg`,
  opties: { op: 'tekst', streng: 'vlag', besluiten: 'lijst' },
  los: Number.MAX_SAFE_INTEGER,
  async doe({ opties, los }, uit) {
    const op = opties.op === undefined ? vandaag() : leesDag(opties.op, 'op')
    for (const map of opties.besluiten)
      if (!existsSync(map) || !statSync(map).isDirectory()) throw new Invoerfout(`--besluiten ${map} is geen map.`)
    const afspraken = await laadAfspraken(undefined, { besluiten: opties.besluiten })
    const documenten = (await kiesDocumenten(los, afspraken)).filter(
      (d) =>
        opties.op === undefined ||
        d.soort === 'kader' ||
        !afspraken.convenanten.includes(d) ||
        afsprakenboek(d.id, op, afspraken).laatste === d,
    )
    const bevindingen = documenten.flatMap((d) => toetsDocument(d, afspraken, op))
    uit.schrijf(opties.json ? JSON.stringify(bevindingen) : schrijf(bevindingen))
    return opties.streng && bevindingen.some(isOpen) ? 1 : 0
  },
})

function schrijf(bevindingen: readonly Toetsbevinding[]): string {
  const regels = bevindingen.map((b) => {
    const plek = [`artikel ${b.artikel}`, b.lid && `lid ${b.lid}`, b.onderdeel && `onder ${b.onderdeel}`]
    const uitleg = b.uitleg
      ? `\n  Gekozen uitleg: ${b.uitleg.keuze}${b.uitleg.vastgesteld ? ` Vastgesteld op ${b.uitleg.vastgesteld}.` : ' Nog niet vastgesteld.'}`
      : ''
    return `${b.regio} ${b.versie} ${plek.filter(Boolean).join(' ')}: ${b.code} (${b.ernst}, ${b.herkomst})\n  ${b.bevinding}${uitleg}`
  })
  const berekend = bevindingen.filter((b) => b.herkomst === 'berekend').length
  return [
    ...regels,
    `${bevindingen.length} bevindingen, waarvan ${berekend} berekend en ${bevindingen.length - berekend} door een lezer opgeschreven.`,
  ].join('\n')
}
