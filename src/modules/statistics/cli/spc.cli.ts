import type { CommandAnswer, StatelessCommand } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import type { ControlOptions, ControlProblem, ControlResult } from '../domain/control.js'
import { controlChart } from '../domain/control-chart.js'
import { type SeriesRow, seriesFrom } from '../domain/series-file.js'
import { summaryOf } from '../domain/words.js'
import { chartData, chartTable } from './chart-answer.js'
import { lateDates, optionsFrom, rebaseDays } from './chart-options.js'
import { rowsOfFile } from './table-file.js'

export const spc: StatelessCommand = {
  name: 'spc',
  summary: 'Work out a control chart from a file of figures; needs no register',
  usage:
    '<figures.csv | -> [--polarity up|down|neither] [--target N] [--rebase DATE,...] [--baseline N] ' +
    '[--screen-ranges yes|no] [--chart xmr|run|p|u|c|g|t] [--lowest N] [--highest N] [--per N]',
  options: {
    polarity: 'value',
    target: 'value',
    rebase: 'value',
    baseline: 'value',
    'screen-ranges': 'value',
    chart: 'value',
    lowest: 'value',
    highest: 'value',
    per: 'value',
  },
  arity: [1, 1],
  runAlone: async ({ args: [file = ''], options, say }) => {
    const asked = optionsFrom(options)
    const areRepeatsMeant = asked.chart === 'g' || asked.chart === 't'
    const table = await rowsOfFile(file)
    if (!table.ok) return refused(`${nameOf(file)}, ${table.error}`, say)
    for (const sheet of table.value.passedOver) say(`The sheet '${sheet}' is passed over: only the first is read.`)
    const series = seriesFrom(table.value.rows, areRepeatsMeant)
    if (!series.ok) {
      const { line, what, mend } = series.error
      return refused(`${nameOf(file)}, line ${line}: ${what}. ${mend}`, say)
    }
    const result = chartOf(series.value, asked)
    if (!result.ok) return refused(`${nameOf(file)}: ${explain(result.error, series.value, asked)}`, say)
    for (const date of lateDates(asked.rebase ?? [], series.value)) {
      say(`--rebase ${date}: no period is on or after it, so no phase begins.`)
    }
    return answer(result.value, series.value)
  },
}

const nameOf = (file: string) => (file === '-' ? 'standard input' : file)

function refused(message: string, say: (message: string) => void): CommandAnswer {
  say(message)
  return { lines: [], data: { refused: message }, refused: true }
}

/** The rules know dates by their first day; the answer writes them as the file does. */
function chartOf(rows: readonly SeriesRow[], options: ControlOptions) {
  const inputs = rows.map(({ date, day, value, numerator, denominator }) => {
    return { date: day ?? date, value, numerator, denominator }
  })
  return controlChart(inputs, { ...options, rebase: rebaseDays(options.rebase ?? [], rows) })
}

function answer(result: ControlResult, rows: readonly SeriesRow[]): CommandAnswer {
  const dates = new Map(rows.map(({ date, day }) => [day ?? date, date]))
  const date = (day: string) => dates.get(day) ?? day
  const summary = summaryOf(result, { date })
  return { lines: [...chartTable(result, date), '', summary], data: chartData(result, date, summary) }
}

function explain(problem: ControlProblem, rows: readonly SeriesRow[], { chart }: ControlOptions): string {
  if (problem.code === 'no-values') return 'no row has a value. Fill in at least one.'
  if (problem.code === 'baseline-too-short') throw new UsageError('--baseline takes a whole number from 2.')
  if (problem.code === 'unknown-rebase') {
    throw new UsageError(`--rebase ${problem.date}: there is no such date in the file, and it cannot be read as one.`)
  }
  const row = rows.find(({ date, day }) => (day ?? date) === problem.date)
  return `line ${row?.line ?? 1} (${row?.date ?? problem.date}): ${wrongWith(problem.code, chart)}`
}

function wrongWith(
  code: Exclude<ControlProblem['code'], 'no-values' | 'baseline-too-short' | 'unknown-rebase'>,
  chart: string,
) {
  return {
    'not-a-number': 'that is not a number. Write it in digits.',
    'needs-parts': `a ${chart} chart needs the part and the whole. Use the columns date,numerator,denominator.`,
    negative: `a ${chart} chart counts, and a count is never below nought. Correct the figure.`,
    'share-above-whole':
      'the numerator is more than the denominator. Correct one of them, or use --chart u for a rate.',
    'not-above-nought': 'a time between events must be more than nought. Use hours instead of days, or --chart g.',
  }[code]
}
