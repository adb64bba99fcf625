/** The live feed: one stream per page, healed by itself, with its state for everyone to see. */
import { ref } from 'vue'
import type { CaseChange, NoticeArrived } from './types'

export const connection = ref<'connecting' | 'open' | 'lost'>('connecting')

type Listener<T> = (change: T) => void

const cases = new Set<Listener<CaseChange>>()
const notices = new Set<Listener<NoticeArrived>>()
const returns = new Set<() => void>()
let source: EventSource | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let position = ''
let wait = 0

const RETRY_MS_MIN = 500
const RETRY_MS_MAX = 15_000

/** Follows all case changes that this person may see; answers how to stop. */
export function onCaseChange(listener: Listener<CaseChange>): () => void {
  return follow(cases, listener)
}

/** Follows this person's own notices. */
export function onNotice(listener: Listener<NoticeArrived>): () => void {
  return follow(notices, listener)
}

/** Called when lists have to be read anew: the line was lost, or what was missed is no longer at hand. */
export function onReturn(listener: () => void): () => void {
  returns.add(listener)
  return () => returns.delete(listener)
}

/** Ends the stream, as on signing out. */
export function leave(): void {
  clearTimeout(timer)
  source?.close()
  source = undefined
  position = ''
  connection.value = 'connecting'
}

function follow<T>(set: Set<Listener<T>>, listener: Listener<T>): () => void {
  set.add(listener)
  open()
  return () => set.delete(listener)
}

function open(): void {
  if (source) return
  clearTimeout(timer)
  source = new EventSource('/api/v1/live' + (position ? '?after=' + encodeURIComponent(position) : ''))
  source.addEventListener('hello', (event) => {
    const { complete } = JSON.parse(event.data) as { complete?: boolean }
    const stale = connection.value === 'lost' || complete === false
    connection.value = 'open'
    wait = 0
    position = event.lastEventId || position
    if (stale) returns.forEach((listener) => listener())
  })
  source.addEventListener('case', (event) => tell(event, cases))
  source.addEventListener('notice', (event) => tell(event, notices))
  source.onerror = retry
}

function tell<T>(event: MessageEvent<string>, to: Set<Listener<T>>): void {
  position = event.lastEventId || position
  const change = JSON.parse(event.data) as T
  to.forEach((listener) => listener(change))
}

/** EventSource gives up on an answer that is not a stream (503 while starting, 429), so reopening is done here. */
function retry(): void {
  connection.value = 'lost'
  source?.close()
  source = undefined
  wait = Math.min(RETRY_MS_MAX, Math.max(RETRY_MS_MIN, wait * 2))
  clearTimeout(timer)
  timer = setTimeout(open, wait * (0.75 + Math.random() / 2))
}

function wake(): void {
  if (connection.value !== 'lost' || source) return
  wait = 0
  open()
}

addEventListener('online', wake)
addEventListener('offline', () => source && retry())
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake())
