/** The order of sources: a statute goes before a covenant. A reading only fills in what a covenant leaves open. */
import { naarJson } from '../kern/schrijf-uit.ts'
import type { Stap, Uitkomst } from '../kern/uitkomst.ts'

/**
 * The answer of the statute where it has one, else that of the covenant. The other stays in the tree with its
 * own source: confirmed when it says the same, set aside (`geldt: false`) when it does not. Both answer the
 * same question; `niet-geregeld` is the only outcome that leaves it to the other.
 */
export function naarRang<T>(wet: Uitkomst<T>, convenant: Uitkomst<T>): Uitkomst<T> {
  if (wet.soort === 'niet-geregeld') return met(convenant, { ...wet.waarom, geldt: false })
  if (convenant.soort === 'niet-geregeld') return met(wet, { ...convenant.waarom, geldt: false })
  const { bron } = convenant.waarom
  const eens = zelfde(wet, convenant)
  return met(wet, {
    wat: eens ? 'Het convenant zegt hetzelfde.' : 'Het convenant gaat hier niet voor. Een wet gaat vóór een convenant.',
    ...(bron && { bron }),
    geldt: eens,
    stappen: [zonderLezing(convenant.waarom)],
  })
}

/** The answer does not lean on the covenant: whether a reading was adopted or an addendum has its text no longer matters. */
function zonderLezing(stap: Stap): Stap {
  const kaal: Stap = { ...stap, ...(stap.stappen && { stappen: stap.stappen.map(zonderLezing) }) }
  delete kaal.uitleg
  delete kaal.addendum
  return kaal
}

const zelfde = <T>(een: Uitkomst<T>, twee: Uitkomst<T>): boolean =>
  een.soort === 'bepaald' &&
  twee.soort === 'bepaald' &&
  JSON.stringify(naarJson(een.waarde)) === JSON.stringify(naarJson(twee.waarde))

const met = <T>(uitkomst: Uitkomst<T>, stap: Stap): Uitkomst<T> => ({
  ...uitkomst,
  waarom: { ...uitkomst.waarom, stappen: [...(uitkomst.waarom.stappen ?? []), stap] },
})
