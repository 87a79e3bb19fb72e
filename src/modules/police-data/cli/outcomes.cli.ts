import { formatMonth, formatNumber, formatPercent } from '#kernel/words.js'
import type { Command } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { type OutcomeJoin, outcomeJoin, outcomeSummary } from '../actions/count-outcomes.js'
import { monthsCovered } from '../data/months-covered.queries.js'
import { type CrimeSlice, sliceRefusalInWords } from '../domain/crime-slice.js'
import { BASIS_WORDS, type OutcomeBasis, type OutcomeSummary } from '../domain/outcome-cohort.js'
import { COURT_RESULTS_END } from '../domain/outcome-group.js'
import { tableLines } from './count-table.js'
import { refused } from './counts.cli.js'
import { gapsInWords } from './gaps.js'
import { SLICE_OPTIONS, SLICE_USAGE, sliceFrom } from './slice-options.js'

export const showOutcomes: Command = {
  name: 'crime outcomes',
  permission: 'police-data:read',
  summary: 'What became of crimes: of those recorded in some months, or outcomes recorded then; how both files agree',
  usage: `[--basis crimes-recorded|outcomes-recorded] [--check] ${SLICE_USAGE}`,
  options: { basis: 'value', check: 'flag', ...SLICE_OPTIONS },
  arity: [0, 0],
  run: async ({ deps, options, say }) => {
    const basis = basisFrom(options.basis)
    const slice = await sliceFrom(deps.db, options)
    if (!slice.ok) return refused(say, slice.error)
    const isCheck = options.check === 'true'
    const type = basis === 'outcomes-recorded' && !isCheck ? 'outcomes' : 'street'
    for (const line of gapsInWords(await monthsCovered(deps.db, type, slice.value), slice.value)) say(line)
    return isCheck ? check(deps, slice.value, say) : summary(deps, { slice: slice.value, basis }, say)
  },
}

type Deps = Parameters<Command['run']>[0]['deps']
type Say = (message: string) => void

function basisFrom(text = 'crimes-recorded'): OutcomeBasis {
  if (text === 'crimes-recorded' || text === 'outcomes-recorded') return text
  throw new UsageError(`--basis takes crimes-recorded or outcomes-recorded, not '${text}'`)
}

async function summary(deps: Deps, { slice, basis }: { slice: CrimeSlice; basis: OutcomeBasis }, say: Say) {
  const found = await outcomeSummary(deps, slice, basis)
  if (!found.ok) return refused(say, sliceRefusalInWords(found.error))
  const data = { basis, definition: BASIS_WORDS[basis], ...found.value }
  return { lines: summaryLines(found.value, basis), data: { ...data, note: COURT_RESULTS_END } }
}

function summaryLines({ groups, total, open, courtResultsEnd }: OutcomeSummary, basis: OutcomeBasis): string[] {
  const rows = groups.map(({ group, count, share }) => {
    return { outcome: group, share: share === null ? null : formatPercent(share * 100), count }
  })
  const columns = basis === 'crimes-recorded' ? ['outcome', 'share', 'count'] : ['outcome', 'count']
  return [
    ...tableLines(rows, { columns, nothing: () => '–', total: true }),
    '',
    BASIS_WORDS[basis],
    ...(basis === 'crimes-recorded' ? [`${formatNumber(open)} of ${formatNumber(total)} may still change.`] : []),
    COURT_RESULTS_END,
    ...(courtResultsEnd ? [`In these data that is from ${formatMonth(courtResultsEnd)} on.`] : []),
  ]
}

async function check(deps: Deps, slice: CrimeSlice, say: Say) {
  const { forces, from, to, knownOn } = slice
  const joined = await outcomeJoin(deps, {
    ...(forces && { forces }),
    ...(from && { from }),
    ...(to && { to }),
    ...(knownOn && { knownOn }),
  })
  if (!joined.ok) return refused(say, sliceRefusalInWords(joined.error))
  return { lines: joinLines(joined.value), data: joined.value }
}

function joinLines(join: OutcomeJoin): string[] {
  const rows = [
    { what: 'Crimes with an ID in street files', count: join.streetRows },
    { what: 'Crime IDs among them', count: join.streetIds },
    { what: 'Events in outcome files', count: join.eventRows },
    { what: 'Crime IDs among those', count: join.eventIds },
    { what: 'Crime IDs in both', count: join.idsInBoth },
    { what: 'Last outcome is the newest event', count: join.same },
    { what: 'Last outcome is another', count: join.different },
    { what: 'No event, and none to be expected yet', count: join.openWithoutEvent },
    { what: 'No event though there should be one', count: join.lackingEvent },
  ]
  return tableLines(rows, { columns: ['what', 'count'], nothing: () => '', total: false })
}
