/** The cases on this telephone: read once, kept in step with the live feed, shared by the pages. */
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { burst } from '@/api/burst'
import { api, Problem, query } from '@/api/client'
import { onAlarm, onCaseChange, onNotice, onReturn } from '@/api/live'
import type { CaseLine, CasePage, Today } from '@/api/types'
import { useSession } from '@/domain/casework/store'
import { useOutbox } from '@/domain/outbox/store'
import { asksOf, byDue, together } from './tasks'

const RELOAD_MS = 300
const LINES_MAX = 200

export const useWork = defineStore('work', () => {
  const session = useSession()
  const tasks = ref<CaseLine[]>()
  const open = ref<CaseLine[]>()
  const openTotal = ref(0)
  const today = ref<Today>()
  const unread = ref(0)
  const stops = ref(0)
  const trips = ref(0)
  const alarms = ref(0)
  const problem = ref<Problem>()
  const changed = ref(new Set<string>())
  let started = false

  async function load(): Promise<void> {
    const me = session.me
    if (!me) return
    try {
      const read = (ask: object) => api.get<CasePage>('/api/v1/cases' + query({ sort: 'due', limit: LINES_MAX, ...ask }))
      const [pages, all] = await Promise.all([Promise.all(asksOf(me).map(read)), read({ view: 'open' })])
      tasks.value = together(pages.map((page) => page.items), me)
      open.value = [...all.items].sort(byDue)
      openTotal.value = all.total
      problem.value = undefined
      today.value = await api.get<Today>('/api/v1/cases/today')
    } catch (error) {
      const now = Problem.of(error)
      if (!now.offline || !tasks.value) problem.value = now
    }
  }

  async function loadNotices(): Promise<void> {
    const answer = await api.get<{ unread: number }>('/api/v1/notices?limit=1').catch(() => undefined)
    if (answer) unread.value = answer.unread
  }

  /** How many stops of rounds are left; no change of a case changes that. */
  async function loadStops(): Promise<void> {
    if (session.is('party')) return
    const answer = await api.get<{ total: number }>('/api/v1/rounds/stops?limit=1').catch(() => undefined)
    if (answer) stops.value = answer.total
  }

  /** How many alarms of one's own place go on. */
  async function loadAlarms(): Promise<void> {
    if (!session.may('alarms.read')) return
    const answer = await api.get<{ open: number }>('/api/v1/alarms/board?limit=1').catch(() => undefined)
    if (answer) alarms.value = answer.open
  }

  /** How many collection trips this person drives. */
  async function loadTrips(): Promise<void> {
    if (!session.may('bookings.read')) return
    const answer = await api.get<{ items: unknown[] }>('/api/v1/trips/mine').catch(() => undefined)
    if (answer) trips.value = answer.items.length
  }

  const alarming = burst(loadAlarms, RELOAD_MS)
  const reading = burst(load, RELOAD_MS)

  function soon(id?: string): void {
    if (id) changed.value = new Set(changed.value).add(id)
    reading.soon()
  }

  function start(): void {
    if (started) return
    started = true
    onCaseChange((change) => soon(change.id))
    onAlarm(alarming.soon)
    onReturn(() => {
      soon()
      alarming.soon()
      void loadStops()
      void loadTrips()
    })
    onNotice((notice) => {
      unread.value = notice.unread
      void loadTrips()
    })
    useOutbox().onSent(() => soon())
    void load()
    void loadNotices()
    void loadStops()
    void loadTrips()
    alarming.soon()
  }

  return { alarms, tasks, open, openTotal, today, unread, stops, trips, problem, changed, load, soon, start }
})
