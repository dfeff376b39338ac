import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { artikelanker } from '../../kern/anker.ts'
import { noemBron } from '../../kern/schrijf-uit.ts'
import type { Bron } from '../../kern/uitkomst.ts'
import { useSessie, vragen } from '../verbinding/vragen.ts'
import { dagVanVersie } from './plek.ts'
import { mooi } from './waarom-delen.ts'

/**
 * The article a step or a refusal rests on. An article of a covenant leads to that article on the Convenant screen, in
 * the version the outcome rests on, as of the day of the outcome; a statute with an address is a link to its text.
 */
export function Bronchip({ bron }: { bron: Bron }): ReactNode {
  const sessie = useSessie()
  const naam = noemBron(bron).replace(
    /^convenant ([\w-]+)/,
    (_, regio: string) => `Convenant ${mooi(regio, sessie.gemeenten)}`,
  )
  if ('convenant' in bron) return <Artikelchip bron={bron} naam={naam} />
  if (!bron.url?.startsWith('https://')) return <span className="bron">{naam}</span>
  return (
    <a className="bron" href={bron.url} target="_blank" rel="noreferrer">
      {naam}
      <span className="ams-visually-hidden"> (opent een nieuw tabblad)</span>
    </a>
  )
}

function Artikelchip({ bron, naam }: { bron: Extract<Bron, { convenant: string }>; naam: string }): ReactNode {
  const { vandaag } = useSessie()
  // Outcomes are of today, except on the Convenant screen of another day.
  const { op = vandaag } = useSearch({ strict: false })
  const { data } = useQuery(vragen.convenanten())
  const versies = data?.convenanten.find((c) => c.regio === bron.convenant)?.versies ?? []
  const ingangen = versies.map((v) => v.ingang)
  return (
    <Link
      className="bron"
      to="/convenant/$regio"
      params={{ regio: bron.convenant }}
      search={{ op: dagVanVersie(bron.versie, ingangen, op) }}
      hash={artikelanker(bron)}
      preload={false}
    >
      {naam}
    </Link>
  )
}
