/** Work that may be refused: whether it is going on, and what it was refused for. */
import { ref } from 'vue'
import { Problem } from '@/api/client'

export function useGuarded() {
  const busy = ref(false)
  const problem = ref<Problem>()

  async function guarded(work: () => Promise<unknown>): Promise<void> {
    busy.value = true
    problem.value = undefined
    try {
      await work()
    } catch (error) {
      problem.value = Problem.of(error)
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, guarded }
}
