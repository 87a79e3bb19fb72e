import type { Command } from '#platform/cli/command.js'
import { stopCounts } from '../actions/count-stops.js'
import { monthsCovered } from '../data/months-covered.queries.js'
import { sliceRefusalInWords } from '../domain/crime-slice.js'
import { STOP_BY } from '../domain/stop-slice.js'
import { csvLines, tableLines } from './count-table.js'
import { formatFrom, refused } from './counts.cli.js'
import { gapsInWords, isAnyThere } from './gaps.js'
import { columnsFrom } from './slice-options.js'
import { STOP_OPTIONS, STOP_USAGE, stopSliceFrom } from './stop-options.js'

export const countStops: Command = {
  name: 'stops counts',
  permission: 'police-data:read',
  summary: 'Count stops and searches by month, person, object, law and outcome; what is not known stands as unknown',
  usage:
    '[--by month,force,type,ethnicity,self-ethnicity,officer-ethnicity,gender,age,legislation,object,outcome,' +
    `outcome-group,find] ${STOP_USAGE} [--format table|csv]`,
  options: { by: 'value', ...STOP_OPTIONS, format: 'value' },
  arity: [0, 0],
  run: async ({ deps, options, say }) => {
    const by = columnsFrom(options.by, STOP_BY)
    const format = formatFrom(options.format)
    const slice = await stopSliceFrom(deps.db, options)
    if (!slice.ok) return refused(say, slice.error)
    const rows = await stopCounts(deps, slice.value, by)
    if (!rows.ok) return refused(say, sliceRefusalInWords(rows.error))
    const { from, to, knownOn } = slice.value
    const coverage = await monthsCovered(deps.db, 'stop-and-search', slice.value)
    for (const line of gapsInWords(coverage, { from, to, knownOn })) say(line)
    const columns = [...by, 'count']
    const table = { columns, nothing: () => 'unknown', total: true }
    const counted = isAnyThere(coverage) ? rows.value : []
    const lines = format === 'csv' ? csvLines(counted, columns) : tableLines(counted, table)
    return { lines, data: counted.map((row) => ({ ...row })) }
  },
}
