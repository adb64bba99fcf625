import { afterEach, expect, test } from 'vitest'
import { reactive } from 'vue'
import type { Answered, Question } from '../src/api/types'
import { answersOf, answerWords, faultOf, firstFault, questionWords } from '../src/domain/casework/questions'
import { setLanguage } from '../src/i18n'

const question = (key: string, datatype: Question['datatype'], required = false): Question => ({ key, zh: `问${key}`, en: `Q${key}`, datatype, required })
const ALL = [question('fault', 'singlevaluelist', true), question('number', 'number'), question('since', 'datetime'), question('things', 'multivaluelist'), question('shop', 'string')]

afterEach(() => setLanguage('zh-CN'))

test('only what must be answered is missed', () => {
  expect(firstFault(ALL, {})?.key).toBe('fault')
  expect(firstFault(ALL, { fault: [' '] })?.key).toBe('fault')
  expect(firstFault(ALL, { fault: ['dark'] })).toBeUndefined()
})

test('a number is a number, however the keyboard writes it', () => {
  expect(faultOf(ALL[1]!, { number: ['many'] })).toBe('number')
  expect(faultOf(ALL[1]!, { number: ['1E9'] })).toBe('number')
  expect(faultOf(ALL[1]!, { number: ['１２'] })).toBeUndefined()
  expect(answersOf(ALL, { number: ['１２'] })).toEqual({ number: ['12'] })
})

test('what is sent is what the server takes: no blanks, times of Shanghai, no answer of another category', () => {
  expect(answersOf(ALL, { since: ['2021-11-09T22:30'], shop: [' 张记 '], things: ['sofa', 'bed'], fault: [], other: ['x'] }))
    .toEqual({ since: ['2021-11-09T22:30:00+08:00'], things: ['sofa', 'bed'], shop: ['张记'] })
  expect(answersOf(ALL, { shop: ['  '] })).toBeUndefined()
})

test('what is sent can be kept on the device until there is a network', () => {
  const draft = reactive({ answers: { things: ['sofa'] } })
  expect(structuredClone(answersOf(ALL, draft.answers))).toEqual({ things: ['sofa'] })
  expect(() => structuredClone(draft.answers)).toThrow()
})

test('an answer is said in the language of the person', () => {
  const answered: Answered = { question: 'things', zh: '物品', en: 'Things', datatype: 'multivaluelist', values: [{ zh: '沙发', en: 'Sofa' }, { zh: '床', en: 'Bed' }] }
  const when: Answered = { question: 'since', zh: '何时', en: 'Since', datatype: 'datetime', values: [{ zh: '2021-11-09T14:30:00Z', en: '2021-11-09T14:30:00Z' }] }
  expect([questionWords(answered), answerWords(answered)]).toEqual(['物品', '沙发、床'])
  expect(answerWords(when)).toBe('11月9日 周二 22:30')
  setLanguage('en')
  expect([questionWords(answered), answerWords(answered)]).toEqual(['Things', 'Sofa, Bed'])
})
