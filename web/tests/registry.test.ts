import { expect, test } from 'vitest'
import type { FormField, Register } from '../src/api/types'
import { columns, filterable, fresh, narrowed, path, tone } from '../src/domain/registry/list'

const field = (name: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField =>
  ({ name, kind, title: { zh: name, en: name }, shown: { tests: [], negated: false }, required: [], choices: [], personal: false, computed: false, ...more })

const SHOP = {
  name: 'shop', pack: 'shopfront', version: 1, zh: '商铺', en: 'Shops', key: ['number'], label: 'name', place: 'point', freshDays: 180, mayWrite: true,
  fields: [field('number', 'line'), field('name', 'line'), field('industry', 'choice'), field('fumes', 'yes-no'), field('area', 'number'), field('phone', 'line', { personal: true }), field('notes', 'text'), field('building', 'record', { register: 'building' })],
} as Register

test('a table shows what fits beside key and label', () => {
  expect(columns(SHOP).map((field) => field.name)).toEqual(['industry', 'fumes', 'area', 'phone', 'building'])
  expect(filterable(SHOP).map((field) => field.name)).toEqual(['industry'])
})

test('an address has what narrows the list and nothing else', () => {
  expect(path('shop', 'entries', fresh())).toBe('/api/v1/registers/shop/entries')
  expect(path('shop', 'entries', { ...fresh(), fields: { industry: 'food' } })).toBe('/api/v1/registers/shop/entries?field=industry%3Dfood')
  expect(path('shop', 'export.xlsx', { ...fresh(), q: ' 面馆 ', stale: true, fields: { industry: '' } }, 'abc'))
    .toBe('/api/v1/registers/shop/export.xlsx?q=%E9%9D%A2%E9%A6%86&stale=true&cursor=abc')
  expect(narrowed({ ...fresh(), committee: 'c07', fields: { industry: 'food' } })).toBe(2)
})

test('a score has the colour of what is left to do', () => {
  expect([100, 84, 59].map(tone)).toEqual(['ontime', 'soon', 'overdue'])
})
