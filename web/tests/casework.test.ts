import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ClockLine, ClockView } from '../src/api/types'
import { bar, dueWords, durationWords, leftWords, momentWords, toneOf, toneOfCase } from '../src/domain/casework/words'
import { setLanguage } from '../src/i18n'

const NOW = Date.parse('2021-11-09T02:00:00Z')

beforeEach(() => {
  vi.stubGlobal('fetch', async (path: string) => Response.json({
    days: path.endsWith('2021') ? [{ date: '2021-10-09', kind: 'make-up' }, { date: '2021-10-10', kind: 'weekend' }] : [],
  }))
  setLanguage('zh-CN')
})
afterEach(() => setLanguage('zh-CN'))

const clock = (dueAt: string, paused = false): ClockLine => ({ name: 'handle', dueAt, paused, late: false })

test('a due time is said with its weekday and in Shanghai time', () => {
  expect(dueWords('2021-11-09T09:30:00Z')).toBe('11月9日 周二 17:30 前')
  setLanguage('en')
  expect(dueWords('2021-11-09T09:30:00Z')).toBe('by Tue 9 Nov 17:30')
})

test('what is due at midnight is due at the end of the day before', () => {
  expect(dueWords('2021-11-09T16:00:00Z')).toBe('11月9日 周二 24:00 前')
  setLanguage('en')
  expect(dueWords('2021-11-09T16:00:00Z')).toBe('by the end of Tue 9 Nov')
})

test('a make-up working day says so once the calendar is known', async () => {
  momentWords('2021-10-09T09:30:00Z')
  await vi.waitFor(() => expect(dueWords('2021-10-09T09:30:00Z')).toBe('10月9日 周六（调休上班） 17:30 前'))
  expect(momentWords('2021-10-10T09:30:00Z')).not.toContain('调休')
})

test('what is left is said in minutes, hours and days', () => {
  expect(durationWords(59 * 60_000)).toBe('59分')
  expect(durationWords(130 * 60_000)).toBe('2小时 10分')
  expect(durationWords(49 * 3600_000)).toBe('2天 1小时')
  expect(leftWords(clock('2021-11-09T04:10:00Z'), NOW)).toBe('剩 2小时 10分')
  expect(leftWords(clock('2021-11-09T01:00:00Z'), NOW)).toBe('已超时 1小时')
})

test('a clock is on time, soon, overdue or stopped', () => {
  expect(toneOf(clock('2021-11-10T09:30:00Z'), NOW)).toBe('ontime')
  expect(toneOf(clock('2021-11-09T05:00:00Z'), NOW)).toBe('soon')
  expect(toneOf(clock('2021-11-09T01:59:00Z'), NOW)).toBe('overdue')
  expect(toneOf(clock('2021-11-09T01:59:00Z', true), NOW)).toBe('stopped')
  expect(toneOfCase({ clock: clock('2021-11-09T01:59:00Z'), state: 'closed', suspended: false }, NOW)).toBe('stopped')
})

test('a bar shows how far the clock has run and where it paused', () => {
  const view: ClockView = {
    name: 'handle', round: 1, limit: { amount: 4, unit: 'hours' }, startedAt: '2021-11-09T00:00:00Z', dueAt: '2021-11-09T10:00:00Z',
    outcome: 'running', late: false, pauses: [{ from: '2021-11-09T00:30:00Z', to: '2021-11-09T01:00:00Z', reason: 'weather' }], extensions: [],
  }
  expect(bar(view, NOW)).toEqual({ run: 0.2, pauses: [{ from: 0.05, to: 0.1 }], tone: 'ontime' })
  expect(bar(view, Date.parse('2021-11-09T11:00:00Z'))).toMatchObject({ run: 1, tone: 'overdue' })
})
