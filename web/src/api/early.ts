/** Answers that the page asked for before its program was there (public/early.js); each is good once, and only while the page is young. */
const YOUNG_MS = 10_000
const asked = (globalThis as { early?: Map<string, Promise<Response | undefined>> }).early

setTimeout(() => asked?.clear(), YOUNG_MS)

/** Nothing where nobody asked or the answer was no use: then it is asked for again, with all that a request needs. */
export async function early(path: string): Promise<Response | undefined> {
  const there = asked?.get(path)
  asked?.delete(path)
  const answer = await there?.catch(() => undefined)
  return answer?.ok ? answer : undefined
}
