/** The figures of a period: asked for a few at a time, in the order in which they stand; an older period's answers are dropped. */
import { ref, watch, type Ref } from 'vue'
import { api, Problem, query } from '@/api/client'
import type { Figure, FigurePart, Indicator, IndicatorGroup, IndicatorList } from '@/api/types'
import { trendOf, type Days } from '@/domain/indicators/period'

const AT_ONCE = 3

export interface Known { figure?: Figure; trend?: FigurePart[]; problem?: Problem }

export const pathOf = (pack: string, indicator: Indicator) => `/api/v1/indicators/${pack}/${indicator.name}`

export function useFigures(days: Ref<Days>) {
  const groups = ref<IndicatorGroup[]>()
  const whole = ref(true)
  const known = ref<Record<string, Known>>({})
  const problem = ref<Problem>()
  let turn = 0

  async function list(): Promise<void> {
    try {
      const answer = await api.get<IndicatorList>('/api/v1/indicators')
      groups.value = answer.items
      whole.value = answer.whole
      problem.value = undefined
      await figures()
    } catch (error) {
      problem.value = Problem.of(error)
    }
  }

  async function figures(): Promise<void> {
    const mine = ++turn
    known.value = {}
    const paths = (groups.value ?? []).flatMap((group) => group.indicators.map((one) => pathOf(group.id, one)))
    const { from, to, step } = days.value
    await inTurns(paths, mine, async (path) => ({ figure: await api.get<Figure>(path + query({ from, to, step })) }))
    await inTurns(paths, mine, async (path) => ({ trend: (await api.get<Figure>(path + query({ ...trendOf(to), by: 'month' }))).parts }))
  }

  async function inTurns(paths: string[], mine: number, ask: (path: string) => Promise<Known>): Promise<void> {
    const left = [...paths]
    const work = async () => {
      for (let path = left.shift(); path && mine === turn; path = left.shift()) {
        const answer = await ask(path).catch((error: unknown) => ({ problem: Problem.of(error) }))
        if (mine === turn) known.value[path] = { ...known.value[path], ...answer }
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  }

  watch(days, () => void figures())
  return { groups, whole, known, problem, list, stop: () => turn++ }
}
