/** Who is signed in, the dictionary, and the present minute; shared by the screens. */
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { api } from '@/api/client'
import { leave } from '@/api/live'
import type { Category, Dictionary, Me, FormField, Word } from '@/api/types'
import { isEnglish } from '@/i18n'

/** Nobody signed in is an answer here, not an error. */
const SESSION = '/api/v1/session?optional=true'

export const useSession = defineStore('session', () => {
  const me = ref<Me>()
  const known = ref(false)

  async function load(): Promise<void> {
    try {
      enter(await api.get<Me | undefined>(SESSION))
    } finally {
      known.value = true
    }
  }

  function enter(person: Me | undefined): void {
    me.value = person
    if (person) setServerTime(person.now)
  }

  /** Where a service worker keeps what was read, the person is read once more, to be known without a network too. */
  async function signIn(login: string, password: string): Promise<void> {
    enter(await api.post<Me>('/api/v1/session', { login, password }))
    if (navigator.serviceWorker?.controller) void api.get(SESSION).catch(() => undefined)
  }

  async function signOut(): Promise<void> {
    leave()
    navigator.serviceWorker?.controller?.postMessage('forget')
    await api.delete('/api/v1/session')
    location.reload()
  }

  const may = (permission: string) => me.value?.permissions.includes(permission) ?? false
  const is = (role: Me['roles'][number]) => me.value?.roles.includes(role) ?? false
  return { me, known, load, signIn, signOut, may, is }
})

export const useDictionary = defineStore('dictionary', () => {
  const words = ref<Dictionary>()
  const units = computed(() => new Map(words.value?.units.map((unit) => [unit.id, unit])))
  const categories = computed(() => new Map(words.value?.categories.map((category) => [category.code, category])))

  async function load(): Promise<void> {
    words.value ??= await api.get<Dictionary>('/api/v1/dictionary')
  }

  async function reload(): Promise<void> {
    words.value = await api.get<Dictionary>('/api/v1/dictionary')
  }

  const say = (word: { zh: string; en: string } | undefined, otherwise: string) =>
    word ? (isEnglish() ? word.en : word.zh) : otherwise
  const of = (list: Word[] | undefined, id: string) => say(list?.find((word) => word.id === id), id)

  const state = (id: string) => of(words.value?.states, id)
  const action = (id: string) => of(words.value?.actions, id)
  const clock = (id: string) => of(words.value?.clocks, id)
  const channel = (id: string) => of(words.value?.channels, id)
  const reason = (list: string, id: string) => of(words.value?.reasons[list], id)
  /** A reason's words where only its code is at hand; codes are unique over all lists. */
  const anyReason = (id: string) => of(Object.values(words.value?.reasons ?? {}).flat(), id)
  const category = (code: string) => say(categories.value.get(code), code)
  const find = (code: string): Category | undefined => categories.value.get(code)
  /** What is asked about the category. A dictionary kept on the device from before there were forms asks nothing. */
  const form = (code: string): FormField[] => words.value?.forms?.[code] ?? []
  const unit = (id: string | undefined) => {
    const found = id ? units.value.get(id) : undefined
    return found ? (isEnglish() ? found.nameEn : found.name) : (id ?? '')
  }
  /** A case that nobody has named is called after its category, which has a name in both languages. */
  const title = (line: { title: string; category: string }) => (line.title === categories.value.get(line.category)?.zh ? category(line.category) : line.title)
  return { words, units, categories, load, reload, say, state, action, clock, channel, reason, anyReason, category, find, form, unit, title }
})

const AHEAD = 'yiwang.ahead'
/** How far the server's clock is ahead of this device's, as last known: a report made without a network bears the time of the work, too. */
let ahead = Number(localStorage.getItem(AHEAD)) || 0

/** The present moment by the server's clock, moved on every half minute: what depends on it is drawn anew. */
export const now = ref(serverNow())
setInterval(() => (now.value = serverNow()), 30_000)

/** The present moment to the millisecond. */
export function serverNow(): number {
  return Date.now() + ahead
}

export function setServerTime(at: string): void {
  ahead = new Date(at).getTime() - Date.now()
  localStorage.setItem(AHEAD, String(ahead))
  now.value = serverNow()
}
