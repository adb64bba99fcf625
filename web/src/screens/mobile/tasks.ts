/** Which cases wait for this person, and how they are grouped by what is to be done. */
import type { CaseLine, Me } from '@/api/types'

export interface Ask { view: string; state?: string }

const PLACE_ROLES = ['inspector', 'committee', 'grid-leader']
const UNIT_ROLES = ['handler', 'unit-lead', 'committee', 'party']

/** The lists to be read; who works at a place checks there, who belongs to a unit handles what it leads or assists in. */
export function asksOf(me: Pick<Me, 'roles' | 'everything'>): Ask[] {
  const has = (roles: string[]) => me.roles.some((role) => roles.includes(role))
  const asks: Ask[] = []
  if (has(PLACE_ROLES)) asks.push({ view: 'open', state: me.roles.includes('grid-leader') ? 'reported,checking,accepted,done' : 'checking,done' })
  if (has(UNIT_ROLES)) asks.push({ view: 'unit', state: 'dispatched,return-asked,handling' })
  if (me.everything) asks.push({ view: 'queue' })
  return asks.length ? asks : [{ view: 'open' }]
}

export type Todo = 'check' | 'accept' | 'dispatch' | 'claim' | 'handle' | 'verify' | 'close' | 'wait'

/** What the next step of a case is called, for the chips above the list. */
export function todoOf(line: Pick<CaseLine, 'state'>): Todo {
  switch (line.state) {
    case 'reported': return 'accept'
    case 'checking': return 'check'
    case 'accepted': return 'dispatch'
    case 'dispatched': return 'claim'
    case 'handling': return 'handle'
    case 'done': return 'verify'
    case 'verified': return 'close'
    default: return 'wait'
  }
}

/** One list of many, without doubles and without what the person must leave to somebody else, the most pressing first. */
export function together(pages: CaseLine[][], me: Pick<Me, 'id'>): CaseLine[] {
  const seen = new Map<string, CaseLine>()
  for (const line of pages.flat()) {
    const own = line.state === 'done' && line.handler?.id === me.id
    if (!own) seen.set(line.id, line)
  }
  return [...seen.values()].sort(byDue)
}

export function byDue(a: CaseLine, b: CaseLine): number {
  const due = (line: CaseLine) => (line.clock && !line.clock.paused ? Date.parse(line.clock.dueAt) : Infinity)
  const one = due(a)
  const two = due(b)
  return one === two ? (a.reportedAt < b.reportedAt ? -1 : 1) : one - two
}

export function counted(lines: CaseLine[]): { todo: Todo; n: number }[] {
  const order: Todo[] = ['claim', 'handle', 'check', 'verify', 'accept', 'dispatch', 'close', 'wait']
  const counts = new Map<Todo, number>()
  for (const line of lines) counts.set(todoOf(line), (counts.get(todoOf(line)) ?? 0) + 1)
  return order.flatMap((todo) => (counts.has(todo) ? [{ todo, n: counts.get(todo)! }] : []))
}
