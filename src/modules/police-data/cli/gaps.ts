import type { IsoDate } from '#kernel/dates.js'
import { forceOfSlug } from '#modules/geography/index.js'
import type { ForceCoverage } from '../data/months-covered.queries.js'
import type { Month } from '../domain/month.js'

const MOST_NAMED = 6

/** Whether a file is there of any month. Where none is, a count says nothing: not even nought. */
export function isAnyThere(coverage: readonly ForceCoverage[]): boolean {
  return coverage.some(({ months }) => months.some(({ state }) => state === 'there'))
}

/** Which months no file is there for, a line for each force: they are missing from the counts, and are not nought. */
export function gapsInWords(
  coverage: readonly ForceCoverage[],
  asked: { readonly from?: Month | undefined; readonly to?: Month | undefined; readonly knownOn?: IsoDate | undefined },
): string[] {
  if (!isAnyThere(coverage)) {
    const day = asked.knownOn ? ` was known on ${asked.knownOn}` : ' has been imported'
    return [`Nothing of what is asked for${day}: see 'frankpledge crime coverage'.`]
  }
  const lines = coverage.flatMap(({ force, months }) => {
    const missing = months.filter(({ state }) => state === 'missing').map(({ month }) => month)
    if (missing.length === 0) return []
    const named = missing.slice(0, MOST_NAMED).join(', ')
    const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : ''
    return [`${forceOfSlug(force)?.name ?? force}: no file for ${named}${more}. Missing is not nought.`]
  })
  return lines.length > MOST_NAMED
    ? [...lines.slice(0, MOST_NAMED), `So have ${lines.length - MOST_NAMED} more forces months without a file.`]
    : lines
}
