/** The queue of this device: everything a person sends from the telephone goes through it, online or not. */
import { defineStore } from 'pinia'
import { computed, ref, toRaw } from 'vue'
import { Problem, requestKey } from '@/api/client'
import { onReturn } from '@/api/live'
import { serverNow } from '@/domain/casework/store'
import { afterFailure, sendable, type Entry, type Errand } from './entry'
import { keep } from './keep'
import { send, type Sent } from './send'

/** How an attempt ended: sent, put by until the network is back, or not possible as it is. */
export type Outcome = { sent: Sent } | { waiting: Entry } | { conflict: Entry; problem: Problem } | { refused: Problem }

const AGAIN_MS = 30_000

export const useOutbox = defineStore('outbox', () => {
  const entries = ref<Entry[]>([])
  const person = ref('')
  const waiting = computed(() => entries.value.filter((entry) => entry.status === 'waiting').length)
  const troubled = computed(() => entries.value.filter((entry) => entry.status !== 'waiting').length)
  const listeners = new Set<(entry: Entry, sent: Sent) => void>()
  const underway = new Set<string>()
  let busy = false

  async function load(): Promise<void> {
    entries.value = await keep.all().catch(() => [])
    addEventListener('online', () => void flush())
    onReturn(() => void flush())
    setInterval(() => void flush(), AGAIN_MS)
    void flush()
  }

  /** Whose entries may be sent. */
  function serve(id: string): void {
    person.value = id
    void flush()
  }

  /** Called for each entry that is sent later than it was handed in. */
  function onSent(listener: (entry: Entry, sent: Sent) => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  /** Sends now if that is possible; keeps it for later where only the network is at fault. */
  async function submit(title: string, errand: Errand): Promise<Outcome> {
    const entry: Entry = { id: requestKey(), at: new Date(serverNow()).toISOString(), title, person: errand.kind === 'report' ? '' : person.value, errand, status: 'waiting' }
    await put(entry)
    return attempt(entry)
  }

  /** Sends a case's action once more, on what the case has become since. */
  async function insist(entry: Entry, version: number): Promise<Outcome> {
    await drop(entry.id)
    const errand = toRaw(entry.errand)
    return submit(entry.title, errand.kind === 'action' ? { ...errand, version } : errand)
  }

  async function attempt(entry: Entry): Promise<Outcome> {
    underway.add(entry.id)
    try {
      const sent = await send(entry, () => put(entry))
      await drop(entry.id)
      return { sent }
    } catch (error) {
      return failed(entry, Problem.of(error))
    } finally {
      underway.delete(entry.id)
    }
  }

  async function failed(entry: Entry, problem: Problem): Promise<Outcome> {
    entry.status = afterFailure(problem)
    switch (entry.status) {
      case 'waiting':
        await put(entry)
        return { waiting: entry }
      case 'conflict':
        await drop(entry.id)
        return { conflict: entry, problem }
      case 'refused':
        await drop(entry.id)
        return { refused: problem }
    }
  }

  async function flush(): Promise<void> {
    if (busy || navigator.onLine === false || waiting.value === 0) return
    busy = true
    try {
      await alone(async () => {
        for (const entry of sendable(entries.value.map((one) => toRaw(one)), person.value)) if (!underway.has(entry.id)) await later(entry)
      })
    } finally {
      busy = false
    }
  }

  /** What fails here has nobody looking on, so it stays on the list with its reason. */
  async function later(entry: Entry): Promise<void> {
    const outcome = await attempt(entry)
    if ('sent' in outcome) return listeners.forEach((listener) => listener(entry, outcome.sent))
    if ('waiting' in outcome) return
    const problem = 'refused' in outcome ? outcome.refused : outcome.problem
    const { code, sentence, remedy, field } = problem
    await put({ ...entry, status: 'refused' in outcome ? 'refused' : 'conflict', problem: { code, sentence, remedy, field } })
  }

  async function put(entry: Entry): Promise<void> {
    entries.value = [...entries.value.filter((one) => one.id !== entry.id), entry]
    await keep.put(toRaw(entry)).catch((error: unknown) => console.warn('The queue could not be kept on this device', error))
  }

  async function drop(id: string): Promise<void> {
    entries.value = entries.value.filter((one) => one.id !== id)
    await keep.drop(id).catch((error: unknown) => console.warn('The queue could not be changed on this device', error))
  }

  return { entries, waiting, troubled, load, serve, submit, insist, flush, drop, onSent }
})

/** Two pages of one browser must not send the same entry at once. */
async function alone(work: () => Promise<void>): Promise<void> {
  if (navigator.locks) await navigator.locks.request('yiwang-outbox', { ifAvailable: true }, (lock) => (lock ? work() : undefined))
  else await work()
}
