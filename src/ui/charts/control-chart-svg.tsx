import type { DrawingProps } from './drawing.js'
import { LineChart } from './line-chart.js'
import type { LineChartContent } from './line-content.js'
import type { ChartPoint } from './points.js'

/** What a control chart says at one point: the shape that the statistics give, whichever module worked it out. */
export type ControlMark = {
  readonly mean: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly variation: 'common' | 'improvement' | 'concern' | 'neutral-high' | 'neutral-low'
  readonly phase: number
}

type Props = DrawingProps &
  Omit<LineChartContent, 'band'> & {
    readonly unitLabel: string
    readonly height?: number
    /** One for each point. */
    readonly control: readonly ControlMark[]
    readonly polarity: 'up' | 'down' | 'neither'
    /** With too few points limits are on trial: they are drawn, signals are not. */
    readonly isEnough?: boolean
  }

/** A control chart: every phase with its own average and limits, signals by shape and colour, breaks, target. */
export function ControlChartSvg({ control, polarity, isEnough = true, points, ...props }: Props) {
  return <LineChart {...props} points={controlPoints(points, control, { polarity, isEnough })} />
}

type Reading = { readonly polarity: Props['polarity']; readonly isEnough: boolean }

/** The points of a line chart with the limits and marks that the control chart gives them. */
export function controlPoints(
  points: readonly ChartPoint[],
  control: readonly ControlMark[],
  { polarity, isEnough }: Reading,
): readonly ChartPoint[] {
  return points.map((point, index) => {
    const mark = control[index]
    if (!mark) return { ...point, limits: null }
    const { mean, lower, upper, variation, phase } = mark
    const limits = mean === null ? null : { centre: mean, lower, upper }
    return { ...point, phase, limits, ...(isEnough && point.value !== null ? shapeOf(variation, polarity) : {}) }
  })
}

function shapeOf(variation: ControlMark['variation'], polarity: Props['polarity']): Pick<ChartPoint, 'mark' | 'side'> {
  if (variation === 'common') return {}
  if (variation === 'neutral-high') return { mark: 'note', side: 'high' }
  if (variation === 'neutral-low') return { mark: 'note', side: 'low' }
  const isHigh = (variation === 'improvement') === (polarity === 'up')
  return { mark: variation, side: isHigh ? 'high' : 'low' }
}
