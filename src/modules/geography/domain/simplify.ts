import type { LonLat } from './osgb.js'

type Ring = readonly LonLat[]

/**
 * Areas with fewer points, none moved further than `metres`. Borders that two areas share stay shared: each stretch
 * between two junctions is thinned once, the same for both sides, so that neither gaps nor overlaps come of it.
 */
export function simplified<T extends { readonly rings: readonly Ring[] }>(areas: readonly T[], metres: number): T[] {
  const isJunction = junctionsOf(areas.flatMap(({ rings }) => rings))
  const thin = (ring: Ring) => thinRing(ring, isJunction, metres)
  return areas.map((area) => ({ ...area, rings: area.rings.map(thin).filter((ring) => ring.length > 3) }))
}

const key = ([x, y]: LonLat) => `${x.toFixed(6)},${y.toFixed(6)}`

/** Points where more than two borders meet: those that have more than two neighbours in all rings together. */
function junctionsOf(rings: readonly Ring[]): (point: LonLat) => boolean {
  const neighbours = new Map<string, Set<string>>()
  for (const ring of rings) {
    for (let at = 0; at < ring.length - 1; at += 1) {
      const [from, to] = [ring[at], ring[at + 1]]
      if (!from || !to) continue
      put(neighbours, key(from), key(to))
      put(neighbours, key(to), key(from))
    }
  }
  return (point) => (neighbours.get(key(point))?.size ?? 0) > 2
}

function put(sets: Map<string, Set<string>>, name: string, value: string): void {
  const known = sets.get(name)
  if (known) known.add(value)
  else sets.set(name, new Set([value]))
}

function thinRing(ring: Ring, isJunction: (point: LonLat) => boolean, metres: number): LonLat[] {
  const open = ring.slice(0, -1)
  const first = open.findIndex(isJunction)
  const start = first < 0 ? lowest(open) : first
  const turned = [...open.slice(start), ...open.slice(0, start)]
  const closed = turned[0] ? [...turned, turned[0]] : []
  const kept: LonLat[] = []
  let stretch: LonLat[] = []
  for (const [at, point] of closed.entries()) {
    stretch.push(point)
    const ends = at === closed.length - 1 || (at > 0 && isJunction(point))
    if (!ends) continue
    kept.push(...thinStretch(stretch, metres).slice(0, -1))
    stretch = [point]
  }
  return kept[0] ? [...kept, kept[0]] : []
}

/** A ring without junctions (an island, a hole) begins at its south-westernmost point, from both sides of it. */
function lowest(ring: Ring): number {
  let best = 0
  for (const [at, point] of ring.entries()) {
    const known = ring[best]
    if (known && (point[0] < known[0] || (point[0] === known[0] && point[1] < known[1]))) best = at
  }
  return best
}

/** Thins a stretch between two fixed ends, in one direction whichever side asks. */
function thinStretch(stretch: readonly LonLat[], metres: number): LonLat[] {
  const [first, last] = [stretch[0], stretch.at(-1)]
  if (!first || !last || stretch.length < 3) return [...stretch]
  const isClosed = key(first) === key(last)
  const backwards = isClosed ? key(stretch[1] ?? first) > key(stretch.at(-2) ?? last) : key(first) > key(last)
  const line = backwards ? stretch.toReversed() : stretch
  const kept = isClosed ? thinLoop(line, metres) : douglasPeucker(line, metres)
  return backwards ? kept.reverse() : kept
}

/** A closed stretch is thinned in two halves, parted at the point furthest from its beginning. */
function thinLoop(loop: readonly LonLat[], metres: number): LonLat[] {
  const [start] = loop
  if (!start) return []
  let far = 0
  for (const [at, point] of loop.entries()) {
    if (between(start, point) > between(start, loop[far] ?? start)) far = at
  }
  return [...douglasPeucker(loop.slice(0, far + 1), metres).slice(0, -1), ...douglasPeucker(loop.slice(far), metres)]
}

const METRES_A_DEGREE = 111_320

function between([x1, y1]: LonLat, [x2, y2]: LonLat): number {
  return Math.hypot((x2 - x1) * Math.cos((y1 * Math.PI) / 180), y2 - y1) * METRES_A_DEGREE
}

/** Leaves out every point that lies within `metres` of the line that its neighbours keep (Douglas and Peucker 1973). */
function douglasPeucker(line: readonly LonLat[], metres: number): LonLat[] {
  const keep = new Set([0, line.length - 1])
  const parts: [number, number][] = [[0, line.length - 1]]
  for (let part = parts.pop(); part; part = parts.pop()) {
    const [from, to] = part
    const { index, distance } = furthest(line, from, to)
    if (distance <= metres) continue
    keep.add(index)
    parts.push([from, index], [index, to])
  }
  return line.filter((_, at) => keep.has(at))
}

function furthest(line: readonly LonLat[], from: number, to: number): { index: number; distance: number } {
  const [a, b] = [line[from], line[to]]
  let best = { index: from, distance: 0 }
  if (!a || !b) return best
  for (let index = from + 1; index < to; index += 1) {
    const point = line[index]
    const distance = point ? toLine(point, a, b) : 0
    if (distance > best.distance) best = { index, distance }
  }
  return best
}

/** The distance of a point from the stretch between two others, in metres. */
function toLine(point: LonLat, a: LonLat, b: LonLat): number {
  const squeeze = Math.cos((a[1] * Math.PI) / 180)
  const [px, py] = [(point[0] - a[0]) * squeeze, point[1] - a[1]]
  const [bx, by] = [(b[0] - a[0]) * squeeze, b[1] - a[1]]
  const length = bx * bx + by * by
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, (px * bx + py * by) / length))
  return Math.hypot(px - share * bx, py - share * by) * METRES_A_DEGREE
}
