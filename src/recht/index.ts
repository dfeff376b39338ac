/** Law applied: statutory terms, holidays, first report and new client, penalties, amounts, and who is competent by statute. */
export { alleFeestdagen as feestdagen, type Feestdag } from '../convenant/regels/feestdagen.ts'
export { bevoegdVolgensWet } from '../convenant/wie.ts'
export { dwangsom, type Dwangsom, type Dwangsominvoer } from './dwangsom.ts'
export { termijn, termijnsoorten, type Termijn, type Termijninvoer } from './termijn.ts'
export { type Definitiebron, eersteMelding, nieuweClient } from './terugblik.ts'
export { wetsbedrag, wetsbedragen } from './wetsbedrag.ts'
