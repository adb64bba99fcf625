/** Who answers in a committee's cells by the table in force: department by department, grid by grid. */
import { api, query } from '@/api/client'
import type { DutyLine, GridDepartment } from '@/api/types'

export interface Row { department: string; title: string; grid: string; gridTitle: string; holder: string; cells: string[] }

export function grouped(departments: Pick<GridDepartment, 'code' | 'title'>[], lines: DutyLine[]): Row[] {
  const rows = new Map<string, Row>()
  for (const line of lines) {
    if (!line.grid) continue
    const key = `${line.department}/${line.grid}`
    const title = departments.find((one) => one.code === line.department)?.title ?? line.department
    const row = rows.get(key) ?? { department: line.department, title, grid: line.grid, gridTitle: line.gridTitle ?? line.grid, holder: line.holder ?? '', cells: [] }
    row.cells.push(line.cell)
    rows.set(key, row)
  }
  const order = departments.map((one) => one.code)
  return [...rows.values()].sort((a, b) => order.indexOf(a.department) - order.indexOf(b.department) || a.grid.localeCompare(b.grid))
}

export async function statementOf(departments: GridDepartment[], committee: string): Promise<Row[]> {
  return grouped(departments, (await api.get<{ items: DutyLine[] }>('/api/v1/grids/lines' + query({ committee }))).items)
}
