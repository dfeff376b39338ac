import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { legAddendumVast } from '../../../domein/bestuur/bestuur.schema.ts'
import type { Bepalingbeeld, Convenantbeeld } from '../../../domein/bestuur/convenant.schema.ts'
import { artikelanker } from '../../../kern/anker.ts'
import { Dag } from '../../onderdelen/datum.tsx'
import type { Opdrachtvorm } from '../../onderdelen/opdrachtformulier.tsx'
import { noemPlek, type Plek } from '../../onderdelen/plek.ts'
import { Besluitknop, besluitvelden } from './besluitknop.tsx'
import { hoofdletter } from './woorden.tsx'

/** Records that the parties changed lids of the covenant. */
export const Addendumknop = ({ beeld }: { beeld: Convenantbeeld }): ReactNode => (
  <Besluitknop beeld={beeld} titel="Leg een addendum vast" opdracht="leg-addendum-vast" vorm={vormVan} />
)

/** Every article and lid of the version by its anchor, in the order of the text. */
function plekkenVan(beeld: Convenantbeeld): Map<string, { plek: Plek; naam: string }> {
  const rijen = beeld.artikelen.flatMap(({ nummer, titel, bepalingen }) => {
    const heel: Plek = { artikel: nummer }
    return [
      { plek: heel, naam: `${hoofdletter(noemPlek(heel))}: ${titel}` },
      ...bepalingen
        .flatMap(({ artikel, lid, onderdeel }): Plek[] => [
          { artikel, lid },
          { artikel, lid, onderdeel },
        ])
        .map((plek) => ({ plek, naam: hoofdletter(noemPlek(plek)) })),
    ]
  })
  // A lid with lettered parts is there once, and an article without lids is the article.
  const uit = new Map<string, (typeof rijen)[number]>()
  for (const rij of rijen) if (!uit.has(artikelanker(rij.plek))) uit.set(artikelanker(rij.plek), rij)
  return uit
}

function vormVan(beeld: Convenantbeeld): Opdrachtvorm {
  const plekken = plekkenVan(beeld)
  return {
    knop: 'Leg het addendum vast',
    uitleg:
      'Vanaf de dag dat het ingaat, staat bij elke uitkomst die op deze tekst berust dat de tekst is gewijzigd. De nieuwe tekst komt als nieuwe versie in Regiodak.',
    // An empty place is told at its own field.
    schema: legAddendumVast.omit({ versie: true, over: true }).extend({ over: z.unknown().optional() }),
    begin: { 'over.0.artikel': '' },
    // The list chooses article, lid and part at once.
    alsLichaam: (antwoorden) => ({
      ...antwoorden,
      over: (antwoorden['over'] as { artikel: string }[]).map(({ artikel }) => zonderLeeg(plekken.get(artikel)!.plek)),
    }),
    velden: [
      ...besluitvelden('de colleges van alle gemeenten'),
      {
        soort: 'herhaal',
        pad: 'over',
        label: 'Wat verandert er?',
        enkelvoud: 'Plek',
        toevoegen: 'Nog een artikel of lid',
        hooguit: 100,
        minstensEen: true,
        velden: [
          {
            soort: 'lijst',
            pad: 'artikel',
            label: 'Artikel of lid',
            opties: Object.fromEntries([...plekken].map(([anker, { naam }]) => [anker, naam])),
            leeg: 'Kies een artikel of lid uit de lijst.',
          },
        ],
      },
      {
        soort: 'datum',
        pad: 'ingang',
        label: 'Vanaf welke dag geldt de nieuwe tekst?',
        naam: 'de dag waarop de wijziging ingaat',
      },
      {
        soort: 'verhaal',
        pad: 'tekst',
        label: 'Tekst van het addendum, of waar die staat',
        regels: 3,
        optioneel: true,
      },
    ],
  }
}

const zonderLeeg = ({ artikel, lid, onderdeel }: Plek): Plek => ({
  artikel,
  ...(lid && { lid }),
  ...(onderdeel && { onderdeel }),
})

/** Under a lid: who reads it must know that it was changed, and where the new text is. */
export function Addenda({ bepaling, beeld }: { bepaling: Bepalingbeeld; beeld: Convenantbeeld }): ReactNode {
  return bepaling.addenda.map((a) => (
    <p key={a.besluit} className="bevinding">
      Gewijzigd door een addendum van <Dag op={a.besloten} /> (ingaand <Dag op={a.ingang} />
      ). <NieuweTekst ingang={a.ingang} beeld={beeld} />
    </p>
  ))
}

/** The version that holds the text of an addendum, or that it is not here yet. */
export function NieuweTekst({ ingang, beeld }: { ingang: string; beeld: Convenantbeeld }): ReactNode {
  const versie = beeld.versies.find((v) => v.ingang === ingang)
  if (!versie) return 'De nieuwe tekst staat nog niet in Regiodak.'
  return (
    <Link to="/convenant/$regio" params={{ regio: beeld.regio }} search={{ op: ingang }}>
      Bekijk de nieuwe tekst
    </Link>
  )
}
