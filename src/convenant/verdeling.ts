/** A division by a key of the covenant in force. */
import { nietGeregeld, type Uitkomst } from '../kern/uitkomst.ts'
import { metAddenda } from './addendum.ts'
import type { Afsprakenboek } from './afsprakenboek.ts'
import { buitenLooptijd } from './buiten-looptijd.ts'
import { kiesLezing } from './lezing.ts'
import { rekenVerdeling, type Verdeelvraag } from './regels/verdeelsleutel-reken.ts'
import type { Verdeling } from './regels/verdeelsleutel-schema.ts'
import { regelsVan } from './regels-van.ts'
import { geenVersie } from './wie.ts'

/**
 * Divides by the key called `sleutel`. Another key for the same subject is another reading of the text: the
 * uitleg chooses, and without one the outcome is `tegenstrijdig`. `niet-geregeld` where no version is in
 * force; throws a RangeError for a key that the covenant does not have.
 */
export const verdeel = (boek: Afsprakenboek, sleutel: string, vraag: Verdeelvraag): Uitkomst<Verdeling> =>
  metAddenda(boek, volgensTekst(boek, sleutel, vraag))

function volgensTekst(boek: Afsprakenboek, sleutel: string, vraag: Verdeelvraag): Uitkomst<Verdeling> {
  const alle = regelsVan(boek.laatste, 'verdeelsleutel')
  const gevraagd = alle.find((r) => r.id === sleutel)
  if (!gevraagd) throw new RangeError(`${boek.laatste.kort} heeft geen verdeelsleutel ${sleutel}.`)
  if (!boek.convenant) return nietGeregeld(geenVersie(boek))
  const buiten = buitenLooptijd(boek, vraag.jaar)
  if (buiten) return buiten
  const { partijen, rollen } = boek.convenant
  const kring = { partijen, rollen, gemeenten: boek.gemeenten }
  const zelfde = alle.filter((r) => r.verdeelt === gevraagd.verdeelt)
  // The key that was asked for comes first, so that a missing figure is named in its words.
  const regels = [gevraagd, ...zelfde.filter((r) => r !== gevraagd)]
  return kiesLezing(
    regels,
    boek.uitleg,
    (regel) => rekenVerdeling(regel, vraag, kring, boek.uitleg),
    () => ({
      wat: 'Het convenant geeft meer dan één antwoord op de vraag hoe dit wordt verdeeld: {verdeelt}.',
      bron: gevraagd.bron,
      feiten: { verdeelt: gevraagd.verdeelt },
    }),
  )
}

/** The keys of the last version, by id. */
export const sleutels = (boek: Afsprakenboek): string[] => regelsVan(boek.laatste, 'verdeelsleutel').map((r) => r.id)

/** What a key measures, in any of its readings; empty for an unknown key. */
export function maatstavenVan(boek: Afsprakenboek, sleutel: string): string[] {
  const alle = regelsVan(boek.laatste, 'verdeelsleutel')
  const gevraagd = alle.find((r) => r.id === sleutel)
  const zelfde = alle.filter((r) => r.verdeelt === gevraagd?.verdeelt)
  return [...new Set(zelfde.flatMap((r) => r.maatstaven.map((m) => m.naam)))]
}
