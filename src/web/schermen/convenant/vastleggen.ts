import { useQueryClient } from '@tanstack/react-query'
import type { Convenantbeeld } from '../../../domein/bestuur/convenant.schema.ts'
import { useVerversLijsten } from '../../verbinding/vragen.ts'

/** The address of a command on the covenant of a region. */
export const opdrachtpad = (beeld: Pick<Convenantbeeld, 'regio'>, opdracht: string): string =>
  `/convenanten/${encodeURIComponent(beeld.regio)}/opdrachten/${opdracht}`

/** After something was recorded: this page is fetched again, and everything that computes with the covenant. */
export function useNieuwBeeld(beeld: Pick<Convenantbeeld, 'regio'>): {
  klaar: () => Promise<unknown>
  laadNieuw: () => Promise<unknown>
} {
  const client = useQueryClient()
  const ververs = useVerversLijsten()
  const laadNieuw = () => client.invalidateQueries({ queryKey: ['convenant', beeld.regio] })
  return {
    laadNieuw,
    klaar: () => {
      ververs()
      void client.invalidateQueries({ queryKey: ['sessie'] })
      return laadNieuw()
    },
  }
}
