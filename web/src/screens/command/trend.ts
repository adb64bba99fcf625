/** Where the lines of the day's trend run, in the pixels of its box. */
export interface Hour { hour: number; today: number; before: number }
export interface Tick { at: number; label: number }
export interface Trend { left: number; right: number; top: number; bottom: number; band: number; rows: Tick[]; columns: Tick[]; today: string; before: string }

const ROWS = 3
const STEPS = [1, 2, 5, 10]

/** Whole, round numbers from nothing to at least `most`, in about three steps. */
export function roundTicks(most: number): number[] {
  const rough = Math.max(1, most / ROWS)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = STEPS.map((one) => one * power).find((one) => one >= rough)!
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, row) => row * step)
}

/** `until` is the last hour that today has reached; `size` is that of the type. */
export function trend(hours: Hour[], until: number, width: number, height: number, size: number): Trend {
  const values = roundTicks(Math.max(0, ...hours.flatMap(({ today, before }) => [today, before])))
  const top = size * 1.8
  const bottom = Math.max(top, height - size * 1.6)
  const left = String(values.at(-1)).length * size * 0.62 + size
  const right = Math.max(left, width - size * 0.8)
  const band = (right - left) / Math.max(1, hours.length)
  const x = (index: number) => left + band * (index + 0.5)
  const y = (value: number) => bottom - ((bottom - top) * value) / values.at(-1)!
  const every = Math.max(1, Math.ceil((size * 1.7) / band))
  const line = (points: number[]) => points.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
  return {
    left, right, top, bottom, band,
    rows: values.map((label) => ({ at: y(label), label })),
    columns: hours.flatMap(({ hour }, index) => (index % every === 0 ? { at: x(index), label: hour } : [])),
    today: line(hours.filter(({ hour }) => hour <= until).map(({ today }) => today)),
    before: line(hours.map(({ before }) => before)),
  }
}
