/** What the wall shows; read anew soon after a change and once a minute in any case. */
import { onUnmounted, ref } from 'vue'
import { burst } from '@/api/burst'
import { api, Problem, query } from '@/api/client'
import { onCaseChange, onReturn } from '@/api/live'
import type { Counter, Counters, CasePage, FindingList, PreventionTaskList, State, Today } from '@/api/types'
import { setServerTime } from '@/domain/casework/store'
import { needsOf, type Need } from './needs'

const COUNTERS = '/api/v1/cases/counters?by=cell,area,committee,unit,category'
const RELOAD_MS = 250
const EVERY_MS = 60_000
/** Findings come by night and tasks move by the day. */
const PREVENTION_EVERY_MS = 300_000
const TICKER_MAX = 40
/** Many of one kind become one row, so more are asked for than there is room for. */
const NEEDS_MAX = 200

/** Something that happened; where only the case is known, and not the step, its state says it. */
export interface News { key: string; id: string; at: string; committee: string; title: string; category: string; lead?: string; action?: string; state: State }

export function useWall() {
  const today = ref<Today>()
  const cells = ref<Record<string, Counter>>({})
  const areas = ref<Counter[]>([])
  const committees = ref<Counter[]>([])
  const departments = ref<Counter[]>([])
  const categories = ref<Counter[]>([])
  const needs = ref<Need[]>([])
  const ticker = ref<News[]>([])
  const prevention = ref<{ findings: number; tasks: number; late: number }>()
  const problem = ref<Problem>()

  async function figures(): Promise<void> {
    today.value = await api.get<Today>('/api/v1/cases/today')
    setServerTime(today.value.now)
  }

  async function loads(): Promise<void> {
    const { by } = await api.get<Counters>(COUNTERS)
    cells.value = Object.fromEntries(by.cell!.map((counter) => [counter.key, counter]))
    areas.value = by.area!
    committees.value = by.committee!
    departments.value = by.unit!
    categories.value = by.category!.filter((counter) => counter.open)
  }

  async function worst(): Promise<void> {
    const watched = await api.get<CasePage>('/api/v1/cases' + query({ view: 'watch', sort: 'updated', limit: NEEDS_MAX }))
    needs.value = needsOf(watched.items)
  }

  /** Each part shows as soon as it is there; what is looked at first is asked for first, because a browser asks few things at a time. */
  async function load(): Promise<void> {
    await Promise.all([figures(), loads()])
    await worst()
  }

  async function read(): Promise<void> {
    try {
      await load()
      problem.value = undefined
    } catch (error) {
      problem.value = Problem.of(error)
    }
  }

  const { soon, end } = burst(read, RELOAD_MS)

  /** What clusters since the last night, and how many tasks against such are still to be done. */
  async function prevent(): Promise<void> {
    const [found, tasks] = await Promise.all([api.get<FindingList>('/api/v1/insight/findings'), api.get<PreventionTaskList>('/api/v1/prevention/tasks')])
    const open = tasks.items.filter((task) => ['proposed', 'accepted', 'under-way'].includes(task.state))
    prevention.value = { findings: found.items.length, tasks: open.length, late: open.filter((task) => task.late).length }
  }

  /** What happened before this wall was switched on. */
  async function catchUp(): Promise<void> {
    const page = await api.get<CasePage>('/api/v1/cases' + query({ view: 'all', sort: 'updated', limit: TICKER_MAX }))
    const before = page.items.map((item): News => ({ key: item.id, id: item.id, at: item.updatedAt, committee: item.place.committee, title: item.title, category: item.category, lead: item.lead, state: item.state }))
    ticker.value = [...ticker.value, ...before].slice(0, TICKER_MAX)
  }

  const stop = [
    onCaseChange((change) => {
      ticker.value = [{ ...change, key: `${change.id}/${change.version}` }, ...ticker.value].slice(0, TICKER_MAX)
      soon()
    }),
    onReturn(soon),
  ]
  const every = setInterval(soon, EVERY_MS)
  const nightly = setInterval(() => void prevent().catch(() => undefined), PREVENTION_EVERY_MS)
  onUnmounted(() => {
    stop.forEach((leave) => leave())
    end()
    clearInterval(every)
    clearInterval(nightly)
  })
  void read().then(catchUp).then(prevent).catch(() => undefined)
  return { today, cells, areas, committees, departments, categories, needs, ticker, prevention, problem }
}
