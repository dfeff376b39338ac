import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Bericht } from '../onderdelen/bericht.tsx'
import { useSessie, vragen } from '../verbinding/vragen.ts'

/** The task of the regiocoördinator: places of the covenant that contradict each other while cases wait (D2). */
export function Strijdigheden(): ReactNode {
  const { rol, regio } = useSessie()
  const coordineert = rol.code === 'regiocoordinator'
  const vraag = useQuery({ ...vragen.strijdigheden(), enabled: coordineert })
  if (!coordineert || !vraag.data) return null
  const { strijdigheden } = vraag.data
  if (!strijdigheden.length)
    return <Bericht soort="goed" kop="Het convenant geeft nu voor elke zaak één antwoord op de vraag wie aan zet is." />
  return (
    <Bericht soort="let-op" kop="Kies een uitleg: het convenant spreekt zichzelf tegen">
      <ul>
        {strijdigheden.map((s) => (
          <li key={s.tussen + s.taak}>
            Wie doet de taak {s.taak}? {s.tussen} passen niet bij elkaar.{' '}
            {s.zaken === 1 ? 'Er wacht 1 zaak.' : `Er wachten ${s.zaken} zaken.`}
          </li>
        ))}
      </ul>
      <p>
        <Link to="/convenant/$regio" params={{ regio: regio.slug }} search={{ tab: 'let-op' }}>
          Bekijk de uitleg en leg vast wat de regio besluit
        </Link>
      </p>
    </Bericht>
  )
}
