/** The list on the left: what it shows, page by page, kept in step with the live feed. */
import { onUnmounted, reactive, ref, watch } from 'vue'
import { api, query } from '@/api/client'
import { onCaseChange, onReturn } from '@/api/live'
import type { CaseLine, Page } from '@/api/types'

export interface Filters { view: string; q: string; state: string; category: string; committee: string; unit: string; channel: string }

const RELOAD_MS = 400

export function useQueue() {
  const filters = reactive<Filters>({ view: 'queue', q: '', state: '', category: '', committee: '', unit: '', channel: '' })
  const items = ref<CaseLine[]>([])
  const total = ref(0)
  const next = ref<string>()
  const loading = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let request = 0

  async function load(more = false): Promise<void> {
    const mine = ++request
    loading.value = true
    try {
      const sort = filters.view === 'all' ? 'reported' : 'due'
      const size = more ? 50 : Math.max(50, Math.min(200, items.value.length))
      const page = await api.get<Page<CaseLine>>('/api/v1/cases' + query({ ...filters, sort, limit: size, cursor: more ? next.value : '' }))
      if (mine !== request) return
      items.value = more ? [...items.value, ...page.items] : page.items
      total.value = page.total
      next.value = page.next
    } finally {
      if (mine === request) loading.value = false
    }
  }

  /** Changes come in bursts; one reading serves them all. */
  function soon(): void {
    timer ??= setTimeout(() => {
      timer = undefined
      void load()
    }, RELOAD_MS)
  }

  const stop = [onCaseChange(soon), onReturn(soon)]
  onUnmounted(() => stop.forEach((end) => end()))
  watch(filters, () => {
    items.value = []
    void load()
  })
  void load()
  return { filters, items, total, next, loading, load }
}
