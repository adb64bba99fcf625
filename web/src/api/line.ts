/** One stream of server-sent events that heals by itself: opened anew when it breaks, when the network returns and when the page is looked at again. */
const RETRY_MS_MIN = 500

interface Wishes {
  /** where to, asked each time */
  address: () => string
  /** by event; the server's `hello` says that the stream stands */
  hear: Record<string, (event: MessageEvent<string>) => void>
  lost: () => void
  retryMsMax: number
}

export interface Line { end: () => void }

export function openLine({ address, hear, lost, retryMsMax }: Wishes): Line {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = 0

  function open(): void {
    clearTimeout(timer)
    source = new EventSource(address())
    source.addEventListener('hello', () => (wait = 0))
    for (const [name, listener] of Object.entries(hear)) source.addEventListener(name, listener)
    source.onerror = retry
  }

  /** EventSource gives up on an answer that is not a stream (503 while starting, 429), so reopening is done here. */
  function retry(): void {
    lost()
    source?.close()
    source = undefined
    wait = Math.min(retryMsMax, Math.max(RETRY_MS_MIN, wait * 2))
    clearTimeout(timer)
    timer = setTimeout(open, wait * (0.75 + Math.random() / 2))
  }

  function wake(): void {
    if (source) return
    wait = 0
    open()
  }

  const broken = () => source && retry()
  const seen = () => document.visibilityState === 'visible' && wake()
  addEventListener('online', wake)
  addEventListener('offline', broken)
  document.addEventListener('visibilitychange', seen)
  open()

  return {
    end(): void {
      removeEventListener('online', wake)
      removeEventListener('offline', broken)
      document.removeEventListener('visibilitychange', seen)
      clearTimeout(timer)
      source?.close()
      source = undefined
    },
  }
}
