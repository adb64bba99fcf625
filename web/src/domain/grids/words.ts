/** How what is not plain about a cell is called and drawn: by colour, by shape and by word. */
import type { GridPoint, GridTouch } from '@/api/types'

export type Kind = 'open' | 'decided' | 'gap' | 'touched'

export interface CellMark { cell: string; kind: Kind }

export const kindOf = (point: Pick<GridPoint, 'open' | 'grid' | 'finding' | 'name'>): Kind => (point.open ? 'open' : !point.grid ? 'gap' : point.name ? 'decided' : 'gap')

const WEIGHT: Record<Kind, number> = { open: 3, gap: 2, touched: 1, decided: 0 }

/** One mark a cell: of several the one that most needs a person. */
export function marksOf(points: GridPoint[], touches: GridTouch[]): CellMark[] {
  const marks = new Map<string, Kind>()
  const put = (cell: string, kind: Kind) => {
    const there = marks.get(cell)
    if (!there || WEIGHT[kind] > WEIGHT[there]) marks.set(cell, kind)
  }
  for (const point of points) put(point.cell, kindOf(point))
  for (const touch of touches) put(touch.cell, touch.open ? 'open' : 'touched')
  return [...marks].map(([cell, kind]) => ({ cell, kind }))
}

/** A grid with its person; the same person may hold several. */
export const heldBy = (part: { name: string; holder: string } | undefined, nobody: string) => (part ? `${part.holder} (${part.name})` : nobody)

export const percent = (share: number) => Math.round(share * 100)
