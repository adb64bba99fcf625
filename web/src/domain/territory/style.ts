/** How the map is drawn: everything in greys, only the matter of the moment in colour. Colours come from the tokens. */
import type { FeatureLike } from 'ol/Feature'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import RegularShape from 'ol/style/RegularShape'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import Text from 'ol/style/Text'
import type { Tone } from '@/domain/casework/words'
import { isEnglish } from '@/i18n'

export interface Mark { id: string; lon: number; lat: number; tone: Tone | 'pin'; label?: string; turn?: number }

let cached: { theme: string; values: Map<string, string> } = { theme: '?', values: new Map() }

export function token(name: string): string {
  const { theme = '', size = '' } = document.documentElement.dataset
  const look = theme + size
  if (cached.theme !== look) cached = { theme: look, values: new Map() }
  let value = cached.values.get(name)
  if (value === undefined) {
    value = getComputedStyle(document.documentElement).getPropertyValue(name).trim()
    cached.values.set(name, value)
  }
  return value
}

const large = () => document.documentElement.dataset.size === 'large'
const wall = () => document.documentElement.dataset.screen === 'command'

function label(feature: FeatureLike, size: number, colour: string, weight = 400): Text | undefined {
  const text = ((isEnglish() ? feature.get('nameEn') : undefined) ?? feature.get('name'))?.replace(/ Committee$/, '')
  if (!text) return undefined
  return new Text({
    text,
    font: `${weight} ${(wall() ? size * (innerWidth > 2800 ? 2.4 : 1.5) : size) * (large() ? 1.3 : 1)}px ${FACE}`,
    fill: new Fill({ color: colour }),
    stroke: new Stroke({ color: token('--surface'), width: 3 }),
    overflow: false,
  })
}

/** Names lie above every shape, whichever feature they belong to: in the order of the shapes a house would cover its estate's name. */
const NAMES = 50

function named(shape: Style, text: Text | undefined, weight = 0): Style | Style[] {
  return text ? [shape, new Style({ text, zIndex: NAMES + weight })] : shape
}

const asList = (style: Style | Style[] | undefined) => (Array.isArray(style) ? style : style ? [style] : [])

/** The ground without its names, to lie under what is coloured. */
export function groundStyle(feature: FeatureLike, resolution: number): Style[] {
  return asList(baseStyle(feature, resolution)).filter((style) => !style.getText())
}

/** The names alone, to lie over what is coloured. */
export function nameStyle(feature: FeatureLike, resolution: number): Style[] {
  return asList(baseStyle(feature, resolution)).filter((style) => style.getText())
}

function baseStyle(feature: FeatureLike, resolution: number): Style | Style[] | undefined {
  const ink = token('--ink-3')
  switch (feature.get('layer')) {
    case 'subdistrict': return new Style({ fill: new Fill({ color: token('--block') }), stroke: new Stroke({ color: ink, width: 1.5 }), zIndex: 0 })
    case 'river': return named(new Style({ fill: new Fill({ color: token('--water') }), stroke: new Stroke({ color: token('--water'), width: 2 }), zIndex: 1 }), label(feature, 13, ink))
    case 'park': return named(new Style({ fill: new Fill({ color: token('--park') }), zIndex: 1 }), resolution < 4 ? label(feature, 11, ink) : undefined)
    case 'estate': return named(new Style({ fill: new Fill({ color: token('--sunken') }), zIndex: 2 }), resolution < 2.4 ? label(feature, 11, ink) : undefined)
    case 'building': return resolution < 3 ? new Style({ fill: new Fill({ color: token('--building') }), zIndex: 3 }) : undefined
    case 'road': return roadStyle(feature, resolution)
    case 'committee': return named(new Style({ stroke: new Stroke({ color: ink + '88', width: 0.7, lineDash: [4, 3] }), zIndex: 6 }), resolution >= (wall() ? 1.2 : 2.4) && resolution < (wall() ? 14 : 9) ? label(feature, 11, token('--ink-2')) : undefined, 10)
    case 'area': return new Style({ stroke: new Stroke({ color: token('--ink-3') + '99', width: resolution > 2 ? 1.6 : 0.8 }), zIndex: 7 })
    default: return undefined
  }
}

function roadStyle(feature: FeatureLike, resolution: number): Style | Style[] {
  const kind = feature.get('class')
  const main = kind === 'arterial' || kind === 'primary' || kind === 'secondary'
  const width = Math.max(main ? 2 : 0.8, (main ? 16 : 7) / resolution)
  const text = main && resolution < (wall() ? 1.6 : 7) ? label(feature, 11, token('--ink-3')) : undefined
  text?.setPlacement('line')
  return named(new Style({ stroke: new Stroke({ color: token('--road'), width, lineCap: 'round', lineJoin: 'round' }), zIndex: main ? 5 : 4 }), text)
}

/** Darker with more open cases; a late one adds an outline. */
export function cellStyle(feature: FeatureLike, loads?: Record<string, { open: number; late: number }>): Style {
  const load = loads?.[feature.get('code')]
  if (!loads) return new Style({ stroke: new Stroke({ color: 'transparent' }), fill: new Fill({ color: 'rgba(0,0,0,0)' }) })
  const share = load ? Math.min(1, load.open / 6) : 0
  const alpha = share === 0 ? '00' : Math.round(40 + share * 170).toString(16).padStart(2, '0')
  return new Style({
    fill: new Fill({ color: token('--brand') + alpha }),
    stroke: new Stroke({ color: load?.late ? token('--overdue') : token('--line'), width: load?.late ? (wall() && innerWidth > 2800 ? 3 : 2) : 0.5 }),
    zIndex: load?.late ? 2 : 1,
  })
}

const FACE = '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif'

/** The shape says the state as much as the colour does: round on time, triangle soon, diamond overdue, square stopped. */
function shape(tone: Mark['tone'], radius: number, width: number): CircleStyle | RegularShape {
  const fill = new Fill({ color: token(tone === 'pin' ? '--brand' : `--${tone}`) })
  const stroke = new Stroke({ color: token('--surface'), width })
  switch (tone) {
    case 'soon': return new RegularShape({ points: 3, radius: radius * 1.3, fill, stroke, displacement: [0, -radius * 0.15] })
    case 'overdue': return new RegularShape({ points: 4, radius: radius * 1.3, fill, stroke })
    case 'stopped': return new RegularShape({ points: 4, angle: Math.PI / 4, radius: radius * 1.2, fill, stroke })
    case 'ontime':
    case 'pin': return new CircleStyle({ radius, fill, stroke })
  }
}

export function markStyle(feature: FeatureLike, selected?: string): Style | Style[] {
  const tone = feature.get('tone') as Mark['tone']
  const chosen = selected !== undefined && selected === feature.get('id')
  const turn = feature.get('turn') as number | undefined
  if (turn) return turnStyle(tone, turn, chosen)
  const big = tone === 'pin' || chosen
  const radius = (big ? 10 : 7) * (wall() ? 1.4 : 1)
  const mark = new Style({ image: shape(tone, radius, big ? 3 : 1.5), zIndex: big ? 20 : 10 })
  if (!chosen) return mark
  const ring = new CircleStyle({ radius: radius * 1.9, stroke: new Stroke({ color: token('--ink'), width: 2 }) })
  return [new Style({ image: ring, zIndex: 19 }), mark]
}

/** One of a way, with its number in it. */
function turnStyle(tone: Mark['tone'], turn: number, chosen: boolean): Style {
  const radius = chosen ? 15 : 12
  return new Style({
    image: shape(tone, radius, 2),
    text: new Text({ text: String(turn), font: `600 13px ${FACE}`, fill: new Fill({ color: token('--surface') }), offsetY: tone === 'soon' ? radius * 0.25 : 1 }),
    zIndex: chosen ? 21 : 15,
  })
}

/** Several in one: their number, in the shape and colour of the worst. */
export function clusterStyle(feature: FeatureLike): Style {
  const tone = feature.get('tone') as Tone
  const count = feature.get('count') as number
  const radius = Math.min(24, 12 + Math.log2(count) * 1.8) * (wall() ? 1.4 : 1)
  return new Style({
    image: shape(tone, radius, 2),
    text: new Text({ text: String(count), font: `600 ${wall() ? 18 : 13}px ${FACE}`, fill: new Fill({ color: token('--surface') }), offsetY: tone === 'soon' ? radius * 0.25 : 1 }),
    zIndex: 12,
  })
}
