/** Marks that would overlap become one, with their number and the worst state among them. */
import type { Tone } from '@/domain/casework/words'

export interface Point { id: string; x: number; y: number; tone: Tone }
export interface Cluster { ids: string[]; x: number; y: number; tone: Tone }

const WORSE: Record<Tone, number> = { overdue: 3, soon: 2, ontime: 1, stopped: 0 }

export function worst(a: Tone, b: Tone): Tone {
  return WORSE[a] >= WORSE[b] ? a : b
}

/**
 * Groups points by squares of {@code size} (same unit as x and y), then joins groups whose centres are nearer than that.
 * Linear in the number of points; the outcome does not depend on their order.
 */
export function cluster(points: Point[], size: number): Cluster[] {
  const squares = new Map<string, Cluster>()
  for (const point of [...points].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const key = `${Math.floor(point.x / size)},${Math.floor(point.y / size)}`
    const there = squares.get(key)
    if (there) join(there, { ids: [point.id], x: point.x, y: point.y, tone: point.tone })
    else squares.set(key, { ids: [point.id], x: point.x, y: point.y, tone: point.tone })
  }
  const done: Cluster[] = []
  for (const group of [...squares.values()].sort((a, b) => b.ids.length - a.ids.length || (a.ids[0]! < b.ids[0]! ? -1 : 1))) {
    const near = done.find((other) => Math.hypot(other.x - group.x, other.y - group.y) < size * 0.8)
    if (near) join(near, group)
    else done.push(group)
  }
  return done
}

function join(into: Cluster, other: Cluster): void {
  const all = into.ids.length + other.ids.length
  into.x = (into.x * into.ids.length + other.x * other.ids.length) / all
  into.y = (into.y * into.ids.length + other.y * other.ids.length) / all
  into.tone = worst(into.tone, other.tone)
  into.ids.push(...other.ids)
}
