/** The findings, and which of them are looked at. */
import { computed, ref, watch } from 'vue'
import { api, Problem, query } from '@/api/client'
import type { Finding, FindingList } from '@/api/types'

export function useInsight() {
  const days = ref(0)
  const dismissed = ref(false)
  const kind = ref('')
  const category = ref('')
  const found = ref<FindingList>()
  const problem = ref<Problem>()
  const busy = ref(false)

  async function load(): Promise<void> {
    try {
      found.value = await api.get<FindingList>('/api/v1/insight/findings' + query({ days: days.value, dismissed: dismissed.value }))
      problem.value = undefined
    } catch (error) {
      problem.value = Problem.of(error)
    }
  }

  async function analyse(): Promise<void> {
    busy.value = true
    try {
      await api.post('/api/v1/insight/runs')
      await load()
    } catch (error) {
      problem.value = Problem.of(error)
    } finally {
      busy.value = false
    }
  }

  const all = computed<Finding[]>(() => found.value?.items ?? [])
  const shown = computed(() => all.value.filter((one) => (!kind.value || one.kind === kind.value) && (!category.value || one.category === category.value)))
  const marked = computed(() => [...new Set(shown.value.flatMap((one) => one.cells))])
  const categories = computed(() => [...new Set(all.value.map((one) => one.category))].sort())
  watch([days, dismissed], () => void load(), { immediate: true })
  return { days, dismissed, kind, category, found, problem, busy, load, analyse, shown, marked, categories }
}

export type Insight = ReturnType<typeof useInsight>
