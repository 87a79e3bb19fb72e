import { noteRows } from './labels.js'
import type { Room } from './line-content.js'
import type { ChartPoint } from './points.js'
import { textWidth } from './text-width.js'

/** Words above the plot, over a point (with its value) or a break (without). */
export type PlacedNote = {
  readonly lines: readonly string[]
  readonly x: number
  /** Where the first line stands, and where the last one ends. */
  readonly y: number
  readonly bottom: number
  readonly pointX: number
  readonly value: number | null
}

/** A note is broken into lines at about this many times the size of its letters, or at the chart's own width. */
const WIDEST = 15

/** Notes stand in rows above the plot, each over its point or break, none over another; the first nearest the plot. */
export function placeNotes(points: readonly ChartPoint[], x: (index: number) => number, room: Room) {
  const notes = points.flatMap((point, index) => notesOf(point, index, x))
  const noted = notes
    .sort((a, b) => a.pointX - b.pointX)
    .map((note) => {
      const lines = inLines(note.text, Math.min(room.width, room.size * WIDEST), room.size)
      const width = Math.max(...lines.map((line) => textWidth(line, room.size)))
      const from = Math.max(0, Math.min(note.pointX - width / 2, room.width - width))
      return { ...note, lines, from, to: from + width + room.size }
    })
  const rows = noteRows(noted)
  const line = room.size * 1.3
  const heights: number[] = []
  rows.forEach((row, index) => {
    heights[row] = Math.max(heights[row] ?? 0, noted[index]?.lines.length ?? 1)
  })
  const above = heights.map((_, row) => heights.slice(row + 1).reduce((total, each) => total + each, 0))
  const placed = noted.map(({ lines, from, pointX, value }, index): PlacedNote => {
    const y = room.size * 1.9 + line * ((above[rows[index] ?? 0] ?? 0) + 0.6)
    return { lines, x: from, y, bottom: y + line * (lines.length - 1), pointX, value }
  })
  const count = heights.reduce((total, each) => total + each, 0)
  return { placed, height: placed.length > 0 ? line * (count + 0.3) : 0 }
}

function notesOf({ note, breakNote, breakBefore, value }: ChartPoint, index: number, x: (index: number) => number) {
  const atPoint = note && value !== null ? [{ text: note, value, pointX: x(index) }] : []
  const atBreak =
    breakBefore && breakNote && index > 0 ? [{ text: breakNote, value: null, pointX: x(index - 0.5) }] : []
  return [...atBreak, ...atPoint]
}

function inLines(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && textWidth(longer, size) <= width) lines.splice(-1, 1, longer)
    else lines.push(word)
  }
  return lines.length > 0 ? lines : ['']
}
