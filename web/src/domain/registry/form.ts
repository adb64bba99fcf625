/** A register's form as it is drawn: which fields are asked of the answers given so far, in what words. */
import type { Register } from '@/api/types'
import { isEnglish } from '@/i18n'

export type FieldKind = 'line' | 'text' | 'number' | 'integer' | 'date' | 'moment' | 'yes-no' | 'choice' | 'choices' | 'photos' | 'place' | 'record'
export type Data = Record<string, unknown>

export interface FormField {
  name: string
  kind: FieldKind
  title: string
  hint?: string
  unit?: string
  choices: { value: string; title: string }[]
  required: boolean
  personal: boolean
  register?: string
  max?: number
}

interface Property {
  type?: string
  format?: string
  oneOf?: { const: string }[]
  items?: { oneOf?: { const: string }[] }
  maxLength?: number
  'x-register'?: string
  'x-personal'?: boolean
  'x-widget'?: string
}

interface Part {
  properties?: Record<string, Property>
  required?: string[]
  if?: { properties?: Record<string, { const?: unknown; enum?: unknown[] }>; required?: string[] }
  then?: Part
  else?: Part
  allOf?: Part[]
}

/** The parts of a schema that hold for these answers; all of them where there are none to ask about. */
function parts(schema: Part, data: Data | undefined): Part[] {
  const branches = [schema, ...(schema.allOf ?? [])].flatMap((part) => {
    if (!part.if) return []
    if (!data) return [part.then, part.else]
    return [holds(part.if, data) ? part.then : part.else]
  })
  return [schema, ...branches.filter((part): part is Part => part !== undefined)]
}

function holds(condition: NonNullable<Part['if']>, data: Data): boolean {
  return Object.entries(condition.properties ?? {}).every(([name, test]) =>
    data[name] !== undefined && (test.enum ? test.enum.includes(data[name]) : test.const === data[name]))
}

export function kindOf(property: Property): FieldKind {
  if (property.type === 'number') return 'number'
  if (property.type === 'integer') return 'integer'
  if (property.type === 'boolean') return 'yes-no'
  if (property.type === 'array') return property['x-widget'] === 'photo' ? 'photos' : property['x-widget'] === 'place' ? 'place' : 'choices'
  if (property.oneOf) return 'choice'
  if (property['x-register']) return 'record'
  if (property.format) return property.format === 'date' ? 'date' : 'moment'
  return property['x-widget'] === 'text' ? 'text' : 'line'
}

/** The fields in their order: those that these answers ask for, or, without answers, all that there may be. */
export function fieldsOf(register: Register, data?: Data): FormField[] {
  const asked = parts(register.form as Part, data)
  const words = register.words[isEnglish() ? 'en' : 'zh'] ?? {}
  return register.fields.flatMap((name) => {
    const property = asked.map((part) => part.properties?.[name]).find((found) => found !== undefined)
    if (!property) return []
    const choices = (property.oneOf ?? property.items?.oneOf ?? []).map((one) => ({ value: one.const, title: words[`${name}.${one.const}`] ?? one.const }))
    return [{
      name, choices, kind: kindOf(property), title: words[name] ?? name, hint: words[`${name}.hint`], unit: words[`${name}.unit`],
      required: asked.some((part) => part.required?.includes(name)), personal: property['x-personal'] === true, register: property['x-register'], max: property.maxLength,
    }]
  })
}

/** A value as people read it; empty for none. */
export function shown(field: FormField, value: unknown, yes: string, no: string): string {
  if (value === undefined || value === null) return ''
  if (field.kind === 'yes-no') return value ? yes : no
  if (field.kind === 'choice') return field.choices.find((one) => one.value === value)?.title ?? String(value)
  if (field.kind === 'choices') return (value as string[]).map((one) => field.choices.find((choice) => choice.value === one)?.title ?? one).join(isEnglish() ? ', ' : '\u3001')
  if (field.kind === 'photos') return String((value as unknown[]).length)
  if (field.kind === 'moment') return String(value).slice(0, 16).replace('T', ' ')
  return field.unit ? `${value} ${field.unit}` : String(value)
}

/** Only what is asked and has a value: what another answer has made superfluous is not sent. */
export function sent(register: Register, data: Data): Data {
  let kept = data
  for (let last = -1; last !== Object.keys(kept).length;) {
    last = Object.keys(kept).length
    const asked = new Set(fieldsOf(register, kept).map((field) => field.name))
    kept = Object.fromEntries(Object.entries(kept).filter(([name, value]) => asked.has(name) && !isEmpty(value)))
  }
  return kept
}

export const isEmpty = (value: unknown) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
