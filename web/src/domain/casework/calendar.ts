/** Which days are worked although they look free, so that a due time on one says so. */
import { reactive } from 'vue'
import { api, Problem } from '@/api/client'

const SHANGHAI_MS = 8 * 3600_000
const makeUps = reactive(new Set<string>())
const asked = new Set<number>()

/** The wall clock of Shanghai, whatever the machine's own zone; read it with the UTC getters. */
export function local(at: string | number | Date): Date {
  return new Date(new Date(at).getTime() + SHANGHAI_MS)
}

export function localDay(at: string | number | Date): string {
  return local(at).toISOString().slice(0, 10)
}

/** The beginning of the day in Shanghai, as an instant for requests. */
export function midnight(at: string | number | Date): string {
  return new Date(`${localDay(at)}T00:00:00+08:00`).toISOString()
}

/** Whether the day is a make-up working day (调休). The year is read on first need; what depends on it is drawn anew. */
export function isMakeUp(at: string): boolean {
  const day = localDay(at)
  void read(Number(day.slice(0, 4)))
  return makeUps.has(day)
}

/** A year that the calendar does not know has no make-up days to show. */
async function read(year: number): Promise<void> {
  if (asked.has(year)) return
  asked.add(year)
  try {
    const { days } = await api.get<{ days: { date: string; kind: string }[] }>(`/api/v1/worktime/calendar?year=${year}`)
    days.filter((day) => day.kind === 'make-up').forEach((day) => makeUps.add(day.date))
  } catch (error) {
    // Not signed in or not online: the year is asked for again when something is next drawn after the page is opened anew.
    if (!(error instanceof Problem)) throw error
  }
}
