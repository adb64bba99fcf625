/** What a finding and an effect mean, in sentences that a resident understands; pure. */
import type { Finding, PreventionEffect } from '@/api/types'
import { i18n } from '@/i18n'

const CHANCE_LEAST = 1e-6

/** Expected numbers are said with one decimal below ten, whole above. */
export const about = (n: number) => (n < 9.95 ? n.toFixed(1) : String(Math.round(n)))

/** “1 in 5,000”, rounded to two digits; what is rarer than one in a million is said to be that. */
export function chanceWords(p: number): string {
  const t = i18n.global.t
  if (p <= CHANCE_LEAST) return t('insight.chanceLeast')
  const times = Number((1 / p).toPrecision(2))
  return t('insight.chance', { n: new Intl.NumberFormat(i18n.global.locale.value).format(times) })
}

const days = (finding: Finding) => Math.round((Date.parse(finding.to) - Date.parse(finding.from)) / 86_400_000) + 1

/** What, where, when and how unlikely. */
export function sentence(finding: Finding, category: string): string {
  return i18n.global.t(`insight.sentence.${finding.kind}`, {
    category, n: finding.observed, expected: about(finding.expected), cells: finding.cells.length, days: days(finding), label: finding.label,
    growth: ((finding.score - 1) * 100).toFixed(1), chance: chanceWords(finding.p),
  })
}

/** How many times what was expected; 0 where nothing was. */
export const times = (finding: Finding) => (finding.expected > 0 ? finding.observed / finding.expected : 0)

const change = (ratio: number) => Math.round(Math.abs(ratio - 1) * 100)
const signed = (ratio: number) => (ratio > 9.99 ? '> +900' : `${ratio >= 1 ? '+' : '−'}${change(ratio)}`)

export function effectSentence(effect: PreventionEffect): string {
  return i18n.global.t(`insight.effect.${effect.verdict}`, { n: change(effect.ratio), low: signed(effect.low), high: signed(effect.high) })
}

export function effectCounts(effect: PreventionEffect): string {
  return i18n.global.t('insight.effect.counts', { ...effect })
}
