/** The life of a case as five steps, for drawing: received, sent, handled, checked, closed. */
import type { State } from '@/api/types'

export const STEPS = ['receive', 'send', 'handle', 'verify', 'finish'] as const

/** How far a case is: steps that lie behind it, and whether it left the path without being closed. */
export interface Progress { behind: number; left: boolean }

export function progress(state: State): Progress {
  switch (state) {
    case 'reported':
    case 'checking': return { behind: 0, left: false }
    case 'accepted':
    case 'return-asked':
    case 'arbitration': return { behind: 1, left: false }
    case 'dispatched':
    case 'handling': return { behind: 2, left: false }
    case 'done': return { behind: 3, left: false }
    case 'verified': return { behind: 4, left: false }
    case 'closed': return { behind: 5, left: false }
    case 'declined':
    case 'withdrawn': return { behind: 0, left: true }
    case 'merged': return { behind: 1, left: true }
  }
}
