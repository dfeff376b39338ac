import type { Rij, RijContext, Toegang } from './proces.ts'

/** Access to the case and to the person it is about: whoever sees the one sees the other, through this case only (D8). */
export const toegangsrijen = (toegang: readonly Toegang[], waarvan: readonly string[], ctx: RijContext): Rij[] =>
  toegang.flatMap((t) =>
    waarvan.map((zaak) => ({
      regio: ctx.regio,
      zaak,
      organisatie: ctx.organisatieId(t.organisatie),
      via: ctx.stroom,
      niveau: t.niveau,
      grond: t.grond,
      van: t.van,
      tot: t.tot,
    })),
  )
