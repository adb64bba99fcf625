/** The drawn ground of the map: read once per page, shared by every map on it. */
import type Feature from 'ol/Feature'
import GeoJSON from 'ol/format/GeoJSON'
import VectorSource from 'ol/source/Vector'
import { api, Problem } from '@/api/client'

/** What a map is read by comes first; the houses are more than all the rest together and are added as soon as that stands. */
const FIRST = 'subdistrict,river,park,estate,road,committee,area,cell'
const AFTERWARDS = 'building'

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
  const features = await layers(path, FIRST)
  const isCell = (feature: Feature) => feature.get('layer') === 'cell'
  const base = new VectorSource({ features: features.filter((feature) => !isCell(feature)) })
  later(() => void complete(path, base))
  return {
    base,
    cells: new VectorSource({ features: features.filter(isCell) }),
    extent: features.find((feature) => feature.get('layer') === 'subdistrict')?.getGeometry()?.getExtent(),
  }
}

async function layers(path: string, wanted: string): Promise<Feature[]> {
  return new GeoJSON().readFeatures(await api.get(`${path}?layers=${wanted}`), { featureProjection: 'EPSG:3857' })
}

/** A map without its houses is still a map: they come with the next page that is opened. */
async function complete(path: string, base: VectorSource): Promise<void> {
  try {
    base.addFeatures(await layers(path, AFTERWARDS))
  } catch (error) {
    known.delete(path)
    if (!(error instanceof Problem)) throw error
  }
}

/** Once the page has nothing more urgent to do, where the browser can tell. */
function later(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 2000 })
  else setTimeout(work, 300)
}
