/** Talks to the server; every refusal becomes a Problem with its sentence and remedy. */
import { i18n } from '@/i18n'
import { early } from './early'

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly sentence: string,
    readonly remedy: string,
    readonly field?: string,
    /** the whole answer, where it says more than a sentence can */
    readonly body?: Record<string, unknown>,
  ) {
    super(sentence)
  }

  /** Whatever was thrown, as something that can be shown. */
  static of(error: unknown): Problem {
    if (error instanceof Problem) return error
    return new Problem(-1, 'unknown', i18n.global.t('ui.defect'), error instanceof Error ? error.message : String(error))
  }

  get offline(): boolean {
    return this.status === 0
  }
}

type Query = Record<string, string | number | boolean | undefined | null>

export function query(parameters: Query): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return given.length === 0 ? '' : '?' + new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()
}

/** Random enough to be unique; works on plain http inside an office, where randomUUID is not there. */
export function requestKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function send<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  const form = body instanceof FormData
  const file = body instanceof Blob
  let answer: Response
  try {
    answer = (method === 'GET' ? await early(path) : undefined) ?? await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        'Accept-Language': i18n.global.locale.value,
        'X-Requested-With': 'yiwang',
        ...(method === 'POST' ? { 'Idempotency-Key': requestKey() } : {}),
        ...(form || body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: form || file ? (body as FormData | Blob) : body === undefined ? undefined : JSON.stringify(body),
    })
  } catch {
    const t = i18n.global.t
    throw new Problem(0, 'offline', t('ui.offline'), t('ui.offlineRemedy'))
  }
  if (answer.ok) return (answer.status === 204 ? undefined : await answer.json()) as T
  throw await refusal(answer)
}

async function refusal(answer: Response): Promise<Problem> {
  const problem = await answer.json().catch(() => ({}))
  return new Problem(answer.status, problem.code ?? 'unknown', problem.title ?? answer.statusText, problem.remedy ?? '', problem.field, problem)
}

/** Saves what the server gives as a file, in the language of the page rather than that of the browser. */
export async function download(path: string): Promise<void> {
  const answer = await fetch(path, { credentials: 'same-origin', headers: { 'Accept-Language': i18n.global.locale.value } })
  if (!answer.ok) throw await refusal(answer)
  const name = /filename="?([^";]+)"?(;|$)/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1]
  const address = URL.createObjectURL(await answer.blob())
  const link = Object.assign(document.createElement('a'), { href: address, download: name ?? path.split('/').pop()!.split('?')[0]! })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

export const api = {
  get: <T>(path: string) => send<T>('GET', path),
  post: <T>(path: string, body?: unknown, headers?: Record<string, string>) => send<T>('POST', path, body, headers),
  put: <T>(path: string, body: unknown, headers?: Record<string, string>) => send<T>('PUT', path, body, headers),
  delete: <T>(path: string, headers?: Record<string, string>) => send<T>('DELETE', path, undefined, headers),
}
