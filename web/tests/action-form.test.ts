import { expect, test } from 'vitest'
import type { ActionOffer, CaseDetail } from '../src/api/types'
import { bodyOf, freshFields, missing } from '../src/domain/casework/actionForm'

const subject = {
  category: 'E0501', assistants: [{ id: 'a1', unit: 'c01', task: 't', state: 'open', note: '', at: '' }],
  reports: [{ id: 'r1' }, { id: 'r2', answeredAt: '2021-11-09T01:00:00Z' }],
} as unknown as CaseDetail
const offer = (id: string, ...needs: [string, boolean][]): ActionOffer => ({ id, style: 'normal', undoable: false, needs: needs.map(([field, required]) => ({ field, required })) })

test('a dispatch opens with the unit that the catalogue names', () => {
  expect(freshFields(offer('dispatch', ['unit', true]), subject, 'chengguan').unit).toBe('chengguan')
  expect(freshFields(offer('redispatch', ['unit', true]), subject, 'chengguan').unit).toBe('')
})

test('only what is asked for is sent, trimmed and without empty parts', () => {
  const asked = offer('ask-return', ['reason', true], ['note', true], ['unit', false])
  const fields = { ...freshFields(asked, subject, ''), reason: 'not-our-duty', note: ' 权属不在本单位 ', answer: 'never sent' }
  expect(bodyOf(asked, fields)).toEqual({ reason: 'not-our-duty', note: '权属不在本单位' })
})

test('a limit, helpers and a date take the shapes that the server reads', () => {
  const asked = offer('x', ['limit', true], ['units', true], ['until', false])
  const fields = { ...freshFields(asked, subject, ''), amount: 2, units: ['c01'], task: '维持秩序', until: '2021-11-12' }
  expect(bodyOf(asked, fields)).toEqual({
    limit: { amount: 2, unit: 'working-days' }, units: [{ unit: 'c01', task: '维持秩序' }], until: '2021-11-12T01:00:00.000Z',
  })
})

test('the first missing field is named; photos count as a field', () => {
  const asked = offer('self-handle', ['note', true], ['photos', true])
  const fields = freshFields(asked, subject, '')
  expect(missing(asked, fields, 0)).toBe('note')
  expect(missing(asked, { ...fields, note: '已清理' }, 0)).toBe('photos')
  expect(missing(asked, { ...fields, note: '已清理' }, 1)).toBeUndefined()
})

test('a yes-or-no that was answered no is an answer', () => {
  const asked = offer('check', ['found', true])
  expect(missing(asked, freshFields(asked, subject, ''), 0)).toBe('found')
  expect(bodyOf(asked, { ...freshFields(asked, subject, ''), found: false })).toEqual({ found: false })
})
