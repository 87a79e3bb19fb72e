import { formatNumber, formatSigned } from '#kernel/words.js'
import type { Command } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { type ReconciledYear, reconcileYears } from '../actions/reconcile-years.js'
import { sliceRefusalInWords } from '../domain/crime-slice.js'
import { tableLines } from './count-table.js'
import { refused } from './counts.cli.js'
import { SLICE_OPTIONS, sliceFrom } from './slice-options.js'

export const reconcileCommand: Command = {
  name: 'crime reconcile',
  permission: 'police-data:read',
  summary: 'Hold street-level crime of each financial year against the Home Office’s recorded crime without fraud',
  usage: '--force <slug, code or name> [--as-known-on YYYY-MM-DD]',
  options: { force: SLICE_OPTIONS.force, 'as-known-on': SLICE_OPTIONS['as-known-on'] },
  arity: [0, 0],
  run: async ({ deps, options, say }) => {
    const slice = await sliceFrom(deps.db, options)
    if (!slice.ok) return refused(say, slice.error)
    const { forces = [], knownOn } = slice.value
    const [force, ...others] = forces
    if (!force || others.length > 0) throw new UsageError('Name one force: --force <slug, code or name>')
    const years = await reconcileYears(deps, force, { ...(knownOn && { knownOn }) })
    if (!years.ok) return refused(say, sliceRefusalInWords(years.error))
    return { lines: linesOf(years.value), data: years.value.map((year) => dataOf(force, year)) }
  },
}

function dataOf(force: string, { year, missing, street, recorded, result }: ReconciledYear) {
  return {
    ...{ force, year, street, missing, recorded: recorded?.offences ?? null, table: recorded?.kind ?? null },
    differencePercent: result?.difference ?? null,
    verdict: result?.verdict ?? null,
    words: wordsOf({ missing, recorded, result }),
  }
}

function wordsOf({ missing, recorded, result }: Pick<ReconciledYear, 'missing' | 'recorded' | 'result'>): string {
  if (result) return result.words
  if (missing.length > 0) return `Not held together: ${missing.length} of 12 months are not there`
  return recorded ? 'Not held together' : 'No table of recorded crime covers this year'
}

function linesOf(years: readonly ReconciledYear[]): string[] {
  if (years.length === 0) return ['No street file of this force is there']
  const rows = years.map(({ year, street, recorded, result, missing }) => ({
    ...{ year, street, recorded: recorded?.offences ?? null },
    'difference %': result ? formatSigned(result.difference, 1) : null,
    'months there': formatNumber(12 - missing.length),
  }))
  const columns = ['year', 'months there', 'street', 'recorded', 'difference %']
  return [
    ...tableLines(rows, { columns, nothing: () => '–', total: false }),
    '',
    ...years.map((each) => `${each.year}: ${wordsOf(each)}`),
  ]
}
