import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react'
import type { Fout } from './fouten.ts'
import { veldId } from './veld.ts'

/**
 * All errors above the form, each a link to its field with the same sentence as stands there. The heading
 * takes the focus every time `keer` changes: once per attempt to send.
 */
export function Foutenoverzicht({
  fouten,
  keer,
  vorm,
}: {
  fouten: readonly Fout[]
  keer: number
  vorm?: string
}): ReactNode {
  const kop = useRef<HTMLHeadingElement>(null)
  const titel = telFouten(fouten.length)
  useEffect(() => {
    if (keer > 0) kop.current?.focus()
  }, [keer])
  if (fouten.length === 0) return null
  return (
    <section className="foutenoverzicht" aria-labelledby="foutenoverzicht-kop">
      <h2 id="foutenoverzicht-kop" ref={kop} tabIndex={-1}>
        {fouten.length === 1 ? 'Er is 1 fout gevonden.' : `Er zijn ${titel} gevonden.`} Los{' '}
        {fouten.length === 1 ? 'hem' : 'ze'} op om verder te gaan.
      </h2>
      <ul>
        {fouten.map((f) => (
          <li key={f.pad + f.melding}>
            <a href={`#${veldId(f.pad, vorm)}`} onClick={naarVeld}>
              {f.melding}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** "1 fout", "2 fouten": also the beginning of the title of the page. */
export const telFouten = (n: number): string => (n === 1 ? '1 fout' : `${n} fouten`)

// The router owns the address; going to a field only moves the focus.
function naarVeld(e: MouseEvent<HTMLAnchorElement>): void {
  const doel = document.getElementById(e.currentTarget.hash.slice(1))
  if (!doel) return
  e.preventDefault()
  doel.scrollIntoView({ block: 'center' })
  const invoer = doel.matches('fieldset') ? doel.querySelector<HTMLElement>('input, select, textarea') : doel
  ;(invoer ?? doel).focus()
}
