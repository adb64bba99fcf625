/** What the list on the left shows, as a value: written into a request, said in words, kept under a name. */
export interface Filters {
  view: string; q: string; state: string; category: string; committee: string; area: string; cell: string; unit: string; channel: string; supervision: string
  /** beginning of a day, when a figure of today was followed */
  reportedFrom: string; closedFrom: string
}

export interface Saved { name: string; filters: Filters }

export const NARROWING = ['state', 'category', 'unit', 'committee', 'area', 'cell', 'channel', 'supervision', 'reportedFrom', 'closedFrom'] as const
export const SAVED_MAX = 12

export function fresh(view: string): Filters {
  return { view, q: '', state: '', category: '', committee: '', area: '', cell: '', unit: '', channel: '', supervision: '', reportedFrom: '', closedFrom: '' }
}

/** How many of the narrowing fields are set. */
export function narrowed(filters: Filters): number {
  return NARROWING.filter((field) => filters[field] !== '').length
}

export function same(one: Filters, other: Filters): boolean {
  return (Object.keys(fresh('')) as (keyof Filters)[]).every((field) => one[field] === other[field])
}

/** Puts a filter under its name, replacing one of the same name; the oldest leaves when there are too many. */
export function keep(all: Saved[], saved: Saved): Saved[] {
  return [...all.filter((one) => one.name !== saved.name), saved].slice(-SAVED_MAX)
}

/** Reads what was kept, dropping what an older version wrote differently. */
export function readSaved(text: string | null): Saved[] {
  try {
    const all: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(all)) return []
    return all
      .filter((one): one is Saved => typeof one?.name === 'string' && typeof one?.filters === 'object' && one.filters !== null)
      .map((one) => ({ name: one.name, filters: { ...fresh('all'), ...one.filters } }))
  } catch {
    return []
  }
}
