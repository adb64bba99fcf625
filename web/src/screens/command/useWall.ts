/** What the wall shows; read anew soon after a change and once a minute in any case. */
import { onUnmounted, ref } from 'vue'
import { api, query } from '@/api/client'
import { onCaseChange, onReturn } from '@/api/live'
import type { CaseChange, CaseLine, Counter, Page, Today } from '@/api/types'
import { setServerTime } from '@/domain/casework/store'

const RELOAD_MS = 250
const EVERY_MS = 60_000
const TICKER_MAX = 40

export function useWall() {
  const today = ref<Today>()
  const cells = ref<Record<string, Counter>>({})
  const areas = ref<Counter[]>([])
  const committees = ref<Counter[]>([])
  const departments = ref<Counter[]>([])
  const needs = ref<CaseLine[]>([])
  const ticker = ref<CaseChange[]>([])
  let timer: ReturnType<typeof setTimeout> | undefined

  const counters = (by: string) => api.get<{ items: Counter[] }>('/api/v1/cases/counters' + query({ by })).then((answer) => answer.items)

  async function load(): Promise<void> {
    const [now, byCell, byArea, byCommittee, byUnit, late] = await Promise.all([
      api.get<Today>('/api/v1/cases/today'),
      counters('cell'), counters('area'), counters('committee'), counters('unit'),
      api.get<Page<CaseLine>>('/api/v1/cases' + query({ view: 'watch', sort: 'updated', limit: 40 })),
    ])
    today.value = now
    setServerTime(now.now)
    cells.value = Object.fromEntries(byCell.map((counter) => [counter.key, counter]))
    areas.value = byArea
    committees.value = byCommittee
    departments.value = byUnit
    needs.value = late.items.sort(worstFirst)
  }

  function soon(): void {
    timer ??= setTimeout(() => {
      timer = undefined
      void load().catch(() => undefined)
    }, RELOAD_MS)
  }

  const stop = [
    onCaseChange((change) => {
      ticker.value = [change, ...ticker.value].slice(0, TICKER_MAX)
      soon()
    }),
    onReturn(soon),
  ]
  const every = setInterval(soon, EVERY_MS)
  onUnmounted(() => {
    stop.forEach((end) => end())
    clearInterval(every)
  })
  void load()
  return { today, cells, areas, committees, departments, needs, ticker, load }
}

/** Unacknowledged before acknowledged, the higher level first, then the longer overdue. */
export function worstFirst(a: CaseLine, b: CaseLine): number {
  return Number(a.supervisionAcknowledged) - Number(b.supervisionAcknowledged)
    || b.supervision - a.supervision
    || (a.clock?.dueAt ?? '9').localeCompare(b.clock?.dueAt ?? '9')
}
