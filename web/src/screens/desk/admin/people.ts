import type { Colleague } from '@/api/types'

/** A member of staff as the administration lists it. */
export type Person = Colleague

export const ROLES = ['inspector', 'grid-leader', 'committee', 'handler', 'unit-lead', 'operator', 'duty-chief', 'supervisor', 'leader', 'admin', 'party'] as const

/** Roles whose sight is a part of the territory: that part has to be named. */
export function needsCommittees(roles: string[]): boolean {
  return roles.some((role) => role === 'inspector' || role === 'committee')
}

export function needsAreas(roles: string[]): boolean {
  return roles.includes('grid-leader')
}
