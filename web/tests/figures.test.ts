import { expect, test } from 'vitest'
import { change, line, rounded, shown } from '@/domain/indicators/figures'
import { daysOf, trendOf } from '@/domain/indicators/period'

const OWN = { from: '2021-03-03', to: '2021-03-09' }
const days = (value?: number) => ({ from: '2021-01-01', to: '2021-12-31', value })
const rate = { kind: 'rate', decimals: 1, better: 'up' } as const
const count = { kind: 'count', decimals: 0, better: 'down' } as const

test('a period reaches from its beginning to today', () => {
  expect(daysOf('week', '2021-12-31', OWN)).toEqual({ from: '2021-12-27', to: '2021-12-31', step: 'days' })
  expect(daysOf('week', '2021-08-01', OWN).from).toBe('2021-07-26')
  expect(daysOf('month', '2021-03-31', OWN)).toEqual({ from: '2021-03-01', to: '2021-03-31', step: 'month' })
  expect(daysOf('quarter', '2021-12-31', OWN).from).toBe('2021-10-01')
  expect(daysOf('year', '2021-12-31', OWN)).toEqual({ from: '2021-01-01', to: '2021-12-31', step: 'year' })
  expect(daysOf('own', '2021-12-31', OWN)).toEqual({ ...OWN, step: 'days' })
})

test('the trend has twelve months, across the turn of the year', () => {
  expect(trendOf('2021-12-31').from).toBe('2021-01-01')
  expect(trendOf('2021-03-31').from).toBe('2020-04-01')
})

test('a share that is not all is never shown as all, nor one that is something as nothing', () => {
  expect(shown(rate, 0.9997, 'en')).toBe('99.9')
  expect(shown(rate, 1, 'en')).toBe('100.0')
  expect(shown(rate, 0.0001, 'en')).toBe('0.1')
  expect(shown(rate, 0, 'en')).toBe('0.0')
  expect(shown(rate, undefined, 'en')).toBe('–')
  expect(shown(count, 13318, 'en')).toBe('13,318')
})

test('reports round down and say so, unless nothing is left or nothing was rounded', () => {
  const rounding = { rounding: { downTo: 10, word: '余' } }
  expect(rounded(rounding, 34, 'zh-CN')).toBe('30余')
  expect(rounded(rounding, 30, 'zh-CN')).toBeUndefined()
  expect(rounded(rounding, 4, 'zh-CN')).toBeUndefined()
  expect(rounded({}, 34, 'zh-CN')).toBeUndefined()
})

test('a change says which way and whether that is good', () => {
  expect(change(rate, days(0.95), days(0.92), 'en')).toEqual({ text: '+3', way: 'up', news: 'good' })
  expect(change(count, days(12), days(10), 'en')).toEqual({ text: '+2', way: 'up', news: 'bad' })
  expect(change(count, days(12), days(12), 'en')).toEqual({ text: '0', way: 'same', news: 'none' })
  expect(change(count, days(12), days(0), 'en')?.news).toBe('none')
  expect(change(rate, days(0.95), days(undefined), 'en')).toBeUndefined()
})

test('a line breaks where a month has no figure', () => {
  expect(line([1, undefined, 3, 2], 30, 10)).toBe('M0.0 10.0M20.0 0.0L30.0 5.0')
  expect(line([undefined, undefined], 30, 10)).toBe('')
})
