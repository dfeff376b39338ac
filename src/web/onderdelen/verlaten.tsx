import { useBlocker } from '@tanstack/react-router'
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { Button } from './amsterdam.ts'

/**
 * Asks before the page is left, by a link, the back button or closing the tab, while what was typed is stored nowhere.
 * `blijft` tells addresses that keep the text: the page itself, unless said otherwise.
 */
export function Verlaatvraag(p: {
  /** Whether something would be lost; may store it first. */
  onbewaard: () => boolean | Promise<boolean>
  /** The same where there is no time to wait: the tab is being closed. */
  meteen: () => boolean
  blijft?: (pad: string) => boolean
}): ReactNode {
  const blok = useBlocker({
    shouldBlockFn: async ({ current, next }) => {
      const onbewaard = p.onbewaard()
      if (next.pathname === current.pathname || p.blijft?.(next.pathname)) return false
      return onbewaard
    },
    enableBeforeUnload: p.meteen,
    withResolver: true,
  })
  return blok.status === 'blocked' ? <Vraag blijf={blok.reset} ga={blok.proceed} /> : null
}

function Vraag({ blijf, ga }: { blijf: () => void; ga: () => void }): ReactNode {
  const kop = useId()
  const dialoog = useRef<HTMLDialogElement>(null)
  // Closed before it is taken away, so that the focus goes back to where it was.
  useLayoutEffect(() => {
    const open = dialoog.current
    open?.showModal()
    return () => open?.close()
  }, [])
  return (
    <dialog
      ref={dialoog}
      className="vraag"
      aria-labelledby={kop}
      onCancel={(e) => {
        e.preventDefault()
        blijf()
      }}
    >
      <h2 id={kop}>Je tekst is nog niet opgeslagen</h2>
      <p>Ga je weg van deze pagina? Dan ben je kwijt wat je hier hebt ingevuld.</p>
      <div className="knoppen">
        <Button onClick={blijf}>Blijf op deze pagina</Button>
        <Button variant="secondary" onClick={ga}>
          Ga weg zonder op te slaan
        </Button>
      </div>
    </dialog>
  )
}
