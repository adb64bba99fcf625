import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openLine } from '../src/api/line'

class Source {
  static all: Source[] = []
  onerror?: () => void
  closed = false
  readonly told = new Map<string, ((event: unknown) => void)[]>()
  constructor(readonly address: string) {
    Source.all.push(this)
  }
  addEventListener(name: string, listener: (event: unknown) => void): void {
    this.told.set(name, [...(this.told.get(name) ?? []), listener])
  }
  say(name: string): void {
    this.told.get(name)?.forEach((listener) => listener({ data: '{}' }))
  }
  close(): void {
    this.closed = true
  }
}

const doors = new Map<string, Set<() => void>>()
const listen = (name: string, listener: () => void) => doors.set(name, (doors.get(name) ?? new Set()).add(listener))
const forget = (name: string, listener: () => void) => doors.get(name)?.delete(listener)

beforeEach(() => {
  vi.useFakeTimers()
  Source.all = []
  doors.clear()
  vi.stubGlobal('EventSource', Source)
  vi.stubGlobal('addEventListener', listen)
  vi.stubGlobal('removeEventListener', forget)
  vi.stubGlobal('document', { addEventListener: listen, removeEventListener: forget, visibilityState: 'visible' })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a broken line is opened anew, later each time, and soon again once it stood', () => {
  const lost = vi.fn()
  openLine({ address: () => '/live', hear: {}, lost, retryMsMax: 8000 })
  for (let i = 0; i < 10; i++) {
    Source.all.at(-1)!.onerror!()
    vi.advanceTimersByTime(10_001)
  }
  expect(Source.all).toHaveLength(11)
  expect(lost).toHaveBeenCalledTimes(10)
  expect(Source.all.slice(0, 10).every((one) => one.closed)).toBe(true)
  Source.all.at(-1)!.onerror!()
  vi.advanceTimersByTime(5999)
  expect(Source.all).toHaveLength(11)
  vi.advanceTimersByTime(4002)
  Source.all.at(-1)!.say('hello')
  Source.all.at(-1)!.onerror!()
  vi.advanceTimersByTime(626)
  expect(Source.all).toHaveLength(13)
})

test('the returning network opens it at once, and what has ended stays closed', () => {
  const line = openLine({ address: () => '/live', hear: {}, lost: () => undefined, retryMsMax: 60_000 })
  doors.get('offline')!.forEach((listener) => listener())
  expect(Source.all[0]!.closed).toBe(true)
  doors.get('online')!.forEach((listener) => listener())
  expect(Source.all).toHaveLength(2)
  line.end()
  expect(Source.all[1]!.closed).toBe(true)
  expect([...doors.values()].every((listeners) => listeners.size === 0)).toBe(true)
})
