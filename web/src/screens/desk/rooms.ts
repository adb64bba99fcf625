/** The rooms of the desk, in groups named after the work. */
export interface Room {
  name: string
  /** pages that are reached from there and belong to it */
  inside: string[]
}

interface Door extends Room {
  open: (may: (permission: string) => boolean) => boolean
}

const door = (name: string, open: Door['open'], inside: string[] = []): Door => ({ name, open, inside })
const needs = (permission: string): Door['open'] => (may) => may(permission)
const always = () => true

const GROUPS: Record<string, Door[]> = {
  cases: [door('work', always, ['case'])],
  hotline: [door('hotline', needs('hotline.read'))],
  supervise: [
    door('supervision', (may) => may('cases.supervise') || may('cases.dispatch'), ['supervised']),
    door('meetings', needs('lists.oversee')),
    door('lists', needs('lists.read'), ['list-item']),
    door('repeats', needs('work.inside')),
    door('programmes', needs('programmes.read'), ['programme', 'programme-print']),
  ],
  rounds: [door('alarms', needs('alarms.read')), door('rounds', always, ['campaigns', 'records'])],
  serve: [door('bookings', needs('bookings.read'), ['trip'])],
  prevent: [
    door('insight', needs('insight.read'), ['prevention', 'forecast']),
    door('sorting', needs('sorting.read'), ['sorting-estate', 'trials']),
    door('figures', needs('indicators.read')),
    door('assessment', needs('assessment.read')),
    door('advice', needs('advice.watch')),
  ],
  ground: [door('registers', always, ['register']), door('grids', needs('grids.read'), ['grid-statement']), door('devices', needs('devices.read'), ['device', 'device-places', 'device-place'])],
  manage: [
    door('people', needs('people.manage')),
    door('categories', needs('categories.manage')),
    door('scenarios', needs('scenarios.manage')),
    door('cells', needs('territory.manage')),
    door('calendar', always),
  ],
}

/** The groups with the rooms that are open to whoever may do these things; empty groups are left out. */
export function openRooms(may: (permission: string) => boolean): { group: string; rooms: Room[] }[] {
  return Object.entries(GROUPS)
    .map(([group, doors]) => ({ group, rooms: doors.filter((one) => one.open(may)) }))
    .filter(({ rooms }) => rooms.length > 0)
}
