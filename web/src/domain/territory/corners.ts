/** Lines and areas as GeoJSON geometries (RFC 7946), and their corners as a person lists them. */
export type Corner = [lon: number, lat: number]
export interface Shape { type: string; coordinates: unknown }
export type ShapeKind = 'line' | 'area'

const DIGITS = 6
const LEAST: Record<ShapeKind, number> = { line: 2, area: 3 }

/** The corners in order, of an area without the first one once more; undefined for shapes of several parts or with holes, which have no single order. */
export function cornersOf(shape: Shape | undefined): Corner[] | undefined {
  if (!shape) return []
  if (shape.type === 'LineString') return [...(shape.coordinates as Corner[])]
  const rings = shape.coordinates as Corner[][]
  return shape.type === 'Polygon' && rings.length === 1 ? rings[0]!.slice(0, -1) : undefined
}

export const isEnough = (kind: ShapeKind, corners: Corner[]) => corners.length >= LEAST[kind] && corners.every(isPlace)

const isPlace = ([lon, lat]: Corner) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90

/** A shape with these corners; undefined while there are too few. */
export function shapeOf(kind: ShapeKind, corners: Corner[]): Shape | undefined {
  const given = corners.map(([lon, lat]): Corner => [round(lon), round(lat)])
  if (!isEnough(kind, given)) return undefined
  return kind === 'line' ? { type: 'LineString', coordinates: given } : { type: 'Polygon', coordinates: [[...given, given[0]!]] }
}

/** One corner more behind this one: halfway to the next, or a little way on. */
export function withCorner(corners: Corner[], after: number): Corner[] {
  const from = corners[after]!
  const to = corners[after + 1] ?? [from[0] + 0.0002, from[1]]
  return [...corners.slice(0, after + 1), [round((from[0] + to[0]) / 2), round((from[1] + to[1]) / 2)], ...corners.slice(after + 1)]
}

const round = (degrees: number) => Number(degrees.toFixed(DIGITS))
