import type { DeviceMessage } from '@/api/types'
import { wordsOf } from '@/domain/scenario/form'

/** A value as people read it, with its unit. */
export function shownValue(one: DeviceMessage['values'][number]): string {
  if (one.shown) return wordsOf(one.shown)
  return one.unit ? `${one.value} ${wordsOf(one.unit)}` : one.value
}

/** Where a picture lies that a message carries; undefined of anything else. */
export function pictureOf(one: DeviceMessage['values'][number]): string | undefined {
  return one.name === 'image' && /^https?:\/\//.test(one.value) ? one.value : undefined
}
