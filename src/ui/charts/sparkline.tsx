import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { palette } from '../palette.js'
import type { ChartBand } from './points.js'
import { runs } from './points.js'
import { isFlat } from './scale.js'

type SparklineProps = {
  readonly id: string
  /** What it shows, for those who do not see it. */
  readonly title: string
  readonly values: readonly (number | null)[]
  readonly band?: Pick<ChartBand, 'lower' | 'upper' | 'centre'>
}

const WIDTH = 336
const HEIGHT = 60
const EDGE = 6

/** A series in a line's height: its course, its band, its last figure. */
export function Sparkline({ id, title, values, band }: SparklineProps) {
  const { x, y } = scales(values, band)
  const points = values.map((value) => ({ value }))
  const draw = line<number>(x, (index) => y(values[index] ?? 0)).digits(1)
  const last = values.findLastIndex((value) => value !== null)
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-labelledby={id}
    >
      <title id={id}>{title}</title>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of shapes takes no focus */}
      <g aria-hidden="true">
        {band ? <Band upper={y(band.upper)} lower={y(band.lower)} centre={y(band.centre)} /> : null}
        {runs(points).map((run) => (
          <path
            key={run[0]}
            d={draw(run) ?? ''}
            fill="none"
            stroke={palette.ink}
            stroke-width="1.8"
            stroke-linejoin="round"
          />
        ))}
        {last === -1 ? null : (
          <circle cx={round(x(last))} cy={round(y(values[last] ?? 0))} r="4.2" fill={palette.ink} />
        )}
      </g>
    </svg>
  )
}

function Band({ upper, lower, centre }: { upper: number; lower: number; centre: number }) {
  const height = round(lower - upper)
  return (
    <>
      <rect class="chart__band" x="0" y={round(upper)} width={WIDTH} height={height} fill={palette.band} />
      <line class="chart__brand-line" x1="0" x2={WIDTH} y1={round(centre)} y2={round(centre)} stroke={palette.brand} />
    </>
  )
}

function scales(values: readonly (number | null)[], band: SparklineProps['band']) {
  const known = values.filter((value) => value !== null)
  const all = band ? [...known, band.lower, band.upper] : known
  const low = Math.min(...all)
  const high = Math.max(...all)
  const domain = all.length === 0 || isFlat(low, high) ? [(low || 0) - 1, (high || 0) + 1] : [low, high]
  const y = scaleLinear(all.length === 0 ? [0, 1] : domain, [HEIGHT - (band ? 0 : EDGE), band ? 0 : EDGE])
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [EDGE, WIDTH - EDGE])
  return { x, y }
}

const round = (value: number) => Math.round(value * 10) / 10
