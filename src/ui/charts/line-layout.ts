import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { formatNumber } from '../format.js'
import { type AxisLabel, axisLabels, noteRows, spread } from './labels.js'
import { type ChartBand, type ChartPoint, runs } from './points.js'
import { valueScale } from './scale.js'
import { textWidth } from './text-width.js'

/** What is to be drawn, and how much room there is. */
export type LineChartContent = {
  readonly points: readonly ChartPoint[]
  readonly band?: ChartBand
  readonly format?: (value: number) => string
}
/** Units are those of the drawing, 1 px at full width. `stacked` breaks the labels at the right into two lines. */
export type Room = { readonly width: number; readonly height: number; readonly size: number; readonly stacked: boolean }

export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
export type EndLabel = {
  readonly lines: readonly string[]
  readonly y: number
  readonly lineY: number
  readonly bold: boolean
}
export type NoteLabel = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly pointX: number
  readonly pointY: number
}
export type Dot = { readonly x: number; readonly y: number; readonly point: ChartPoint }

/** Where everything of a line chart stands. */
export type LineLayout = {
  readonly plot: Box
  readonly ticks: readonly { readonly y: number; readonly text: string }[]
  readonly axis: readonly (AxisLabel & { readonly x: number })[]
  readonly paths: readonly string[]
  readonly dots: readonly Dot[]
  readonly radius: number
  readonly breaks: readonly number[]
  readonly band?: { readonly upper: number; readonly lower: number; readonly centre: number }
  readonly endLabels: readonly EndLabel[]
  readonly notes: readonly NoteLabel[]
}

/** Works out a line chart. Pure: the same figures and room give the same picture. */
export function layOutLine(content: LineChartContent, room: Room): LineLayout {
  const { points, band } = content
  const texts = endTexts(content, room)
  const scale = valueScale(points, band, room.height > 220 ? 5 : 4)
  const across = acrossOf(
    points.length,
    room,
    texts,
    Math.max(...scale.ticks.map(({ text }) => textWidth(text, room.size))),
  )
  const notes = placeNotes(points, across.x, room)
  const plot = {
    left: across.left,
    right: across.right,
    top: room.size * 2.2 + notes.height,
    bottom: room.height - room.size * (points.some((point) => point.sublabel) ? 3 : 1.9),
  }
  const y = scaleLinear([scale.min, scale.max], [plot.bottom, plot.top])
  const dots = points.flatMap((point, index) =>
    point.value === null ? [] : [{ x: across.x(index), y: y(point.value), point }],
  )
  return {
    plot,
    ticks: scale.ticks.map(({ value, text }) => ({ y: y(value), text })),
    axis: axisLabels(points, across.distance, { size: room.size, gap: 2.4 }).map((label) => ({
      ...label,
      x: across.x(label.index),
    })),
    paths: pathsOf(points, across.x, y),
    dots,
    radius: radiusFor(across.distance),
    breaks: points.flatMap((point, index) => (point.breakBefore && index > 0 ? [across.x(index - 0.5)] : [])),
    ...(band ? { band: { upper: y(band.upper), lower: y(band.lower), centre: y(band.centre) } } : {}),
    endLabels: placeEndLabels(texts, y, plot, room),
    notes: notes.placed.map((note) => ({ ...note, pointY: y(note.value) })),
  }
}

type EndText = { readonly lines: readonly string[]; readonly value: number; readonly bold: boolean }

function endTexts({ band, format = formatNumber }: LineChartContent, room: Room): readonly EndText[] {
  if (!band) return []
  const words = band.labels ?? {
    upper: `Upper limit ${format(band.upper)}`,
    centre: `Average ${format(band.centre)}`,
    lower: `Lower limit ${format(band.lower)}`,
  }
  return (['upper', 'centre', 'lower'] as const).map((which) => ({
    lines: room.stacked ? inTwo(words[which]) : [words[which]],
    value: band[which],
    bold: which === 'centre',
  }))
}

function inTwo(text: string): readonly string[] {
  const space = text.lastIndexOf(' ')
  return space === -1 ? [text] : [text.slice(0, space), text.slice(space + 1)]
}

/** The gap between the end of the line and the words beside it. */
const END_GAP = 10

function acrossOf(count: number, room: Room, texts: readonly EndText[], tickWidth: number) {
  const widest = Math.max(
    0,
    ...texts.flatMap(({ lines, bold }) => lines.map((text) => textWidth(text, room.size, bold))),
  )
  const left = tickWidth + room.size * 0.75
  const right = room.width - (widest > 0 ? widest + END_GAP : room.size * 1.6)
  const distance = count > 1 ? (right - left) / (count - 1) : right - left
  const x = (index: number) => (count > 1 ? left + index * distance : (left + right) / 2)
  return { left, right, distance, x }
}

function pathsOf(points: readonly ChartPoint[], x: (index: number) => number, y: (value: number) => number) {
  const draw = line<number>(x, (index) => y(points[index]?.value ?? 0)).digits(1)
  return runs(points)
    .filter((run) => run.length > 1)
    .map((run) => draw(run) ?? '')
}

function radiusFor(distance: number): number {
  if (distance >= 14) return 4
  if (distance >= 8) return 3
  return distance >= 4 ? 2 : 0
}

function placeEndLabels(
  texts: readonly EndText[],
  y: (v: number) => number,
  plot: Box,
  room: Room,
): readonly EndLabel[] {
  const line = room.size * 1.2
  const wanted = texts.map(({ lines, value }) => ({ at: y(value), height: lines.length * line }))
  const centres = spread(wanted, plot.top - line, plot.bottom + line / 2)
  return texts.map(({ lines, value, bold }, index) => ({ lines, bold, y: centres[index] ?? 0, lineY: y(value) }))
}

/** Notes stand in rows above the plot, each over its point, with a thin line down. */
function placeNotes(points: readonly ChartPoint[], x: (index: number) => number, room: Room) {
  const noted = points.flatMap(({ note, value }, index) => {
    if (!note || value === null) return []
    const width = textWidth(note, room.size)
    const from = Math.max(0, Math.min(x(index) - width / 2, room.width - width))
    return [{ text: note, value, pointX: x(index), from, to: from + width + room.size }]
  })
  const rows = noteRows(noted)
  const line = room.size * 1.3
  const placed = noted.map((note, index) => ({
    ...note,
    x: note.from,
    y: room.size * 1.9 + line * ((rows[index] ?? 0) + 0.6),
  }))
  return { placed, height: noted.length > 0 ? line * (Math.max(...rows) + 1.3) : 0 }
}
