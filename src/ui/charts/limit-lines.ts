import { type ChartBand, type ChartPoint, limitsAt, type PointLimits } from './points.js'

/** The lines of average and limits as paths, one for each phase, and the ground between the limits. */
export type LimitLines = {
  readonly area: readonly string[]
  readonly upper: readonly string[]
  readonly lower: readonly string[]
  readonly centre: readonly string[]
}

type Across = {
  readonly left: number
  readonly right: number
  readonly distance: number
  readonly x: (i: number) => number
}
type Step = { readonly from: number; readonly until: number; readonly limits: PointLimits }

/** Each period's limits reach half-way to its neighbours, so lines go level and step; phases do not join. */
export function limitLines(
  points: readonly ChartPoint[],
  band: ChartBand | undefined,
  across: Across,
  y: (value: number) => number,
): LimitLines {
  const phases = phasesOf(points, band, across)
  const draw = (key: keyof PointLimits) =>
    phases.flatMap((steps) => linesOf(steps, key, y).map((line) => `M${line.join('L')}`))
  return {
    area: phases.flatMap((steps) => {
      const under = linesOf(steps, 'lower', y)
      return linesOf(steps, 'upper', y).map(
        (over, index) => `M${[...over, ...(under[index] ?? []).toReversed()].join('L')}z`,
      )
    }),
    upper: draw('upper'),
    lower: draw('lower'),
    centre: draw('centre'),
  }
}

function phasesOf(
  points: readonly ChartPoint[],
  band: ChartBand | undefined,
  { left, right, distance, x }: Across,
): readonly (readonly Step[])[] {
  const phases: Step[][] = []
  let before: ChartPoint | undefined
  points.forEach((point, index) => {
    const limits = limitsAt(point, band)
    if (!limits) {
      before = undefined
      return
    }
    const from = Math.max(left, x(index) - distance / 2)
    const until = Math.min(right, x(index) + distance / 2)
    const steps = before && before.phase === point.phase ? phases.at(-1) : undefined
    const last = steps?.at(-1)
    if (steps && last && isSame(last.limits, limits)) steps.splice(-1, 1, { ...last, until })
    else if (steps) steps.push({ from, until, limits })
    else phases.push([{ from, until, limits }])
    before = point
  })
  return phases
}

const isSame = (a: PointLimits, b: PointLimits) => a.lower === b.lower && a.upper === b.upper && a.centre === b.centre

/** The corners of a line, a new line wherever a step has no such limit. */
function linesOf(steps: readonly Step[], key: keyof PointLimits, y: (value: number) => number): string[][] {
  const lines: string[][] = []
  let open = false
  for (const { from, until, limits } of steps) {
    const value = limits[key]
    if (value !== null) {
      if (!open) lines.push([])
      lines.at(-1)?.push(`${round(from)} ${round(y(value))}`, `${round(until)} ${round(y(value))}`)
    }
    open = value !== null
  }
  return lines
}

const round = (value: number) => Math.round(value * 10) / 10
