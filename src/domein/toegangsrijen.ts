import type { Rij, RijContext, Toegang } from './proces.ts'

/** Whoever may see the case may see the person it is about, through this case only (D8). */
export const toegangsrijen = (toegang: readonly Toegang[], persoon: string, ctx: RijContext): Rij[] =>
  toegang.flatMap((t) =>
    [ctx.stroom, persoon].map((zaak) => ({
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
