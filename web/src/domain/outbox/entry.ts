/** What waits to be sent from this device, and what an answer means for it. */
import type { Problem } from '@/api/client'

export type PhotoKind = 'before' | 'after' | 'check' | 'other'

/** A photo on this device; {@code uploaded} once the server has it. */
export interface LocalPhoto { key: string; blob: Blob; name: string; uploaded?: string }

/** A resident's report, a matter that staff register (perhaps settled at once), an action on a case, a word about an alarm, a visit to a stop of a round, or what became of a pick-up. */
export type Errand =
  | { kind: 'report'; body: Record<string, unknown>; photos: LocalPhoto[] }
  | { kind: 'register'; body: Record<string, unknown>; photos: LocalPhoto[]; settle?: { note: string; photos: LocalPhoto[] } }
  | { kind: 'action'; caseId: string; number: string; action: string; version: number; body: Record<string, unknown>; photos: LocalPhoto[] }
  | { kind: 'alarm'; alarm: string; act: string; words: string; photos: LocalPhoto[] }
  | { kind: 'visit'; stop: string; body: Record<string, unknown>; photos: LocalPhoto[] }
  | { kind: 'pickup'; trip: string; booking: string; body: Record<string, unknown>; photos: LocalPhoto[]; after: LocalPhoto[] }

export type Status = 'waiting' | 'refused' | 'conflict'

export interface Entry {
  /** Also the request's idempotency key: however often it is sent, it counts once. */
  id: string
  at: string
  title: string
  /** Who did it; nobody else signed in on this device sends it. Empty for a resident. */
  person: string
  errand: Errand
  status: Status
  problem?: { code: string; sentence: string; remedy: string; field?: string }
}

/** What is to become of an entry after a failed attempt. */
export function afterFailure(problem: Problem): Status {
  if (problem.code === 'case.stale' || problem.status === 412) return 'conflict'
  const passing = problem.offline || problem.status === 401 || problem.status === 408 || problem.status === 429 || problem.status >= 502
  return passing ? 'waiting' : 'refused'
}

/** Those that may be sent now, oldest first; an entry on a case or an alarm waits for the earlier ones on the same. */
export function sendable(entries: Entry[], person: string): Entry[] {
  const blocked = new Set<string>()
  return [...entries].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).filter((entry) => {
    if (entry.person !== person && entry.person !== '') return false
    const subject = entry.errand.kind === 'action' ? entry.errand.caseId : entry.errand.kind === 'alarm' ? entry.errand.alarm : entry.id
    if (blocked.has(subject)) return false
    blocked.add(subject)
    return entry.status === 'waiting'
  })
}
