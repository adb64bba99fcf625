import { expect, test } from 'vitest'
import { gradeShape, grouped, together } from '../src/domain/rounds/records'
import type { SeenRecords } from '../src/api/types'

const seen: SeenRecords = {
  register: 'unit', title: '单位', by: '园区',
  groups: [{ id: 'p1', name: '长阳创谷' }, { id: 'p2', name: '互联宝地' }, { id: 'p3', name: '空园区' }],
  grades: [{ id: 'red', name: '红' }, { id: 'blue', name: '蓝' }],
  items: [
    { key: '1', label: '甲', group: 'p1', grade: 'red', open: 1, overdue: 0, inspectedAt: '2021-11-01T02:00:00Z' },
    { key: '2', label: '乙', group: 'p1', grade: 'blue', open: 0, overdue: 0 },
    { key: '3', label: '丙', group: 'p2', open: 2, overdue: 1 },
    { key: '4', label: '丁', grade: 'blue', open: 0, overdue: 0 },
  ],
}

test('groups with something overdue come first, and those in none last', () => {
  expect(grouped(seen, '未分组', '未评级').map((group) => group.name)).toEqual(['互联宝地', '长阳创谷', '未分组'])
})

test('a group tells its grades, what was inspected and what is open', () => {
  const [, first] = grouped(seen, '未分组', '未评级')
  expect(first!.grades.map((grade) => [grade.name, grade.count])).toEqual([['红', 1], ['蓝', 1]])
  expect([first!.inspected, first!.open, first!.overdue]).toEqual([1, 1, 0])
})

test('what has no grade is counted as such, and every grade has a shape of its own', () => {
  expect(grouped(seen, '未分组', '未评级')[0]!.grades).toEqual([{ id: '', name: '未评级', count: 1 }])
  expect(new Set(['red', 'orange', 'yellow', 'blue', undefined].map(gradeShape)).size).toBe(5)
})

test('pages of one question become one list, in which a group that reaches over two pages is one group', () => {
  const first = { ...seen, groups: seen.groups.slice(0, 2), items: seen.items.slice(0, 2), next: '2' }
  const second = { ...seen, groups: seen.groups.slice(1), items: seen.items.slice(2), next: undefined }
  expect(together([first, second])).toEqual({ ...seen, next: undefined })
})
