import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { houdNachtwacht } from './nachtwacht.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const UUR = 60 * 60 * 1000
const proef = (vulling: Promise<unknown>, werk: () => Promise<void> = async () => undefined) => {
  const gedaan: boolean[] = []
  const gezegd: string[] = []
  const stop = houdNachtwacht(
    vulling,
    async (gevuld) => {
      gedaan.push(gevuld)
      await werk()
    },
    (regel) => gezegd.push(regel),
  )
  return { gedaan, gezegd, stop }
}

test('the nightly work runs once the region is filled, and every hour after', async () => {
  const vulling = Promise.withResolvers<void>()
  const { gedaan, stop } = proef(vulling.promise)
  await vi.advanceTimersByTimeAsync(0)
  expect(gedaan).toEqual([])
  vulling.resolve()
  await vi.advanceTimersByTimeAsync(UUR)
  expect(gedaan).toEqual([true, true])
  stop()
})

test('a filling that failed leaves the nightly work going, and says that nothing may be sealed', async () => {
  const { gedaan, stop } = proef(Promise.reject(new Error('vol')))
  await vi.advanceTimersByTimeAsync(2 * UUR)
  expect(gedaan).toEqual([false, false, false])
  stop()
})

test('nightly work that fails is told and runs again an hour later', async () => {
  const { gedaan, gezegd, stop } = proef(Promise.resolve(), () => Promise.reject(new Error('geen verbinding')))
  await vi.advanceTimersByTimeAsync(UUR)
  expect(gedaan).toEqual([true, true])
  expect(gezegd[0]).toBe('Het nachtwerk lukte niet: Error: geen verbinding')
  stop()
})

test('after the program stopped nothing runs any more, also when the filling ends because of that', async () => {
  const vulling = Promise.withResolvers<void>()
  const { gedaan, stop } = proef(vulling.promise)
  stop()
  vulling.resolve()
  await vi.advanceTimersByTimeAsync(2 * UUR)
  expect(gedaan).toEqual([])
})

test('a round that the end of the program breaks off is no failure to tell', async () => {
  const verbinding = Promise.withResolvers<void>()
  const { gedaan, gezegd, stop } = proef(Promise.resolve(), () => verbinding.promise)
  await vi.advanceTimersByTimeAsync(0)
  stop()
  verbinding.reject(new Error('Cannot use a pool after calling end on the pool'))
  await vi.advanceTimersByTimeAsync(UUR)
  expect(gedaan).toEqual([true])
  expect(gezegd).toEqual([])
})
