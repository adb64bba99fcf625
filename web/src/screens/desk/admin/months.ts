import type { CalendarDay } from '@/api/types'

/** A year of days laid out in weeks from Monday, month by month. */
export type Day = CalendarDay
export interface Month { number: number; /** empty places before the first day */ offset: number; days: Day[]; working: number }

export function months(days: Day[]): Month[] {
  return Array.from({ length: 12 }, (_, i) => {
    const own = days.filter((day) => Number(day.date.slice(5, 7)) === i + 1)
    const weekday = own[0] ? new Date(`${own[0].date}T00:00:00Z`).getUTCDay() : 1
    return { number: i + 1, offset: (weekday + 6) % 7, days: own, working: own.filter((day) => day.kind === 'working' || day.kind === 'make-up').length }
  })
}
