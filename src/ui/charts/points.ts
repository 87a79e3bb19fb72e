/** One period of a series. `value` is null where there is no figure: the line then has a gap. */
export type ChartPoint = {
  readonly key: string
  /** What stands under the axis ("Mar", "2015/16"). */
  readonly label: string
  /** What stands once under a run of labels (the year). */
  readonly sublabel?: string
  readonly value: number | null
  readonly mark?: 'concern' | 'improvement' | 'note'
  /** To which side a mark lies: a triangle points that way. */
  readonly side?: 'high' | 'low'
  /** A few words at the mark ("New recording system"). */
  readonly note?: string
  readonly status?: 'final' | 'provisional' | 'estimated'
  /** Nothing before this period can be compared with it, so the line does not cross. */
  readonly breakBefore?: boolean
  /** A few words at the break ("Counted anew"). */
  readonly breakNote?: string
  /** Where this period's ordinary variation falls, when periods differ; else the chart's own band holds. */
  readonly limits?: PointLimits | null
  /** Periods of one phase share their average; its line does not reach over into the next. */
  readonly phase?: number
}

/** Limits and average in one period; a run chart has a centre alone. */
export type PointLimits = { readonly lower: number | null; readonly upper: number | null; readonly centre: number }

/** Where ordinary periods fall: limits and average, with the words beside them. */
export type ChartBand = {
  readonly lower: number
  readonly upper: number
  readonly centre: number
  readonly labels?: { readonly lower: string; readonly upper: string; readonly centre: string }
}

/** The limits at a point: its own, or the chart's. */
export function limitsAt(point: ChartPoint, band: ChartBand | undefined): PointLimits | undefined {
  if (point.limits === null) return undefined
  return point.limits ?? band
}

/** The runs of a series that a line may join: never across a missing figure or a break. */
export function runs(points: readonly Pick<ChartPoint, 'value' | 'breakBefore'>[]): readonly (readonly number[])[] {
  const found: number[][] = []
  let open = false
  points.forEach((point, index) => {
    if (point.value === null) open = false
    else if (open && !point.breakBefore) found.at(-1)?.push(index)
    else {
      found.push([index])
      open = true
    }
  })
  return found
}
