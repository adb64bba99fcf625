import { describe, expect, it } from 'vitest'
import type { CaseLine } from '@/api/types'
import { needsOf } from '@/screens/command/needs'

let n = 0
function line(part: Partial<CaseLine>, due = '2021-12-01T00:00:00Z'): CaseLine {
  n += 1
  return { id: String(n), category: 'S0101', lead: 'anjian', supervision: 2, supervisionAcknowledged: false, place: { committee: 'c01' }, clock: { name: 'handle', dueAt: due, paused: false, late: true }, ...part } as CaseLine
}

describe('what needs a person now', () => {
  it('says forty-six alike in one row, so that the one that is new is seen', () => {
    const hazards = Array.from({ length: 46 }, (_, i) => line({}, `2021-11-${String((i % 28) + 1).padStart(2, '0')}T00:00:00Z`))
    const fresh = line({ category: 'E0102', lead: 'shirong' }, '2021-12-31T00:00:00Z')
    const rows = needsOf([...hazards, fresh])
    expect(rows.map((row) => row.count)).toEqual([46, 1])
    expect(rows[0]!.first.clock!.dueAt).toBe('2021-11-01T00:00:00Z')
    expect(rows[1]!.first).toBe(fresh)
  })

  it('puts what nobody has acknowledged before the rest, however many that are and however long they wait', () => {
    const known = Array.from({ length: 5 }, () => line({ supervisionAcknowledged: true, supervision: 4 }))
    const unknown = line({ category: 'E0501', lead: 'chengguan', supervision: 1 }, '2021-12-31T00:00:00Z')
    expect(needsOf([...known, unknown]).map((row) => row.count)).toEqual([1, 5])
  })

  it('keeps two of a kind apart, and those of other units', () => {
    expect(needsOf([line({}), line({})]).map((row) => row.count)).toEqual([1, 1])
    const rows = needsOf([line({}), line({}), line({}), line({ lead: undefined }), line({ lead: 'shichang' })])
    expect(rows.map((row) => row.count).sort()).toEqual([1, 1, 3])
    expect(rows.map((row) => row.unit).sort()).toEqual(['anjian', 'c01', 'shichang'])
  })
})
