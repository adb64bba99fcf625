/** Keeps a reporter's page in step: told by the stream under the private link; without one the page asks each minute. A hidden page does neither. */
import { onMounted, onUnmounted } from 'vue'
import { burst } from '@/api/burst'
import { openLine, type Line } from '@/api/line'

const TOGETHER_MS = 300
const ASK_MS = 60_000

export function useFollow(token: string, load: () => Promise<void>): void {
  const news = burst(load, TOGETHER_MS)
  let line: Line | undefined
  let told = false
  let timer: ReturnType<typeof setInterval> | undefined

  /** The page reads at once whatever becomes of the stream, and again when it stands: what happened meanwhile came too early for it. */
  function look(): void {
    if (line) return
    news.soon()
    line = openLine({
      address: () => `/api/v1/public/reports/${encodeURIComponent(token)}/live`,
      hear: {
        hello: () => {
          told = true
          news.soon()
        },
        changed: news.soon,
      },
      lost: () => (told = false),
      retryMsMax: ASK_MS,
    })
    timer = setInterval(() => told || news.soon(), ASK_MS)
  }

  function rest(): void {
    line?.end()
    line = undefined
    told = false
    clearInterval(timer)
  }

  const turn = () => (document.visibilityState === 'visible' ? look() : rest())
  onMounted(() => {
    turn()
    document.addEventListener('visibilitychange', turn)
  })
  onUnmounted(() => {
    document.removeEventListener('visibilitychange', turn)
    rest()
    news.end()
  })
}
