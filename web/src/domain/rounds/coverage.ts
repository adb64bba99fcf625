/** Figures of rounds as they are shown. */

/** Stops made in time of those that were to be made; a dash where there were none. Never rounded up to all where one is missing. */
export function share({ planned, made }: { planned: number; made: number }): string {
  if (planned === 0) return '–'
  return made === planned ? '100%' : `${(Math.floor((made / planned) * 1000) / 10).toFixed(1)}%`
}
