/** The report being made; it outlives a change of page, so that going back loses nothing. */
import { reactive } from 'vue'
import type { Given } from '@/domain/scenario/form'
import type { LocalPhoto } from '@/domain/outbox/entry'
import type { Spot } from './report'

export const STEPS = ['photos', 'place', 'category', 'words'] as const
export type Step = (typeof STEPS)[number]

interface Draft { step: Step; photos: LocalPhoto[]; spot: Spot | undefined; category: string; answers: Given; description: string; phone: string; name: string }

const EMPTY = (): Draft => ({ step: 'photos', photos: [], spot: undefined, category: '', answers: {}, description: '', phone: '', name: '' })

export const draft = reactive<Draft>(EMPTY())

export function clearDraft(): void {
  Object.assign(draft, EMPTY())
}
