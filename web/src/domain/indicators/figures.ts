/** How figures are shown. */
import type { FigureOfDays, Indicator } from '@/api/types'

const PER_CENT = 100

/** The number as it is read, without its unit; a dash where there is nothing to divide by. */
export function shown(indicator: Pick<Indicator, 'kind' | 'decimals'>, value: number | undefined, language: string): string {
  if (value === undefined) return '–'
  const number = indicator.kind === 'rate' ? cautious(value * PER_CENT, value, indicator.decimals) : value
  return new Intl.NumberFormat(language, { minimumFractionDigits: indicator.kind === 'count' ? 0 : indicator.decimals, maximumFractionDigits: indicator.decimals }).format(number)
}

/** Not all is never shown as all, and something never as nothing. */
function cautious(perCent: number, share: number, decimals: number): number {
  const step = 10 ** -decimals
  if (share < 1 && perCent > PER_CENT - step) return PER_CENT - step
  if (share > 0 && perCent < step) return step
  return perCent
}

/** As reports round it, such as 30余; undefined where the exact figure is said. */
export function rounded(indicator: Pick<Indicator, 'rounding'>, value: number | undefined, language: string): string | undefined {
  if (!indicator.rounding || value === undefined || value % indicator.rounding.downTo === 0) return undefined
  const down = Math.floor(value / indicator.rounding.downTo) * indicator.rounding.downTo
  return down > 0 ? new Intl.NumberFormat(language).format(down) + indicator.rounding.word : undefined
}

/** @param text the difference with its sign; a rate differs by percentage points */
export interface Change { text: string; way: 'up' | 'down' | 'same'; news: 'good' | 'bad' | 'none' }

/** How far a figure lies from that of the period before; undefined where one of them is missing. Against nothing at all it is neither good news nor bad. */
export function change(indicator: Pick<Indicator, 'kind' | 'decimals' | 'better'>, now: FigureOfDays | undefined, before: FigureOfDays | undefined, language: string): Change | undefined {
  if (now?.value === undefined || before?.value === undefined) return undefined
  const scale = 10 ** indicator.decimals
  const factor = indicator.kind === 'rate' ? PER_CENT : 1
  const difference = Math.round((now.value - before.value) * factor * scale) / scale
  const way = difference > 0 ? 'up' : difference < 0 ? 'down' : 'same'
  const says = way !== 'same' && indicator.better !== 'neither' && before.value !== 0
  const news = says ? (way === indicator.better ? 'good' : 'bad') : 'none'
  return { text: new Intl.NumberFormat(language, { signDisplay: 'exceptZero', maximumFractionDigits: indicator.decimals }).format(difference), way, news }
}

/** Points of a line, top left being 0,0; months without a figure break it. */
export function line(values: (number | undefined)[], width: number, height: number): string {
  const known = values.filter((value) => value !== undefined)
  const least = Math.min(...known)
  const span = Math.max(...known) - least || 1
  const step = width / Math.max(1, values.length - 1)
  let pen = 'M'
  return values.flatMap((value, i) => {
    if (value === undefined) {
      pen = 'M'
      return []
    }
    const point = `${pen}${(i * step).toFixed(1)} ${(height - ((value - least) / span) * height).toFixed(1)}`
    pen = 'L'
    return [point]
  }).join('')
}
