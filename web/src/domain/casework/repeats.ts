/** How often a record came again, in words. */
import { i18n, isEnglish } from '@/i18n'

export interface Repeated { earlier: number; within: { amount: number } }

/** “180 天内第 3 次” or “3rd time in 180 days”; nothing the first time. */
export function repeatWords(repeats: Repeated | undefined): string | undefined {
  if (!repeats || repeats.earlier < 1) return undefined
  const time = repeats.earlier + 1
  return i18n.global.t('ui.repeats', { n: isEnglish() ? ordinal(time) : time, days: repeats.within.amount })
}

export function ordinal(n: number): string {
  const ends = ['th', 'st', 'nd', 'rd']
  const last = n % 100
  return n + (last > 10 && last < 14 ? 'th' : (ends[n % 10] ?? 'th'))
}
