/** What can be done with several cases at once: the actions offered on any of them, with the cases that offer it. */
import type { ActionOffer, CaseDetail } from '@/api/types'

export interface BulkOffer { offer: ActionOffer; subjects: CaseDetail[] }

/** Fields that only one case can answer. */
const OWN = new Set(['assignment', 'into', 'parts', 'reports', 'place', 'title'])

export function bulkOffers(subjects: CaseDetail[]): BulkOffer[] {
  const found = new Map<string, BulkOffer>()
  for (const subject of subjects)
    for (const offer of subject.actions) {
      if (offer.id === 'undo' || offer.needs.some((need) => need.required && OWN.has(need.field))) continue
      const known = found.get(offer.id)
      if (known) known.subjects.push(subject)
      else found.set(offer.id, { offer: { ...offer, needs: offer.needs.filter((need) => !OWN.has(need.field)) }, subjects: [subject] })
    }
  return [...found.values()].sort((a, b) => weight(b) - weight(a))
}

/** What moves most cases on comes first. */
function weight(bulk: BulkOffer): number {
  return bulk.subjects.length * (bulk.offer.style === 'primary' ? 2 : 1)
}

/** The unit that all of these would be sent to; none when they differ. */
export function commonLead(subjects: CaseDetail[], leadOf: (subject: CaseDetail) => string): string {
  const leads = new Set(subjects.map(leadOf))
  return leads.size === 1 ? [...leads][0]! : ''
}
