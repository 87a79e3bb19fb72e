import type { Command, CommandAnswer } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { crimeCounts } from '../actions/count-crimes.js'
import { monthsCovered } from '../data/months-covered.queries.js'
import { COUNT_BY, type CountBy, type CountRow, sliceRefusalInWords } from '../domain/crime-slice.js'
import { csvLines, tableLines } from './count-table.js'
import { gapsInWords, isAnyThere } from './gaps.js'
import { columnsFrom, SLICE_OPTIONS, SLICE_USAGE, sliceFrom } from './slice-options.js'

export const countCrimes: Command = {
  name: 'crime counts',
  permission: 'police-data:read',
  summary: 'Count crimes by month, place, kind and outcome; anti-social behaviour only when asked for',
  usage: `[--by month,force,district,csp,ward,lsoa,type,outcome] ${SLICE_USAGE} [--format table|csv]`,
  options: { by: 'value', ...SLICE_OPTIONS, format: 'value' },
  arity: [0, 0],
  run: async ({ deps, options, say }) => {
    const by = columnsFrom(options.by, COUNT_BY)
    const format = formatFrom(options.format)
    const slice = await sliceFrom(deps.db, options)
    if (!slice.ok) return refused(say, slice.error)
    const rows = await crimeCounts(deps, slice.value, by)
    if (!rows.ok) return refused(say, sliceRefusalInWords(rows.error))
    const { from, to, knownOn } = slice.value
    const coverage = await monthsCovered(deps.db, 'street', slice.value)
    for (const line of gapsInWords(coverage, { from, to, knownOn })) say(line)
    const counted = isAnyThere(coverage) ? rows.value : []
    return { lines: linesOf(counted, by, format), data: counted.map((row) => ({ ...row })) }
  },
}

/** How a table is to be printed. */
export function formatFrom(text = 'table'): 'table' | 'csv' {
  if (text === 'table' || text === 'csv') return text
  throw new UsageError(`--format takes table or csv, not '${text}'; --json stands by itself`)
}

/** An answer that says no. */
export function refused(say: (message: string) => void, message: string): CommandAnswer {
  say(message)
  return { lines: [], data: { refused: message }, refused: true }
}

const NOTHING: Readonly<Record<string, string>> = {
  district: 'none',
  districtName: 'outside the area, or no location',
  outcome: 'none',
}

function linesOf(rows: readonly CountRow[], by: readonly CountBy[], format: 'table' | 'csv'): string[] {
  const isPlace = (each: CountBy) => ['district', 'csp', 'ward', 'lsoa'].includes(each)
  const columns = [...by.flatMap((each) => (isPlace(each) ? [each, `${each}Name`] : [each])), 'count']
  if (format === 'csv') return csvLines(rows, columns)
  const nothing = (column: string) => NOTHING[column] ?? (column.endsWith('Name') ? NOTHING.districtName : 'none') ?? ''
  return tableLines(rows, { columns, nothing, total: true })
}
