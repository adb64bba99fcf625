import { expect, test } from 'vitest'
import type { GridPoint, GridTouch } from '../src/api/types'
import { heldBy, kindOf, marksOf } from '../src/domain/grids/words'
import { dutiesOf, dutiesToText } from '../src/screens/desk/grids/duties'
import { grouped } from '../src/screens/desk/grids/statement'

const point = (more: Partial<GridPoint>): GridPoint => ({ cell: 'a', department: 'city', finding: 'split', open: false, parts: [], ...more })

test('a cell is marked by what most needs a person', () => {
  const points = [point({ cell: 'a', grid: '1', name: 'x' }), point({ cell: 'a', department: 'fire', open: true, grid: '2' }), point({ cell: 'b', finding: 'gap' })]
  const touches: GridTouch[] = [{ cell: 'b', department: 'city', open: false }, { cell: 'c', department: 'city', open: false }]
  expect(marksOf(points, touches)).toEqual([{ cell: 'a', kind: 'open' }, { cell: 'b', kind: 'gap' }, { cell: 'c', kind: 'touched' }])
})

test('a gap that was given to somebody is decided, one left to nobody stays a gap', () => {
  expect(kindOf({ finding: 'gap', open: false, grid: '1', name: 'x' })).toBe('decided')
  expect(kindOf({ finding: 'gap', open: false, name: 'x' })).toBe('gap')
  expect(heldBy(undefined, '-')).toBe('-')
})

test('duties typed as lines are what was meant, and read back the same', () => {
  const duties = dutiesOf('stalls | Stalls | E0501, E0502\n\n patrol \n')
  expect(duties).toEqual([{ name: 'stalls', nameEn: 'Stalls', categories: ['E0501', 'E0502'] }, { name: 'patrol', categories: [] }])
  expect(dutiesOf(dutiesToText(duties))).toEqual(duties)
})

test('a statement lists each grid once with its cells, in the order of the departments', () => {
  const line = (cell: string, department: string, grid?: string) => ({ cell, department, ...(grid ? { grid, gridTitle: grid, holder: 'x' } : {}) })
  const rows = grouped([{ code: 'city', title: 'City' }, { code: 'fire', title: 'Fire' }], [line('1', 'fire', 'F1'), line('1', 'city', 'C1'), line('2', 'city', 'C1'), line('2', 'fire')])
  expect(rows.map((row) => [row.title, row.grid, row.cells])).toEqual([['City', 'C1', ['1', '2']], ['Fire', 'F1', ['1']]])
})
