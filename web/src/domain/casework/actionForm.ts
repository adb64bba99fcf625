/** What a person fills in for an action, and the request that it makes; the same for every action that the server offers. */
import type { ActionOffer, CaseDetail, HandlingStep, Need } from '@/api/types'
import { answersOf, firstFault, type Given } from '@/domain/scenario/form'

export interface ActionFields {
  note: string; answer: string; reason: string; unit: string; units: string[]; task: string; staff: string
  amount: number; limitUnit: string; category: string; title: string; urgency: string; into: string; assignment: string
  place?: { lon: number; lat: number; address?: string }
  found?: boolean; reached?: boolean; solved?: boolean; satisfaction?: number; until: string; reports: string[]
  parts: { title: string; description: string; category: string }[]
  /** the step of handling that is next, and what it asks */
  step?: HandlingStep; answers: Given
}

export const BOOLEANS = ['found', 'reached', 'solved'] as const

/** The fields as they stand when the form opens. @param lead the unit that the catalogue names for this category and place */
export function freshFields(offer: ActionOffer, subject: CaseDetail, lead: string): ActionFields {
  const open = subject.assistants.filter((assistant) => assistant.state === 'open')
  return {
    note: '', answer: '', reason: '', unit: asksLead(offer) ? (subject.ruling?.lead ?? lead) : '', units: asksLead(offer) ? [...(subject.ruling?.assist ?? [])] : [], task: '', staff: '',
    amount: 3, limitUnit: 'working-days', category: '', title: '', urgency: '', into: '', assignment: open.length === 1 ? open[0]!.id : '',
    until: '', reports: subject.reports.filter((report) => !report.answeredAt).map((report) => report.id),
    parts: [{ title: '', description: '', category: subject.category }],
    step: subject.steps?.find((one) => one.state === 'next'), answers: {},
  }
}

const asksLead = (offer: ActionOffer) => ['dispatch', 'arbitrate'].includes(offer.id)

/** Whether the action can be taken without asking anything. */
export function asksNothing(offer: ActionOffer): boolean {
  return offer.needs.length === 0
}

/** The first field that has to be filled in and is not. */
export function missing(offer: ActionOffer, fields: ActionFields, photos: number): string | undefined {
  const step = offer.needs.some((need) => need.field === 'step') ? fields.step : undefined
  if (step && firstFault(step.form, fields.answers)) return 'answers'
  if (step && photos < step.photos) return 'photos'
  return offer.needs.find((need) => need.required && isEmpty(need, fields, photos))?.field
}

function isEmpty(need: Need, fields: ActionFields, photos: number): boolean {
  switch (need.field) {
    case 'photos': return photos === 0
    case 'limit': return !(fields.amount > 0)
    case 'parts': return fields.parts.some((part) => !part.title.trim() || !part.description.trim())
    default: {
      const value = fields[need.field as keyof ActionFields]
      return value === undefined || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0)
    }
  }
}

/** The request's body; photos and version are added by whoever sends it. */
export function bodyOf(offer: ActionOffer, fields: ActionFields): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const need of offer.needs) {
    const value = valueOf(need.field, fields)
    if (value !== undefined && value !== '') body[need.field] = value
  }
  return body
}

function valueOf(field: string, fields: ActionFields): unknown {
  switch (field) {
    case 'photos': return undefined
    case 'step': return fields.step?.id
    case 'answers': return fields.step && answersOf(fields.step.form, fields.answers)
    case 'units': return fields.units.length ? fields.units.map((unit) => ({ unit, task: fields.task.trim() })) : undefined
    case 'limit': return { amount: fields.amount, unit: fields.limitUnit }
    case 'until': return fields.until ? new Date(`${fields.until}T09:00:00+08:00`).toISOString() : undefined
    default: {
      const value = fields[field as keyof ActionFields]
      return typeof value === 'string' ? value.trim() : value
    }
  }
}
