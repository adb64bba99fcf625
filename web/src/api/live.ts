/** The live feed: one stream per page, healed by the browser, with its state for everyone to see. */
import { ref } from 'vue'
import type { CaseChange } from './types'

export const connection = ref<'connecting' | 'open' | 'lost'>('connecting')

type Listener = (change: CaseChange) => void

const listeners = new Set<Listener>()
const returns = new Set<() => void>()
let source: EventSource | undefined
let position = ''
let retry = 0

const RETRY_MS_MAX = 15_000

/** Follows all case changes that this person may see; answers how to stop. */
export function onCaseChange(listener: Listener): () => void {
  listeners.add(listener)
  open()
  return () => listeners.delete(listener)
}

/** Called when the line is back after it was lost, so that lists can be read anew. */
export function onReturn(listener: () => void): () => void {
  returns.add(listener)
  return () => returns.delete(listener)
}

function open(): void {
  if (source) return
  source = new EventSource('/api/v1/live' + (position ? '?after=' + encodeURIComponent(position) : ''))
  source.addEventListener('hello', (event) => {
    const wasLost = connection.value === 'lost'
    connection.value = 'open'
    retry = 0
    position = event.lastEventId || position
    if (wasLost) returns.forEach((listener) => listener())
  })
  source.addEventListener('case', (event) => {
    position = event.lastEventId || position
    const change = JSON.parse(event.data) as CaseChange
    listeners.forEach((listener) => listener(change))
  })
  source.onerror = () => {
    connection.value = 'lost'
    source?.close()
    source = undefined
    retry = Math.min(RETRY_MS_MAX, retry === 0 ? 500 : retry * 2)
    setTimeout(open, retry)
  }
}
