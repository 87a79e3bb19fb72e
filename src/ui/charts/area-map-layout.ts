import { geoTransverseMercator } from 'd3-geo'
import { type Point, thinned, type WeighedPoint, weighed } from './shared-lines.js'
import { textWidth } from './text-width.js'

/** The outline of an area: rings of longitude and latitude (WGS84); rings within rings are holes. */
export type Outline = readonly (readonly Point[])[]

/** Where everything of a map stands, in the units of its drawing. */
export type MapLayout = {
  readonly height: number
  /** One path for each area, in the order given; '' where an area has no outline. */
  readonly paths: readonly string[]
  readonly labels: readonly (MapLabel | null)[]
}

/**
 * The words on an area, one below the other, centred on a point. `isRoomy` ones need a wide drawing; `isWider` ones
 * reach beyond their area.
 */
export type MapLabel = { readonly x: number; readonly y: number; readonly isRoomy: boolean; readonly isWider: boolean }

type Named = { readonly outline: Outline; readonly lines: readonly string[] }

/** The width of a map's drawing; it is shown at most at this width. */
export const MAP_WIDTH = 520
const TALLEST = 560
const MARGIN = 4
/** All paths of a map together come to at most so many characters. */
const HEAVIEST = 42_000
/** Words are this big on a wide drawing, and this big, in its units, on a narrow one. */
const TEXT_SIZE = 15
const NARROW_TEXT_SIZE = 25
const LINE = 1.2

/** Draws areas on the plane about their middle, so that shapes near it are true, as large as there is room for. */
export function layOutMap(areas: readonly Named[]): MapLayout {
  const rings = areas.map(({ outline }) => outline)
  const { placed, height } = onThePlane(rings)
  const { paths, drawn } = lightEnough(placed)
  return { height, paths, labels: labelsOn(areas, drawn) }
}

function onThePlane(areas: readonly Outline[]): { placed: Point[][][]; height: number } {
  const [west, south, east, north] = boundsOf(areas.flat(2))
  const projection = geoTransverseMercator()
    .rotate([-(west + east) / 2, -(south + north) / 2])
    .scale(1)
    .translate([0, 0])
  const flat = areas.map((rings) =>
    rings.map((ring) => ring.map((point): Point => projection([point[0], point[1]]) ?? [0, 0])),
  )
  const [left, top, right, bottom] = boundsOf(flat.flat(2))
  const [wide, high] = [Math.max(right - left, 1e-9), Math.max(bottom - top, 1e-9)]
  const scale = Math.min((MAP_WIDTH - 2 * MARGIN) / wide, (TALLEST - 2 * MARGIN) / high)
  const indent = (MAP_WIDTH - wide * scale) / 2
  const place = ([x, y]: Point): Point => [tenth(indent + (x - left) * scale), tenth(MARGIN + (y - top) * scale)]
  const placed = flat.map((each) => each.map((ring) => ring.map(place)))
  return { placed, height: Math.ceil(high * scale + 2 * MARGIN) }
}

function boundsOf(points: readonly Point[]): [number, number, number, number] {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    bounds[0] = Math.min(bounds[0], x)
    bounds[1] = Math.min(bounds[1], y)
    bounds[2] = Math.max(bounds[2], x)
    bounds[3] = Math.max(bounds[3], y)
  }
  return points.length === 0 ? [0, 0, 0, 0] : bounds
}

type Drawn = { readonly paths: string[]; readonly drawn: readonly (readonly (readonly Point[])[])[] }

/** Outlines as paths, thinned as little as keeps the page light. Points are in tenths of a unit. */
function lightEnough(areas: readonly (readonly (readonly Point[])[])[]): Drawn {
  const rings = weighed(areas.flat())
  const owners = areas.flatMap((each, area) => each.map(() => area))
  let made = thinnedTo(rings, owners, areas.length, 0)
  for (const tolerance of [0.5, 0.8, 1.2, 1.8, 2.6, 4].map((each) => each * 10)) {
    const isLight = made.paths.reduce((sum, { length }) => sum + length, 0) <= HEAVIEST
    if (isLight) break
    made = thinnedTo(rings, owners, areas.length, tolerance)
  }
  return made
}

function thinnedTo(
  rings: readonly (readonly WeighedPoint[])[],
  owners: readonly number[],
  count: number,
  tolerance: number,
): Drawn {
  const drawn: Point[][][] = Array.from({ length: count }, () => [])
  thinned(rings, tolerance).forEach((ring, index) => {
    if (ring.length > 0) drawn[owners[index] ?? 0]?.push(ring)
  })
  return {
    drawn: drawn.map((each) => each.map((ring) => ring.map(([x, y]) => [x / 10, y / 10]))),
    paths: drawn.map((each) => each.map(pathOf).join('')),
  }
}

/** A ring in steps from point to point. */
function pathOf(ring: readonly Point[]): string {
  const [first] = ring
  if (!first) return ''
  let [atX, atY] = first
  let path = `M${pair(atX, atY)}l`
  for (const [x, y] of ring.slice(1)) {
    const step = pair(x - atX, y - atY)
    path += step.startsWith('-') || path.endsWith('l') ? step : ` ${step}`
    ;[atX, atY] = [x, y]
  }
  return `${path}z`
}

/** Two numbers of tenths as short as a path allows: no nought before the point, no space before a minus sign. */
function pair(x: number, y: number): string {
  const [one, other] = [short(x), short(y)]
  return other.startsWith('-') ? one + other : `${one} ${other}`
}

const short = (value: number) => String(value / 10).replace(/^(-?)0\./, '$1.')
const tenth = (value: number) => Math.round(value * 10) || 0
const tenths = (value: number) => Math.round(value * 10) / 10

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** Words stand in the middle of their area where they do not run into others, on narrow drawings too if they can. */
function labelsOn(areas: readonly Named[], placed: readonly (readonly (readonly Point[])[])[]): (MapLabel | null)[] {
  const middles = placed.map((rings) => middleOf(rings))
  const order = areas.map((_, index) => index).sort((a, b) => (middles[b]?.room ?? 0) - (middles[a]?.room ?? 0))
  const labels: (MapLabel | null)[] = areas.map(() => null)
  const taken: Record<'wide' | 'narrow', Box[]> = { wide: [], narrow: [] }
  for (const index of order) {
    const [middle, lines] = [middles[index], areas[index]?.lines ?? []]
    if (!middle || lines.length === 0) continue
    const fits = (size: number, boxes: Box[]) => {
      const box = boxAround(middle.at, lines, size)
      const isIn = box.left >= 0 && box.right <= MAP_WIDTH && box.right - box.left <= middle.width * 1.7
      if (!isIn || boxes.some((other) => meets(box, other))) return false
      boxes.push(box)
      return true
    }
    if (!fits(TEXT_SIZE, taken.wide)) continue
    const [x, y] = middle.at
    const { left, right } = boxAround(middle.at, lines, TEXT_SIZE)
    const isRoomy = !fits(NARROW_TEXT_SIZE, taken.narrow)
    labels[index] = { x: tenths(x), y: tenths(y), isRoomy, isWider: right - left > middle.width }
  }
  return labels
}

function boxAround([x, y]: Point, lines: readonly string[], size: number): Box {
  const half = Math.max(...lines.map((line) => textWidth(line, size, true))) / 2
  const high = (lines.length * LINE * size) / 2
  return { left: x - half, right: x + half, top: y - high, bottom: y + high }
}

function meets(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

const STEPS = 24

/** The place within an area that is farthest from its edge, of a grid over it. */
function middleOf(rings: readonly (readonly Point[])[]): { at: Point; room: number; width: number } | undefined {
  if (rings.length === 0) return undefined
  const [left, top, right, bottom] = boundsOf(rings.flat())
  let best: { at: Point; room: number } | undefined
  for (let row = 1; row < STEPS; row++) {
    for (let column = 1; column < STEPS; column++) {
      const at: Point = [left + ((right - left) * column) / STEPS, top + ((bottom - top) * row) / STEPS]
      const room = roomAt(at, rings)
      if (room > (best?.room ?? 0)) best = { at, room }
    }
  }
  return best && { ...best, width: right - left }
}

/** How far a point within the rings is from their edge; less than nought outside. */
function roomAt([x, y]: Point, rings: readonly (readonly Point[])[]): number {
  let isInside = false
  let nearest = Number.POSITIVE_INFINITY
  for (const ring of rings) {
    let from = ring.at(-1) ?? [0, 0]
    for (const to of ring) {
      const crosses = from[1] > y !== to[1] > y && x < ((to[0] - from[0]) * (y - from[1])) / (to[1] - from[1]) + from[0]
      if (crosses) isInside = !isInside
      nearest = Math.min(nearest, (to[0] - x) ** 2 + ((to[1] - y) * 1.6) ** 2)
      from = to
    }
  }
  return isInside ? nearest : -nearest
}
