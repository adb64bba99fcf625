/** Texts that a good clerk would write: read per action and category, with what the case already tells filled in. */
import { ref, watch } from 'vue'
import { api, query } from '@/api/client'
import type { CaseDetail, Template } from '@/api/types'
import { useSession, type useDictionary } from './store'
import { dayWords, timeOfDay } from './words'

type Words = Pick<ReturnType<typeof useDictionary>, 'units' | 'categories'>

/** Fills the blanks in braces; one that the case does not answer becomes a gap for the clerk, like its own. */
export function fillIn(text: string, subject: CaseDetail, words: Words): string {
  const lead = words.units.get(subject.lead ?? '')
  const due = subject.wholeDueAt ?? subject.clock?.dueAt
  const known: Record<string, string | undefined> = {
    place: subject.place.address,
    category: words.categories.get(subject.category)?.zh,
    number: subject.number,
    due: due && `${dayWords(due)} ${timeOfDay(due)}`,
    unit: lead?.name,
    phone: lead?.phone ?? words.units.get('centre')?.phone,
  }
  return text.replace(/\{(\w+)}/g, (_, name: string) => known[name] || '【 】')
}

/** Where the clerk's first gap stands. */
export function firstGap(text: string): [number, number] | undefined {
  const found = /【[^】]*】/.exec(text)
  return found ? [found.index, found.index + found[0].length] : undefined
}

const known = new Map<string, Promise<Template[]>>()

function read(action: string, category: string): Promise<Template[]> {
  const path = '/api/v1/templates' + query({ action, category })
  const there = known.get(path)
  if (there) return there
  const fresh = api.get<{ items: Template[] }>(path).then((answer) => answer.items)
  known.set(path, fresh)
  fresh.catch(() => known.delete(path))
  return fresh
}

/** The templates for what is being done; none where they cannot be read, as without a network, and none for outside parties: they are the office's. */
export function useTemplates(of: () => { action: string; category: string }) {
  const list = ref<Template[]>([])
  if (useSession().is('party')) return list
  watch(of, async ({ action, category }) => {
    list.value = await read(action, category).catch(() => [])
  }, { immediate: true })
  return list
}
