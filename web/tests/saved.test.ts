import './browser'
import { beforeEach, expect, test, vi } from 'vitest'
import { fresh } from '../src/screens/desk/filters'
import { useSaved } from '../src/screens/desk/useSaved'

const OLD = 'yiwang.filters'
let asked: { method: string; path: string; body?: Record<string, unknown> }[]
let refuse: Record<string, number>

beforeEach(() => {
  asked = []
  refuse = {}
  localStorage.removeItem(OLD)
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const body = init.body ? (JSON.parse(String(init.body)) as Record<string, unknown>) : undefined
    asked.push({ method: init.method!, path, body })
    const status = refuse[String(body?.name)] ?? 200
    if (status === 0) throw new TypeError('no network')
    return { ok: status < 300, status, json: async () => ({ items: [{ id: '1', name: 'Late', filter: { view: 'late' }, shared: false, count: 3 }], code: 'x' }) }
  })
})

test('what this browser kept goes to the server once, and what is refused for good is let go', async () => {
  localStorage.setItem(OLD, JSON.stringify([{ name: 'a', filters: { view: 'late' } }, { name: 'b', filters: fresh('all') }]))
  refuse = { a: 409 }
  await useSaved().read()
  await useSaved().read()
  expect(asked.map((one) => [one.method, one.body?.name])).toEqual([['POST', 'a'], ['POST', 'b'], ['GET', undefined], ['GET', undefined]])
  expect(localStorage.getItem(OLD)).toBeNull()
})

test('without a network it waits for the next time', async () => {
  localStorage.setItem(OLD, JSON.stringify([{ name: 'a', filters: fresh('late') }, { name: 'b', filters: fresh('all') }]))
  refuse = { b: 0 }
  await expect(useSaved().read()).rejects.toThrow()
  expect(JSON.parse(localStorage.getItem(OLD)!).map((one: { name: string }) => one.name)).toEqual(['b'])
})

test('a filter under a name of one\'s own is changed, under another it is new', async () => {
  const kept = useSaved()
  await kept.read()
  await kept.keep('late', fresh('late'), false)
  await kept.keep('soon', fresh('soon'), false)
  expect(asked.filter((one) => one.method !== 'GET').map((one) => `${one.method} ${one.path}`)).toEqual(['PUT /api/v1/me/filters/1', 'POST /api/v1/me/filters'])
})
