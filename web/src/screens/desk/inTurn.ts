/** Works through a list with so many at a time; the answers stand in the order of the list. */
export async function inTurn<T, R>(list: T[], workers: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = []
  let next = 0
  async function worker(): Promise<void> {
    while (next < list.length) {
      const at = next++
      answers[at] = await work(list[at]!)
    }
  }
  await Promise.all(Array.from({ length: Math.min(workers, list.length) }, worker))
  return answers
}
