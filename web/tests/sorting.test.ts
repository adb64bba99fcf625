import { afterEach, expect, test } from 'vitest'
import type { SortingShare, TrialMonth } from '../src/api/types'
import { alarmWords, effectNumber, intervalWords, levelWords, sampledWords, series } from '../src/domain/sorting/words'
import { setLanguage } from '../src/i18n'

const share = (correct: number, looked: number): SortingShare =>
  looked ? { checks: 3, looked, correct, rate: correct / looked, low: 0.7, high: 0.9, enough: true } : { checks: 0, looked: 0, correct: 0, enough: false }
const alarms = (perHundred?: number) => [{ measure: 'beside', alarms: 0, pointDays: perHundred === undefined ? 0 : 40, perHundred }]

afterEach(() => setLanguage('zh-CN'))

test('how much was looked at always stands beside a rate, and nothing is no rate', () => {
  setLanguage('zh-CN')
  expect(sampledWords(share(80, 100))).toBe('3 次 · 100 袋')
  expect(intervalWords(share(80, 100))).toBe('70.0%–90.0%')
  expect(sampledWords(share(0, 0))).toBe('没有抽查')
  expect(intervalWords(share(0, 0))).toBe('–')
})

test('that nobody watched is not the same as no alarms', () => {
  setLanguage('zh-CN')
  expect(alarmWords(alarms(0), 'beside')).toBe('0.0')
  expect(alarmWords(alarms(), 'beside')).toBe('无数据')
  expect(alarmWords([{ measure: 'beside', alarms: 0, pointDays: 0.4 }], 'beside')).toBe('数据太少')
  expect(alarmWords([], 'beside')).toBe('无数据')
  expect(levelWords('beside', { sampled: 0, checks: 0, pointDays: 0 })).toBe('无数据')
})

test('an effect is told in points or in times, and a bound that is not there as such', () => {
  setLanguage('zh-CN')
  expect(effectNumber('correct', -0.0834)).toBe('-8.3')
  expect(effectNumber('correct', 0.02)).toBe('+2.0')
  expect(effectNumber('beside', Math.log(2))).toBe('2.00')
  expect(effectNumber('beside', undefined)).toBe('无界')
})

test('a month without checks is a gap in the chart', () => {
  const month = (name: string, treated: SortingShare): TrialMonth => ({ month: name, treated, compared: share(90, 100), treatedAlarms: alarms(2.5), comparedAlarms: alarms() })
  const months = [month('2021-06', share(80, 100)), month('2021-07', share(0, 0))]
  expect(series(months, 'correct')).toEqual({ treated: [80, undefined], compared: [90, 90] })
  expect(series(months, 'beside')).toEqual({ treated: [2.5, 2.5], compared: [undefined, undefined] })
})
