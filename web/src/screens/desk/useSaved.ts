/** The filters that the server keeps for this person, each with the number of cases that it finds. */
import { ref } from 'vue'
import { api, Problem } from '@/api/client'
import { readOld, type Filters, type Saved } from './filters'

const PATH = '/api/v1/me/filters'
/** Where this browser kept them before. */
const OLD = 'yiwang.filters'
/** Answers that will be the same however often it is asked. */
const FINAL = [400, 403, 409, 422]

export function useSaved() {
  const saved = ref<Saved[]>([])

  async function read(): Promise<void> {
    await takeOver()
    saved.value = (await api.get<{ items: Saved[] }>(PATH)).items
  }

  /** Keeps a filter under a name, over the own one of that name if there is one. */
  async function keep(name: string, filter: Partial<Filters>, shared: boolean): Promise<void> {
    const there = saved.value.find((one) => !one.owner && one.name.toLowerCase() === name.toLowerCase())
    await (there ? api.put(`${PATH}/${there.id}`, { name, filter, shared }) : api.post(PATH, { name, filter, shared }))
    await read()
  }

  const share = (one: Saved, shared: boolean) => api.put(`${PATH}/${one.id}`, { name: one.name, filter: one.filter, shared }).then(read)
  const drop = (one: Saved) => api.delete(`${PATH}/${one.id}`).then(read)

  return { saved, read, keep, share, drop }
}

/** Once: what the server refuses, such as a name that is taken, was kept better elsewhere; without a network it stays for the next time. */
async function takeOver(): Promise<void> {
  const old = readOld(localStorage.getItem(OLD))
  localStorage.removeItem(OLD)
  for (const [at, { name, filters }] of old.entries()) {
    try {
      await api.post(PATH, { name, filter: filters })
    } catch (error) {
      if (FINAL.includes(Problem.of(error).status)) continue
      localStorage.setItem(OLD, JSON.stringify(old.slice(at)))
      throw error
    }
  }
}

export type SavedFilters = ReturnType<typeof useSaved>
