/** An addendum: a decision that changes lids of a covenant. The changed text is a version file of the day it takes effect. */
import { opOfVoor, schrijfDatum, voor } from '../kern/datum.ts'
import type { Bron, Stap, Uitkomst } from '../kern/uitkomst.ts'
import type { Convenant } from './afspraak.ts'
import type { Afsprakenboek } from './afsprakenboek.ts'
import type { Addendum, Besluitkop } from './besluit.ts'

type Plek = { artikel: string; lid?: string | null | undefined; onderdeel?: string | null | undefined }

/** Whether `plek` is the place itself or a part of it: a lid is part of its article. */
export function omvat(geheel: Plek, plek: Plek): boolean {
  if (geheel.artikel !== plek.artikel) return false
  const zelfdeLid = (geheel.lid ?? null) === (plek.lid ?? null)
  if (geheel.onderdeel) return zelfdeLid && geheel.onderdeel === plek.onderdeel
  return !geheel.lid || zelfdeLid
}

/** "artikel 3 lid 2 onder a". */
export const noemPlek = ({ artikel, lid, onderdeel }: Plek): string =>
  [/^\d/.test(artikel) ? `artikel ${artikel}` : artikel, lid && `lid ${lid}`, onderdeel && `onder ${onderdeel}`]
    .filter(Boolean)
    .join(' ')

/** One sentence per field that does not fit the version: a place that is not there, a day before it began. */
export function addendumfouten(
  { over, ingang }: Extract<Besluitkop, { soort: 'addendum' }>,
  versie: Pick<Convenant, 'bepalingen' | 'ingang' | 'kort'>,
): { veld: string; melding: string }[] {
  const bestaat = (plek: Plek): boolean => versie.bepalingen.some((b) => omvat(plek, b))
  const fouten = over.flatMap((plek, i) => {
    const { artikel, lid } = plek
    const deel = !bestaat({ artikel }) ? 'artikel' : lid && !bestaat({ artikel, lid }) ? 'lid' : 'onderdeel'
    const dubbel = over.slice(0, i).some((p) => omvat(p, plek))
    const mis = !bestaat(plek)
      ? { veld: deel, melding: `${versie.kort} heeft geen ${noemPlek(deel === 'artikel' ? { artikel } : plek)}.` }
      : dubbel && { veld: 'artikel', melding: `Dit staat er al: ${noemPlek(plek)}.` }
    return mis ? [{ veld: `over.${i}.${mis.veld}`, melding: mis.melding }] : []
  })
  return voor(ingang, versie.ingang)
    ? [
        ...fouten,
        {
          veld: 'ingang',
          melding: `De wijziging gaat in vóór het begin van het convenant (${schrijfDatum(versie.ingang)}).`,
        },
      ]
    : fouten
}

type Grond = Pick<Afsprakenboek, 'laatste' | 'op' | 'besluiten'>

/**
 * The addenda that hold on the day of the book while their text is not here. With a version file of that day the book
 * has that version, and the decision was about the one before.
 */
const zonderTekst = ({ laatste, op, besluiten }: Grond): Addendum[] =>
  besluiten.filter(
    (b): b is Addendum => b.soort === 'addendum' && voor(laatste.ingang, b.ingang) && opOfVoor(b.ingang, op),
  )

/**
 * Says in the tree which of its lids an addendum changed whose text is not here. The outcome stays that of the known
 * text. A branch that did not apply counts as well: by the new text it might.
 */
export function metAddenda<T>(boek: Grond, uitkomst: Uitkomst<T>): Uitkomst<T> {
  const addenda = zonderTekst(boek)
  if (!addenda.length) return uitkomst
  const { id, ingang } = boek.laatste
  const gezegd = new Set(markeringen(uitkomst.waarom).map(({ addendum, bron }) => sleutel(addendum.id, bron)))
  const stappen: Stap[] = []
  for (const bron of bronnen(uitkomst.waarom)) {
    if (!('convenant' in bron) || bron.convenant !== id || bron.versie !== ingang.toString()) continue
    for (const a of addenda) {
      if (gezegd.has(sleutel(a.id, bron)) || !a.over.some((plek) => omvat(plek, bron) || omvat(bron, plek))) continue
      gezegd.add(sleutel(a.id, bron))
      stappen.push(addendumstap(a, bron))
    }
  }
  return stappen.length
    ? { ...uitkomst, waarom: { ...uitkomst.waarom, stappen: [...(uitkomst.waarom.stappen ?? []), ...stappen] } }
    : uitkomst
}

function addendumstap({ id, ingang, besloten, door, fictief }: Addendum, { regel: _regel, ...bron }: Bron): Stap {
  return {
    wat: 'Sinds {ingang} geldt een addendum over dit lid. De nieuwe tekst staat nog niet in Regiodak.',
    bron,
    addendum: { id, besloten: besloten.toString(), ingang: ingang.toString() },
    feiten: { ingang },
    stappen: [
      {
        wat: `Besluit van {besloten} door {door}.${fictief ? ' Dit besluit is verzonnen voor de demonstratie.' : ''}`,
        feiten: { besluit: id, besloten, door, fictief },
      },
    ],
  }
}

const sleutel = (id: string, bron: Plek): string => `${id} ${noemPlek(bron)}`

const bronnen = (stap: Stap): Bron[] => [...(stap.bron ? [stap.bron] : []), ...(stap.stappen ?? []).flatMap(bronnen)]

type Markering = { addendum: NonNullable<Stap['addendum']>; bron: Bron }
const markeringen = ({ addendum, bron, stappen = [] }: Stap): Markering[] => [
  ...(addendum && bron ? [{ addendum, bron }] : []),
  ...stappen.flatMap(markeringen),
]

/** The addenda without a text that the tree names, each place once, in the order of the tree. */
export const openAddenda = (
  uitkomst: Pick<Uitkomst<unknown>, 'waarom'>,
): (NonNullable<Stap['addendum']> & { plek: string })[] => [
  ...new Map(
    markeringen(uitkomst.waarom).map(({ addendum, bron }) => [
      sleutel(addendum.id, bron),
      { ...addendum, plek: noemPlek(bron) },
    ]),
  ).values(),
]
