import { expect, test } from 'vitest'
import type { Register } from '../src/api/types'
import { fieldsOf, sent, shown } from '../src/domain/registry/form'
import { columns, filterable, fresh, narrowed, path, tone } from '../src/domain/registry/list'

const SHOP = {
  name: 'shop', pack: 'shopfront', version: 1, zh: '商铺', en: 'Shops', key: ['number'], label: 'name', place: 'point', freshDays: 180, mayWrite: true,
  fields: ['number', 'name', 'industry', 'fumes', 'area', 'phone', 'notes', 'building'],
  personal: ['phone'],
  form: {
    required: ['number', 'name', 'industry'],
    properties: {
      number: { type: 'string' }, name: { type: 'string' }, industry: { type: 'string', oneOf: [{ const: 'food' }, { const: 'retail' }] }, area: { type: 'number' },
      phone: { type: 'string', 'x-personal': true }, notes: { type: 'string', 'x-widget': 'text' }, building: { type: 'string', 'x-register': 'building' },
    },
    if: { properties: { industry: { const: 'food' } }, required: ['industry'] },
    then: { properties: { fumes: { type: 'boolean' } }, required: ['fumes'] },
  },
  words: { zh: { number: '编号', name: '店名', industry: '行业', 'industry.food': '餐饮', area: '面积', 'area.unit': '平方米', fumes: '净化器' }, en: {} },
} as unknown as Register

const names = (data?: Record<string, unknown>) => fieldsOf(SHOP, data).map((field) => field.name)

test('what depends on an answer is asked after that answer alone', () => {
  expect(names({ industry: 'food' })).toContain('fumes')
  expect(names({ industry: 'retail' })).not.toContain('fumes')
  expect(names()).toContain('fumes')
  expect(fieldsOf(SHOP, { industry: 'food' }).find((field) => field.name === 'fumes')?.required).toBe(true)
})

test('an answer that is no longer asked for is not sent, nor is an empty one', () => {
  expect(sent(SHOP, { number: '1', industry: 'retail', fumes: true, area: '', phone: undefined })).toEqual({ number: '1', industry: 'retail' })
})

test('values read as people say them', () => {
  const field = (name: string) => fieldsOf(SHOP).find((one) => one.name === name)!
  expect(shown(field('industry'), 'food', 'ja', 'nein')).toBe('餐饮')
  expect(shown(field('area'), 42, 'ja', 'nein')).toBe('42 平方米')
  expect(shown(field('fumes'), false, 'ja', 'nein')).toBe('nein')
  expect(shown(field('area'), undefined, 'ja', 'nein')).toBe('')
})

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
