import type { Place } from './change.js'

/** "From place 4 to place 1", with the parents where they differ. Places count within a level. */
export function moveInWords(from: Place, to: Place): string {
  if (from.parentTitle === to.parentTitle) return `From place ${from.place} to place ${to.place}`
  return `From ${placeText(from)} to ${placeText(to)}`
}

function placeText({ parentTitle, place }: Place): string {
  return parentTitle === null ? `place ${place}` : `place ${place} under “${parentTitle}”`
}
