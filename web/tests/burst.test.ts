import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { burst } from '../src/api/burst'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the first change is answered at once, those behind it together', async () => {
  let read = 0
  const { soon } = burst(async () => void read++, 400)
  soon()
  expect(read).toBe(1)
  for (let i = 0; i < 9; i++) soon()
  expect(read).toBe(1)
  await vi.advanceTimersByTimeAsync(400)
  expect(read).toBe(2)
  await vi.advanceTimersByTimeAsync(5000)
  expect(read).toBe(2)
  soon()
  expect(read).toBe(3)
})

test('a slow reading is never doubled', async () => {
  let running = 0
  let most = 0
  const { soon } = burst(async () => {
    most = Math.max(most, ++running)
    await new Promise((done) => setTimeout(done, 3000))
    running--
  }, 100)
  for (let i = 0; i < 60; i++) {
    soon()
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(most).toBe(1)
})
