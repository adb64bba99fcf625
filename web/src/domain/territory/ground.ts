/** The drawn ground of the map: read once per page, shared by every map on it. */
import type Feature from 'ol/Feature'
import GeoJSON from 'ol/format/GeoJSON'
import VectorSource from 'ol/source/Vector'
import { api } from '@/api/client'

export interface Ground { base: VectorSource; cells: VectorSource; extent: number[] | undefined }

const known = new Map<string, Promise<Ground>>()

export function ground(path: string): Promise<Ground> {
  const there = known.get(path)
  if (there) return there
  const fresh = read(path).catch((error: unknown) => {
    known.delete(path)
    throw error
  })
  known.set(path, fresh)
  return fresh
}

/** After the ground was changed; maps that are opened from now on read it anew. */
export function forgetGround(): void {
  known.clear()
}

async function read(path: string): Promise<Ground> {
  const features: Feature[] = new GeoJSON().readFeatures(await api.get(path), { featureProjection: 'EPSG:3857' })
  const isCell = (feature: Feature) => feature.get('layer') === 'cell'
  return {
    base: new VectorSource({ features: features.filter((feature) => !isCell(feature)) }),
    cells: new VectorSource({ features: features.filter(isCell) }),
    extent: features.find((feature) => feature.get('layer') === 'subdistrict')?.getGeometry()?.getExtent(),
  }
}
