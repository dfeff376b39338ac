import type { ReactNode } from 'react'
import type { Termijn } from '../../domein/antwoorden.ts'
import { Dag, dagtekst } from './datum.tsx'

const soorten = { wet: 'Wet', convenant: 'Convenant', streef: 'Streef' } as const
const tekens = { ruim: '', week: '▲', morgen: '▲▲', 'te-laat': '●', stilgezet: '‖', gehaald: '✓' } as const

/** A term in words, with sign and bar. Red only when it is late; a met term is plain text. */
export function Termijncel(p: { termijn: Termijn; metNaam?: boolean }): ReactNode {
  const t = p.termijn
  return (
    <div className={`termijn termijn--${t.toestand}`}>
      {p.metNaam && <div className="termijn__naam">{t.naam}</div>}
      <div className="termijn__dag">
        <span className="termijn__soort">{soorten[t.soort]}</span>{' '}
        {tekens[t.toestand] && (
          <span className="termijn__teken" aria-hidden="true">
            {tekens[t.toestand]}
          </span>
        )}{' '}
        <EersteRegel termijn={t} />
      </div>
      <div className="termijn__woorden">{termijnInWoorden(t)}</div>
    </div>
  )
}

function EersteRegel({ termijn: t }: { termijn: Termijn }): ReactNode {
  if (t.toestand === 'gehaald') return t.gehaaldOp ? <Dag op={t.gehaaldOp} stijl="kort" /> : 'klaar'
  return t.datum ? <Dag op={t.datum} stijl="kort" /> : <span>geen einddatum</span>
}

/** "nog 4 dagen", "vandaag", "3 dagen te laat", "stilgezet sinds 12 november 2026", "op tijd". */
export function termijnInWoorden(t: Termijn): string {
  if (t.toestand === 'gehaald')
    return t.gehaaldOp && t.datum && t.gehaaldOp > t.datum ? 'klaar, na de termijn' : 'op tijd'
  if (t.toestand === 'stilgezet')
    return t.stilgezetSinds ? `stilgezet sinds ${dagtekst(t.stilgezetSinds)}` : 'stilgezet'
  if (t.dagen === null) return ''
  if (t.dagen === 0) return 'vandaag'
  return t.dagen > 0 ? `nog ${dagen(t.dagen)}` : `${dagen(-t.dagen)} te laat`
}

const dagen = (n: number): string => (n === 1 ? '1 dag' : `${n} dagen`)
