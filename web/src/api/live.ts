/** The live feed: one stream per page, healed by itself, with its state for everyone to see. */
import { ref } from 'vue'
import { openLine, type Line } from './line'
import type { AlarmChanged, CaseChange, NoticeArrived, OrderChanged } from './types'

export const connection = ref<'connecting' | 'open' | 'lost'>('connecting')

type Listener<T> = (change: T) => void

const cases = new Set<Listener<CaseChange>>()
const alarms = new Set<Listener<AlarmChanged>>()
const orders = new Set<Listener<OrderChanged>>()
const notices = new Set<Listener<NoticeArrived>>()
const returns = new Set<() => void>()
let line: Line | undefined
let position = ''

const RETRY_MS_MAX = 15_000

/** Follows all case changes that this person may see; answers how to stop. */
export function onCaseChange(listener: Listener<CaseChange>): () => void {
  return follow(cases, listener)
}

/** Follows this person's own notices. */
export function onNotice(listener: Listener<NoticeArrived>): () => void {
  return follow(notices, listener)
}

/** Follows alarms of devices that this person may see. */
export function onAlarm(listener: Listener<AlarmChanged>): () => void {
  return follow(alarms, listener)
}

/** Follows orders to devices that this person may see. */
export function onOrder(listener: Listener<OrderChanged>): () => void {
  return follow(orders, listener)
}

/** Called when lists have to be read anew: the line was lost, or what was missed is no longer at hand. */
export function onReturn(listener: () => void): () => void {
  returns.add(listener)
  return () => returns.delete(listener)
}

/** Ends the stream, as on signing out. */
export function leave(): void {
  line?.end()
  line = undefined
  position = ''
  connection.value = 'connecting'
}

function follow<T>(set: Set<Listener<T>>, listener: Listener<T>): () => void {
  set.add(listener)
  line ??= openLine({
    address: () => '/api/v1/live' + (position ? '?after=' + encodeURIComponent(position) : ''),
    hear: { hello, alarm: (event) => tell(event, alarms), case: (event) => tell(event, cases), notice: (event) => tell(event, notices), order: (event) => tell(event, orders) },
    lost: () => (connection.value = 'lost'),
    retryMsMax: RETRY_MS_MAX,
  })
  return () => set.delete(listener)
}

function hello(event: MessageEvent<string>): void {
  const { complete } = JSON.parse(event.data) as { complete?: boolean }
  const stale = connection.value === 'lost' || complete === false
  connection.value = 'open'
  position = event.lastEventId || position
  if (stale) returns.forEach((listener) => listener())
}

function tell<T>(event: MessageEvent<string>, to: Set<Listener<T>>): void {
  position = event.lastEventId || position
  const change = JSON.parse(event.data) as T
  to.forEach((listener) => listener(change))
}
