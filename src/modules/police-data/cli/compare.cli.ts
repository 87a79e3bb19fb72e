import { formatMonth, formatNumber } from '#kernel/words.js'
import type { Command } from '#platform/cli/command.js'
import { type ComparedForce, compareForces } from '../actions/compare-forces.js'
import { sliceRefusalInWords } from '../domain/crime-slice.js'
import { COMPARISON_CAVEAT } from '../domain/force-comparison.js'
import { tableLines } from './count-table.js'
import { refused } from './counts.cli.js'
import { SLICE_OPTIONS, sliceFrom } from './slice-options.js'

const { district: _d, csp: _c, ward: _w, lsoa: _l, outcome: _o, ...OPTIONS } = SLICE_OPTIONS

export const compareForcesCommand: Command = {
  name: 'crime compare',
  permission: 'police-data:read',
  summary: 'Crimes per 1,000 residents of forces in the same months, with intervals and possible ranks',
  usage:
    '[--force <slug, code or name>...] [--from YYYY-MM] [--to YYYY-MM] [--type <kind>] [--include-asb yes|no] ' +
    '[--as-known-on YYYY-MM-DD]',
  options: OPTIONS,
  arity: [0, 0],
  run: async ({ deps, options, say }) => {
    const slice = await sliceFrom(deps.db, options)
    if (!slice.ok) return refused(say, slice.error)
    const result = await compareForces(deps, slice.value)
    if (!result.ok) {
      const { error } = result
      return refused(say, error.code === 'no-files' ? 'No file is there for these months' : sliceRefusalInWords(error))
    }
    const { from, to, forces } = result.value
    const columns = ['rank', 'possible', 'force', 'crimes', 'residents', 'per 1,000', '95% interval', 'note']
    return {
      lines: [
        `${formatMonth(from)} to ${formatMonth(to)}`,
        ...tableLines(forces.map(rowOf), { columns, nothing: () => '–', total: false }),
        '',
        COMPARISON_CAVEAT,
      ],
      data: { from, to, caveat: COMPARISON_CAVEAT, forces: forces.map((force) => ({ ...force })) },
    }
  },
}

function rowOf({ standing, name, count, residents, rate, why }: ComparedForce) {
  const interval = rate ? `${formatNumber(rate.lower, 1)} to ${formatNumber(rate.upper, 1)}` : null
  return {
    rank: standing ? `${standing.position}${standing.isShared ? '=' : ''}` : null,
    possible: standing ? `${standing.first} to ${standing.last}` : null,
    force: name,
    crimes: count,
    residents: residents ? `${formatNumber(residents.people)} (${residents.year})` : null,
    'per 1,000': rate ? formatNumber(rate.estimate, 1) : null,
    '95% interval': interval,
    note: why,
  }
}
