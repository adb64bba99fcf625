/** Lines and areas of records on the map. */
import type Feature from 'ol/Feature'
import type { FeatureLike } from 'ol/Feature'
import GeoJSON from 'ol/format/GeoJSON'
import type Geometry from 'ol/geom/Geometry'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import type { Shape } from './corners'
import { token } from './style'

export interface Outline { id: string; label?: string; shape: Shape }

const DIGITS = 6
const MAP = { featureProjection: 'EPSG:3857', decimals: DIGITS }
const json = new GeoJSON()

export const geometryOf = (shape: Shape): Geometry => json.readGeometry(shape, MAP)!

export const shapeFrom = (geometry: Geometry): Shape => json.writeGeometryObject(geometry, MAP) as Shape

export function outlined({ id, label, shape }: Outline): Feature {
  return json.readFeature({ type: 'Feature', geometry: shape, properties: { ids: [id], id, label } }, MAP) as Feature
}

export function outlineStyle(feature: FeatureLike, selected?: string): Style {
  const chosen = selected !== undefined && feature.get('id') === selected
  return new Style({ stroke: new Stroke({ color: token('--brand'), width: chosen ? 5 : 3 }), fill: new Fill({ color: token('--brand') + '2e' }), zIndex: chosen ? 9 : 8 })
}

/** While it is drawn or mended its corners are seen. */
export function drawnStyle(): Style {
  return new Style({
    stroke: new Stroke({ color: token('--brand'), width: 4 }), fill: new Fill({ color: token('--brand') + '2e' }),
    image: new CircleStyle({ radius: 7, fill: new Fill({ color: token('--surface') }), stroke: new Stroke({ color: token('--brand'), width: 3 }) }),
  })
}
