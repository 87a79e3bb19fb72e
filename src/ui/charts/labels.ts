import { textWidth } from './text-width.js'

/** Something that wants to stand at a height, and how tall it is. */
export type Wanted = { readonly at: number; readonly height: number }

/**
 * Where labels stand so that none covers another: each as near to its wish as it can be, in the same order, between
 * `top` and `bottom` (heights of centres and room, in the units of the drawing).
 */
export function spread(wanted: readonly Wanted[], top: number, bottom: number): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => at(wanted, a) - at(wanted, b) || a - b)
  const placed = new Map<number, number>()
  let edge = top
  for (const index of order) {
    const half = height(wanted, index) / 2
    const centre = Math.max(at(wanted, index), edge + half)
    placed.set(index, centre)
    edge = centre + half
  }
  edge = bottom
  for (const index of order.toReversed()) {
    const half = height(wanted, index) / 2
    const centre = Math.min(placed.get(index) ?? edge, edge - half)
    placed.set(index, centre)
    edge = centre - half
  }
  return wanted.map((_, index) => placed.get(index) ?? 0)
}

const at = (wanted: readonly Wanted[], index: number) => wanted[index]?.at ?? 0
const height = (wanted: readonly Wanted[], index: number) => wanted[index]?.height ?? 0

/** The size of the words, and the gap between two of them in ems. */
type Type = { readonly size: number; readonly gap: number }
type Labelled = { readonly label: string; readonly sublabel?: string }

/** What stands under the axis at one point; the second line only where it changes. */
export type AxisLabel = { readonly index: number; readonly text: string; readonly below?: string }

/** As many labels under an axis as have room, evenly, and so that a new year is named where it begins. */
export function axisLabels(points: readonly Labelled[], distance: number, type: Type): readonly AxisLabel[] {
  const widest = Math.max(
    0,
    ...points.flatMap((point) => [point.label, point.sublabel ?? ''].map((text) => textWidth(text, type.size))),
  )
  const needed = widest + type.size * type.gap
  const step = [1, 2, 3, 4, 6, 12, 24, 36, 60, 120].find((each) => each * distance >= needed) ?? points.length
  const firstChange = points.findIndex((point, index) => index > 0 && point.sublabel !== points[index - 1]?.sublabel)
  const offset = Math.max(0, firstChange) % step
  const shown = points.map((point, index) => ({ point, index })).filter(({ index }) => index % step === offset)
  return shown.map(({ point, index }, place) => {
    const changed = point.sublabel !== shown[place - 1]?.point.sublabel
    return { index, text: point.label, ...(changed && point.sublabel ? { below: point.sublabel } : {}) }
  })
}

/** Notes along the top of a chart: on which line each stands, so that none runs into another. */
export function noteRows(notes: readonly { readonly from: number; readonly to: number }[]): readonly number[] {
  const ends: number[] = []
  return notes.map(({ from, to }) => {
    const free = ends.findIndex((end) => end <= from)
    const row = free === -1 ? ends.length : free
    ends[row] = to
    return row
  })
}
