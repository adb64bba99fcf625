/** Records with their inspections, put into their groups; pure. */
import type { SeenRecord, SeenRecords } from '@/api/types'

export interface GroupOfRecords {
  /** empty for those that are in none */
  id: string
  name: string
  items: SeenRecord[]
  /** how many of each grade, the worst first; those without one last, under an empty id */
  grades: { id: string; name: string; count: number }[]
  inspected: number
  open: number
  overdue: number
}

/** Shapes beside the colours, so that nobody has to tell them by colour alone. */
export const GRADE_SHAPES: Record<string, string> = { red: '■', orange: '◆', yellow: '▲', blue: '●' }

export const gradeColour = (id: string | undefined): string => (id && GRADE_SHAPES[id] ? `var(--grade-${id})` : 'var(--ink-3)')
export const gradeShape = (id: string | undefined): string => GRADE_SHAPES[id ?? ''] ?? '○'

/** Pages of the same question put together: a group may reach over several. */
export function together(pages: SeenRecords[]): SeenRecords {
  const groups = new Map(pages.flatMap((page) => page.groups).map((group) => [group.id, group]))
  return { ...pages[0]!, groups: [...groups.values()], items: pages.flatMap((page) => page.items), next: pages.at(-1)!.next }
}

/** Groups with what is overdue first, then with what is open; empty ones are left out. */
export function grouped(seen: SeenRecords, other: string, ungraded: string): GroupOfRecords[] {
  const groups = [...seen.groups, { id: '', name: other }].map(({ id, name }) => groupOf(id, name, seen, ungraded))
  return groups.filter((group) => group.items.length).sort((a, b) => b.overdue - a.overdue || b.open - a.open || Number(a.id === '') - Number(b.id === ''))
}

function groupOf(id: string, name: string, seen: SeenRecords, ungraded: string): GroupOfRecords {
  const items = seen.items.filter((one) => (one.group ?? '') === id)
  const grades = [...seen.grades, ...(seen.grades.length ? [{ id: '', name: ungraded }] : [])]
  return {
    id, name, items,
    grades: grades.map((grade) => ({ ...grade, count: items.filter((one) => (one.grade ?? '') === grade.id).length })).filter((grade) => grade.count),
    inspected: items.filter((one) => one.inspectedAt).length,
    open: items.reduce((sum, one) => sum + one.open, 0),
    overdue: items.reduce((sum, one) => sum + one.overdue, 0),
  }
}
