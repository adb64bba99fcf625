import { beforeEach, expect, test, vi } from 'vitest'
import type { CaseDetail, CaseEvent } from '../src/api/types'
import { story } from '../src/domain/casework/story'
import { fillIn, firstGap } from '../src/domain/casework/templates'
import { setLanguage } from '../src/i18n'

const words = {
  action: (id: string) => ({ fire: '到时提醒', dispatch: '派遣', claim: '接单' })[id] ?? id,
  unit: (id: string | undefined) => ({ chengguan: '城管中队' })[id ?? ''] ?? id ?? '',
  clock: (id: string) => ({ handle: '处置' })[id] ?? id,
  category: (id: string) => id,
  anyReason: (id: string) => ({ 'not-our-duty': '非本单位职责' })[id] ?? id,
}

const event = (given: Partial<CaseEvent>): CaseEvent =>
  ({ seq: 1, at: '2021-11-09T01:00:00Z', actorKind: 'staff', actorId: 'zhang', actorName: '张派遣', action: 'dispatch', to: 'dispatched', effects: [], ...given })

beforeEach(() => {
  vi.stubGlobal('fetch', async () => Response.json({ days: [] }))
  setLanguage('zh-CN')
})

test('a dispatch says to whom', () => {
  expect(story([event({ effects: [{ fact: 'clock-stopped', clock: 'dispatch' }, { fact: 'lead-set', unit: 'chengguan' }] })], words)[0]!.facts).toBe('→ 城管中队')
})

test('a clock that fires says which, and what it led to, without naming anybody', () => {
  const [line] = story([event({ actorKind: 'system', actorName: '系统时钟', action: 'fire', effects: [{ fact: 'clock-fired', clock: 'handle' }, { fact: 'supervised', level: 2 }] })], words)
  expect(line).toMatchObject({ what: '到时提醒', facts: '处置 · 督办', who: '', now: true })
})

test('whoever takes a case over is not named twice, and a reason is said in words', () => {
  const [line] = story([event({ action: 'claim', reason: 'not-our-duty', effects: [{ fact: 'handler-set', person: { id: '1', name: '张派遣' } }] })], words)
  expect(line!.facts).toBe('非本单位职责')
})

test('a template is filled in from the case, and what the case does not know becomes a gap', () => {
  const subject = { number: 'DQ20211109-G-0042', category: 'E0102', lead: 'chengguan', place: { address: '长阳路近宁国路' } } as CaseDetail
  const dictionary = {
    units: new Map([['chengguan', { id: 'chengguan', name: '城管中队', nameEn: 'Squad', kind: 'department' as const }]]),
    categories: new Map([['E0102', { zh: '暴露垃圾' }]]) as never,
  }
  const text = fillIn('{place}{category}由{unit}办理,{due}前答复,电话{phone}', subject, dictionary)
  expect(text).toBe('长阳路近宁国路暴露垃圾由城管中队办理,【 】前答复,电话【 】')
  expect(firstGap(text)).toEqual([text.indexOf('【'), text.indexOf('】') + 1])
  expect(firstGap('没有空')).toBeUndefined()
})
