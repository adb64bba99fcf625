/** What this device remembers of the bookings made from it. */
import { ref } from 'vue'

export interface OwnBooking { token: string; number: string; title: string; at: string }

const KEY = 'yiwang.bookings'
const BOOKINGS_MAX = 50

function read(): OwnBooking[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as OwnBooking[]
  } catch {
    return []
  }
}

export const ownBookings = ref<OwnBooking[]>(read())

export function rememberBooking(booking: OwnBooking): void {
  ownBookings.value = [booking, ...ownBookings.value.filter((one) => one.token !== booking.token)].slice(0, BOOKINGS_MAX)
  localStorage.setItem(KEY, JSON.stringify(ownBookings.value))
}
