import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { Geweigerd, isStatus } from './verbinding/api.ts'
import { maakRouter } from './routes.tsx'

/** Draws the program in `plek`. */
export function start(plek: HTMLElement): void {
  const client: QueryClient = new QueryClient({
    // A question answered with 401 means the session ended: the shell then asks to sign in, at the same address.
    queryCache: new QueryCache({ onError: (fout) => isStatus(fout, 401) && client.setQueryData(['sessie'], null) }),
    mutationCache: new MutationCache(),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        refetchOnWindowFocus: false,
        retry: (keer, fout) => !(fout instanceof Geweigerd && fout.probleem.status < 500) && keer < 2,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
  createRoot(plek).render(
    <QueryClientProvider client={client}>
      <RouterProvider router={maakRouter()} />
    </QueryClientProvider>,
  )
}
