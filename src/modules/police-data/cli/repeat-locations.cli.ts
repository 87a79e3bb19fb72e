import type { Command } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { repeatLocations } from '../actions/repeat-locations.js'
import { sliceRefusalInWords } from '../domain/crime-slice.js'
import { POINTS_CAVEAT } from '../domain/repeat-location.js'
import { csvLines, tableLines } from './count-table.js'
import { formatFrom, refused } from './counts.cli.js'
import { SLICE_OPTIONS, SLICE_USAGE, sliceFrom } from './slice-options.js'

const USUAL_MOST = 20
const MOST = 1000
const COLUMNS = ['location', 'districtName', 'lsoaName', 'commonest', 'commonestCount', 'months', 'count']

export const showRepeatLocations: Command = {
  name: 'crime repeats',
  permission: 'police-data:read',
  summary: 'The map points with most crimes; points are approximate, and --public withholds small numbers',
  usage: `[--most N] [--public] ${SLICE_USAGE} [--format table|csv]`,
  options: { most: 'value', public: 'flag', ...SLICE_OPTIONS, format: 'value' },
  arity: [0, 0],
  run: async ({ deps, options, say }) => {
    const format = formatFrom(options.format)
    const most = mostFrom(options.most)
    const slice = await sliceFrom(deps.db, options)
    if (!slice.ok) return refused(say, slice.error)
    const isPublic = options.public === 'true'
    const found = await repeatLocations(deps, { slice: slice.value, most, isPublic })
    if (!found.ok) return refused(say, sliceRefusalInWords(found.error))
    const table = { columns: COLUMNS, nothing: () => '–', total: false }
    if (format === 'csv') say(POINTS_CAVEAT)
    const lines =
      format === 'csv' ? csvLines(found.value, COLUMNS) : [...tableLines(found.value, table), '', POINTS_CAVEAT]
    return { lines, data: found.value.map((each) => ({ ...each })) }
  },
}

function mostFrom(text = String(USUAL_MOST)): number {
  const most = Number(text)
  if (Number.isInteger(most) && most >= 1 && most <= MOST) return most
  throw new UsageError(`--most takes a whole number from 1 to ${MOST}`)
}
