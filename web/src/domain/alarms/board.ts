/** Alarms that go on, the worst first and of these the latest; in step with the live feed, the first change of a burst at once. */
import { onUnmounted, ref } from 'vue'
import { burst } from '@/api/burst'
import { api, Problem, query } from '@/api/client'
import { onAlarm, onReturn } from '@/api/live'
import type { AlarmLine, AlarmPage } from '@/api/types'
import type { Mark } from '@/domain/territory/style'

const TOGETHER_MS = 200

export function useBoard(limit: number) {
  const items = ref<AlarmLine[]>()
  const counts = ref({ open: 0, unseen: 0, critical: 0 })
  const problem = ref<Problem>()

  async function load(): Promise<void> {
    try {
      const page = await api.get<AlarmPage>('/api/v1/alarms/board' + query({ limit }))
      items.value = page.items
      counts.value = page
      problem.value = undefined
    } catch (error) {
      problem.value = Problem.of(error)
    }
  }

  const { soon, end } = burst(load, TOGETHER_MS)
  const stop = [onAlarm(soon), onReturn(soon)]
  onUnmounted(() => {
    stop.forEach((leave) => leave())
    end()
  })
  soon()
  return { items, counts, problem, load }
}

/** Where they are, for a map; those whose device has no place are left out. */
export function marksOf(alarms: AlarmLine[]): Mark[] {
  return alarms.flatMap(({ id, lon, lat, severity }) =>
    lon === undefined || lat === undefined ? [] : [{ id, lon, lat, tone: severity === 'CRITICAL' ? 'overdue' : severity === 'MAJOR' ? 'soon' : 'stopped' } as Mark])
}
