/** Sentences that a person writes often, per action; kept on this device, offered where an action takes text. */
import { reactive } from 'vue'

const KEY = 'yiwang.phrases'
export const PHRASES_MAX = 8
export type Phrases = Record<string, string[]>

/** Puts a sentence first among those of its action; the one unused longest leaves. */
export function keepPhrase(all: Phrases, action: string, text: string): Phrases {
  const clean = text.trim()
  if (!clean) return all
  return { ...all, [action]: [clean, ...(all[action] ?? []).filter((one) => one !== clean)].slice(0, PHRASES_MAX) }
}

export function dropPhrase(all: Phrases, action: string, text: string): Phrases {
  return { ...all, [action]: (all[action] ?? []).filter((one) => one !== text) }
}

function read(): Phrases {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Phrases
  } catch {
    return {}
  }
}

const state = reactive({ all: read() })

export function usePhrases(action: () => string) {
  const write = (all: Phrases) => {
    state.all = all
    localStorage.setItem(KEY, JSON.stringify(all))
  }
  return {
    list: () => state.all[action()] ?? [],
    keep: (text: string) => write(keepPhrase(state.all, action(), text)),
    drop: (text: string) => write(dropPhrase(state.all, action(), text)),
  }
}
