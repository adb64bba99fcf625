/** What the sources expect of a browser when they are loaded; nothing of it answers the network. */
import 'vue' // decides at its own loading whether there is a document to draw in
import { vi } from 'vitest'

const kept = new Map<string, string>()
vi.stubGlobal('location', new URL('http://localhost/m'))
vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value), removeItem: (key: string) => kept.delete(key) })
vi.stubGlobal('document', { documentElement: { dataset: {}, lang: '' }, addEventListener: () => undefined, visibilityState: 'visible' })
