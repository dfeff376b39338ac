/** Who goes first for something, such as a home: the statute where it speaks, else the covenant in force. */
import { nietGeregeld, type Uitkomst } from '../kern/uitkomst.ts'
import { metAddenda } from './addendum.ts'
import type { Convenant, Kader } from './afspraak.ts'
import type { Afsprakenboek } from './afsprakenboek.ts'
import { kiesLezing } from './lezing.ts'
import { naarRang } from './rang.ts'
import { rekenVoorrang } from './regels/voorrangsgroep-reken.ts'
import { type Voorrangsvraag, zegNaam } from './regels/voorrangsgroep-schema.ts'
import { regelsVan } from './regels-van.ts'
import { geenVersie } from './wie.ts'

/**
 * True when somebody of this group goes first on the day of the book. Since its first day a statute goes
 * before the covenant for the groups it names; for any other group it leaves the answer to the covenant.
 */
export const voorrang = (boek: Afsprakenboek, vraag: Voorrangsvraag): Uitkomst<boolean> =>
  naarRang(volgensWet(boek, vraag), volgensConvenant(boek, vraag))

/** The statute alone. Where it names a group but a condition of it fails, it gives no right and takes none away. */
export function volgensWet(boek: Pick<Afsprakenboek, 'kaders' | 'op'>, vraag: Voorrangsvraag): Uitkomst<boolean> {
  const uitkomsten = boek.kaders.flatMap((kader) =>
    regelsVan(kader, 'voorrangsgroep')
      .filter((r) => r.waarvoor === vraag.waarvoor)
      .map((r) => ({ r, u: rekenVoorrang(r, regelsVan(kader, 'voorrangsvoorwaarde'), vraag, boek.op) })),
  )
  const zegt = uitkomsten.find(
    ({ r, u }) => u.soort !== 'niet-geregeld' && !(r.krijgt && u.soort === 'bepaald' && !u.waarde),
  )
  if (zegt) return zegt.u
  return nietGeregeld({
    wat: 'Geen wet in de kaders bepaalt hier wie voorgaat ({waarvoor}).',
    feiten: { waarvoor: zegNaam(vraag.waarvoor) },
    stappen: uitkomsten.map(({ u }) => ({ ...u.waarom, geldt: false })),
  })
}

/** The covenant alone. */
export const volgensConvenant = (boek: Afsprakenboek, vraag: Voorrangsvraag): Uitkomst<boolean> =>
  metAddenda(boek, volgensTekst(boek, vraag))

function volgensTekst(boek: Afsprakenboek, vraag: Voorrangsvraag): Uitkomst<boolean> {
  const { convenant } = boek
  if (!convenant) return nietGeregeld(geenVersie(boek))
  const feiten = { naam: convenant.kort, waarvoor: zegNaam(vraag.waarvoor), groep: zegNaam(vraag.groep) }
  const regels = regelsVan(convenant, 'voorrangsgroep').filter((r) => r.waarvoor === vraag.waarvoor)
  const passend = regels.filter((r) => r.groepen.includes(vraag.groep))
  if (!passend.length)
    return nietGeregeld({
      wat: regels.length
        ? '{naam} noemt deze groep niet ({waarvoor}): {groep}.'
        : '{naam} zegt niet wie voorgaat ({waarvoor}).',
      ...(regels[0] && { bron: regels[0].bron }),
      feiten,
    })
  return kiesLezing(
    passend,
    boek.uitleg,
    (r) => rekenVoorrang(r, regelsVan(convenant, 'voorrangsvoorwaarde'), vraag, boek.op),
    () => ({ wat: 'Het convenant geeft meer dan één antwoord ({waarvoor}): {groep}.', bron: passend[0]!.bron, feiten }),
  )
}

/** What can be asked of a book: the subjects, groups and facts its rules name. */
export function voorrangsvragen(boek: Pick<Afsprakenboek, 'laatste' | 'kaders'>): {
  waarvoor: string[]
  groepen: string[]
  feiten: string[]
} {
  const documenten: (Convenant | Kader)[] = [boek.laatste, ...boek.kaders]
  const groepen = documenten.flatMap((d) => regelsVan(d, 'voorrangsgroep'))
  const voorwaarden = documenten.flatMap((d) => regelsVan(d, 'voorrangsvoorwaarde'))
  const uniek = (namen: string[]): string[] => [...new Set(namen)].toSorted()
  return {
    waarvoor: uniek(groepen.map((r) => r.waarvoor)),
    groepen: uniek(groepen.flatMap((r) => r.groepen)),
    feiten: uniek([
      ...groepen.flatMap((r) => (r.mits ? [r.mits.feit] : [])),
      ...voorwaarden.flatMap((r) => r.voorwaarden.map((v) => v.feit)),
    ]),
  }
}
