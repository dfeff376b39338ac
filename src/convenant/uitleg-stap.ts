import type { Stap } from '../kern/uitkomst.ts'
import type { Geplaatst, Uitleg } from './afspraak.ts'

/** The step that says which reading was chosen where the text is silent or contradicts itself. */
export const uitlegStap = (u: Geplaatst<Uitleg>): Stap => ({
  wat: `${'wet' in u.bron ? 'De wet' : 'Het convenant'} is hier niet duidelijk. ${u.vraag} Gekozen uitleg: ${u.keuze}${
    u.vastgesteld ? ' Vastgesteld op {vastgesteld}.' : ' De regio heeft dit nog niet vastgesteld.'
  }`,
  bron: u.bron,
  uitleg: { id: u.id, keuze: u.keuze, reden: u.reden, vastgesteld: u.vastgesteld?.toString() ?? null },
  ...(u.vastgesteld && { feiten: { vastgesteld: u.vastgesteld } }),
  stappen: [{ wat: `Reden: ${u.reden}` }],
})
