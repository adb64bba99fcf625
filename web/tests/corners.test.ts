import { expect, test } from 'vitest'
import { cornersOf, shapeOf, withCorner, type Corner } from '../src/domain/territory/corners'
import { lookupPath } from '../src/domain/scenario/lookup'

const KERB: Corner[] = [[121.54, 31.27], [121.541, 31.27], [121.541, 31.271]]

test('a line is its corners, an area closes with the first one', () => {
  expect(shapeOf('line', KERB)).toEqual({ type: 'LineString', coordinates: KERB })
  expect(shapeOf('area', KERB)).toEqual({ type: 'Polygon', coordinates: [[...KERB, KERB[0]]] })
})

test('corners come out as they went in', () => {
  expect(cornersOf(shapeOf('line', KERB))).toEqual(KERB)
  expect(cornersOf(shapeOf('area', KERB))).toEqual(KERB)
  expect(cornersOf(undefined)).toEqual([])
})

test('too few corners are no shape yet, and what lies off the earth never is one', () => {
  expect(shapeOf('line', KERB.slice(0, 1))).toBeUndefined()
  expect(shapeOf('area', KERB.slice(0, 2))).toBeUndefined()
  expect(shapeOf('line', [[31.27, 121.54], [31.28, 121.54]])).toBeUndefined()
})

test('a shape of several parts or with a hole has no single list of corners', () => {
  expect(cornersOf({ type: 'MultiLineString', coordinates: [KERB, KERB] })).toBeUndefined()
  expect(cornersOf({ type: 'Polygon', coordinates: [[...KERB, KERB[0]], [...KERB, KERB[0]]] })).toBeUndefined()
})

test('a new corner stands halfway to the next, and behind the last a little further on', () => {
  expect(withCorner(KERB, 0)[1]).toEqual([121.5405, 31.27])
  expect(withCorner(KERB, 2)).toHaveLength(4)
})

test('a look-up asks with the place where there is one', () => {
  expect(lookupPath('shop', { q: ' 面馆 ' })).toBe('/api/v1/registers/shop/lookup?q=%E9%9D%A2%E9%A6%86')
  expect(lookupPath('shop', { q: '', near: { lon: 121.54, lat: 31.27 } })).toBe('/api/v1/registers/shop/lookup?lon=121.540000&lat=31.270000')
})
