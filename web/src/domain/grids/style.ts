/** How grids are drawn over the ground: all in one colour, each department with a line of its own. */
import type { FeatureLike } from 'ol/Feature'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import RegularShape from 'ol/style/RegularShape'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import Text from 'ol/style/Text'
import { isEnglish } from '@/i18n'
import type { Kind } from './words'

export const DASHES: number[][] = [[], [10, 5], [2, 5], [14, 4, 2, 4], [6, 3, 2, 3, 2, 3], [18, 6], [1, 3]]
const FACE = '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif'
const NAMED_BELOW = 6
const WORDS_BELOW = 4.5
const CALM: Kind[] = ['decided', 'touched']

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

export function cellStyle(chosen: boolean): Style {
  return new Style({
    fill: new Fill({ color: chosen ? token('--brand') + '33' : 'rgba(0,0,0,0)' }),
    stroke: new Stroke({ color: token(chosen ? '--ink' : '--ink-3') + (chosen ? '' : '55'), width: chosen ? 2 : 0.5 }),
    zIndex: chosen ? 2 : 1,
  })
}

export function gridStyles(feature: FeatureLike, resolution: number): Style {
  const text = (isEnglish() ? feature.get('nameEn') : undefined) ?? feature.get('name')
  return new Style({
    stroke: new Stroke({ color: token('--brand'), width: 2.2, lineDash: DASHES[feature.get('line') % DASHES.length] }),
    ...(resolution < NAMED_BELOW ? { text: new Text({ text, font: `600 12px ${FACE}`, fill: new Fill({ color: token('--brand-strong') }), stroke: new Stroke({ color: token('--surface'), width: 3 }) }) } : {}),
  })
}

const TONE: Record<Kind, string> = { open: '--overdue', gap: '--stopped', touched: '--soon', decided: '--ontime' }

function shape(kind: Kind, size: number): CircleStyle | RegularShape {
  const fill = new Fill({ color: token(TONE[kind]) })
  const stroke = new Stroke({ color: token('--surface'), width: 1.5 })
  switch (kind) {
    case 'open': return new RegularShape({ points: 4, radius: size * 1.3, fill, stroke })
    case 'gap': return new RegularShape({ points: 4, angle: Math.PI / 4, radius: size * 1.2, fill, stroke })
    case 'touched': return new RegularShape({ points: 3, radius: size * 1.2, fill, stroke })
    case 'decided': return new CircleStyle({ radius: size, fill, stroke })
  }
}

export function markStyle(feature: FeatureLike, chosen: boolean, resolution: number): Style {
  const kind = feature.get('kind') as Kind
  const worded = chosen || !CALM.includes(kind) || resolution < WORDS_BELOW
  return new Style({
    image: shape(kind, chosen ? 10 : 7),
    zIndex: chosen ? 9 : CALM.includes(kind) ? 1 : 5,
    ...(worded ? { text: new Text({ text: feature.get('word') as string, font: `600 12px ${FACE}`, offsetX: 14, textAlign: 'left', fill: new Fill({ color: token(TONE[kind]) }), stroke: new Stroke({ color: token('--surface'), width: 3.5 }) }) } : {}),
  })
}
