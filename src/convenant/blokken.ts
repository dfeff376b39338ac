/** Cuts an agreement file into headings, numbered lines and fenced blocks. Knows the shape, not the meaning. */
import { AfspraakFout, type Bepaling } from './afspraak.ts'

export const BLOKSOORTEN = ['regel', 'uitleg', 'voorbeeld', 'bevinding', 'geen-regel'] as const
export type Bloksoort = (typeof BLOKSOORTEN)[number]

/** A fenced block as found: its text and the line of its first inner line. */
export type Blok = { soort: Bloksoort; yaml: string; regel: number; bepaling: Bepaling }
export type Gesneden = { voorkant: { yaml: string; regel: number }; bepalingen: Bepaling[]; blokken: Blok[] }

const KOP = /^##\s+Artikel\s+(\S+)\s+(.+?)\s*$/
const LID = /^(\d+[a-z]?)\.\s+(\S.*)$/
const ONDERDEEL = /^\s*([a-z]{1,2})\.\s+(\S.*)$/
const HEK = /^```\s*(\S+)\s*$/

/**
 * A block belongs to the lid or lettered part above it; an article without numbered lines is one
 * lid without a number. Throws an `AfspraakFout` with file and line.
 */
export function snij(tekst: string, bestand: string): Gesneden {
  const regels = tekst.replace(/^\uFEFF/, '').split(/\r?\n/)
  const fout = (i: number, melding: string): never => {
    throw new AfspraakFout({ bestand, regel: i + 1 }, melding)
  }
  if (regels[0] !== '---') fout(0, 'het bestand begint niet met een kop tussen twee regels ---')
  const einde = regels.indexOf('---', 1)
  if (einde < 0) fout(0, 'de kop is niet afgesloten met ---')

  const bepalingen: Bepaling[] = []
  const blokken: Blok[] = []
  let artikel: { nummer: string; titel: string } | null = null
  let lid: string | null = null
  let huidig: Bepaling | null = null
  let nieuweAlinea = true
  const begin = (i: number, nummer: string | null, onderdeel: string | null, tekstVan: string): void => {
    huidig = {
      artikel: artikel!.nummer,
      titel: artikel!.titel,
      lid: nummer,
      onderdeel,
      tekst: tekstVan,
      plaats: { bestand, regel: i + 1 },
    }
    bepalingen.push(huidig)
  }
  const vul = (tekstVan: string): void => {
    huidig = { ...huidig!, tekst: `${huidig!.tekst} ${tekstVan}` }
    bepalingen[bepalingen.length - 1] = huidig
  }

  for (let i = einde + 1; i < regels.length; i += 1) {
    const regel = regels[i]!
    const kop = KOP.exec(regel)
    const hek = HEK.exec(regel)
    if (regel.trim() === '') {
      nieuweAlinea = true
      continue
    }
    if (kop) {
      if (bepalingen.some((b) => b.artikel === kop[1])) fout(i, `artikel ${kop[1]} staat er twee keer`)
      artikel = { nummer: kop[1]!, titel: kop[2]! }
      lid = null
      huidig = null
    } else if (/^##\s/.test(regel)) fout(i, 'schrijf een kop als "## Artikel 3 Titel"')
    else if (hek) {
      const dicht = regels.findIndex((r, n) => n > i && r.startsWith('```'))
      if (dicht < 0 || regels[dicht]!.trim() !== '```') fout(i, `het blok ${hek[1]} is niet afgesloten met \`\`\``)
      if (!isBloksoort(hek[1]!)) fout(i, `het blok ${hek[1]} bestaat niet; kies uit ${BLOKSOORTEN.join(', ')}`)
      if (!huidig) fout(i, `het blok ${hek[1]} staat niet onder een lid`)
      blokken.push({
        soort: hek[1] as Bloksoort,
        yaml: regels.slice(i + 1, dicht).join('\n'),
        regel: i + 2,
        bepaling: huidig!,
      })
      i = dicht
      nieuweAlinea = true
      continue
    } else if (regel.startsWith('```')) fout(i, 'zet achter ``` de naam van het blok')
    else if (artikel) {
      const nummer = LID.exec(regel)
      const letter = ONDERDEEL.exec(regel)
      if (/^(\d+[a-z]?|[a-z]{1,2})\.\s*$/.test(regel)) fout(i, `${regel.trim()} heeft geen tekst`)
      if (nummer) {
        if (bepalingen.some((b) => b.artikel === artikel!.nummer && (b.lid === nummer[1] || b.lid === null)))
          fout(i, `artikel ${artikel.nummer} lid ${nummer[1]} staat er twee keer, of na een tekst zonder nummer`)
        lid = nummer[1]!
        begin(i, lid, null, nummer[2]!)
      } else if (letter && nieuweAlinea) {
        if (bepalingen.some((b) => b.artikel === artikel!.nummer && b.lid === lid && b.onderdeel === letter[1]))
          fout(i, `onderdeel ${letter[1]} van artikel ${artikel.nummer} staat er twee keer`)
        begin(i, lid, letter[1]!, letter[2]!)
      } else if (huidig && !nieuweAlinea) vul(regel.trim())
      else if (huidig && blokken.at(-1)?.bepaling !== huidig) vul(regel.trim())
      else if (huidig) fout(i, 'deze tekst hoort bij geen lid; begin met een nummer en een punt')
      else begin(i, null, null, regel.trim())
    }
    nieuweAlinea = false
  }
  if (!artikel) fout(einde, 'er is geen enkel artikel; schrijf een kop als "## Artikel 1 Titel"')
  return { voorkant: { yaml: regels.slice(1, einde).join('\n'), regel: 2 }, bepalingen, blokken }
}

const isBloksoort = (tekst: string): tekst is Bloksoort => (BLOKSOORTEN as readonly string[]).includes(tekst)
