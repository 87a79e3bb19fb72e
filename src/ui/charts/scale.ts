import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { formatNumber } from '../format.js'
import { type ChartBand, type ChartPoint, limitsAt } from './points.js'

/** The vertical scale of a chart: its ends and the lines drawn across. */
export type ValueScale = { readonly min: number; readonly max: number; readonly ticks: readonly Tick[] }
export type Tick = { readonly value: number; readonly text: string }

/** What else the scale must hold besides figures and limits (a target), and about how many lines it has. */
type ScaleExtras = { readonly also?: readonly number[]; readonly count?: number }

/** A scale that holds every figure and limit. It begins at nought unless that would flatten the picture. */
export function valueScale(
  points: readonly ChartPoint[],
  band: ChartBand | undefined,
  { also = [], count = 5 }: ScaleExtras = {},
): ValueScale {
  const all = [...also, ...(band ? [band.lower, band.upper, band.centre] : [])]
  for (const point of points) {
    if (point.value !== null) all.push(point.value)
    const limits = limitsAt(point, undefined)
    if (limits) all.push(limits.lower ?? limits.centre, limits.upper ?? limits.centre, limits.centre)
  }
  const [low, high] = ends(all.filter(Number.isFinite))
  const scale = scaleLinear().domain([low, high]).nice(count)
  const [min = low, max = high] = scale.domain()
  return { min, max, ticks: ticksOf(scale, count) }
}

/** Whether two figures are the same for the eye: apart by less than a thousand-millionth of themselves, or of one. */
export function isFlat(low: number, high: number): boolean {
  return high - low <= 1e-9 * Math.max(1, Math.abs(low), Math.abs(high))
}

function ends(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 1]
  const low = Math.min(...values)
  const high = Math.max(...values)
  if (isFlat(low, high)) {
    const room = Math.abs(high) * 0.1
    return room < 1e-6 ? [0, 1] : [low - room, high + room]
  }
  if (low >= 0 && low <= high * 0.4) return [0, high]
  if (high <= 0 && high >= low * 0.4) return [low, 0]
  return [low, high]
}

function ticksOf(scale: ScaleLinear<number, number>, count: number): readonly Tick[] {
  const values = scale.ticks(count)
  const step = Math.abs((values[1] ?? 1) - (values[0] ?? 0))
  const decimals = Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9)))
  return values.map((value) => ({ value, text: formatNumber(value, decimals) }))
}

/** For a chart's caption: says where the scale starts when that is not at nought, or ''. */
export function scaleNote(points: readonly ChartPoint[], band?: ChartBand, also: readonly number[] = []): string {
  const { min, max, ticks } = valueScale(points, band, { also })
  if (min <= 0 && max >= 0) return ''
  return `The vertical scale starts at ${ticks[0]?.text ?? formatNumber(min)}.`
}
