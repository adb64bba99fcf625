/** How lists, items and days are said; the same on desk and phone. */
import type { ListItem, ListItemDetail } from '@/api/types'
import { dayWords } from '@/domain/casework/words'
import { i18n } from '@/i18n'

const NOON = 'T12:00:00+08:00'

/** “11月9日 周二” of a day without a time. */
export const dayOf = (day: string) => dayWords(day + NOON)

/** What is remarkable about an item beside its state, the most pressing first. */
export function marks(item: ListItem): { text: string; tone: 'overdue' | 'soon' | '' }[] {
  const t = i18n.global.t
  const found: { text: string; tone: 'overdue' | 'soon' | '' }[] = []
  if (item.late) found.push({ text: t('lists.late'), tone: 'overdue' })
  if (item.chases) found.push({ text: t('lists.chased', { n: item.chases }) + (item.acknowledged ? '' : ` · ${t('lists.unsigned')}`), tone: item.acknowledged ? '' : 'soon' })
  if (item.ask) found.push({ text: t('lists.asked', { day: dayOf(item.ask) }), tone: 'soon' })
  if (item.sentBack) found.push({ text: t('lists.sentBack', { n: item.sentBack }), tone: '' })
  if (item.extensions) found.push({ text: t('lists.extended', { n: item.extensions }), tone: '' })
  return found
}

/** Steps that bring the item on come first, those that stop it last. */
export function inOrder(steps: ListItemDetail['steps']): ListItemDetail['steps'] {
  const order = ['acknowledge', 'accept', 'hand-in', 'verify', 'grant-time', 'refuse-time', 'report', 'ask-time', 'send-back', 'chase', 'reopen', 'drop']
  return [...steps].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
}
