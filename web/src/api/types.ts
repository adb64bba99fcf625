/** What the server says, in the shapes of its OpenAPI document. */
export type State =
  | 'reported' | 'checking' | 'accepted' | 'dispatched' | 'return-asked' | 'arbitration' | 'handling'
  | 'done' | 'verified' | 'closed' | 'declined' | 'merged' | 'withdrawn'

export interface Word { id: string; zh: string; en: string }
export interface Reason extends Word { ground?: string }
export interface Limit { amount: number; unit: string }
export interface Unit { id: string; name: string; nameEn: string; kind: 'centre' | 'area' | 'committee' | 'department' | 'outside'; parent?: string; phone?: string }
export interface Category {
  code: string; kind: 'component' | 'event' | 'hotline'; zh: string; en: string; public: boolean; selfHandle: boolean; urgent: boolean
  evidence: { before: number; after: number }; limits: Record<string, Limit>; reply: Limit; lead: { by: string; unit?: string }
}
export interface Question {
  key: string; zh: string; en: string; datatype: 'string' | 'number' | 'datetime' | 'text' | 'singlevaluelist' | 'multivaluelist'
  required: boolean; values?: { key: string; zh: string; en: string }[]
}
/** A question and what was answered to it; of a datetime the instant. */
export interface Answered { question: string; zh: string; en: string; datatype: Question['datatype']; values: { zh: string; en: string }[] }
export interface Dictionary {
  states: Word[]; actions: Word[]; clocks: Word[]; channels: (Word & { letter: string })[]
  reasons: Record<string, Reason[]>; categories: Category[]; questions?: Record<string, Question[]>; units: Unit[]
}
export interface Me {
  id: string; login: string; name: string; nameEn: string; unit: string; unitName: string; unitNameEn: string
  roles: string[]; permissions: string[]; everything: boolean; areas: string[]; committees: string[]; tenant: number; now: string
}
export interface Spot { lon: number; lat: number; address: string; cell: string; committee: string; area: string }
export interface ClockLine { name: string; dueAt: string; paused: boolean; late: boolean }
export interface CaseLine {
  id: string; number: string; version: number; channel: string; category: string; title: string; state: State
  urgency: 'normal' | 'urgent'; place: Spot; lead?: string; handler?: { id: string; name: string }; reporters: number
  suspended: boolean; extensionPending: boolean; supervision: number; supervisionAcknowledged: boolean
  reworks: number; returns: number; reopens: number; clock?: ClockLine; wholeDueAt?: string
  reportedAt: string; updatedAt: string; closedAt?: string; thumbnail?: string; parent?: string; mergedInto?: string
}
export interface ClockView {
  name: string; round: number; limit: Limit; startedAt: string; dueAt: string; stoppedAt?: string
  outcome: 'running' | 'paused' | 'met' | 'missed' | 'void'; late: boolean
  pauses: { from: string; to?: string; reason: string }[]; extensions: { limit: Limit; reason: string; grantedAt: string }[]
}
export interface Need { field: string; required: boolean; reasons?: string }
export interface ActionOffer { id: string; needs: Need[]; style: 'primary' | 'normal' | 'danger'; undoable: boolean }
export interface Assistant { id: string; unit: string; task: string; state: 'open' | 'done' | 'waived'; note: string; at: string }
export interface Reporter {
  id: string; channel: string; name?: string; phone?: string; text: string; link?: string; at: string; answerDueAt: string
  answer?: string; answeredAt?: string; satisfaction?: number; solved?: boolean
}
export interface Evidence { id: string; kind: 'before' | 'after' | 'check' | 'other'; contentType: string; name: string }
export interface CaseDetail extends Omit<CaseLine, 'reporters' | 'thumbnail' | 'extensionPending'> {
  description: string; answers: Answered[]; verifier?: { id: string; name: string }; suspension?: { reason: string; until?: string; since: string }
  extensionAsk?: { limit: Limit; reason: string; at: string }; clocks: ClockView[]; assistants: Assistant[]; reports: Reporter[]
  attachments: Evidence[]; contacts: { at: string; reached: boolean; note: string }[]
  visits: { at: string; reached: boolean; solved?: boolean; satisfaction?: number; note: string }[]
  children: CaseLine[]; actions: ActionOffer[]
}
export interface CaseEvent {
  seq: number; at: string; actorKind: 'staff' | 'reporter' | 'system'; actorName: string; actorUnit?: string
  action: string; from?: State; to: State; note?: string; reason?: string; effects: Record<string, unknown>[]
}
export interface Page<T> { items: T[]; next?: string; total: number }
export interface LeadSuggestion { unit: string; confidence: number; settled: number; here: number; precedents: string[]; byCatalogue: boolean; gaveBack: boolean }
export interface Similar { item: CaseLine; metres: number; sameCategory: boolean; score: number }
export interface Counter { key: string; open: number; late: number; soon: number; supervised: number; reportedToday: number; closedToday: number }
export interface Today {
  now: string; open: number; late: number; soon: number; supervised: number; reportedToday: number; closedToday: number
  reportedBefore: number; closedBefore: number; onTimeRate?: number; byHour: { hour: number; today: number; before: number }[]
}
export interface CaseChange {
  id: string; version: number; action: string; previousState?: State; state: State; category: string; title: string
  committee: string; area: string; cell: string; lead?: string; supervision: number; dueAt?: string; actorName: string; at: string
}
export interface Followed {
  number: string; title: string; state: State; stateText: string; category: string; description: string; answers: Answered[]; address: string
  lon: number; lat: number; reportedAt: string; answerBy: string; answerByWords: string; overdue: boolean
  steps: { at: string; text: string }[]; answer?: string; answeredAt?: string; satisfaction?: number
  attachments: Evidence[]; canAdd: boolean; canRate: boolean; canReopen: boolean; now: string
}
export interface Located { inside: boolean; lon: number; lat: number; cell?: string; committee?: string; area?: string; address?: string }
export interface Uploaded { id: string; contentType: string; name: string; width?: number; height?: number; lon?: number; lat?: number }
