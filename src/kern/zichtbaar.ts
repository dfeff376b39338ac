/** Characters that show nothing: a text of only those is no text, and a name must not hide any. */

// What Unicode says may be left out on a screen, and the blanks it does not name among those.
const NIETS = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu
/** Orders to the screen: ends of line, direction of writing, and characters without width. */
const OPDRACHTEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** Whether there is anything to see in it. */
export const ietsTeZien = (tekst: string): boolean => tekst.replace(NIETS, '') !== ''

/** The text as it looks without orders to the screen; an emoji of several parts falls apart into them. */
export const zonderOpdrachten = (tekst: string): string => tekst.replace(OPDRACHTEN, '')
