import { palette } from '../palette.js'
import type { ChartPoint } from './points.js'

type MarkProps = { readonly x: number; readonly y: number; readonly radius: number; readonly point: ChartPoint }

/** One period: an open dot, dashed while provisional; a triangle for concern, a square for improvement. */
export function Mark({ x, y, radius, point }: MarkProps) {
  if (point.mark === 'concern') {
    const up = `M${x} ${y - 7.5}l7 12.5h-14z`
    return <path class="chart__mark--concern" d={up} fill={palette.worry} stroke={palette.white} />
  }
  if (point.mark === 'improvement') {
    const corner = { x: x - 5.5, y: y - 5.5, width: 11, height: 11 }
    return <rect class="chart__brand-fill" {...corner} fill={palette.brand} stroke={palette.white} />
  }
  if (point.mark === 'note') return <circle cx={x} cy={y} r="5" fill={palette.ink} stroke={palette.white} />
  if (radius === 0) return null
  const isFirm = point.status === undefined || point.status === 'final'
  return (
    <circle
      class={isFirm ? 'chart__dot' : 'chart__dot chart__dot--provisional'}
      cx={x}
      cy={y}
      r={radius}
      fill={palette.white}
      stroke={isFirm ? palette.ink : palette.neutral}
      stroke-width={radius > 2 ? 1.8 : 1.2}
      stroke-dasharray={isFirm ? undefined : '2 1.6'}
    />
  )
}
