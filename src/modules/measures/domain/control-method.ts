import type { ControlChart, ControlProblem } from '#modules/statistics/index.js'
import type { Unit } from './unit.js'

/** Every control chart, in the order that people choose from. */
export const CONTROL_CHARTS: readonly ControlChart[] = ['xmr', 'run', 'p', 'u', 'c', 'g', 't']

/** What people call each of them. */
export const CHART_NAMES: Readonly<Record<ControlChart, string>> = {
  xmr: 'The usual one (XmR)',
  run: 'Run chart',
  p: 'p chart',
  u: 'u chart',
  c: 'c chart',
  g: 'g chart',
  t: 't chart',
}

/**
 * The control charts that such figures can be drawn on: p for parts of a whole and u for counts over a base, both held
 * with what lies behind them; c for counts; g and t for what lies between rare events. XmR and run charts suit any.
 */
export function chartsFor({ unit, formula }: { readonly unit: Unit; readonly formula: string | null }): ControlChart[] {
  const own: Readonly<Record<Unit, readonly ControlChart[]>> = {
    count: ['c', 'g', 't'],
    percentage: formula === null ? ['p'] : [],
    rate: formula === null ? ['u'] : [],
    pounds: [],
    duration: ['t'],
  }
  return ['xmr', 'run', ...own[unit]]
}

/** What kind of chart it is and how to read it; nothing for the usual one. */
export function chartKindWords(chart: ControlChart): string {
  const words: Readonly<Record<ControlChart, string>> = {
    xmr: '',
    run: 'This is a run chart: it has a median and no limits.',
    p: 'This is a p chart: its limits are wider where fewer cases lie behind a percentage.',
    u: 'This is a u chart: its limits are wider where a rate has a smaller base.',
    c: 'This is a c chart: its limits are those of events that come one by one.',
    g: 'This is a g chart: a figure is how much lay between one rare event and the next, so that a high one means fewer.',
    t: 'This is a t chart: a figure is the time between one rare event and the next, so that a long one means fewer.',
  }
  return words[chart]
}

/** What the middle of the chart is called. A share's middle line is an average only where it is total over total. */
export function centreName(unit: Unit, chart: ControlChart): 'average' | 'median' | 'middle line' {
  if (chart === 'run' || chart === 'g') return 'median'
  if (chart === 'p' || chart === 'u') return 'average'
  return chart !== 't' && (unit === 'count' || unit === 'pounds') ? 'average' : 'middle line'
}

/** Why figures cannot be drawn on a chart: "It cannot be drawn as a p chart: March 2024 has no …". */
export function problemInWords(chart: ControlChart, problem: ControlProblem, label: (date: string) => string): string {
  const at = 'date' in problem ? label(problem.date) : ''
  const why: Readonly<Record<ControlProblem['code'], string>> = {
    'no-values': 'no figure has both its parts',
    'not-a-number': `${at} is not a number`,
    'needs-parts': `${at} has a figure without the two numbers behind it`,
    negative: `${at} is below 0`,
    'share-above-whole': `in ${at} the part is larger than the whole`,
    'not-above-nought': `${at} is not above 0`,
    'baseline-too-short': 'its baseline is too short',
    'unknown-rebase': `no figure stands at ${at}`,
  }
  const article = chart === 'xmr' ? 'an XmR' : `a ${chart}`
  return `These figures cannot be drawn as ${article} chart: ${why[problem.code]}.`
}
