/** How files, stages and what was done with them are said; pure, so that every page says it alike. */
import type { FormField, Programme, ProgrammeKind } from '@/api/types'
import { momentWords } from '@/domain/casework/words'
import { shownOf, wordsOf } from '@/domain/scenario/form'
import { i18n } from '@/i18n'

type Event = Programme['events'][number]
export type Answers = Record<string, string[]>

export const stageWords = (kind: ProgrammeKind, id: string) => wordsOf(kind.stages.find((one) => one.id === id)?.title ?? { zh: id, en: id })
export const paperWords = (kind: ProgrammeKind, id: string) => wordsOf(kind.papers.find((one) => one.id === id)?.title ?? { zh: id, en: id })
export const stepWords = (kind: ProgrammeKind, id: string) => wordsOf(kind.steps.find((one) => one.id === id)?.title ?? { zh: id, en: id })

/** Fields that were answered, with what was said. */
export function answered(fields: FormField[], answers: Answers): { name: string; title: string; text: string }[] {
  return fields
    .filter((field) => answers[field.name]?.length)
    .map((field) => ({ name: field.name, title: wordsOf(field.title), text: said(field, answers[field.name]!) }))
}

function said(field: FormField, values: string[]): string {
  if (field.kind === 'yes-no') return shownOf(field, values[0] === 'true')
  return shownOf(field, field.kind === 'choices' ? values : values[0])
}

/** Fields of which two editions say something else. */
export const changed = (before: Answers, after: Answers): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => (before[name] ?? []).join('\n') !== (after[name] ?? []).join('\n'))

/** The stages that a file passes on the straight way, and the one where it is; those that end it elsewhere only when it ended there. */
export function way(file: Programme): { id: string; title: string; state: 'past' | 'now' | 'ahead' }[] {
  const been = new Set([...file.events.map((event) => event.stage), ...file.events.flatMap((event) => event.to ?? [])])
  const at = file.kind.stages.findIndex((one) => one.id === file.stage)
  return file.kind.stages
    .filter((one, i) => one.id === file.stage || been.has(one.id) || isAhead(file, i, at))
    .map((one) => ({ id: one.id, title: wordsOf(one.title), state: one.id === file.stage ? 'now' : been.has(one.id) ? 'past' : 'ahead' }))
}

/** Ahead lies what follows in the order of the kind, up to the first end; a detour is shown only to whoever took it. */
function isAhead(file: Programme, i: number, at: number): boolean {
  const stages = file.kind.stages
  const end = stages.findIndex((one) => one.end)
  const isDetour = stages[i]!.id === 'returned'
  return !stages[at]!.end && i > at && i <= end && !isDetour
}

export function story(file: Programme) {
  const t = i18n.global.t
  const what = (event: Event): string => {
    if (event.deed === 'step') return `${stepWords(file.kind, event.step!)} → ${stageWords(file.kind, event.to!)}`
    if (event.deed === 'paper') return t('programmes.did.paper', { paper: paperWords(file.kind, event.paper!), n: event.version ?? 1 })
    if (event.deed === 'opinion') return t(`programmes.verdict.${event.verdict!}`)
    return t('programmes.did.opened')
  }
  return [...file.events].reverse().map((event, i) => ({
    key: event.seq,
    time: momentWords(event.at),
    what: what(event),
    facts: event.deed === 'step' && event.digest ? t('programmes.edition', { n: event.edition }) : event.deed === 'opinion' ? t('programmes.onEdition', { n: event.edition }) : undefined,
    who: event.by,
    words: [event.text, event.conditions && t('programmes.conditionsAre', { text: event.conditions }), ...answered(file.kind.steps.find((one) => one.id === event.step)?.fields ?? [], event.answers).map((one) => `${one.title}：${one.text}`)].filter(Boolean).join(t('ui.semicolon')),
    now: i === 0,
  }))
}
