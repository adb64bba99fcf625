/** Changes come in bursts: the first is answered at once, those that follow within `ms` together, one reading at a time. */
export function burst(work: () => Promise<unknown> | void, ms: number): { soon: () => void; end: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let busy = false
  let again = false

  async function run(): Promise<void> {
    busy = true
    again = false
    try {
      await work()
    } finally {
      busy = false
      timer = setTimeout(rest, ms)
    }
  }

  function rest(): void {
    timer = undefined
    if (again) void run()
  }

  return {
    soon(): void {
      if (busy || timer) again = true
      else void run()
    },
    end: () => clearTimeout(timer),
  }
}
