/** A case's events as lines to read: what was done, by whom, and what came of it. The same on every screen. */
import { i18n } from '@/i18n'
import type { CaseEvent, HandlingStep, Limit } from '@/api/types'
import { wordsOf } from '@/domain/scenario/form'
import type { useDictionary } from './store'
import { limitWords, momentWords } from './words'

export interface Line { key: number; time: string; what: string; facts: string; who: string; words?: string; now: boolean }
type Step = Pick<HandlingStep, 'id' | 'zh' | 'en'>
type Words = Pick<ReturnType<typeof useDictionary>, 'action' | 'unit' | 'clock' | 'category' | 'anyReason'>

/**
 * @param events newest first
 * @param steps of handling that the case's type has, for their names
 */
export function story(events: CaseEvent[], words: Words, steps: Step[] = []): Line[] {
  return events.map((event, i) => ({
    key: event.seq,
    time: momentWords(event.at),
    what: words.action(event.action),
    facts: facts(event, words, steps).join(' · '),
    who: who(event, words),
    words: event.note,
    now: i === 0,
  }))
}

function who(event: CaseEvent, words: Words): string {
  if (event.actorKind === 'system') return ''
  return [event.actorName, words.unit(event.actorUnit)].filter(Boolean).join(' · ')
}

function facts(event: CaseEvent, words: Words, steps: Step[]): string[] {
  const told = event.effects.flatMap((effect) => fact(effect, event, words, steps) ?? [])
  return event.reason ? [words.anyReason(event.reason), ...told] : told
}

function fact(effect: Record<string, unknown>, event: CaseEvent, words: Words, steps: Step[]): string | undefined {
  const t = i18n.global.t
  const text = (name: string) => String(effect[name] ?? '')
  switch (effect.fact) {
    case 'lead-set': return effect.unit ? `→ ${words.unit(text('unit'))}` : undefined
    case 'assistant-added': return [words.unit(text('unit')), text('task')].filter(Boolean).join(' ')
    case 'handler-set':
    case 'verifier-set': return other(effect.person, event)
    case 'clock-fired': return words.clock(text('clock'))
    case 'clock-extended': return `+ ${limitWords(effect.limit as Limit)}`
    case 'extension-asked': return limitWords(effect.limit as Limit)
    case 'about': return (effect.subject as { label: string }).label
    case 'step-taken': {
      const step = steps.find((one) => one.id === effect.step)
      return step ? wordsOf(step) : text('step')
    }
    case 'supervised': return t(`ui.level.${text('level')}`)
    case 'suspended': return effect.until ? t('ui.until', { moment: momentWords(text('until')) }) : undefined
    case 'corrected': return [effect.category ? words.category(text('category')) : '', text('title')].filter(Boolean).join(' ') || undefined
    case 'evidence-added': return t('ui.photosAdded', { n: (effect.evidence as unknown[]).length }, (effect.evidence as unknown[]).length)
    case 'contacted': return t(effect.reached ? 'ui.reached' : 'ui.notReached')
    case 'visited':
    case 'rated': return effect.satisfaction ? t(`ui.satisfaction.${text('satisfaction')}`) : undefined
    default: return undefined
  }
}

/** Who was named, where that is not the person who did it. */
function other(person: unknown, event: CaseEvent): string | undefined {
  const name = (person as { name?: string } | undefined)?.name
  return name && name !== event.actorName ? `→ ${name}` : undefined
}
