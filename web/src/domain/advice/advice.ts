/** What the server suggests for a matter, asked for while it is being written down. */
import { ref, watch } from 'vue'
import { api } from '@/api/client'
import type { Advice } from '@/api/types'

const ASK_MS = 450
const CHARACTERS_MIN = 4

export interface Question { text: string; category?: string; lon?: number; lat?: number; phone?: string }

/** Asks again whenever what is known of the matter changes, at most once a moment; a late answer never replaces a later one. */
export function useAdvice(question: () => Question) {
  const advice = ref<Advice>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let request = 0

  async function ask(): Promise<void> {
    const mine = ++request
    const wanted = question()
    if (wanted.text.trim().length < CHARACTERS_MIN) {
      advice.value = undefined
      return
    }
    // Advice is a help, not a part of the form: without it everything goes on.
    const found = await api.post<Advice>('/api/v1/advice', wanted).catch(() => undefined)
    if (mine === request) advice.value = found
  }

  watch(() => JSON.stringify(question()), () => {
    clearTimeout(timer)
    timer = setTimeout(() => void ask(), ASK_MS)
  })
  return advice
}

/** Parts of a text, those marked that are among the words. */
export function marked(text: string, words: readonly string[]): { text: string; on: boolean }[] {
  const parts: { text: string; on: boolean }[] = []
  let rest = text
  while (rest) {
    const found = words.map((word) => ({ word, at: rest.indexOf(word) })).filter((one) => one.word && one.at >= 0).sort((a, b) => a.at - b.at || b.word.length - a.word.length)[0]
    if (!found) break
    if (found.at) parts.push({ text: rest.slice(0, found.at), on: false })
    parts.push({ text: found.word, on: true })
    rest = rest.slice(found.at + found.word.length)
  }
  if (rest) parts.push({ text: rest, on: false })
  return parts
}
