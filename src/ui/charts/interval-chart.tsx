import { scaleLinear } from 'd3-scale'
import { formatNumber } from '../format.js'
import { palette } from '../palette.js'
import { Drawing, type DrawingProps, NARROW, SIZE } from './drawing.js'
import type { Room } from './line-content.js'
import { valueScale } from './scale.js'
import { textWidth } from './text-width.js'

/** One area or group: a figure and the range that chance leaves open, if it knows one. */
export type IntervalRow = {
  readonly key: string
  readonly label: string
  readonly value: number
  readonly lower: number | null
  readonly upper: number | null
  /** Ours: bold and in the office's colour. */
  readonly isOwn: boolean
  /** A provisional or estimated figure has a dashed dot. */
  readonly isFirm: boolean
}

type IntervalChartProps = DrawingProps & {
  readonly unitLabel: string
  readonly rows: readonly IntervalRow[]
  /** A line across all rows: the others taken together. */
  readonly line?: { readonly value: number; readonly label: string }
  readonly format?: (value: number) => string
}

/** Several figures of one period one below the other, each a dot with its range. */
export function IntervalChart({ unitLabel, rows, line, format = formatNumber, ...props }: IntervalChartProps) {
  const room = (width: number, stacked: boolean): Room => {
    const step = stepOf(stacked)
    return { width, height: SIZE * 3.4 + rows.length * step + SIZE * 2.4, size: SIZE, stacked }
  }
  return (
    <Drawing {...props} wide={room(props.width ?? 784, false)} narrow={room(NARROW, true)}>
      {(place) => {
        const layout = layOutIntervals(rows, line?.value, place, format)
        return (
          <>
            <text x="0" y={place.size} fill={palette.soft}>
              {unitLabel}
            </text>
            <Grid layout={layout} />
            {line ? <Line layout={layout} label={line.label} room={place} /> : null}
            {layout.rows.map((row) => (
              <Row key={row.key} row={row} size={place.size} />
            ))}
          </>
        )
      }}
    </Drawing>
  )
}

const stepOf = (stacked: boolean) => SIZE * (stacked ? 3.4 : 1.95)

/** For the caption: says where the scale begins when that is not at nought, or ''. */
export function intervalScaleNote(rows: readonly IntervalRow[]): string {
  const { min, max, ticks } = scaleOf(rows, undefined, 6)
  return min <= 0 && max >= 0 ? '' : `The scale begins at ${ticks[0]?.text ?? formatNumber(min)}.`
}

function scaleOf(rows: readonly IntervalRow[], line: number | undefined, count: number) {
  const values = rows.flatMap(({ value, lower, upper }) => [value, lower ?? value, upper ?? value])
  return valueScale([], undefined, { also: line === undefined ? values : [...values, line], count })
}

type PlacedRow = IntervalRow & {
  readonly x: number
  readonly y: number
  readonly from: number | null
  readonly to: number | null
  readonly labelY: number
  readonly textX: number
  readonly text: string
}

/** Where everything of the chart stands. */
export type IntervalLayout = {
  readonly rows: readonly PlacedRow[]
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly ticks: readonly { readonly x: number; readonly text: string }[]
  readonly lineX: number | null
}

/** Works out the chart: names at the left (above the dot where there is little room), numbers at the right. */
export function layOutIntervals(
  rows: readonly IntervalRow[],
  line: number | undefined,
  room: Room,
  format: (value: number) => string,
): IntervalLayout {
  const step = stepOf(room.stacked)
  const scale = scaleOf(rows, line, room.stacked ? 3 : 6)
  const names = Math.max(...rows.map(({ label, isOwn }) => textWidth(label, room.size, isOwn)))
  const numbers = Math.max(...rows.map(({ value }) => textWidth(format(value), room.size, true)))
  const left = room.stacked ? 6 : Math.min(names + 16, room.width * 0.4)
  const right = room.width - numbers - 12
  const top = room.size * 3.4
  const x = scaleLinear([scale.min, scale.max], [left, right])
  const placed = rows.map((row, index): PlacedRow => {
    const start = top + index * step
    const y = start + (room.stacked ? room.size * 1.75 : step / 2)
    return {
      ...row,
      x: x(row.value),
      y,
      from: row.lower === null ? null : x(row.lower),
      to: row.upper === null ? null : x(row.upper),
      labelY: room.stacked ? start + room.size * 0.9 : y + room.size * 0.35,
      textX: room.width,
      text: format(row.value),
    }
  })
  return {
    ...{ rows: placed, left, right, top, bottom: top + rows.length * step },
    ticks: scale.ticks.map(({ value, text }) => ({ x: x(value), text })),
    lineX: line === undefined ? null : x(line),
  }
}

function Grid({ layout: { ticks, top, bottom } }: { layout: IntervalLayout }) {
  return (
    <g text-anchor="middle" fill={palette.soft}>
      {ticks.map(({ x, text }) => (
        <g key={text}>
          <line x1={round(x)} x2={round(x)} y1={round(top)} y2={round(bottom)} stroke={palette.grid} />
          <text x={round(x)} y={round(bottom + SIZE * 1.5)}>
            {text}
          </text>
        </g>
      ))}
    </g>
  )
}

/** The words stand above the line, on the side where there is room. */
function Line({ layout, label, room }: { layout: IntervalLayout; label: string; room: Room }) {
  const { lineX, top, bottom } = layout
  if (lineX === null) return null
  const half = textWidth(label, room.size) / 2
  const at = Math.max(half, Math.min(room.width - half, lineX))
  return (
    <>
      <line
        x1={round(lineX)}
        x2={round(lineX)}
        y1={round(top - 6)}
        y2={round(bottom)}
        stroke={palette.ink}
        stroke-dasharray="5 4"
      />
      <text x={round(at)} y={round(top - 12)} text-anchor="middle" fill={palette.ink}>
        {label}
      </text>
    </>
  )
}

function Row({ row, size }: { row: PlacedRow; size: number }) {
  const colour = row.isOwn ? palette.brand : palette.neutral
  const brand = row.isOwn ? 'chart__brand-line' : undefined
  const weight = row.isOwn ? '600' : undefined
  return (
    <>
      <text x="0" y={round(row.labelY)} font-weight={weight} fill={palette.ink}>
        {row.label}
      </text>
      {row.from === null || row.to === null ? null : (
        <line
          class={brand}
          x1={round(row.from)}
          x2={round(row.to)}
          y1={round(row.y)}
          y2={round(row.y)}
          stroke={colour}
          stroke-width={row.isOwn ? 3.5 : 2.5}
          stroke-linecap="round"
        />
      )}
      <circle
        class={row.isFirm ? brand : 'chart__dot--provisional'}
        cx={round(row.x)}
        cy={round(row.y)}
        r={row.isOwn ? 5.5 : 4}
        fill={palette.white}
        stroke={colour}
        stroke-width="2.2"
        stroke-dasharray={row.isFirm ? undefined : '2 1.6'}
      />
      <text
        x={round(row.textX)}
        y={round(row.y + size * 0.35)}
        text-anchor="end"
        font-weight={weight}
        fill={palette.ink}
      >
        {row.text}
      </text>
    </>
  )
}

const round = (value: number) => Math.round(value * 10) / 10
