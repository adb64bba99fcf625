/** What needs a person now, in rows that leave room for what is new; pure. */
import type { CaseLine } from '@/api/types'

/** One case, or several of one kind with one unit that would say the same row after row. */
export interface Need {
  key: string
  /** the worst of them */
  first: CaseLine
  count: number
  /** unit or committee that has it */
  unit: string
}

/** From so many on they share a row. */
const SEVERAL = 3

const unitOf = (line: CaseLine) => line.lead ?? line.place.committee

/** Unacknowledged before acknowledged, because there somebody has still to move; the higher level first, then the longer overdue. */
export function worstFirst(a: CaseLine, b: CaseLine): number {
  return Number(a.supervisionAcknowledged) - Number(b.supervisionAcknowledged)
    || b.supervision - a.supervision
    || (a.clock?.dueAt ?? '9').localeCompare(b.clock?.dueAt ?? '9')
}

/** Each row stands where its worst case would. */
export function needsOf(lines: CaseLine[]): Need[] {
  const alike = new Map<string, CaseLine[]>()
  for (const line of lines) {
    const key = [line.category, unitOf(line), line.supervisionAcknowledged].join('/')
    alike.set(key, [...(alike.get(key) ?? []), line])
  }
  return [...alike]
    .flatMap(([key, same]) => {
      const sorted = [...same].sort(worstFirst)
      if (sorted.length >= SEVERAL) return [{ key, first: sorted[0]!, count: sorted.length, unit: unitOf(sorted[0]!) }]
      return sorted.map((line) => ({ key: line.id, first: line, count: 1, unit: unitOf(line) }))
    })
    .sort((a, b) => worstFirst(a.first, b.first))
}
