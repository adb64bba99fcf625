/** How times and states are said; pure, so that every screen says the same. */
import { i18n, isEnglish } from '@/i18n'
import { isMakeUp, local } from './calendar'
import type { CaseLine, ClockLine, ClockView, Limit, State } from '@/api/types'

export type Tone = 'ontime' | 'soon' | 'overdue' | 'stopped'

const SOON_MS = 4 * 3600_000
const FAR_MS = 300 * 24 * 3600_000
const two = (n: number) => String(n).padStart(2, '0')

export function timeOfDay(at: string): string {
  const d = local(at)
  return `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const monthOf = (d: Date) => (isEnglish() ? months[d.getUTCMonth()] : d.getUTCMonth() + 1)

export function dayWords(at: string): string {
  const d = local(at)
  const weekday = (i18n.global.tm('ui.weekday') as string[])[d.getUTCDay()]
  const day = i18n.global.t('ui.date', { weekday, day: d.getUTCDate(), month: monthOf(d) })
  return isMakeUp(at) ? day + i18n.global.t('ui.makeUp') : day
}

/** A day that may lie so far back or ahead that its weekday says nothing and its year has to be told. */
export function farDayWords(at: string, now: number): string {
  const d = local(at)
  if (Math.abs(now - new Date(at).getTime()) < FAR_MS) return dayWords(at)
  return i18n.global.t('ui.dateOfYear', { year: d.getUTCFullYear(), day: d.getUTCDate(), month: monthOf(d) })
}

export function momentWords(at: string): string {
  return `${dayWords(at)} ${timeOfDay(at)}`
}

export function durationWords(ms: number): string {
  const t = i18n.global.t
  const minutes = Math.max(0, Math.round(Math.abs(ms) / 60_000))
  if (minutes < 60) return `${minutes}${t('ui.minute')}`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return `${hours}${t('ui.hour')}${minutes % 60 ? ` ${minutes % 60}${t('ui.minute')}` : ''}`
  return `${Math.floor(hours / 24)}${t('ui.day')}${hours % 24 ? ` ${hours % 24}${t('ui.hour')}` : ''}`
}

/** “4 工作小时” or “4 working hours”. */
export function limitWords(limit: Limit): string {
  return i18n.global.t(`ui.limitOf.${limit.unit}`, { n: limit.amount }, limit.amount)
}

/** “11月9日 周二 17:30 前” or “by Tue 9 Nov 17:30”; midnight is the end of the day that is over then. */
export function dueWords(at: string): string {
  const moment = new Date(at).getTime()
  if (timeOfDay(at) === '00:00') return i18n.global.t('ui.byEndOf', { day: dayWords(new Date(moment - 1).toISOString()) })
  return i18n.global.t('ui.by', { moment: momentWords(at) })
}

export function toneOf(clock: ClockLine | undefined, now: number): Tone {
  if (!clock || clock.paused) return 'stopped'
  const left = new Date(clock.dueAt).getTime() - now
  return left < 0 ? 'overdue' : left < SOON_MS ? 'soon' : 'ontime'
}

export function toneOfCase(line: Pick<CaseLine, 'clock' | 'state' | 'suspended'>, now: number): Tone {
  return line.suspended || isOver(line.state) ? 'stopped' : toneOf(line.clock, now)
}

export function isOver(state: State): boolean {
  return state === 'closed' || state === 'declined' || state === 'merged' || state === 'withdrawn'
}

export function leftWords(clock: ClockLine, now: number): string {
  const t = i18n.global.t
  if (clock.paused) return t('ui.paused')
  const left = new Date(clock.dueAt).getTime() - now
  return t(left < 0 ? 'ui.lateBy' : 'ui.leftFor', { n: durationWords(left) })
}

/** A clock as a bar: how far it has run, and which stretches were paused, each as shares of the whole. */
export interface Bar { run: number; pauses: { from: number; to: number }[]; tone: Tone }

export function bar(clock: ClockView, now: number): Bar {
  const start = new Date(clock.startedAt).getTime()
  const end = Math.max(new Date(clock.dueAt).getTime(), start + 1)
  const at = clock.stoppedAt ? new Date(clock.stoppedAt).getTime() : now
  const share = (moment: number) => Math.min(1, Math.max(0, (moment - start) / (end - start)))
  const pauses = clock.pauses.map((pause) => ({
    from: share(new Date(pause.from).getTime()),
    to: share(pause.to ? new Date(pause.to).getTime() : now),
  }))
  return { run: share(at), pauses, tone: barTone(clock, now, end) }
}

function barTone(clock: ClockView, now: number, end: number): Tone {
  switch (clock.outcome) {
    case 'met': return 'ontime'
    case 'missed': return 'overdue'
    case 'void':
    case 'paused': return 'stopped'
    case 'running': return now > end ? 'overdue' : end - now < SOON_MS ? 'soon' : 'ontime'
  }
}
