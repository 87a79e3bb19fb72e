import { ETHNIC_GROUPS, type EthnicGroup, ethnicGroupOf, isEntryOfGroup } from './ethnicity.js'

/** So many residents of one ethnic group, as a file says; null where it gives no number. */
export type CountedGroup = { readonly group: string; readonly people: number | null }

/**
 * Residents of each of the five groups, from a list of 5 or of 19. Where a list has both, the group's own line counts and
 * its entries are not added to it. A group that no line names, or of which a part is missing, is null.
 */
export function peopleByGroup(counted: readonly CountedGroup[]): ReadonlyMap<EthnicGroup, number | null> {
  return new Map(
    ETHNIC_GROUPS.map((group) => {
      const own = counted.filter((each) => ethnicGroupOf(each.group) === group)
      const whole = own.filter((each) => !isEntryOfGroup(each.group))
      const [line] = whole
      return [group, line ? line.people : sumOf(own)]
    }),
  )
}

/** The residents of several areas put together; null where one of them lacks the group. */
export function addedPeople(
  areas: readonly ReadonlyMap<EthnicGroup, number | null>[],
): ReadonlyMap<EthnicGroup, number | null> {
  const all = (group: EthnicGroup) => areas.map((area) => ({ group, people: area.get(group) ?? null }))
  return new Map(ETHNIC_GROUPS.map((group) => [group, sumOf(all(group))]))
}

function sumOf(counted: readonly CountedGroup[]): number | null {
  if (counted.length === 0 || counted.some(({ people }) => people === null)) return null
  return counted.reduce((total, { people }) => total + (people ?? 0), 0)
}
