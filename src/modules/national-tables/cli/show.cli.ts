import type { Json } from '#kernel/canonical-json.js'
import { isIsoDate } from '#kernel/dates.js'
import { formatNumber } from '#kernel/words.js'
import { forceNamed } from '#modules/geography/index.js'
import type { Command, CommandAnswer } from '#platform/cli/command.js'
import { tableRows } from '../actions/table-rows.js'
import { listed, quoted } from '../domain/sheet.js'
import { isPlaceKind, isTableKind, PLACE_KINDS, TABLE_KINDS } from '../domain/table-kind.js'

export const showTable: Command = {
  name: 'tables show',
  permission: 'national-tables:read',
  summary: 'Show the figures of a national table',
  usage: '<kind> [--force <slug, code or name>] [--from <date>] [--until <date>]',
  options: { force: 'value', from: 'value', until: 'value' },
  arity: [1, 1],
  run: async ({ deps, args, options, say }) => {
    const [kind = ''] = args
    if (!isTableKind(kind) || isPlaceKind(kind)) return refused(unknown(kind), say)
    const area = options.force === undefined ? undefined : (forceNamed(options.force)?.code ?? null)
    if (area === null) return refused(`No force with an area is called ${quoted(options.force ?? '')}`, say)
    const { from, until } = options
    for (const day of [from, until])
      if (day !== undefined && !isIsoDate(day))
        return refused(`${quoted(day)} is not a date. Write it like 2025-03-31`, say)
    const rows = await tableRows(deps.db, kind, {
      ...(area && { area }),
      ...(from && isIsoDate(from) && { from }),
      ...(until && isIsoDate(until) && { until }),
    })
    const flat = rows.map(({ area: areaCode, areaName, from: first, until: last, labels, values, marks, file }) => ({
      ...{ force: areaName, areaCode, from: first, until: last },
      ...labels,
      ...values,
      ...{ marks, source: file },
    }))
    return { lines: linesOf(rows), data: flat as unknown as Json }
  },
}

function unknown(kind: string): string {
  if ((PLACE_KINDS as readonly string[]).includes(kind))
    return `${quoted(kind)} is of places: “frankpledge geography show <code>” shows what is known of a place`
  const kinds = Object.keys(TABLE_KINDS).filter((each) => isTableKind(each) && !isPlaceKind(each))
  return `There is no kind of table called ${quoted(kind)}. One of ${listed(kinds, 20)}`
}

function refused(problem: string, say: (message: string) => void): CommandAnswer {
  say(`${problem}.`)
  return { lines: [], data: { problem }, refused: true }
}

type Rows = Awaited<ReturnType<typeof tableRows>>

function linesOf(rows: Rows): string[] {
  if (rows.length === 0) return ['Nothing is held.']
  return rows.map(({ areaName, from, until, labels, values, marks }) => {
    const period = from === until ? until : `${from} to ${until}`
    const numbers = Object.entries(values).map(
      ([key, value]) =>
        `${key} ${value === null ? `none (${marks[key] ?? ''})` : formatNumber(value, Number.isInteger(value) ? 0 : 2)}`,
    )
    return [areaName, period, ...Object.values(labels), numbers.join(', ')].join('  ')
  })
}
