import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Convenantbeeld } from '../../../domein/bestuur/convenant.schema.ts'
import { Button } from '../../onderdelen/amsterdam.ts'
import { Pagina } from '../../onderdelen/pagina.tsx'
import { Antwoord } from '../../onderdelen/toestand.tsx'
import { useSessie, vragen } from '../../verbinding/vragen.ts'
import { Artikelen } from './artikelen.tsx'
import { Kalender } from './kalender.tsx'
import { Kenmerken } from './kenmerken.tsx'
import { LetOp } from './let-op.tsx'
import { Partijen } from './partijen.tsx'
import { Plichten } from './plichten.tsx'
import { leesTab, Tabs, tabs, type Tab } from './tabs.tsx'
import { vastlegdag } from './vastlegdag.ts'
import { Versies } from './versies.tsx'

/** `/convenant`: the covenant of the region one works for. */
export function EigenConvenant(): ReactNode {
  const { regio } = useSessie()
  return <Navigate to="/convenant/$regio" params={{ regio: regio.slug }} replace />
}

const delen: Readonly<Record<Tab, (p: { beeld: Convenantbeeld }) => ReactNode>> = {
  artikelen: Artikelen,
  plichten: Plichten,
  kalender: Kalender,
  partijen: Partijen,
  'let-op': LetOp,
  versies: Versies,
}

/** The covenant as a living page: what it says, where each agreement stands, and where the text does not fit. */
export function Convenantpagina(): ReactNode {
  const { regio } = useParams({ from: '/schil/convenant/$regio' })
  const { op, tab: gevraagd } = useSearch({ from: '/schil/convenant/$regio' })
  const { vandaag } = useSessie()
  const vraag = useQuery({ ...vragen.convenant(regio, op), placeholderData: (vorige) => vorige })
  const tab = leesTab(gevraagd)
  const Deel = delen[tab]
  const naam = vraag.data?.kort ?? 'Convenant'
  return (
    <Pagina
      titel={tab === 'artikelen' ? naam : `${tabs[tab]}: ${naam}`}
      kop={naam}
      acties={
        <Button variant="secondary" onClick={() => window.print()}>
          Afdrukken
        </Button>
      }
    >
      <Antwoord vraag={vraag}>
        {(beeld) => {
          const magVastleggen = beeld.magVastleggen && beeld.op === vastlegdag(beeld, tab, vandaag)
          return (
            <>
              <Kenmerken beeld={beeld} tab={tab} />
              <Tabs beeld={beeld} tab={tab} />
              <Deel key={`${beeld.regio} ${beeld.ingang}`} beeld={{ ...beeld, magVastleggen }} />
            </>
          )
        }}
      </Antwoord>
    </Pagina>
  )
}
