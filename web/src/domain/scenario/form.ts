/** What a form asks and what is answered on this device. Pure, so that every screen asks alike and the outbox sends what the server takes. */
import type { Problem } from '@/api/client'
import type { FormCondition, FormField } from '@/api/types'
import { i18n, isEnglish } from '@/i18n'

/** Values by the field's name; a choice of one and a text are lists of one. */
export type Given = Record<string, string[]>
export type Fault = 'missing' | 'number' | 'whole' | 'range' | 'above'

/** What the server found wrong with one field. */
export interface Told { sentence: string; remedy: string }

const NUMBER = /^-?\d{1,12}(\.\d{1,6})?$/
const LISTS: FormField['kind'][] = ['choices', 'photos', 'place']

/** A Chinese keyboard writes figures as wide as characters. */
const plain = (text: string) => text.normalize('NFKC').trim()
const said = (given: Given, name: string) => (given[name] ?? []).map((value) => value.trim()).filter(Boolean)
const isNumber = (field: FormField) => field.kind === 'number' || field.kind === 'integer'

const holds = (condition: FormCondition, given: Given) =>
  condition.tests.every((test) => said(given, test.field).some((value) => test.values.includes(value))) !== condition.negated

/** The fields that are asked with these answers, and of the answers those that count: what hangs on a withdrawn answer is withdrawn with it. */
function asking(fields: FormField[], given: Given): { fields: FormField[]; given: Given } {
  const asked: FormField[] = []
  const counts: Given = {}
  for (const field of fields) {
    if (!holds(field.shown, counts)) continue
    if (!field.computed) asked.push(field)
    counts[field.name] = said(given, field.name)
  }
  return { fields: asked, given: counts }
}

export const askedFields = (fields: FormField[], given: Given): FormField[] => asking(fields, given).fields

export const isRequired = (field: FormField, given: Given): boolean => field.required.some((condition) => holds(condition, given))

export function faultOf(field: FormField, given: Given): Fault | undefined {
  const values = said(given, field.name)
  if (!values.length) return isRequired(field, given) ? 'missing' : undefined
  return isNumber(field) ? (numberFault(field, plain(values[0]!)) ?? aboveFault(field, Number(plain(values[0]!)), given)) : undefined
}

/** A number that may not exceed another answer, as far as that one is a number. */
function aboveFault(field: FormField, value: number, given: Given): Fault | undefined {
  const most = field.atMost ? plain(said(given, field.atMost)[0] ?? '') : ''
  return NUMBER.test(most) && value > Number(most) ? 'above' : undefined
}

function numberFault(field: FormField, text: string): Fault | undefined {
  if (!NUMBER.test(text)) return 'number'
  const value = Number(text)
  if (field.kind === 'integer' && !Number.isInteger(value)) return 'whole'
  return value < (field.min ?? -Infinity) || value > (field.max ?? Infinity) ? 'range' : undefined
}

export function firstFault(fields: FormField[], given: Given): FormField | undefined {
  const asked = asking(fields, given)
  return asked.fields.find((field) => faultOf(field, asked.given))
}

/** The answers as they are sent; nothing where nothing was answered. Times are meant as Shanghai's. */
export function answersOf(fields: FormField[], given: Given): Given | undefined {
  const asked = asking(fields, given)
  const all = asked.fields.map((field): [string, string[]] => [field.name, asked.given[field.name]!.map((value) => sent(field, value))]).filter(([, values]) => values.length)
  return all.length ? Object.fromEntries(all) : undefined
}

function sent(field: FormField, value: string): string {
  if (isNumber(field)) return plain(value)
  return field.kind === 'moment' ? `${value}:00+08:00` : value
}

/** The answers as typed JSON, for records that are kept as such. */
export function recordOf(fields: FormField[], given: Given): Record<string, unknown> {
  const record: Record<string, unknown> = {}
  for (const [name, values] of Object.entries(answersOf(fields, given) ?? {})) record[name] = typed(fields.find((field) => field.name === name)!, values)
  return record
}

function typed(field: FormField, values: string[]): unknown {
  if (field.kind === 'place') return values.map(Number)
  if (LISTS.includes(field.kind)) return values
  if (isNumber(field)) return Number(values[0])
  return field.kind === 'yes-no' ? values[0] === 'true' : values[0]
}

/** What is kept of a record, as the fields hold it. */
export function givenOf(fields: FormField[], record: Record<string, unknown>): Given {
  const given: Given = {}
  for (const field of fields) {
    const value = record[field.name]
    if (value === undefined || value === null) continue
    given[field.name] = (Array.isArray(value) ? value : [value]).map((one) => (field.kind === 'moment' ? local(String(one)) : String(one)))
  }
  return given
}

/** An instant as Shanghai's clock shows it, in the form that a date field takes. */
const local = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16)

export const wordsOf = (words: { zh: string; en: string }) => (isEnglish() ? words.en : words.zh)

export const choiceWords = (field: FormField, value: string) => {
  const choice = field.choices.find((one) => one.value === value)
  return choice ? wordsOf(choice) : value
}

/** A value of a record as people read it; empty for none. */
export function shownOf(field: FormField, value: unknown): string {
  if (value === undefined || value === null) return ''
  switch (field.kind) {
    case 'yes-no': return i18n.global.t(value ? 'ui.yes' : 'ui.no')
    case 'choice': return choiceWords(field, String(value))
    case 'choices': return (value as string[]).map((one) => choiceWords(field, one)).join(i18n.global.t('ui.comma'))
    case 'photos': return String((value as unknown[]).length)
    case 'place': return (value as number[]).map((degrees) => degrees.toFixed(6)).join(', ')
    case 'moment': return local(String(value)).replace('T', ' ')
    default: return field.unit ? `${value} ${wordsOf(field.unit)}` : String(value)
  }
}

/** The fields that a record answers or leaves open, and those that are reckoned from them; those that its other answers rule out are left away. */
export function fieldsOf(fields: FormField[], record: Record<string, unknown>): FormField[] {
  const asked = new Set(askedFields(fields, givenOf(fields, record)))
  return fields.filter((field) => (field.computed ? record[field.name] !== undefined : asked.has(field)))
}

/** What a refusal says of single fields; what it says of the whole stays with it. */
export function toldOf(problem: Problem | undefined): Record<string, Told> {
  if (!problem) return {}
  const faults = (problem.body?.fields as ({ field?: string } & Told)[] | undefined) ?? [{ field: problem.field, sentence: problem.sentence, remedy: problem.remedy }]
  return Object.fromEntries(faults.flatMap(({ field, sentence, remedy }) => (field ? [[field.replace(/^answers\./, ''), { sentence, remedy }]] : [])))
}
