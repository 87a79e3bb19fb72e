import { type Interval, rateInterval, ratioOfRates } from '#modules/statistics/index.js'
import { ETHNIC_GROUPS, type EthnicGroup } from './ethnicity.js'

/** The group that the others are held against, as in the Home Office's tables of stop and search. */
const REFERENCE_GROUP: EthnicGroup = 'White'

/** Searches and residents of one ethnic group. */
export type GroupCount = {
  readonly group: EthnicGroup
  readonly searches: number
  /** Residents of the group; null where they were never imported. */
  readonly people: number | null
}

/** How often people of one group are searched, beside the reference group. */
export type GroupRate = GroupCount & {
  /** Searches per 1,000 residents of the group, with its 95% interval. */
  readonly rate: Interval | null
  /** How many times as often as White residents, with its 95% interval; null where a number is missing or nought. */
  readonly ratio: (Interval & { readonly isMoreThanChance: boolean }) | null
}

/** Said with every ratio. */
export const RATIO_DEFINITION =
  'Searches per 1,000 residents of the group, divided by searches per 1,000 White residents. The interval allows for chance alone (Wilson’s interval of the group’s share of both counts). Residents are not the people who are out and about: visitors, students and those who are searched more than once all move it. Searches without a known ethnicity are left out.'

/** The rate of each group and its ratio to the White rate; where the number of residents is missing, so is the rate. */
export function disproportionality(counts: readonly GroupCount[]): GroupRate[] {
  const reference = counts.find(({ group }) => group === REFERENCE_GROUP)
  return counts
    .toSorted((a, b) => ETHNIC_GROUPS.indexOf(a.group) - ETHNIC_GROUPS.indexOf(b.group))
    .map((each) => ({ ...each, rate: rateOf(each), ratio: reference ? ratioTo(reference, each) : null }))
}

function rateOf({ searches, people }: GroupCount): Interval | null {
  return people === null ? null : (rateInterval(searches, people / 1000) ?? null)
}

function ratioTo(reference: GroupCount, own: GroupCount): GroupRate['ratio'] {
  if (own.group === reference.group || own.people === null || reference.people === null) return null
  const ratio = ratioOfRates(
    { count: own.searches, exposure: own.people },
    { count: reference.searches, exposure: reference.people },
  )
  if (!ratio) return null
  const { isSignificant, ...interval } = ratio
  return { ...interval, isMoreThanChance: isSignificant }
}
