/** The periods that figures are looked at for; all days are days of Shanghai, as YYYY-MM-DD. */

export const PERIODS = ['today', 'week', 'month', 'quarter', 'year', 'own'] as const
export type Period = (typeof PERIODS)[number]

/** @param step how far back the period before lies; see the interface document */
export interface Days { from: string; to: string; step: 'days' | 'month' | 'quarter' | 'year' }

const DAY_MS = 86_400_000

const parse = (day: string) => new Date(`${day}T00:00:00Z`)
const text = (day: Date) => day.toISOString().slice(0, 10)

export function addDays(day: string, count: number): string {
  return text(new Date(parse(day).getTime() + count * DAY_MS))
}

/** The period up to today. A week begins on Monday and is compared with as many days before, like own days; the others with as much of the one before. */
export function daysOf(period: Period, today: string, own: { from: string; to: string }): Days {
  const day = parse(today)
  const year = day.getUTCFullYear()
  const month = day.getUTCMonth()
  switch (period) {
    case 'today':
      return { from: today, to: today, step: 'days' }
    case 'week':
      return { from: addDays(today, -((day.getUTCDay() + 6) % 7)), to: today, step: 'days' }
    case 'month':
      return { from: text(new Date(Date.UTC(year, month, 1))), to: today, step: 'month' }
    case 'quarter':
      return { from: text(new Date(Date.UTC(year, month - (month % 3), 1))), to: today, step: 'quarter' }
    case 'year':
      return { from: `${year}-01-01`, to: today, step: 'year' }
    case 'own':
      return { ...own, step: 'days' }
  }
}

/** The twelve months that end with this day, for the trend. */
export function trendOf(to: string): { from: string; to: string } {
  const day = parse(to)
  return { from: text(new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - 11, 1))), to }
}
