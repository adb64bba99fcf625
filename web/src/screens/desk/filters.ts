/** What the list on the left shows, as a value: written into a request, said in words, kept under a name. */
export interface Filters {
  view: string; q: string; state: string; category: string; committee: string; area: string; cell: string; unit: string; channel: string; supervision: string
  /** a record that cases are about, as register/key */
  subject: string
  /** beginning of a day, when a figure of today was followed */
  reportedFrom: string; closedFrom: string
}

/** A filter as the server keeps it; the owner is named where that is somebody else. */
export interface Saved {
  id: string; name: string; filter: Partial<Filters>; shared: boolean; owner?: { name: string; nameEn: string }; count: number
}

export const NARROWING = ['state', 'category', 'unit', 'committee', 'area', 'cell', 'channel', 'supervision', 'subject', 'reportedFrom', 'closedFrom'] as const

export function fresh(view: string): Filters {
  return { view, q: '', state: '', category: '', committee: '', area: '', cell: '', unit: '', channel: '', supervision: '', subject: '', reportedFrom: '', closedFrom: '' }
}

/** How many of the narrowing fields are set. */
export function narrowed(filters: Filters): number {
  return NARROWING.filter((field) => filters[field] !== '').length
}

export function same(one: Filters, other: Filters): boolean {
  return (Object.keys(fresh('')) as (keyof Filters)[]).every((field) => one[field] === other[field])
}

/** The whole of a filter of which the set fields are kept. */
export function whole(saved: Pick<Saved, 'filter'>): Filters {
  return { ...fresh('all'), ...saved.filter }
}

/** What this browser kept before the server did; whatever is not a filter is dropped. */
export function readOld(text: string | null): { name: string; filters: Filters }[] {
  try {
    const all: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(all)) return []
    return all
      .filter((one): one is { name: string; filters: Filters } => typeof one?.name === 'string' && typeof one?.filters === 'object' && one.filters !== null)
      .map((one) => ({ name: one.name, filters: { ...fresh('all'), ...one.filters } }))
  } catch {
    return []
  }
}
