import { err, ok, type Result } from '#kernel/result.js'
import { jointLevel, type Standing, standings } from '#modules/comparisons/index.js'
import { forceOfSlug, populationOf } from '#modules/geography/index.js'
import type { Deps } from '#platform/deps.js'
import { monthsCovered } from '../data/months-covered.queries.js'
import type { CrimeSlice, SliceRefusal } from '../domain/crime-slice.js'
import { type ForceRate, type ForceTally, isRanked, rateOfForce } from '../domain/force-comparison.js'
import type { Month } from '../domain/month.js'
import { crimeCounts } from './count-crimes.js'

/** One force beside others; it has no place where it has no rate. */
export type ComparedForce = ForceRate & { readonly standing: Standing | null }

/** Forces by their rate, the highest first; those without one last. */
export type ForceComparison = { readonly from: Month; readonly to: Month; readonly forces: readonly ComparedForce[] }

/** Why no forces are compared: no file is there for the months asked for. */
export type CompareForcesRefusal = SliceRefusal | { readonly code: 'no-files' }

/**
 * Crimes per 1,000 residents of each force in the same months, each with its interval and the places that are possible
 * once chance is allowed for. Without months, the newest twelve that any force has.
 */
export async function compareForces(
  deps: Pick<Deps, 'db' | 'lake' | 'newId'>,
  slice: Omit<CrimeSlice, 'districts' | 'csps' | 'wards' | 'lsoas'>,
): Promise<Result<ForceComparison, CompareForcesRefusal>> {
  const span = await spanOf(deps, slice)
  if (!span) return err({ code: 'no-files' })
  const counts = await crimeCounts(deps, { ...slice, ...span }, ['force'])
  if (!counts.ok) return counts
  const coverage = await monthsCovered(deps.db, 'street', { ...slice, ...span })
  const tallies: ForceTally[] = []
  for (const { force, months } of coverage) {
    const count = counts.value.find((row) => row.force === force)?.count ?? 0
    const missing = months.filter(({ state }) => state === 'missing').map(({ month }) => month)
    const area = forceOfSlug(force)
    const residents = area?.code ? await populationOf(deps.db, area.code, Number(span.to.slice(0, 4))) : null
    tallies.push({ force, name: area?.name ?? force, count, missing, residents })
  }
  return ok({ ...span, forces: ranked(tallies) })
}

const MONTHS_IN_YEAR = 12

async function spanOf(
  { db }: Pick<Deps, 'db'>,
  slice: Pick<CrimeSlice, 'forces' | 'from' | 'to' | 'knownOn'>,
): Promise<{ readonly from: Month; readonly to: Month } | undefined> {
  const { from, to } = slice
  if (from && to) return { from, to }
  const coverage = await monthsCovered(db, 'street', slice)
  const there = coverage.flatMap(({ months }) =>
    months.filter(({ state }) => state === 'there').map(({ month }) => month),
  )
  const months = [...new Set(there)].sort()
  const [first, last] = [from ?? months.slice(-MONTHS_IN_YEAR)[0], to ?? months.at(-1)]
  return first && last ? { from: first, to: last } : undefined
}

function ranked(tallies: readonly ForceTally[]): ComparedForce[] {
  const level = jointLevel(tallies.length)
  const rates = tallies.map((tally) => rateOfForce(tally, level))
  const known = rates.filter(isRanked)
  const places = standings(
    known.map(({ rate, joint }) => ({ value: rate.estimate, joint })),
    'highest',
  )
  const compared = known.map((rate, at): ComparedForce => ({ ...rate, standing: places[at] ?? null }))
  compared.sort((a, b) => (a.standing?.position ?? 0) - (b.standing?.position ?? 0) || (a.force < b.force ? -1 : 1))
  return [...compared, ...rates.filter((rate) => !isRanked(rate)).map((rate) => ({ ...rate, standing: null }))]
}
