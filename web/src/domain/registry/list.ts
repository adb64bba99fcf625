/** What a list of entries is narrowed to, and how it is asked for. */
import { query } from '@/api/client'
import type { EntryPage, FormField, Register } from '@/api/types'

export interface EntryFilters {
  q: string
  committee: string
  state: 'current' | 'retired' | 'all'
  stale: boolean
  sort: 'key' | 'changed' | 'confirmed'
  /** by the names of choice fields */
  fields: Record<string, string>
}

const COLUMNS_MAX = 7
const CHOICES_MAX = 4

export const fresh = (): EntryFilters => ({ q: '', committee: '', state: 'current', stale: false, sort: 'key', fields: {} })

/** The address of a list, a map or an export. */
export function path(register: string, what: 'entries' | 'entries/dots' | 'export.xlsx', filters: EntryFilters, cursor?: string): string {
  const { q, committee, state, stale, sort, fields } = filters
  const plain = query({ q: q.trim(), committee, state: state === 'current' ? '' : state, stale: stale || undefined, sort: sort === 'key' ? '' : sort, cursor })
  const narrowed = Object.entries(fields).filter(([, value]) => value !== '').map(([name, value]) => `field=${encodeURIComponent(`${name}=${value}`)}`)
  return `/api/v1/registers/${register}/${what}` + [plain || (narrowed.length ? '?' : ''), ...narrowed].join('&').replace('?&', '?')
}

export const narrowed = (filters: EntryFilters) =>
  Object.values(filters.fields).filter((value) => value !== '').length + (filters.committee ? 1 : 0) + (filters.stale ? 1 : 0) + (filters.state === 'current' ? 0 : 1)

/** The fields that fit into a table's width: the key and the label stand first anyway. */
export function columns(register: Register): FormField[] {
  const beside = register.fields.filter((field) => !register.key.includes(field.name) && field.name !== register.label)
  return beside.filter((field) => !['text', 'photos', 'place'].includes(field.kind)).slice(0, COLUMNS_MAX - 2)
}

export const filterable = (register: Register) => register.fields.filter((field) => field.kind === 'choice').slice(0, CHOICES_MAX)

/** How the score is to be seen: from where on it is good, and from where on it is bad. */
export const tone = (points: number) => (points >= 85 ? 'ontime' : points >= 60 ? 'soon' : 'overdue')

export type Entry = EntryPage['items'][number]
