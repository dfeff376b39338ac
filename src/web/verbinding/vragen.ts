import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  Concept,
  Conceptrij,
  DemoGebruiker,
  Locaties,
  Plaatsing,
  Plekkeuze,
  Sessie,
  Strijdigheden,
  Wachtlijst,
  Werkaantallen,
  Werklijst,
  Zaak,
} from '../../domein/antwoorden.ts'
import type { Convenantbeeld, Vergelijkingbeeld } from '../../domein/bestuur/convenant.schema.ts'
import { haal, isStatus } from './api.ts'

/** The regions for which there is a covenant file, each with its versions, oldest first. */
export type Convenantenlijst = {
  convenanten: { regio: string; eigen: boolean; versies: { ingang: string; kort: string }[] }[]
}

/** Every question the screens ask, each with its key; filters become the query string. */
export const vragen = {
  gebruikers: () =>
    queryOptions({
      queryKey: ['gebruikers'],
      queryFn: () => haal<{ gebruikers: DemoGebruiker[] }>('/demonstratie/gebruikers'),
    }),
  sessie: () =>
    queryOptions({
      queryKey: ['sessie'],
      queryFn: () => haal<Sessie>('/sessie').catch((f: unknown) => (isStatus(f, 401) ? null : Promise.reject(f))),
      // The demonstration data fill in behind the screen: the count must move.
      refetchInterval: (v) => (v.state.data?.zaaien?.bezig ? 2000 : false),
    }),
  werklijst: (filter: Filter) =>
    queryOptions({ queryKey: ['werklijst', filter], queryFn: () => haal<Werklijst>(`/werklijst${alsVraag(filter)}`) }),
  werkaantallen: (filter: Filter) =>
    queryOptions({
      queryKey: ['werklijst', 'aantallen', filter],
      queryFn: () => haal<Werkaantallen>(`/werklijst/_aantallen${alsVraag(filter)}`),
    }),
  strijdigheden: () =>
    queryOptions({
      queryKey: ['werklijst', 'strijdigheden'],
      queryFn: () => haal<Strijdigheden>('/werklijst/_strijdigheden'),
    }),
  concepten: () =>
    queryOptions({ queryKey: ['concepten'], queryFn: () => haal<{ concepten: Conceptrij[] }>('/concepten') }),
  concept: (id: string) =>
    queryOptions({
      queryKey: ['concept', id],
      queryFn: () => haal<Concept>(`/concepten/${encodeURIComponent(id)}`),
      staleTime: Infinity,
      gcTime: 0,
    }),
  zaak: (id: string) =>
    queryOptions({
      queryKey: ['zaak', id],
      queryFn: () => haal<Zaak>(`/meldingen/${encodeURIComponent(id)}?uitleg=ja`),
    }),
  wachtlijst: (filter: Filter) =>
    queryOptions({
      queryKey: ['wachtlijst', filter],
      queryFn: () => haal<Wachtlijst>(`/wachtlijst${alsVraag(filter)}`),
    }),
  plaatsing: (id: string) =>
    queryOptions({
      queryKey: ['plaatsing', id],
      queryFn: () => haal<Plaatsing>(`/plaatsingen/${encodeURIComponent(id)}?uitleg=ja`),
    }),
  plekken: (id: string, van: string) =>
    queryOptions({
      queryKey: ['plekken', id, van],
      queryFn: () => haal<Plekkeuze>(`/plaatsingen/${encodeURIComponent(id)}/plekken?van=${van}`),
    }),
  locaties: (filter: Filter) =>
    queryOptions({ queryKey: ['locaties', filter], queryFn: () => haal<Locaties>(`/locaties${alsVraag(filter)}`) }),
  convenanten: () =>
    queryOptions({
      queryKey: ['convenanten'],
      queryFn: () => haal<Convenantenlijst>('/convenanten'),
      staleTime: Infinity,
    }),
  convenant: (regio: string, op: string | undefined) =>
    queryOptions({
      queryKey: ['convenant', regio, op],
      queryFn: () => haal<Convenantbeeld>(`/convenanten/${encodeURIComponent(regio)}${alsVraag({ op })}`),
    }),
  vergelijking: (regio: string, van: string, met: string) =>
    queryOptions({
      queryKey: ['convenant', regio, 'vergelijking', van, met],
      queryFn: () =>
        haal<Vergelijkingbeeld>(`/convenanten/${encodeURIComponent(regio)}/vergelijking${alsVraag({ van, met })}`),
    }),
}

export type Filter = Readonly<Record<string, string | undefined>>

/** `?a=1&b=2` of the filters that have a value; an empty string when none has. */
export function alsVraag(filter: Filter): string {
  const delen = new URLSearchParams()
  for (const [naam, waarde] of Object.entries(filter)) if (waarde) delen.set(naam, waarde)
  const tekst = delen.toString()
  return tekst && `?${tekst}`
}

/** The person who is signed in. Only used below the shell, which shows the sign-in screen when nobody is. */
export function useSessie(): Sessie {
  const { data } = useQuery(vragen.sessie())
  if (!data) throw new Error('Deze pagina hoort binnen de schil, waar iemand is aangemeld.')
  return data
}

/** After a command: every list may have changed, the case itself was in the answer. */
export function useVerversLijsten(): () => void {
  const client = useQueryClient()
  return () => {
    for (const sleutel of ['werklijst', 'wachtlijst', 'concepten', 'locaties', 'plekken', 'zaak', 'plaatsing'])
      void client.invalidateQueries({ queryKey: [sleutel] })
  }
}
