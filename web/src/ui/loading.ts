import type { Schema } from '@/api/types'

type State = Schema<'LoadingState'>

const POLL_MS = 700

/** Shows at the foot of the page how far the demonstration year has been loaded, until it is. `words` puts the sentence together. */
export async function showLoading(words: (state: State) => string): Promise<void> {
  let bar: HTMLElement | undefined
  for (let state = await read(); state?.running; state = await read()) {
    bar ??= document.body.appendChild(element())
    const share = Math.round((100 * state.done) / state.total)
    bar.setAttribute('aria-valuenow', String(share))
    bar.querySelector('i')!.style.width = `${share}%`
    bar.querySelector('span')!.textContent = words(state)
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  bar?.remove()
}

async function read(): Promise<State | null> {
  try {
    return (await (await fetch('/api/v1/progress')).json()).demonstration ?? null
  } catch {
    return null
  }
}

function element(): HTMLElement {
  const bar = document.createElement('div')
  bar.className = 'loading'
  bar.setAttribute('role', 'progressbar')
  bar.append(document.createElement('i'), document.createElement('span'))
  return bar
}
