import { ok, type Result } from '#kernel/result.js'
import { districtsOfForce, forceOfSlug, populationByEthnicity } from '#modules/geography/index.js'
import { type Interval, wilsonInterval } from '#modules/statistics/index.js'
import type { Db } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import type { SliceRefusal } from '../domain/crime-slice.js'
import { disproportionality, type GroupRate } from '../domain/disproportionality.js'
import { addedPeople, type CountedGroup, peopleByGroup } from '../domain/ethnic-population.js'
import { ETHNIC_GROUPS, type EthnicGroup, NOT_STATED } from '../domain/ethnicity.js'
import { findShare, type SearchTotals } from '../domain/stop-outcome.js'
import { type GroupTotals, type StopSlice, sumOfTotals } from '../domain/stop-slice.js'
import { stopTotals } from './count-stops.js'

/** A share of searches with its 95% interval; undefined interval where there was none to count. */
export type FindRate = { readonly count: number; readonly of: number; readonly share: Interval | null }

/** Both find rates, which must never be compared with each other. */
export type FindRates = { readonly outcome: FindRate; readonly linked: FindRate }

/** Searches of one force: who was searched beside who lives there, and how often something came of it. */
export type StopRates = {
  readonly searches: number
  readonly groups: readonly (GroupRate & FindRates)[]
  /** Searches of people who did not say, and those of which no ethnicity is recorded. They stand in no ratio. */
  readonly notStated: number
  readonly unknown: number
  readonly all: FindRates
  /** What the rates are of; null where residents by ethnic group were not imported. */
  readonly residents: { readonly year: number; readonly source: string } | null
  /** What is missing for the rates, in words; empty where nothing is. */
  readonly missing: string
}

/** Rates of search by ethnic group of one force, and both find rates, each with its 95% interval. */
export async function stopRates(
  deps: Pick<Deps, 'db' | 'lake'>,
  force: string,
  slice: Omit<StopSlice, 'forces'>,
): Promise<Result<StopRates, SliceRefusal>> {
  const totals = await stopTotals(deps, { ...slice, forces: [force] }, 'ethnicity')
  if (!totals.ok) return totals
  const residents = await residentsOf(deps.db, force)
  const of = (group: string | null) => totals.value.find((each) => each.group === group) ?? { group, ...NO_SEARCHES }
  const counts = ETHNIC_GROUPS.map((group) => {
    return { group, searches: of(group).searches, people: residents?.people.get(group) ?? null }
  })
  const whole = sumOfTotals(totals.value)
  return ok({
    searches: whole.searches,
    groups: disproportionality(counts).map((rate) => ({ ...rate, ...findRatesOf(of(rate.group)) })),
    notStated: of(NOT_STATED).searches,
    unknown: of(null).searches,
    all: findRatesOf(whole),
    residents: residents && { year: residents.year, source: residents.source },
    missing: whatIsMissing(force, residents),
  })
}

const NO_SEARCHES: Omit<GroupTotals, 'group'> = sumOfTotals([])

function findRatesOf(totals: SearchTotals): FindRates {
  const rate = (kind: 'outcome' | 'linked'): FindRate => {
    const { count, of } = findShare(kind, totals)
    return { count, of, share: wilsonInterval(count, of) ?? null }
  }
  return { outcome: rate('outcome'), linked: rate('linked') }
}

type Residents = {
  readonly people: ReadonlyMap<EthnicGroup, number | null>
  readonly year: number
  readonly source: string
}

/** Residents of the force's area as a whole, else of its districts added up, if all are of one year. */
async function residentsOf(db: Db, force: string): Promise<Residents | null> {
  const code = forceOfSlug(force)?.code
  if (!code) return null
  const own = await countedIn(db, code)
  if (own) return own
  const districts = await districtsOfForce(db, force)
  const parts: Residents[] = []
  for (const { code: district } of districts) {
    const part = await countedIn(db, district)
    if (!part) return null
    parts.push(part)
  }
  const [first] = parts
  if (!first || parts.some(({ year }) => year !== first.year)) return null
  const source = [...new Set(parts.map((part) => part.source))].join('; ')
  return { people: addedPeople(parts.map(({ people }) => people)), year: first.year, source }
}

async function countedIn(db: Db, code: string): Promise<Residents | null> {
  const counted = await populationByEthnicity(db, code)
  const [first] = counted
  if (!first) return null
  const groups: CountedGroup[] = counted.map(({ group, people }) => ({ group, people }))
  return { people: peopleByGroup(groups), year: first.year, source: first.source }
}

function whatIsMissing(force: string, residents: Residents | null): string {
  if (!forceOfSlug(force)?.code) return 'This force has no territory of its own, so nobody lives in it.'
  if (!residents) {
    return 'Residents by ethnic group are not known for all of this area, so there is no rate and no ratio. Import them: frankpledge tables import population-ethnicity FILE.'
  }
  const without = ETHNIC_GROUPS.filter((group) => (residents.people.get(group) ?? null) === null)
  return without.length > 0 ? `The file of residents has no number for ${without.join(', ')}.` : ''
}
