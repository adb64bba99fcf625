import { expect, test } from 'vitest'
import { Problem } from '../src/api/client'
import { afterFailure, sendable, type Entry } from '../src/domain/outbox/entry'

const problem = (status: number, code = 'x') => new Problem(status, code, 's', 'r')
const action = (id: string, at: string, caseId: string, more: Partial<Entry> = {}): Entry => ({
  id, at, title: id, person: 'p', status: 'waiting',
  errand: { kind: 'action', caseId, number: '', action: 'claim', version: 1, body: {}, photos: [] }, ...more,
})

test('what the network hindered waits; what the server refused does not', () => {
  expect([0, 429, 502, 503, 504, 401].map((status) => afterFailure(problem(status)))).toEqual(Array(6).fill('waiting'))
  expect([400, 403, 404, 409, 413, 422, 500].map((status) => afterFailure(problem(status)))).toEqual(Array(7).fill('refused'))
})

test('a case that somebody else changed meanwhile is a conflict', () => {
  expect(afterFailure(problem(412))).toBe('conflict')
  expect(afterFailure(problem(409, 'case.stale'))).toBe('conflict')
})

test('the oldest goes first, and one case\'s actions one after the other', () => {
  const entries = [action('late', '3', 'B'), action('second', '2', 'A'), action('first', '1', 'A')]
  expect(sendable(entries, 'p').map((entry) => entry.id)).toEqual(['first', 'late'])
})

test('an action waits while an earlier one on the same case is in conflict', () => {
  expect(sendable([action('first', '1', 'A', { status: 'conflict' }), action('second', '2', 'A')], 'p')).toEqual([])
})

test('nobody sends what another person left on the device; a resident\'s report goes with anybody', () => {
  const entries = [action('theirs', '1', 'A', { person: 'q' }), action('report', '2', 'B', { person: '', errand: { kind: 'report', body: {}, photos: [] } })]
  expect(sendable(entries, 'p').map((entry) => entry.id)).toEqual(['report'])
})

test('words about one alarm go one after the other, those about another do not wait', () => {
  const word = (id: string, at: string, alarm: string): Entry => ({ ...action(id, at, ''), errand: { kind: 'alarm', alarm, act: 'go', words: '', photos: [] } })
  expect(sendable([word('answer', '2', 'A'), word('go', '1', 'A'), word('other', '3', 'B')], 'p').map((entry) => entry.id)).toEqual(['go', 'other'])
})
