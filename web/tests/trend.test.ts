import { describe, expect, it } from 'vitest'
import { roundTicks, trend } from '@/screens/command/trend'

const hours = Array.from({ length: 24 }, (_, hour) => ({ hour, today: hour < 9 ? hour : 0, before: hour % 7 }))
const points = (line: string) => (line ? line.split(' ').map((point) => point.split(',').map(Number) as [number, number]) : [])

describe('the trend of a day', () => {
  it('counts in round whole numbers, as few as three steps need', () => {
    expect(roundTicks(0)).toEqual([0, 1])
    expect(roundTicks(2)).toEqual([0, 1, 2])
    expect(roundTicks(14)).toEqual([0, 5, 10, 15])
    expect(roundTicks(31)).toEqual([0, 20, 40])
    expect(roundTicks(300)).toEqual([0, 100, 200, 300])
  })

  it('ends today at the hour that has been reached and shows the whole day of last week', () => {
    const drawn = trend(hours, 10, 480, 200, 14)
    expect(points(drawn.today)).toHaveLength(11)
    expect(points(drawn.before)).toHaveLength(24)
  })

  it('puts the highest number of a round axis at the top and nothing at the bottom', () => {
    const drawn = trend([{ hour: 0, today: 0, before: 10 }], 0, 480, 200, 14)
    expect(drawn.rows.at(-1)!.label).toBe(10)
    expect(points(drawn.before)[0]![1]).toBeCloseTo(drawn.top, 0)
    expect(points(drawn.today)[0]![1]).toBeCloseTo(drawn.bottom, 0)
  })

  it('stays inside its box and leaves out hours where they would overlap', () => {
    for (const width of [0, 120, 480, 1600]) {
      const drawn = trend(hours, 23, width, 120, 14)
      if (width) expect(points(drawn.before).every(([x, y]) => x >= 0 && x <= width && y >= 0 && y <= 120)).toBe(true)
      expect(Number.isFinite(drawn.columns.length)).toBe(true)
    }
    expect(trend(hours, 23, 1600, 120, 14).columns).toHaveLength(24)
    expect(trend(hours, 23, 240, 120, 14).columns.length).toBeLessThan(13)
  })
})
