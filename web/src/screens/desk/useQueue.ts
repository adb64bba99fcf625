/** The list on the left: what it shows, page by page, and how many stand in each view; kept in step with the live feed. */
import { computed, onUnmounted, reactive, ref, watch } from 'vue'
import { burst } from '@/api/burst'
import { api, Problem, query } from '@/api/client'
import { onCaseChange, onReturn } from '@/api/live'
import type { CaseLine, CasePage, CasesFound, Snippet } from '@/api/types'
import { fresh } from './filters'
import { useSaved } from './useSaved'

const RELOAD_MS = 400
const COUNT_MS = 4000
const PAGE = 50
const AT_ONCE_MAX = 200
export type Sort = 'due' | 'reported' | 'updated'

export function useQueue(views: string[]) {
  const filters = reactive(fresh(views[0] ?? 'all'))
  const sort = ref<Sort>('due')
  const items = ref<CaseLine[]>([])
  const total = ref(0)
  /** Where the words that are looked for stand, by case. */
  const snippets = ref<Record<string, Snippet>>({})
  const counts = ref<Record<string, number>>({})
  const next = ref<string>()
  const loading = ref(false)
  const problem = ref<Problem>()
  const kept = useSaved()
  let request = 0

  async function load(more = false): Promise<void> {
    const mine = ++request
    loading.value = true
    try {
      const limit = more ? PAGE : Math.max(PAGE, Math.min(AT_ONCE_MAX, items.value.length))
      const page = filters.q ? await search(limit, more) : await api.get<CasePage>('/api/v1/cases' + query({ ...filters, sort: sort.value, limit, cursor: more ? next.value : '' }))
      if (mine !== request) return
      items.value = more ? [...items.value, ...page.items] : page.items
      total.value = page.total
      next.value = page.next
      problem.value = undefined
    } catch (error) {
      if (mine === request) problem.value = Problem.of(error)
    } finally {
      if (mine === request) loading.value = false
    }
  }

  /** The best first, by its own order; how many there are in all nobody counts. */
  async function search(limit: number, more: boolean): Promise<CasePage> {
    const found = await api.get<CasesFound>('/api/v1/cases/search' + query({ ...filters, limit, cursor: more ? next.value : '' }))
    const own = Object.fromEntries(found.items.flatMap((one) => (one.snippet ? [[one.item.id, one.snippet]] : [])))
    snippets.value = more ? { ...snippets.value, ...own } : own
    return { items: found.items.map((one) => one.item), next: found.next, total: (more ? items.value.length : 0) + found.items.length }
  }

  /** The last of the views holds everything and needs no number. */
  async function count(): Promise<void> {
    await kept.read().catch(() => undefined)
    for (const view of views.slice(0, -1)) {
      const page = await api.get<CasePage>('/api/v1/cases' + query({ view, limit: 1 })).catch(() => undefined)
      if (page) counts.value = { ...counts.value, [view]: page.total }
    }
  }

  const list = burst(() => load(), RELOAD_MS)
  const figures = burst(count, COUNT_MS)
  const soon = () => {
    list.soon()
    figures.soon()
  }
  const stop = [onCaseChange(soon), onReturn(soon)]
  onUnmounted(() => {
    stop.forEach((end) => end())
    list.end()
    figures.end()
  })
  // What is over has no due time; what is open is worked in the order of it.
  watch(() => filters.view, (view) => (sort.value = view === 'all' ? 'reported' : 'due'), { flush: 'sync' })
  watch([filters, sort], () => {
    items.value = []
    void load()
  })
  const exportPath = computed(() => '/api/v1/cases/export.csv' + query({ ...filters, sort: sort.value }))
  void load().then(count)
  return { views, filters, sort, exportPath, items, total, snippets, counts, kept, next, loading, problem, load }
}

export type Queue = ReturnType<typeof useQueue>
