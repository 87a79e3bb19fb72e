import { palette } from '../palette.js'
import { Drawing, type DrawingProps, NARROW, SIZE } from './drawing.js'
import type { EndLabel } from './end-labels.js'
import type { LineChartContent, Room } from './line-content.js'
import { type LineLayout, layOutLine, type NoteLabel } from './line-layout.js'
import { Mark } from './mark.js'

type LineChartProps = LineChartContent & DrawingProps & { readonly unitLabel: string; readonly height?: number }

/** A series over time: its line, ordinary variation, and what stands out. Server-drawn, twice, for wide and narrow. */
export function LineChart({ unitLabel, height, ...props }: LineChartProps) {
  const width = props.width ?? 784
  const wide = { width, height: height ?? Math.round(140 + width * 0.2), size: SIZE, stacked: false }
  const narrow = { width: NARROW, height: narrowHeight(props), size: SIZE, stacked: true }
  return (
    <Drawing {...props} wide={wide} narrow={narrow}>
      {(room) => <Picture layout={layOutLine(props, room)} room={room} unitLabel={unitLabel} />}
    </Drawing>
  )
}

/** Notes and more labels need more room where it is narrow. */
function narrowHeight({ points, target, yearBefore }: LineChartContent): number {
  const notes = points.filter(({ note, breakNote }) => note || breakNote).length
  return (target || yearBefore ? 290 : 260) + 24 * Math.min(3, notes)
}

function Picture({ layout, room, unitLabel }: { layout: LineLayout; room: Room; unitLabel: string }) {
  return (
    <>
      <text x="0" y={room.size} fill={palette.soft}>
        {unitLabel}
      </text>
      {layout.limits.area.map((path) => (
        <path key={path} class="chart__band" d={path} fill={palette.band} />
      ))}
      <Grid layout={layout} room={room} />
      <Limits layout={layout} />
      <Line layout={layout} />
      {layout.endLabels.map((label) => (
        <End key={label.lines.join(' ')} label={label} plot={layout.plot} room={room} />
      ))}
      {layout.notes.map((note) => (
        <Leader key={note.pointX} note={note} />
      ))}
      {layout.notes.map((note) => (
        <Note key={note.lines.join(' ')} note={note} room={room} />
      ))}
    </>
  )
}

/** Average and limits in the brand's colour, the target as a long dash in ink. */
function Limits({ layout: { plot, limits, targetY } }: { layout: LineLayout }) {
  return (
    <>
      <g class="chart__brand-line" stroke={palette.brand} stroke-width="1.3" fill="none">
        {[...limits.upper, ...limits.lower].map((path) => (
          <path key={path} d={path} stroke-dasharray="4 4" />
        ))}
        {limits.centre.map((path) => (
          <path key={path} d={path} />
        ))}
      </g>
      {targetY === undefined ? null : (
        <line
          class="chart__target"
          x1={round(plot.left)}
          x2={round(plot.right)}
          y1={round(targetY)}
          y2={round(targetY)}
          stroke={palette.ink}
          stroke-width="1.5"
          stroke-dasharray="12 4"
        />
      )}
    </>
  )
}

function Grid({ layout: { plot, ticks, axis }, room }: { layout: LineLayout; room: Room }) {
  return (
    <>
      {ticks.map(({ y, text }) => (
        <g key={text}>
          <line x1={plot.left} x2={plot.right} y1={round(y)} y2={round(y)} stroke={palette.grid} />
          <text x={plot.left - room.size * 0.5} y={round(y + room.size * 0.33)} text-anchor="end" fill={palette.soft}>
            {text}
          </text>
        </g>
      ))}
      <g text-anchor="middle" fill={palette.soft}>
        {axis.map(({ index, x, text, below }) => (
          <g key={index}>
            <text x={round(x)} y={plot.bottom + room.size * 1.45}>
              {text}
            </text>
            {below ? (
              <text x={round(x)} y={plot.bottom + room.size * 2.6}>
                {below}
              </text>
            ) : null}
          </g>
        ))}
      </g>
    </>
  )
}

function Line({ layout: { plot, breaks, paths, yearBefore, dots, radius } }: { layout: LineLayout }) {
  return (
    <>
      {breaks.map(({ x, top }) => (
        <line
          key={x}
          class="chart__break"
          x1={round(x)}
          x2={round(x)}
          y1={round(top)}
          y2={plot.bottom}
          stroke={palette.neutral}
          stroke-dasharray="1 4"
          stroke-width="1.5"
        />
      ))}
      {yearBefore.map((path) => (
        <path key={path} class="chart__year-before" d={path} fill="none" stroke={palette.neutral} stroke-width="1.1" />
      ))}
      {paths.map((path) => (
        <path key={path} d={path} fill="none" stroke={palette.ink} stroke-width="1.8" stroke-linejoin="round" />
      ))}
      {dots.map(({ x, y, point }) => (
        <Mark key={point.key} x={round(x)} y={round(y)} radius={radius} point={point} />
      ))}
    </>
  )
}

function End({ label, plot, room }: { label: EndLabel; plot: LineLayout['plot']; room: Room }) {
  const line = room.size * 1.2
  const first = label.y - ((label.lines.length - 1) * line) / 2 + room.size * 0.33
  const isBrand = label.tone === 'brand'
  const colour = { brand: palette.brand, target: palette.ink, quiet: palette.soft }[label.tone]
  return (
    <g fill={colour} font-weight={label.bold ? 600 : undefined}>
      {label.lines.map((text, index) => (
        <text
          key={text}
          class={isBrand ? 'chart__brand-text' : undefined}
          x={round(plot.right + 10)}
          y={round(first + index * line)}
        >
          {text}
        </text>
      ))}
    </g>
  )
}

/** A rim of paper round words that a thin line may pass behind. */
const halo = { 'paint-order': 'stroke', stroke: palette.white, 'stroke-width': 5, 'stroke-linejoin': 'round' } as const

function Note({ note, room }: { note: NoteLabel; room: Room }) {
  return (
    <text x={round(note.x)} y={round(note.y)} fill={palette.ink} {...halo}>
      {note.lines.map((line, index) => (
        <tspan key={line} x={round(note.x)} dy={index === 0 ? 0 : room.size * 1.3}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** From a note down to its point; a break has its own dotted line. */
function Leader({ note }: { note: NoteLabel }) {
  if (note.value === null) return null
  const x = round(note.pointX)
  return <line x1={x} x2={x} y1={round(note.bottom + 5)} y2={round(note.pointY - 9)} stroke={palette.neutral} />
}

const round = (value: number) => Math.round(value * 10) / 10
