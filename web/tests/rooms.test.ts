import { describe, expect, it } from 'vitest'
import { openRooms } from '@/screens/desk/rooms'

const names = (permissions: string[]) => openRooms((one) => permissions.includes(one)).map(({ group, rooms }) => [group, rooms.map((room) => room.name)])

describe('the rooms of the desk', () => {
  it('shows a handler the cases, the rounds, the registers and the calendar', () => {
    expect(names([])).toEqual([
      ['cases', ['work']],
      ['rounds', ['rounds']],
      ['ground', ['registers']],
      ['manage', ['calendar']],
    ])
  })

  it('opens a room to whoever has one of its permissions', () => {
    expect(names(['cases.dispatch', 'lists.read'])).toContainEqual(['supervise', ['supervision', 'lists']])
    expect(names(['indicators.read', 'assessment.read'])).toContainEqual(['prevent', ['figures', 'assessment']])
  })
})
