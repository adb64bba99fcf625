/** Rates, alarms and trials in words and numbers. */
import type { SortingAlarms, SortingShare, TrialDetail, TrialResult } from '@/api/types'
import { i18n } from '@/i18n'

type Level = TrialResult['changes'][number]['before']

export const percent = (part: number | undefined, digits = 1): string => (part === undefined ? '–' : (part * 100).toFixed(digits) + '%')

export const intervalWords = (share: SortingShare): string => (share.low === undefined || share.high === undefined ? '–' : `${percent(share.low)}–${percent(share.high)}`)

export const sampledWords = (share: SortingShare): string => (share.looked ? i18n.global.t('sorting.sampled', { checks: share.checks, looked: share.looked }) : i18n.global.t('sorting.notChecked'))

/** Alarms of a hundred point-days; that nobody watched is said. */
export const alarmWords = (alarms: SortingAlarms[], measure: string): string => {
  const one = alarms.find((rate) => rate.measure === measure)
  if (!one?.pointDays) return i18n.global.t('sorting.noData')
  return one.perHundred === undefined ? i18n.global.t('sorting.tooFewDays') : one.perHundred.toFixed(1)
}

export const isShare = (measure: string): boolean => measure === 'correct'

export function levelWords(measure: string, level: Level): string {
  if (level.value === undefined) return i18n.global.t('sorting.noData')
  return isShare(measure)
    ? i18n.global.t('sorting.trial.level', { value: percent(level.value), n: level.sampled, checks: level.checks })
    : i18n.global.t('sorting.trial.rate', { value: level.value.toFixed(1), n: level.sampled, days: Math.round(level.pointDays) })
}

/** An effect as people speak of it: points of a hundred, or how many times as many. */
export function effectNumber(measure: string, effect: number | undefined): string {
  if (effect === undefined) return i18n.global.t('sorting.trial.unbounded')
  return isShare(measure) ? signed(effect * 100) : Math.exp(effect).toFixed(2)
}

const signed = (points: number) => (points > 0 ? '+' : '') + points.toFixed(1)

export const marginWords = (result: TrialResult): string => i18n.global.t(`sorting.trial.margin.${isShare(result.measured.measure) ? 'share' : 'rate'}`, { n: result.measured.margin })

/** What both groups had in each month, for the chart; gaps stay gaps. */
export function series(months: TrialDetail['months'], measure: string): { treated: (number | undefined)[]; compared: (number | undefined)[] } {
  const of = (share: SortingShare, alarms: SortingAlarms[]) => (isShare(measure) ? share.rate && share.rate * 100 : alarms.find((one) => one.measure === measure)?.perHundred)
  return { treated: months.map((month) => of(month.treated, month.treatedAlarms)), compared: months.map((month) => of(month.compared, month.comparedAlarms)) }
}

export const VERDICT_SIGN: Record<string, string> = { better: '▲', holds: '＝', 'not-shown': '?', worse: '▼', 'too-few': '…', 'no-data': '–' }
