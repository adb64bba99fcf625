import { expect, test } from 'vitest'
import type { ActionOffer, CaseDetail } from '../src/api/types'
import { dropPhrase, keepPhrase, PHRASES_MAX } from '../src/domain/casework/phrases'
import { progress } from '../src/domain/casework/stages'
import { months, type Day } from '../src/screens/desk/admin/months'
import { needsAreas, needsCommittees } from '../src/screens/desk/admin/people'
import { bulkOffers, commonLead } from '../src/screens/desk/bulk'
import { fresh, narrowed, readOld, same, whole } from '../src/screens/desk/filters'
import { inTurn } from '../src/screens/desk/inTurn'
import { ACTION_KEYS, actionFor } from '../src/screens/desk/keys'

const offer = (id: string, needs: ActionOffer['needs'] = [], style: ActionOffer['style'] = 'normal'): ActionOffer => ({ id, needs, style, undoable: false })
const subject = (id: string, actions: ActionOffer[]) => ({ id, version: 1, category: 'E0102', actions }) as unknown as CaseDetail

test('a letter takes the action that is offered, and nothing where none is', () => {
  expect(actionFor('x', [offer('comment'), offer('fail')])?.id).toBe('fail')
  expect(actionFor('x', [offer('decline')])?.id).toBe('decline')
  expect(actionFor('x', [offer('comment')])).toBeUndefined()
})

test('no action uses a letter of the desk itself', () => {
  const own = ['j', 'k', 'o', 'q', 'n', 'z']
  expect(Object.values(ACTION_KEYS).filter((key) => own.includes(key))).toEqual([])
})

test('several cases offer what any of them offers, with the cases that do', () => {
  const found = bulkOffers([subject('1', [offer('dispatch', [], 'primary'), offer('urge')]), subject('2', [offer('urge')])])
  expect(found.map((one) => [one.offer.id, one.subjects.map((at) => at.id)])).toEqual([['dispatch', ['1']], ['urge', ['1', '2']]])
})

test('what only one case can answer is not done to several', () => {
  const found = bulkOffers([subject('1', [
    offer('merge', [{ field: 'into', required: true }]), offer('undo'),
    offer('correct', [{ field: 'title', required: false }, { field: 'note', required: false }]),
  ])])
  expect(found.map((one) => [one.offer.id, one.offer.needs.map((need) => need.field)])).toEqual([['correct', ['note']]])
})

test('a common lead is proposed only where all have the same', () => {
  const cases = [subject('1', []), subject('2', [])]
  expect(commonLead(cases, () => 'lvrong')).toBe('lvrong')
  expect(commonLead(cases, (one) => one.id)).toBe('')
})

test('what this browser kept is read, and what is unreadable is dropped', () => {
  expect(readOld('[{"name":"a","filters":{"view":"late"}},{"name":1},null]')).toEqual([{ name: 'a', filters: fresh('late') }])
  expect(readOld('{')).toEqual([])
  expect(readOld(null)).toEqual([])
})

test('a filter kept by its set fields is whole again, and the same', () => {
  expect(same(whole({ filter: { view: 'late', state: 'done' } }), { ...fresh('late'), state: 'done' })).toBe(true)
  expect(whole({ filter: {} })).toEqual(fresh('all'))
})

test('filters are compared and counted by what narrows', () => {
  const one = { ...fresh('queue'), state: 'done', q: 'x' }
  expect(narrowed(one)).toBe(1)
  expect(same(one, { ...one })).toBe(true)
  expect(same(one, { ...one, q: '' })).toBe(false)
})

test('phrases come first when used again, few are kept, and one can be dropped', () => {
  let all = keepPhrase({}, 'close', ' 已处理 ')
  for (let i = 0; i < PHRASES_MAX; i++) all = keepPhrase(all, 'close', `p${i}`)
  expect(all.close).toHaveLength(PHRASES_MAX)
  expect(all.close).not.toContain('已处理')
  expect(keepPhrase(all, 'close', 'p3').close![0]).toBe('p3')
  expect(dropPhrase(all, 'close', 'p3').close).not.toContain('p3')
  expect(keepPhrase(all, 'close', '  ')).toBe(all)
})

test('a case goes through five steps, or leaves the path', () => {
  expect(progress('reported')).toEqual({ behind: 0, left: false })
  expect(progress('return-asked').behind).toBeLessThan(progress('handling').behind)
  expect(progress('closed').behind).toBe(5)
  expect(progress('declined').left).toBe(true)
})

test('a year is laid out by months from Monday', () => {
  const days: Day[] = [
    { date: '2021-10-01', kind: 'holiday' }, { date: '2021-10-08', kind: 'working' }, { date: '2021-10-09', kind: 'make-up' }, { date: '2021-10-10', kind: 'weekend' },
  ]
  const october = months(days)[9]!
  expect(october).toMatchObject({ number: 10, offset: 4, working: 2 })
  expect(months(days)[0]!.days).toEqual([])
})

test('whose sight is a part of the territory has to be told which', () => {
  expect(needsCommittees(['inspector'])).toBe(true)
  expect(needsCommittees(['operator'])).toBe(false)
  expect(needsAreas(['grid-leader'])).toBe(true)
})

test('work is done by few at a time and answered in the order of the list', async () => {
  let now = 0
  let most = 0
  const answers = await inTurn([30, 10, 20, 1], 2, async (ms) => {
    most = Math.max(most, ++now)
    await new Promise((done) => setTimeout(done, ms))
    now--
    return ms
  })
  expect(answers).toEqual([30, 10, 20, 1])
  expect(most).toBe(2)
})
