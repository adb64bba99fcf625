/** Which letter takes which action; a letter serves two actions only where they are never offered together. */
import type { ActionOffer } from '@/api/types'

export const ACTION_KEYS: Record<string, string> = {
  accept: 'a', dispatch: 'd', arbitrate: 'd', claim: 'c', assign: 'i', feedback: 'f', 'take-step': 'f', 'self-handle': 'f',
  'ask-return': 'r', 'grant-return': 'g', 'grant-extension': 'g', pass: 'p', fail: 'x', decline: 'x', close: 'e', visit: 'v',
  urge: 'u', supervise: 's', acknowledge: 'y', contact: 't', answer: 'w', comment: 'b', merge: 'm', suspend: 'h', resume: 'h', reopen: 'l',
}

export function keyOf(offer: Pick<ActionOffer, 'id'>): string {
  return ACTION_KEYS[offer.id] ?? ''
}

export function actionFor(key: string, offers: ActionOffer[]): ActionOffer | undefined {
  return offers.find((offer) => ACTION_KEYS[offer.id] === key)
}

/** Whether a key press belongs to a field or to the browser, and not to the desk. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true
  const target = event.target
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) || target.closest('dialog, [role=application]') !== null)
}
