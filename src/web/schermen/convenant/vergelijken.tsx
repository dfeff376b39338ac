import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { FormEvent, ReactNode } from 'react'
import type { Convenantbeeld } from '../../../domein/bestuur/convenant.schema.ts'
import { Button } from '../../onderdelen/amsterdam.ts'
import { dagtekst } from '../../onderdelen/datum.tsx'
import { Antwoord } from '../../onderdelen/toestand.tsx'
import { vragen } from '../../verbinding/vragen.ts'
import { Verschillen } from './verschillen.tsx'

/** Two versions side by side; which ones stands in the address. */
export function Vergelijken({ beeld }: { beeld: Convenantbeeld }): ReactNode {
  const { van, met, op } = useSearch({ from: '/schil/convenant/$regio' })
  const ga = useNavigate()
  const kies = (e: FormEvent<HTMLFormElement>) => {
    e.preventDefault()
    const vorm = new FormData(e.currentTarget)
    const waarde = (naam: string) =>
      vorm
        .getAll(naam)
        .filter((w) => typeof w === 'string')
        .join('')
    void ga({
      to: '/convenant/$regio',
      params: { regio: beeld.regio },
      search: { tab: 'versies', ...(op && { op }), van: waarde('van'), met: waarde('met') },
    })
  }
  const ingangen = beeld.versies.map((v) => v.ingang).sort()
  if (ingangen.length < 2)
    return (
      <section aria-labelledby="vergelijken">
        <h2 id="vergelijken">Versies vergelijken</h2>
        <p className="leeg">Er is één versie. Komt er een tweede, dan zie je hier wat er verandert.</p>
      </section>
    )
  return (
    <section aria-labelledby="vergelijken">
      <h2 id="vergelijken">Versies vergelijken</h2>
      <form className="filters" onSubmit={kies}>
        <Versiekeuze naam="van" label="Oude versie" ingangen={ingangen} gekozen={van ?? ingangen.at(-2)!} />
        <Versiekeuze naam="met" label="Nieuwe versie" ingangen={ingangen} gekozen={met ?? ingangen.at(-1)!} />
        <Button type="submit" variant="secondary">
          Vergelijk
        </Button>
      </form>
      {van && met && <Uitslag regio={beeld.regio} van={van} met={met} />}
    </section>
  )
}

function Versiekeuze(p: { naam: string; label: string; ingangen: readonly string[]; gekozen: string }): ReactNode {
  const id = `vergelijk-${p.naam}`
  return (
    <div className="filters__veld">
      <label htmlFor={id}>{p.label}</label>
      <select key={p.gekozen} className="ams-select" id={id} name={p.naam} defaultValue={p.gekozen}>
        {p.ingangen.map((i) => (
          <option key={i} value={i}>
            {dagtekst(i)}
          </option>
        ))}
      </select>
    </div>
  )
}

function Uitslag(p: { regio: string; van: string; met: string }): ReactNode {
  const vraag = useQuery(vragen.vergelijking(p.regio, p.van, p.met))
  return <Antwoord vraag={vraag}>{(verschil) => <Verschillen verschil={verschil} />}</Antwoord>
}
