import { afterEach, expect, test } from 'vitest'
import { reactive } from 'vue'
import type { Answered, FormCondition, FormField } from '../src/api/types'
import { answerWords } from '../src/domain/casework/answers'
import { Problem } from '../src/api/client'
import { answersOf, askedFields, faultOf, fieldsOf, firstFault, givenOf, recordOf, shownOf, toldOf, wordsOf } from '../src/domain/scenario/form'
import { setLanguage } from '../src/i18n'

const ALWAYS: FormCondition = { tests: [], negated: false }
const when = (field: string, ...values: string[]): FormCondition => ({ tests: [{ field, values }], negated: false })
const field = (name: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField =>
  ({ name, kind, title: { zh: `问${name}`, en: `Q${name}` }, shown: ALWAYS, required: [], choices: [], personal: false, computed: false, ...more })
const ALL = [field('fault', 'choice', { required: [ALWAYS] }), field('number', 'number', { min: 0, max: 99 }), field('since', 'moment'), field('things', 'choices'), field('shop', 'line')]

afterEach(() => setLanguage('zh-CN'))

test('only what must be answered is missed', () => {
  expect(firstFault(ALL, {})?.name).toBe('fault')
  expect(firstFault(ALL, { fault: [' '] })?.name).toBe('fault')
  expect(firstFault(ALL, { fault: ['dark'] })).toBeUndefined()
})

test('a number that may not exceed another one is held against it as soon as both are numbers', () => {
  const fields = [field('looked', 'integer'), field('right', 'integer', { atMost: 'looked' })]
  expect(faultOf(fields[1]!, { looked: ['20'], right: ['21'] })).toBe('above')
  expect(faultOf(fields[1]!, { looked: ['２０'], right: ['20'] })).toBeUndefined()
  expect(faultOf(fields[1]!, { right: ['21'] })).toBeUndefined()
  expect(firstFault(fields, { looked: ['9'], right: ['10'] })?.name).toBe('right')
})

test('a number is a number within its bounds, however the keyboard writes it', () => {
  expect(faultOf(ALL[1]!, { number: ['many'] })).toBe('number')
  expect(faultOf(ALL[1]!, { number: ['1E9'] })).toBe('number')
  expect(faultOf(ALL[1]!, { number: ['100'] })).toBe('range')
  expect(faultOf(field('n', 'integer'), { n: ['2.5'] })).toBe('whole')
  expect(faultOf(ALL[1]!, { number: ['１２'] })).toBeUndefined()
  expect(answersOf(ALL, { number: ['１２'] })).toEqual({ number: ['12'] })
})

test('what depends on an answer is asked after it, and withdrawn with it, however deep', () => {
  const form = [field('trade', 'choice'), field('fumes', 'choice', { shown: when('trade', 'food'), required: [when('trade', 'food')] }), field('promised', 'date', { shown: when('fumes', 'none') }),
    field('licensed', 'yes-no'), field('why', 'line', { shown: { tests: [{ field: 'licensed', values: ['true'] }], negated: true } })]
  const names = (given: Record<string, string[]>) => askedFields(form, given).map((one) => one.name)
  expect(names({})).toEqual(['trade', 'licensed', 'why'])
  expect(names({ trade: ['food'], fumes: ['none'], licensed: ['true'] })).toEqual(['trade', 'fumes', 'promised', 'licensed'])
  expect(firstFault(form, { trade: ['food'] })?.name).toBe('fumes')
  expect(answersOf(form, { trade: ['retail'], fumes: ['none'], promised: ['2021-11-09'] })).toEqual({ trade: ['retail'] })
})

test('what is sent is what the server takes: no blanks, times of Shanghai, no answer of another category', () => {
  expect(answersOf(ALL, { since: ['2021-11-09T22:30'], shop: [' 张记 '], things: ['sofa', 'bed'], fault: [], other: ['x'] }))
    .toEqual({ since: ['2021-11-09T22:30:00+08:00'], things: ['sofa', 'bed'], shop: ['张记'] })
  expect(answersOf(ALL, { shop: ['  '] })).toBeUndefined()
})

test('a record goes out typed and comes back into the fields', () => {
  const form = [field('area', 'number'), field('licensed', 'yes-no'), field('where', 'place'), field('goods', 'choices'), field('since', 'moment')]
  const record = recordOf(form, { area: ['12.5'], licensed: ['false'], where: ['121.5', '31.2'], goods: ['a'], since: ['2021-11-09T22:30'] })
  expect(record).toEqual({ area: 12.5, licensed: false, where: [121.5, 31.2], goods: ['a'], since: '2021-11-09T22:30:00+08:00' })
  expect(givenOf(form, { ...record, since: '2021-11-09T14:30:00Z' })).toEqual({ area: ['12.5'], licensed: ['false'], where: ['121.5', '31.2'], goods: ['a'], since: ['2021-11-09T22:30'] })
})

test('what is sent can be kept on the device until there is a network', () => {
  const draft = reactive({ answers: { things: ['sofa'] } })
  expect(structuredClone(answersOf(ALL, draft.answers))).toEqual({ things: ['sofa'] })
  expect(() => structuredClone(draft.answers)).toThrow()
})

test('an answer is said in the language of the person', () => {
  const answered: Answered = { question: 'things', zh: '物品', en: 'Things', kind: 'choices', values: [{ zh: '沙发', en: 'Sofa' }, { zh: '床', en: 'Bed' }] }
  const moment: Answered = { question: 'since', zh: '何时', en: 'Since', kind: 'moment', values: [{ zh: '2021-11-09T14:30:00Z', en: '2021-11-09T14:30:00Z' }] }
  expect([wordsOf(answered), answerWords(answered)]).toEqual(['物品', '沙发、床'])
  expect(answerWords(moment)).toBe('11月9日 周二 22:30')
  setLanguage('en')
  expect([wordsOf(answered), answerWords(answered)]).toEqual(['Things', 'Sofa, Bed'])
})

test('a value of a record reads as people say it', () => {
  const industry = field('industry', 'choice', { choices: [{ value: 'food', zh: '餐饮', en: 'Food' }] })
  const area = field('area', 'number', { unit: { zh: '平方米', en: 'm²' } })
  expect([shownOf(industry, 'food'), shownOf(area, 42), shownOf(field('licensed', 'yes-no'), false), shownOf(area, undefined)]).toEqual(['餐饮', '42 平方米', '否', ''])
  expect(shownOf(field('goods', 'choices', { choices: [{ value: 'a', zh: '甲', en: 'A' }, { value: 'b', zh: '乙', en: 'B' }] }), ['a', 'b'])).toBe('甲、乙')
  expect(shownOf(field('since', 'moment'), '2021-11-09T14:30:00Z')).toBe('2021-11-09 22:30')
  setLanguage('en')
  expect([shownOf(industry, 'food'), shownOf(area, 42)]).toEqual(['Food', '42 m²'])
})

test('a record shows the fields that its own answers ask for', () => {
  const form = [field('industry', 'choice'), field('fumes', 'choice', { shown: when('industry', 'food') })]
  expect(fieldsOf(form, { industry: 'retail' }).map((one) => one.name)).toEqual(['industry'])
  expect(fieldsOf(form, { industry: 'food' }).map((one) => one.name)).toEqual(['industry', 'fumes'])
  expect(fieldsOf([...form, field('risk', 'choice', { computed: true })], { industry: 'retail', risk: 'high' }).map((one) => one.name)).toEqual(['industry', 'risk'])
})

test('what the server refuses stands at its fields, with what helps', () => {
  const several = new Problem(422, 'form.missing', '未填', '请填', 'name', { fields: [{ field: 'name', sentence: '“店名”未填', remedy: '请填写' }, { field: 'area', sentence: '“面积”太小', remedy: '请核对' }] })
  expect(toldOf(several)).toEqual({ name: { sentence: '“店名”未填', remedy: '请填写' }, area: { sentence: '“面积”太小', remedy: '请核对' } })
  expect(toldOf(new Problem(422, 'form.number', '不是数字', '请填数字', 'answers.area'))).toEqual({ area: { sentence: '不是数字', remedy: '请填数字' } })
  expect(toldOf(new Problem(409, 'case.stale', '已变', '刷新'))).toEqual({})
})
