import { latestSeries, type Observation } from './observation.js'
import type { ReadFigure } from './observation-file.js'

/** What taking a file in would do. A figure that says what is known already changes nothing. */
export type ImportPlan = {
  /** Periods that had no figure. */
  readonly added: readonly ReadFigure[]
  /** Periods that had another: both are kept, and the newer is shown. */
  readonly revised: readonly { readonly now: ReadFigure; readonly before: Observation }[]
  readonly unchanged: number
}

/** Compares a file's figures with what is known of the same measures. */
export function planImport(figures: readonly ReadFigure[], known: readonly Observation[]): ImportPlan {
  const byMeasure = Map.groupBy(known, ({ measureId }) => measureId)
  const latest = new Map<string, Observation>()
  for (const observations of byMeasure.values()) {
    for (const each of latestSeries(observations)) latest.set(keyOf(each.measureId, each.period.code), each)
  }
  const added: ReadFigure[] = []
  const revised: { now: ReadFigure; before: Observation }[] = []
  for (const now of figures) {
    const before = latest.get(keyOf(now.measure.id, now.period.code))
    if (!before) added.push(now)
    else if (!saysTheSame(now, before)) revised.push({ now, before })
  }
  return { added, revised, unchanged: figures.length - added.length - revised.length }
}

function keyOf(measureId: string, period: string): string {
  return `${measureId} ${period}`
}

function saysTheSame(now: ReadFigure, before: Observation): boolean {
  const told = ['numerator', 'denominator', 'value', 'status', 'note'] as const
  return told.every((name) => now[name] === before[name])
}
