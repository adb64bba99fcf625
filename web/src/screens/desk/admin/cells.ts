/** What the import of the cells answers, and how one cell of the layer is exchanged. */
import type { ImportReport } from '@/api/types'
import type { CellFeature } from '@/domain/territory/CellMap.vue'

export type Fault = { kind: 'error'; feature: string; message: string; a: ''; b: ''; squareMetres: 0 } | { kind: 'overlap' | 'gap'; a: string; b: string; squareMetres: number }

/** Faults first, then what overlaps or is left open, the largest first. */
export function faultsOf(answer: ImportReport): Fault[] {
  const patches = (kind: 'overlap' | 'gap', list: ImportReport['gaps']): Fault[] =>
    [...list].sort((one, other) => other.squareMetres - one.squareMetres).map((patch) => ({ kind, a: patch.of[0] ?? '', b: patch.of[1] ?? '', squareMetres: Math.round(patch.squareMetres) }))
  return [
    ...answer.errors.map((one): Fault => ({ kind: 'error', feature: one.feature, message: `${one.message} ${one.remedy}`, a: '', b: '', squareMetres: 0 })),
    ...patches('overlap', answer.overlaps), ...patches('gap', answer.gaps),
  ]
}

export function replaced(features: CellFeature[], code: string, properties: Partial<CellFeature['properties']>, geometry?: object): CellFeature[] {
  return features.map((cell) => (cell.properties.code === code ? { ...cell, properties: { ...cell.properties, ...properties }, geometry: geometry ?? cell.geometry } : cell))
}
