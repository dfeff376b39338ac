/** What the covenant sets aside for carrying it out: the costs of the centre, such as systems and staff. */
import { nietGeregeld, ontbreekt, type Uitkomst } from '../kern/uitkomst.ts'
import { metAddenda } from './addendum.ts'
import type { Afsprakenboek } from './afsprakenboek.ts'
import { buitenLooptijd } from './buiten-looptijd.ts'
import { kiesLezing } from './lezing.ts'
import { type Bedrag, type Bedragvraag, rekenBedrag } from './regels/bedrag-reken.ts'
import { regelsVan } from './regels-van.ts'
import { geenVersie } from './wie.ts'

export type Kostenvraag = Bedragvraag & { readonly domein?: 'bw' | 'mo' | undefined }

/**
 * `ontbreekt` when the covenant has an amount for each domain and none was named, `niet-geregeld` where it
 * has none at all or no version is in force.
 */
export const uitvoeringskosten = (boek: Afsprakenboek, vraag: Kostenvraag): Uitkomst<Bedrag> =>
  metAddenda(boek, volgensTekst(boek, vraag))

function volgensTekst(boek: Afsprakenboek, vraag: Kostenvraag): Uitkomst<Bedrag> {
  if (!boek.convenant) return nietGeregeld(geenVersie(boek))
  const buiten = buitenLooptijd(boek, vraag.jaar)
  if (buiten) return buiten
  const alle = regelsVan(boek.convenant, 'bedrag').filter((r) => r.post === 'uitvoeringskosten')
  const passend = alle.filter((r) => !vraag.domein || !r.domein || r.domein === vraag.domein)
  const naam = boek.convenant.kort
  const [eerste] = passend
  if (!eerste)
    return nietGeregeld({
      wat: '{naam} zegt niet hoeveel er naar de kosten van uitvoering gaat.',
      feiten: { naam },
    })
  if (!vraag.domein && new Set(passend.map((r) => r.domein)).size > 1)
    return ontbreekt(
      { wat: 'domein' },
      {
        wat: '{naam} heeft een ander bedrag voor Beschermd Wonen dan voor Maatschappelijke Opvang. Noem het domein: bw of mo.',
        bron: eerste.bron,
        feiten: { naam },
      },
    )
  return kiesLezing(
    passend,
    boek.uitleg,
    (regel) => rekenBedrag(regel, vraag),
    () => ({ wat: 'Het convenant geeft meer dan één bedrag voor de kosten van uitvoering.', bron: eerste.bron }),
  )
}
