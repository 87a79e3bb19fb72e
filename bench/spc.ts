import { type ControlInput, controlChart } from '#modules/statistics/index.js'
import { median, printTable, seeded } from './table.js'

const SERIES = 10_000
const POINTS = 60
const ROUNDS = 7

/** Ten thousand series of five years of months, the same in every run. */
function allSeries(): readonly (readonly ControlInput[])[] {
  const random = seeded(1)
  return Array.from({ length: SERIES }, () =>
    Array.from({ length: POINTS }, (_, index) => {
      const month = String((index % 12) + 1).padStart(2, '0')
      return {
        date: `${2020 + Math.floor(index / 12)}-${month}`,
        value: Math.round(400 + 100 * random() + index * random()),
      }
    }),
  )
}

/** The peer: the same limits and rules in a few plain lines that look at every window afresh. */
function plainly(inputs: readonly ControlInput[]): number {
  const values = inputs.map(({ value }) => value ?? 0)
  const average = (of: readonly number[]) => of.reduce((total, value) => total + value, 0) / of.length
  const mean = average(values)
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? 0)))
  const limit = 3.267 * average(ranges)
  const reach = 2.66 * average(ranges.filter((range) => range < limit))
  let flagged = 0
  for (let index = 0; index < values.length; index += 1) {
    const seven = values.slice(Math.max(0, index - 6), index + 1)
    const three = values.slice(Math.max(0, index - 2), index + 1)
    const isFar = (value: number) => Math.abs(value - mean) > (2 * reach) / 3
    const isShift = seven.length === 7 && (seven.every((v) => v > mean) || seven.every((v) => v < mean))
    const steps = seven.slice(1).map((value, place) => Math.sign(value - (seven[place] ?? 0)))
    const isTrend = steps.length === 6 && Math.abs(steps.reduce((total, step) => total + step, 0)) === 6
    const isPair = three.length === 3 && three.filter(isFar).length >= 2
    if (Math.abs((values[index] ?? 0) - mean) > reach || isShift || isTrend || isPair) flagged += 1
  }
  return flagged
}

function timed(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

const series = allSeries()
let found = 0
const ours = () => {
  for (const inputs of series) {
    const chart = controlChart(inputs, { chart: 'xmr', polarity: 'up', target: 500 })
    if (chart.ok) found += chart.value.points.length
  }
}
const peer = () => {
  for (const inputs of series) found += plainly(inputs)
}
const runs = Array.from({ length: ROUNDS }, () => [timed(ours), timed(peer)] as const)
printTable(
  'Plain windows',
  [
    {
      what: 'Control charts of 10,000 series of 60 points, median',
      ours: median(runs.map(([time]) => time)),
      peer: median(runs.map(([, time]) => time)),
      unit: 'ms',
      goal: 'under 1,000',
    },
    {
      what: 'The same, first time',
      ours: runs[0]?.[0] ?? Number.NaN,
      peer: runs[0]?.[1] ?? Number.NaN,
      unit: 'ms',
      goal: 'under 1,000',
    },
  ],
  process.argv[2],
)
if (found === 0) throw new Error('No chart was worked out')
