/** Bookings in words: what, when, how much, and how they stand. */
import type { Booking, BookingAmount, BookingOffering, BookingSlot } from '@/api/types'
import { dayWords, type Tone } from '@/domain/casework/words'
import type { Outline } from '@/domain/territory/outline'
import { i18n, isEnglish } from '@/i18n'

const t = (key: string, named: Record<string, unknown> = {}) => i18n.global.t(key, named)

export const named = (word: { zh: string; en: string } | undefined) => (word ? (isEnglish() ? word.en : word.zh) : '')

export const keyOf = (offering: { pack: string; name: string }) => `${offering.pack}/${offering.name}`

/** The day as a moment at noon in Shanghai, for words about it. */
export const noon = (day: string) => `${day}T12:00:00+08:00`

export const dayOf = (day: string) => dayWords(noon(day))

export const slotWords = (slot: { day: string; begins: string; ends: string }) => `${dayOf(slot.day)} ${slot.begins}–${slot.ends}`

export function goodsWords(offering: BookingOffering | undefined, amounts: BookingAmount[]): string {
  return amounts.map((amount) => {
    const goods = offering?.goods.find((one) => one.id === amount.goods)
    return `${goods ? named(goods) : amount.goods} × ${amount.count}`
  }).join(t('ui.comma'))
}

export function toneOfBooking(booking: Pick<Booking, 'state' | 'overdue'>): Tone {
  if (booking.overdue) return 'overdue'
  if (booking.state === 'booked') return 'soon'
  return booking.state === 'planned' || booking.state === 'served' ? 'ontime' : 'stopped'
}

/** Slots by day, in their order. */
export function byDay(slots: BookingSlot[]): { day: string; slots: BookingSlot[] }[] {
  const days = new Map<string, BookingSlot[]>()
  for (const slot of slots) days.set(slot.day, [...(days.get(slot.day) ?? []), slot])
  return [...days].map(([day, own]) => ({ day, slots: own }))
}

export const sameSlot = (one: { day: string; begins: string } | undefined, other: { day: string; begins: string }) => one?.day === other.day && one.begins === other.begins

/** What is asked for as requests name it: those of which there is one at least. */
export const amountsOf = (counts: Record<string, number>): BookingAmount[] => Object.entries(counts).filter(([, count]) => count > 0).map(([goods, count]) => ({ goods, count }))

export const tons = (kilograms: number) => (kilograms / 1000).toFixed(2)
export const kilometres = (metres: number) => (metres / 1000).toFixed(1)

/** A line on the map from the start past all stops and back; it leads to no record. */
export const WAY = 'way'

export function wayOf(start: { lon: number; lat: number } | undefined, stops: { lon: number; lat: number }[]): Outline[] {
  if (!start || !stops.length) return []
  return [{ id: WAY, shape: { type: 'LineString', coordinates: [start, ...stops, start].map(({ lon, lat }) => [lon, lat]) } }]
}
