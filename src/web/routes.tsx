import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { Schil } from './schil/schil.tsx'
import { Kapot, NietGevonden } from './schermen/niet-gevonden.tsx'

const tekst = (waarde: unknown): string | undefined =>
  typeof waarde === 'string' && waarde !== '' ? waarde : typeof waarde === 'number' ? String(waarde) : undefined

/** Keeps the named search parameters that are filled in; everything else in the address is dropped. */
const zoek =
  <const N extends readonly string[]>(...namen: N) =>
  (uit: Record<string, unknown>): { [K in N[number]]?: string } =>
    Object.fromEntries(namen.flatMap((n) => (tekst(uit[n]) === undefined ? [] : [[n, tekst(uit[n])]]))) as {
      [K in N[number]]?: string
    }

const wortel = createRootRoute({ notFoundComponent: NietGevonden, errorComponent: Kapot })

const aanmelden = createRoute({
  getParentRoute: () => wortel,
  path: '/aanmelden',
  component: lazyRouteComponent(() => import('./schermen/aanmelden.tsx'), 'Aanmelden'),
})

// Everything inside the shell needs someone who is signed in.
const schil = createRoute({ getParentRoute: () => wortel, id: 'schil', component: Schil })

const thuis = createRoute({
  getParentRoute: () => schil,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/werklijst', replace: true })
  },
})
const werklijst = createRoute({
  getParentRoute: () => schil,
  path: '/werklijst',
  validateSearch: zoek('tab', 'stap', 'voorziening', 'spoed', 'na', 'van'),
  component: lazyRouteComponent(() => import('./schermen/werklijst.tsx'), 'Werklijst'),
})
const melding = createRoute({
  getParentRoute: () => schil,
  path: '/meldingen/concept/$id/stap/$stap',
  validateSearch: zoek('terug'),
  component: lazyRouteComponent(() => import('./schermen/melding/wizard.tsx'), 'Wizard'),
})
const hervat = createRoute({
  getParentRoute: () => schil,
  path: '/meldingen/concept/$id',
  component: lazyRouteComponent(() => import('./schermen/melding/hervat.tsx'), 'Hervat'),
})
const verstuurd = createRoute({
  getParentRoute: () => schil,
  path: '/meldingen/$id/verstuurd',
  component: lazyRouteComponent(() => import('./schermen/melding/verstuurd.tsx'), 'Verstuurd'),
})
const zaak = createRoute({
  getParentRoute: () => schil,
  path: '/meldingen/$id',
  component: lazyRouteComponent(() => import('./schermen/zaak/zaakpagina.tsx'), 'Zaakpagina'),
})
const wachtlijst = createRoute({
  getParentRoute: () => schil,
  path: '/wachtlijst',
  validateSearch: zoek('groep', 'product', 'gemeente', 'na', 'van'),
  component: lazyRouteComponent(() => import('./schermen/wachtlijst.tsx'), 'Wachtlijst'),
})
const plaatsing = createRoute({
  getParentRoute: () => schil,
  path: '/plaatsingen/$id',
  component: lazyRouteComponent(() => import('./schermen/plaatsing/plaatsingspagina.tsx'), 'Plaatsingspagina'),
})
const plek = createRoute({
  getParentRoute: () => schil,
  path: '/plaatsingen/$id/plek-zoeken',
  validateSearch: zoek('van'),
  component: lazyRouteComponent(() => import('./schermen/plaatsing/plek-zoeken.tsx'), 'PlekZoeken'),
})
const plekken = createRoute({
  getParentRoute: () => schil,
  path: '/plekken',
  validateSearch: zoek('product', 'gemeente', 'vrij'),
  component: lazyRouteComponent(() => import('./schermen/plekken.tsx'), 'Plekken'),
})
const eigenConvenant = createRoute({
  getParentRoute: () => schil,
  path: '/convenant',
  component: lazyRouteComponent(() => import('./schermen/convenant/convenantpagina.tsx'), 'EigenConvenant'),
})
const convenant = createRoute({
  getParentRoute: () => schil,
  path: '/convenant/$regio',
  validateSearch: zoek('tab', 'op', 'gemeente', 'toestand', 'van', 'met'),
  component: lazyRouteComponent(() => import('./schermen/convenant/convenantpagina.tsx'), 'Convenantpagina'),
})

const boom = wortel.addChildren([
  aanmelden,
  schil.addChildren([
    thuis,
    werklijst,
    melding,
    hervat,
    verstuurd,
    zaak,
    wachtlijst,
    plaatsing,
    plek,
    plekken,
    eigenConvenant,
    convenant,
  ]),
])

/** The addresses of the program. Each screen is its own file, fetched when it is first opened. */
export const maakRouter = () =>
  createRouter({ routeTree: boom, defaultPreload: 'intent', scrollRestoration: true, defaultErrorComponent: Kapot })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof maakRouter>
  }
}
