import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Convenantbeeld, Uitlegbeeld } from '../../../domein/bestuur/convenant.schema.ts'
import { Label } from '../../onderdelen/bericht.tsx'
import { dagtekst } from '../../onderdelen/datum.tsx'
import { Vaststelknop } from './vaststellen.tsx'

/** A question the text leaves open and the answer chosen for it: whether the region adopted it, who and when. */
export function Uitlegkaart({ uitleg: u, beeld }: { uitleg: Uitlegbeeld; beeld: Convenantbeeld }): ReactNode {
  const [klaar, zetKlaar] = useState(false)
  const stand = useRef<HTMLParagraphElement>(null)
  // The button went away with the form: the focus goes to what it brought about.
  useEffect(() => {
    if (klaar) stand.current?.focus()
  }, [klaar])
  return (
    <div className={u.vastgesteld ? 'uitlegkaart uitlegkaart--vast' : 'uitlegkaart'}>
      <p className="uitlegkaart__vraag">{u.vraag}</p>
      <p>
        Gekozen uitleg: <strong>{u.keuze}</strong>
      </p>
      <p className="uitlegkaart__reden">Reden: {u.reden}</p>
      <p ref={stand} tabIndex={klaar ? -1 : undefined}>
        {u.vastgesteld ? (
          <Label kleur="groen">
            <span aria-hidden="true">✓ </span>Vastgesteld op {dagtekst(u.vastgesteld)}
          </Label>
        ) : (
          <Label kleur="amber">Nog niet vastgesteld</Label>
        )}
        {u.besluit && <> door {u.besluit.door}</>} {u.besluit?.fictief && <Label>Verzonnen besluit</Label>}
      </p>
      {!u.vastgesteld && beeld.magVastleggen && <Vaststelknop uitleg={u} beeld={beeld} klaar={() => zetKlaar(true)} />}
    </div>
  )
}
