import { palette } from '../palette.js'
import type { ChartPoint } from './points.js'

type MarkProps = { readonly x: number; readonly y: number; readonly radius: number; readonly point: ChartPoint }

/**
 * One period: an open dot; a triangle for concern, pointing to its side; a square for improvement; a diamond for a
 * signal that is neither. Shapes differ, so that nobody needs the colours. Hollow and dashed while provisional.
 */
export function Mark({ x, y, radius, point }: MarkProps) {
  const isFirm = point.status === undefined || point.status === 'final'
  if (point.mark) return <Signal x={x} y={y} point={point} isFirm={isFirm} scale={scaleOf(radius)} />
  if (radius === 0) return null
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

/** Marks shrink with the room between periods, less than dots do: they are what a reader looks for. */
const scaleOf = (radius: number) => ({ 0: 0.6, 2: 0.75, 3: 0.9 })[radius] ?? 1

type SignalProps = Pick<MarkProps, 'x' | 'y' | 'point'> & { readonly isFirm: boolean; readonly scale: number }

function Signal({ x, y, point, isFirm, scale }: SignalProps) {
  const colour = colourOf(point.mark)
  const paint = isFirm
    ? { fill: colour, stroke: palette.white }
    : { fill: palette.white, stroke: colour, 'stroke-width': 1.6, 'stroke-dasharray': '2.4 1.4' }
  const name = `chart__dot${isFirm ? '' : ' chart__dot--provisional'}`
  if (point.mark === 'concern') {
    const way = point.side === 'low' ? -scale : scale
    const path = `M${x} ${round(y - 7.5 * way)}l${round(7 * scale)} ${round(12.5 * way)}h${round(-14 * scale)}z`
    return <path class={`chart__mark--concern ${name}`} d={path} {...paint} />
  }
  if (point.mark === 'improvement') {
    const size = 11 * scale
    const corner = { x: round(x - size / 2), y: round(y - size / 2), width: round(size), height: round(size) }
    return <rect class={`${isFirm ? 'chart__brand-fill' : 'chart__brand-line'} ${name}`} {...corner} {...paint} />
  }
  if (point.side === undefined) return <circle class={name} cx={x} cy={y} r={5 * scale} {...paint} />
  const reach = round(7 * scale)
  const diamond = `M${x} ${round(y - reach)}l${reach} ${reach}l${-reach} ${reach}l${-reach} ${-reach}z`
  return <path class={`chart__mark--neutral ${name}`} d={diamond} {...paint} />
}

function colourOf(mark: ChartPoint['mark']): string {
  if (mark === 'concern') return palette.worry
  return mark === 'improvement' ? palette.brand : palette.ink
}

const round = (value: number) => Math.round(value * 10) / 10
