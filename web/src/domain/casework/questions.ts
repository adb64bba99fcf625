/** What a category asks and what is answered on this device. Pure, so that every form asks alike and the outbox sends what the server takes. */
import type { Answered, Question } from '@/api/types'
import { i18n, isEnglish } from '@/i18n'
import { momentWords } from './words'

/** Values by the question's key; a choice of one and a text are lists of one. */
export type Given = Record<string, string[]>
export type Fault = 'missing' | 'number'

const NUMBER = /^-?\d{1,9}(\.\d{1,6})?$/

/** A Chinese keyboard writes figures as wide as characters. */
const plain = (text: string) => text.normalize('NFKC').trim()
const said = (given: Given, question: Question) => (given[question.key] ?? []).map((value) => value.trim()).filter(Boolean)

export function faultOf(question: Question, given: Given): Fault | undefined {
  const values = said(given, question)
  if (!values.length) return question.required ? 'missing' : undefined
  return question.datatype === 'number' && !NUMBER.test(plain(values[0]!)) ? 'number' : undefined
}

export function firstFault(questions: Question[], given: Given): Question | undefined {
  return questions.find((question) => faultOf(question, given))
}

/** The answers as they are sent; nothing where nothing was answered. Times are meant as Shanghai's. */
export function answersOf(questions: Question[], given: Given): Given | undefined {
  const all = questions.map((question): [string, string[]] => [question.key, said(given, question).map((value) => sent(question, value))]).filter(([, values]) => values.length)
  return all.length ? Object.fromEntries(all) : undefined
}

function sent(question: Question, value: string): string {
  switch (question.datatype) {
    case 'number': return plain(value)
    case 'datetime': return `${value}:00+08:00`
    case 'string': case 'text': case 'singlevaluelist': case 'multivaluelist': return value
  }
}

export const questionWords = (question: { zh: string; en: string }) => (isEnglish() ? question.en : question.zh)

export function answerWords(answer: Answered): string {
  const values = answer.values.map(questionWords)
  return (answer.datatype === 'datetime' ? values.map(momentWords) : values).join(i18n.global.t('ui.comma'))
}
