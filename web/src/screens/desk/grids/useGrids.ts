/** What the page of merged grids shows: departments, the draft of a day, the tables. */
import { computed, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { api, Problem, query } from '@/api/client'
import type { DutyTable, GridDepartment, GridMerge } from '@/api/types'
import { localDay } from '@/domain/casework/calendar'
import { now } from '@/domain/casework/store'
import type { GridLayer } from '@/domain/grids/GridMap.vue'
import { marksOf } from '@/domain/grids/words'
import { ground } from '@/domain/territory/ground'
import { isEnglish } from '@/i18n'

interface CellFacts { name: string; nameEn?: string; committee: string }

export function useGrids() {
  const { locale } = useI18n()
  const today = localDay(now.value)
  const day = ref(today)
  const departments = ref<GridDepartment[]>([])
  const merge = ref<GridMerge>()
  const tables = ref<DutyTable[]>([])
  const shown = ref<string[]>([])
  const layers = ref<GridLayer[]>([])
  const selected = ref<string>()
  const problem = ref<Problem>()
  const cells = ref(new Map<string, CellFacts>())
  const marks = computed(() => marksOf(merge.value?.points ?? [], merge.value?.touches ?? []))

  async function guarded(work: () => Promise<unknown>): Promise<boolean> {
    try {
      problem.value = undefined
      await work()
      return true
    } catch (error) {
      problem.value = Problem.of(error)
      return false
    }
  }

  async function load(): Promise<void> {
    await guarded(async () => {
      const [all, draft, published] = await Promise.all([
        api.get<{ items: GridDepartment[] }>('/api/v1/grids/departments'),
        api.get<GridMerge>('/api/v1/grids/merge' + query({ day: day.value })),
        api.get<{ items: DutyTable[] }>('/api/v1/grids/tables'),
      ])
      departments.value = all.items
      merge.value = draft
      tables.value = published.items
      await drawLayers()
    })
  }

  /** The edition of a department that holds on the chosen day. */
  const editionOn = (department: GridDepartment) => department.editions.find((edition) => edition.from <= day.value)?.number

  async function drawLayers(): Promise<void> {
    const wanted = departments.value.filter((department) => shown.value.includes(department.code) && editionOn(department))
    layers.value = await Promise.all(wanted.map(async (department) => ({
      code: department.code,
      line: departments.value.indexOf(department),
      features: (await api.get<{ features: object[] }>(`/api/v1/grids/departments/${department.code}/grid` + query({ edition: editionOn(department) }))).features,
    })))
  }

  async function readCells(): Promise<void> {
    const { cells: source } = await ground('/api/v1/territory/map')
    cells.value = new Map(source.getFeatures().map((cell) => [cell.get('code') as string, { name: cell.get('name'), nameEn: cell.get('nameEn'), committee: cell.get('committee') }]))
  }

  const cellName = (code: string) => {
    const cell = cells.value.get(code)
    return cell ? ((isEnglish() ? cell.nameEn : undefined) ?? cell.name) : code
  }
  const departmentName = (code: string) => departments.value.find((department) => department.code === code)?.title ?? code

  watch(shown, () => guarded(drawLayers))
  watch([day, locale], load, { immediate: true })
  void guarded(readCells)
  return { today, day, departments, merge, tables, shown, layers, selected, problem, marks, cells, load, guarded, cellName, departmentName }
}

export type Grids = ReturnType<typeof useGrids>
