import type { ReactNode } from 'react'
import { noemBron } from '../../kern/schrijf-uit.ts'
import type { Bron } from '../../kern/uitkomst.ts'
import { useSessie } from '../verbinding/vragen.ts'
import { mooi } from './waarom-delen.ts'

/** The article a step or a refusal rests on; a statute with an address is a link to its text. */
export function Bronchip({ bron }: { bron: Bron }): ReactNode {
  const { gemeenten } = useSessie()
  const naam = noemBron(bron).replace(
    /^convenant ([\w-]+)/,
    (_, regio: string) => `Convenant ${mooi(regio, gemeenten)}`,
  )
  const url = 'url' in bron ? bron.url : undefined
  if (!url?.startsWith('https://')) return <span className="bron">{naam}</span>
  return (
    <a className="bron" href={url} target="_blank" rel="noreferrer">
      {naam}
      <span className="ams-visually-hidden"> (opent een nieuw tabblad)</span>
    </a>
  )
}
