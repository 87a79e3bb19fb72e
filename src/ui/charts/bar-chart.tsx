import { scaleLinear } from 'd3-scale'
import { formatNumber } from '../format.js'
import { palette } from '../palette.js'
import { Drawing, type DrawingProps, NARROW, SIZE } from './drawing.js'
import { axisLabels } from './labels.js'
import type { Room } from './line-content.js'
import type { ChartPoint } from './points.js'
import { isFlat } from './scale.js'
import { textWidth } from './text-width.js'

type BarChartProps = DrawingProps & {
  readonly unitLabel: string
  readonly points: readonly ChartPoint[]
  readonly format?: (value: number) => string
}

/** A few figures side by side from nought, each with its number: years, or a single one. */
export function BarChart({ unitLabel, points, format = formatNumber, ...props }: BarChartProps) {
  const wide = { width: props.width ?? 784, height: 270, size: SIZE, stacked: false }
  const narrow = { width: NARROW, height: 230, size: SIZE, stacked: true }
  return (
    <Drawing {...props} wide={wide} narrow={narrow}>
      {(room) => (
        <>
          <text x="0" y={room.size} fill={palette.soft}>
            {unitLabel}
          </text>
          <Bars layout={layOutBars(points, room, format)} room={room} />
        </>
      )}
    </Drawing>
  )
}

/** Where one bar stands; a missing figure has no height and no number. */
export type Bar = {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly text?: string
  readonly textY: number
  readonly isFirm: boolean
  readonly mark?: ChartPoint['mark']
}
type BarLayout = {
  readonly bars: readonly Bar[]
  readonly zero: number
  readonly right: number
  readonly bottom: number
  readonly axis: readonly { readonly x: number; readonly text: string; readonly below?: string }[]
  /** Where bars on one side are not like those on the other. */
  readonly breaks: readonly number[]
}

const WIDEST = 84

/** Works out a bar chart. Numbers are left off where they would run into each other; the table has them all. */
export function layOutBars(points: readonly ChartPoint[], room: Room, format: (value: number) => string): BarLayout {
  const values = points.map((point) => point.value ?? 0)
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  const distance = Math.min(WIDEST * 1.5, room.width / Math.max(1, points.length))
  const width = Math.min(WIDEST, distance * 0.68)
  const bottom = room.height - room.size * (points.some((point) => point.sublabel) ? 3 : 1.9)
  const top = room.size * 3.4
  const domain = isFlat(low, high) ? [0, 1] : [low, high]
  const y = scaleLinear(domain, [low < 0 ? bottom - room.size * 1.4 : bottom, top])
  const texts = points.map(({ value }) => (value === null ? undefined : format(value)))
  const fits = texts.every((text) => textWidth(text ?? '', room.size, true) <= distance - 4)
  const bars = points.map((point, index): Bar => {
    const at = y(point.value ?? 0)
    const text = fits ? (texts[index] ?? '–') : undefined
    return {
      key: point.key,
      x: index * distance + (distance - width) / 2,
      y: Math.min(at, y(0)),
      width,
      height: Math.abs(at - y(0)),
      ...(text === undefined ? {} : { text }),
      textY: (point.value ?? 0) < 0 ? at + room.size * 1.1 : at - room.size * 0.45,
      isFirm: point.status === undefined || point.status === 'final',
      mark: point.mark,
    }
  })
  const axis = axisLabels(points, distance, { size: room.size, gap: 0.4 }).map((label) => ({
    ...label,
    x: (label.index + 0.5) * distance,
  }))
  const breaks = points.flatMap(({ breakBefore }, index) => (breakBefore && index > 0 ? [index * distance] : []))
  return { bars, zero: y(0), right: points.length * distance, bottom, axis, breaks }
}

function Bars({ layout: { bars, zero, right, bottom, axis, breaks }, room }: { layout: BarLayout; room: Room }) {
  return (
    <>
      {bars.map((bar) => (
        <BarShape key={bar.key} bar={bar} />
      ))}
      {breaks.map((x) => (
        <line
          key={x}
          x1={round(x)}
          x2={round(x)}
          y1={round(room.size * 1.6)}
          y2={round(bottom)}
          stroke={palette.ink}
          stroke-dasharray="2 3"
        />
      ))}
      <line x1="0" x2={round(right)} y1={round(zero)} y2={round(zero)} stroke={palette.ink} />
      <g text-anchor="middle" fill={palette.soft}>
        {axis.map(({ x, text, below }) => (
          <g key={x}>
            <text x={round(x)} y={round(bottom + room.size * 1.45)}>
              {text}
            </text>
            {below ? (
              <text x={round(x)} y={round(bottom + room.size * 2.6)}>
                {below}
              </text>
            ) : null}
          </g>
        ))}
      </g>
    </>
  )
}

function BarShape({ bar }: { bar: Bar }) {
  const isConcern = bar.mark === 'concern'
  const colour = isConcern ? palette.worry : palette.brand
  const shape = { x: round(bar.x), y: round(bar.y), width: round(bar.width), height: round(bar.height) }
  return (
    <>
      {bar.isFirm ? (
        <rect class={isConcern ? undefined : 'chart__brand-fill'} {...shape} fill={colour} />
      ) : (
        <rect
          class={isConcern ? undefined : 'chart__brand-line'}
          {...shape}
          fill={palette.band}
          stroke={colour}
          stroke-width="1.5"
          stroke-dasharray="4 3"
        />
      )}
      {bar.text ? (
        <text
          x={round(bar.x + bar.width / 2)}
          y={round(bar.textY)}
          text-anchor="middle"
          font-weight="600"
          fill={palette.ink}
        >
          {bar.text}
        </text>
      ) : null}
    </>
  )
}

const round = (value: number) => Math.round(value * 10) / 10
