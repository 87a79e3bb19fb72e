import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { type EndLabel, endTexts, endWidth, placeEndLabels } from './end-labels.js'
import { type AxisLabel, axisLabels } from './labels.js'
import { type LimitLines, limitLines } from './limit-lines.js'
import type { Box, LineChartContent, Room } from './line-content.js'
import { type PlacedNote, placeNotes } from './note-labels.js'
import { type ChartPoint, runs } from './points.js'
import { valueScale } from './scale.js'
import { textWidth } from './text-width.js'

/** Words above the plot and the thin line down from them. */
export type NoteLabel = PlacedNote & { readonly pointY: number }
export type Dot = { readonly x: number; readonly y: number; readonly point: ChartPoint }
/** A dotted line where the series breaks, from under its words to the axis. */
export type Break = { readonly x: number; readonly top: number }

/** Where everything of a line chart stands. */
export type LineLayout = {
  readonly plot: Box
  readonly ticks: readonly { readonly y: number; readonly text: string }[]
  readonly axis: readonly (AxisLabel & { readonly x: number })[]
  readonly paths: readonly string[]
  readonly yearBefore: readonly string[]
  readonly dots: readonly Dot[]
  readonly radius: number
  readonly breaks: readonly Break[]
  readonly limits: LimitLines
  readonly targetY?: number
  readonly endLabels: readonly EndLabel[]
  readonly notes: readonly NoteLabel[]
}

/** Works out a line chart. Pure: the same figures and room give the same picture. */
export function layOutLine(content: LineChartContent, room: Room): LineLayout {
  const { points, band, target, yearBefore = [] } = content
  const texts = endTexts(content, room)
  const also = [...(target ? [target.value] : []), ...yearBefore.filter((value) => value !== null)]
  const scale = valueScale(points, band, { also, count: room.height > 220 ? 5 : 4 })
  const tickWidth = Math.max(...scale.ticks.map(({ text }) => textWidth(text, room.size)))
  const across = acrossOf(points.length, room, endWidth(texts, room), tickWidth)
  const notes = placeNotes(points, across.x, room)
  const plot = {
    left: across.left,
    right: across.right,
    top: room.size * 2.2 + notes.height,
    bottom: room.height - room.size * (points.some((point) => point.sublabel) ? 3 : 1.9),
  }
  const y = scaleLinear([scale.min, scale.max], [plot.bottom, plot.top])
  const pathsOf = pathsOver(points, across.x, y)
  return {
    plot,
    ticks: scale.ticks.map(({ value, text }) => ({ y: y(value), text })),
    axis: axisLabels(points, across.distance, { size: room.size, gap: 2.4 }).map((label) => ({
      ...label,
      x: across.x(label.index),
    })),
    paths: pathsOf(points.map(({ value }) => value)),
    yearBefore: pathsOf(points.map((_, index) => yearBefore[index] ?? null)),
    dots: points.flatMap((point, index) =>
      point.value === null ? [] : [{ x: across.x(index), y: y(point.value), point }],
    ),
    radius: radiusFor(across.distance),
    breaks: breaksOf(points, across.x, notes.placed, plot.top),
    limits: limitLines(points, band, across, y),
    ...(target ? { targetY: y(target.value) } : {}),
    endLabels: placeEndLabels(texts, y, plot, room),
    notes: notes.placed.map((note) => ({ ...note, pointY: note.value === null ? plot.bottom : y(note.value) })),
  }
}

/** The gap between the end of the line and the words beside it. */
const END_GAP = 10

function acrossOf(count: number, room: Room, widest: number, tickWidth: number) {
  const left = tickWidth + room.size * 0.75
  const right = room.width - (widest > 0 ? widest + END_GAP : room.size * 1.6)
  const distance = count > 1 ? (right - left) / (count - 1) : right - left
  const x = (index: number) => (count > 1 ? left + index * distance : (left + right) / 2)
  return { left, right, distance, x }
}

function pathsOver(points: readonly ChartPoint[], x: (index: number) => number, y: (value: number) => number) {
  return (values: readonly (number | null)[]) => {
    const draw = line<number>(x, (index) => y(values[index] ?? 0)).digits(1)
    const joined = points.map((point, index) => ({ ...point, value: values[index] ?? null }))
    return runs(joined)
      .filter((run) => run.length > 1)
      .map((run) => draw(run) ?? '')
  }
}

function breaksOf(
  points: readonly ChartPoint[],
  x: (index: number) => number,
  notes: readonly PlacedNote[],
  top: number,
): readonly Break[] {
  return points.flatMap(({ breakBefore }, index) => {
    if (!breakBefore || index === 0) return []
    const at = x(index - 0.5)
    const note = notes.find(({ pointX, value }) => value === null && pointX === at)
    return [{ x: at, top: note ? note.bottom + 5 : top }]
  })
}

function radiusFor(distance: number): number {
  if (distance >= 14) return 4
  if (distance >= 8) return 3
  return distance >= 4 ? 2 : 0
}
