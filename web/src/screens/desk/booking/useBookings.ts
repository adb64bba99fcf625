/** The bookings and trips of a day, as the desk shows them. */
import { computed, reactive, ref, watch } from 'vue'
import { api, Problem, query } from '@/api/client'
import type { Booking, BookingPage, CollectionOffering, Trip } from '@/api/types'
import { keyOf } from '@/domain/booking/words'
import { localDay } from '@/domain/casework/calendar'
import { now } from '@/domain/casework/store'

const ROWS = 200

export function useBookings() {
  const asked = reactive({ day: localDay(now.value), offering: '', late: false })
  const offerings = ref<CollectionOffering[]>([])
  const bookings = ref<Booking[]>()
  const trips = ref<Trip[]>([])
  const next = ref<string>()
  const overdue = ref(0)
  const problem = ref<Problem>()
  const chosen = computed(() => offerings.value.find((one) => keyOf(one.offering) === asked.offering))
  const offeringOf = (one: { pack: string; name: string } | undefined) => offerings.value.find(({ offering }) => one !== undefined && keyOf(offering) === keyOf(one))

  async function guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work()
      problem.value = undefined
    } catch (error) {
      problem.value = Problem.of(error)
    }
  }

  /** Without a day those that are not over. */
  const wanted = () => ({
    day: asked.late ? undefined : asked.day, overdue: asked.late || undefined, limit: ROWS, state: asked.day || asked.late ? undefined : 'booked,planned',
    pack: chosen.value?.offering.pack, name: chosen.value?.offering.name,
  })

  const load = (cursor?: string) => guarded(async () => {
    const [page, made] = await Promise.all([
      api.get<BookingPage>('/api/v1/bookings' + query({ ...wanted(), cursor })),
      api.get<{ items: Trip[] }>('/api/v1/trips' + query({ day: asked.late ? undefined : asked.day })),
    ])
    bookings.value = cursor ? [...(bookings.value ?? []), ...page.items] : page.items
    next.value = page.next
    overdue.value = page.overdue
    trips.value = made.items
  })

  void guarded(async () => {
    offerings.value = (await api.get<{ items: CollectionOffering[] }>('/api/v1/bookings/offerings')).items
  })
  watch(asked, () => load(), { immediate: true })

  return { asked, offerings, chosen, offeringOf, bookings, trips, next, overdue, problem, load }
}
