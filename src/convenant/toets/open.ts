/** Groups 13 and 21: who weighs it, what first, what when someone leaves, and subjects without a rule. */
import type { Convenant, Geplaatst } from '../afspraak.ts'
import type { Regelsoort } from '../regels/index.ts'
import { regelsVan } from '../regels-van.ts'
import { begin, type Lint, type Vondst } from './vondst.ts'

/** Something depends on a judgement, and the text names nobody who gives it. */
export const wieWeegt: Lint = (document) => {
  if (document.soort !== 'convenant') return []
  const open = [
    ...regelsVan(document, 'plaatsing').map((regel) => ({ regel, oordelen: [regel.tenzij] })),
    ...regelsVan(document, 'stappen').map((regel) => ({ regel, oordelen: regel.stappen.map((s) => s.alleenAls) })),
  ]
  return open.flatMap(({ regel, oordelen }) =>
    oordelen.flatMap((o) =>
      o && o.oordeelVan === undefined
        ? [vondst(regel, 'UNDEF-CRITERION', 'onduidelijk', `Er staat niet wie dit beoordeelt: ${o.wat}.`)]
        : [],
    ),
  )
}

/** A last day, and something that must happen first and may come later. */
export const eerstDitDanDat: Lint = (document) => {
  if (document.soort !== 'convenant') return []
  return regelsVan(document, 'kalender').flatMap((regel) =>
    regel.stappen
      .filter((s) => s.totEnMet && s.na)
      .map((s) =>
        vondst(
          regel,
          'ORDER-CONFLICT',
          'onduidelijk',
          `Dit moet op tijd, en ook pas na iets anders (${s.doe}, na ${s.na}). Komt dat later dan de genoemde dag, dan kan niet allebei.`,
        ),
      ),
  )
}

/** Notice can be given, and no rule says what the others do then. */
export const naVertrek: Lint = (document) => {
  if (document.soort !== 'convenant' || regelsVan(document, 'gevolg').some((g) => g.dan === 'beslissen')) return []
  return regelsVan(document, 'opzegging').map((regel) =>
    vondst(
      regel,
      'EXIT-EFFECT',
      'gat',
      'Een gemeente kan opzeggen. Er staat niet wat dat voor de andere gemeenten betekent.',
    ),
  )
}

const heeft = (document: Convenant, ...soorten: readonly Regelsoort[]): boolean =>
  document.regels.some((r) => soorten.includes(r.soort))

/** What a covenant can be expected to regulate, beside the tasks: those are looked at one by one. */
const ONDERWERPEN: Readonly<Record<string, (document: Convenant) => boolean>> = {
  mandaat: (d) => heeft(d, 'mandaat'),
  overleg: (d) => heeft(d, 'overleg'),
  'hoe wordt beslist': (d) => heeft(d, 'besluitregel'),
  geld: (d) => heeft(d, 'bedrag', 'verdeelsleutel', 'doorbelasting'),
  privacy: (d) => heeft(d, 'gegevens'),
  geschillen: (d) => heeft(d, 'stappen'),
  looptijd: (d) => heeft(d, 'looptijd'),
  verlengen: (d) => regelsVan(d, 'looptijd').some((r) => r.verlenging ?? r.verlengbaar),
  opzeggen: (d) => heeft(d, 'opzegging'),
}

export const onderwerpen: Lint = (document) => {
  if (document.soort !== 'convenant') return []
  const mist = Object.keys(ONDERWERPEN).filter((naam) => !ONDERWERPEN[naam]!(document))
  if (!mist.length) return []
  return [
    {
      code: 'CHECKLIST',
      ernst: 'gat',
      bevinding: `Het convenant heeft geen enkele regel over: ${mist.join(', ')}.`,
      bron: begin(document),
      uitleg: null,
    },
  ]
}

const vondst = (
  regel: Geplaatst<{ id: string }>,
  code: Vondst['code'],
  ernst: Vondst['ernst'],
  bevinding: string,
): Vondst => ({ code, ernst, bevinding, bron: regel.bron, betreft: [regel.id] })
