import { formatNumber, formatPercent } from '#kernel/words.js'
import type { Interval } from '#modules/statistics/index.js'
import type { Command } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { type FindRate, type StopRates, stopRates } from '../actions/stop-rates.js'
import { monthsCovered } from '../data/months-covered.queries.js'
import { sliceRefusalInWords } from '../domain/crime-slice.js'
import { RATIO_DEFINITION } from '../domain/disproportionality.js'
import { FIND_RATES } from '../domain/stop-outcome.js'
import { tableLines } from './count-table.js'
import { refused } from './counts.cli.js'
import { gapsInWords } from './gaps.js'
import { STOP_OPTIONS, STOP_USAGE, stopSliceFrom } from './stop-options.js'

export const showStopRates: Command = {
  name: 'stops rates',
  permission: 'police-data:read',
  summary: 'Searches by ethnic group beside residents, and how often something was found, with 95% intervals',
  usage: STOP_USAGE.replace('[--force <slug, code or name>]', '--force <slug, code or name>'),
  options: STOP_OPTIONS,
  arity: [0, 0],
  run: async ({ deps, options, say }) => {
    const slice = await stopSliceFrom(deps.db, options)
    if (!slice.ok) return refused(say, slice.error)
    const { forces = [], ...rest } = slice.value
    const [force, ...others] = forces
    if (!force || others.length > 0) throw new UsageError('Name one force: --force <slug, code or name>')
    const rates = await stopRates(deps, force, rest)
    if (!rates.ok) return refused(say, sliceRefusalInWords(rates.error))
    for (const line of gapsInWords(await monthsCovered(deps.db, 'stop-and-search', slice.value), rest)) say(line)
    const definitions = { ratio: RATIO_DEFINITION, ...FIND_RATES }
    return { lines: linesOf(rates.value), data: { force, ...rates.value, definitions } }
  },
}

function linesOf({ groups, searches, notStated, unknown, all, residents, missing }: StopRates): string[] {
  const rows = [
    ...groups.map(({ group, searches: own, people, rate, ratio, outcome, linked }) => {
      const shares = { outcome: shareText(outcome), linked: shareText(linked) }
      return {
        group,
        searches: own,
        residents: people,
        'per 1,000': number(rate),
        'times white': number(ratio),
        ...shares,
      }
    }),
    { group: 'Not stated', searches: notStated },
    { group: 'Unknown', searches: unknown },
    { group: 'All', searches, outcome: shareText(all.outcome), linked: shareText(all.linked) },
  ]
  const columns = ['group', 'searches', 'residents', 'per 1,000', 'times white', 'outcome', 'linked']
  return [
    ...tableLines(rows, { columns, nothing: () => '–', total: false }),
    '',
    ...(residents ? [`Residents: ${residents.year}, ${residents.source}.`] : []),
    ...(missing ? [missing] : []),
    `PER 1,000 and TIMES WHITE: ${RATIO_DEFINITION}`,
    `OUTCOME: ${FIND_RATES.outcome.definition}`,
    `LINKED: ${FIND_RATES.linked.definition}`,
    'Ranges are 95% intervals.',
  ]
}

function number(interval: Interval | null): string | null {
  if (!interval) return null
  const [estimate, lower, upper] = [interval.estimate, interval.lower, interval.upper].map((each) =>
    formatNumber(each, 1),
  )
  return `${estimate} (${lower} to ${upper})`
}

function shareText({ share }: FindRate): string | null {
  if (!share) return null
  const [estimate, lower, upper] = [share.estimate, share.lower, share.upper].map((each) => formatPercent(each * 100))
  return `${estimate} (${lower} to ${upper})`
}
