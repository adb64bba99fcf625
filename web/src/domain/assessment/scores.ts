/** How scores are shown, and where a unit stands among peers. */
import type { ScoreBoard, ScoreReference, ScoreScheme, UnitScore } from '@/api/types'

export type Board = UnitScore['board']
export const TOTAL = 'total'
/** The edition under which the running month stands. */
export const RUNNING = 0

/** Whether it still moves: the running month, which nobody has computed and published yet. */
export const isProvisional = (board: ScoreBoard): boolean => board.edition.number === RUNNING

export function points(value: number | undefined, language: string, decimals: number): string {
  return value === undefined ? '–' : new Intl.NumberFormat(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value)
}

/** A share as per cent; a dash where nothing counted. */
export function share(rate: number | undefined | null, language: string): string {
  return rate === undefined || rate === null ? '–' : new Intl.NumberFormat(language, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(rate)
}

export function titleOf(scheme: ScoreScheme, id: string): string {
  return [...scheme.weights, ...scheme.extras].find((one) => one.id === id)?.title ?? id
}

export function partOf(unit: UnitScore, id: string) {
  return unit.parts.find((part) => part.id === id)
}

/** A measure in per cent, the total in points: as peers report them. */
export function reported(unit: UnitScore, measure: string): number | undefined {
  if (measure === TOTAL) return unit.total
  const rate = partOf(unit, measure)?.rate
  return rate === undefined || rate === null ? undefined : rate * 100
}

export interface Standing { measure: string; own: number | undefined; rank: number | undefined; of: number; peers: { name: string; value: number }[]; lastYear: number | undefined }

/** Where the own figure stands among what peers report of the month. Whoever has the same shares the rank. */
export function standing(measure: string, own: number | undefined, month: string, references: ScoreReference[]): Standing {
  const current = references.filter((one) => !one.replaced && one.measure === measure)
  const peers = current.filter((one) => one.peer !== undefined && one.month === month).map((one) => ({ name: one.peer!, value: one.value })).sort((a, b) => b.value - a.value)
  const lastYear = current.find((one) => one.peer === undefined && one.month === yearBefore(month))?.value
  const rank = own === undefined || peers.length === 0 ? undefined : 1 + peers.filter((one) => one.value > own).length
  return { measure, own, rank, of: peers.length + 1, peers, lastYear }
}

export function yearBefore(month: string): string {
  return `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`
}
