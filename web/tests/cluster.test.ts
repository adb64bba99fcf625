import { expect, test } from 'vitest'
import { cluster, worst, type Point } from '../src/domain/territory/cluster'

const point = (id: string, x: number, y: number, tone: Point['tone'] = 'ontime'): Point => ({ id, x, y, tone })

test('near marks become one with their number and the worst state', () => {
  const [group, ...rest] = cluster([point('a', 1, 1), point('b', 3, 2, 'overdue'), point('c', 2, 4, 'soon')], 10)
  expect(rest).toEqual([])
  expect(group).toMatchObject({ ids: ['a', 'b', 'c'], tone: 'overdue', x: 2 })
})

test('marks on both sides of a square\'s edge still become one', () => {
  expect(cluster([point('a', 9.9, 5), point('b', 10.1, 5)], 10)).toHaveLength(1)
})

test('far marks stay apart', () => {
  expect(cluster([point('a', 0, 0), point('b', 100, 0)], 10)).toHaveLength(2)
})

test('no mark is lost or doubled, whatever the order', () => {
  const points = Array.from({ length: 500 }, (_, i) => point(`p${i}`, (i * 37) % 211, (i * 91) % 173))
  const ids = (all: Point[]) => cluster(all, 20).flatMap((group) => group.ids).sort()
  expect(ids(points)).toEqual(points.map((one) => one.id).sort())
  expect(cluster([...points].reverse(), 20)).toEqual(cluster(points, 20))
})

test('a stopped case never hides one that runs', () => {
  expect(worst('stopped', 'ontime')).toBe('ontime')
  expect(worst('soon', 'overdue')).toBe('overdue')
})
