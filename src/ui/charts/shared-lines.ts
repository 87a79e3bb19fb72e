/** A point of a drawing, in whole units. */
export type Point = readonly [number, number]

/** A point of a ring, and the coarsest drawing that still needs it: infinite for those that every drawing keeps. */
export type WeighedPoint = { readonly at: Point; readonly until: number }

type Rings = readonly (readonly Point[])[]

/**
 * Weighs the points of rings by how far off the line would be without them (Douglas and Peucker 1973, between the points
 * where borders meet). Borders that two areas share are weighed the same for both, so that no gap opens between them
 * however coarse the drawing. Points are whole numbers below 2^20.
 */
export function weighed(rings: Rings): WeighedPoint[][] {
  const closed = rings.map(withoutRepeats)
  const meeting = meetingPoints(closed)
  return closed.map((ring) => weighRing(ring, meeting))
}

/** The rings as coarse as the tolerance allows. A ring that comes to fewer than three points is left out. */
export function thinned(rings: readonly (readonly WeighedPoint[])[], tolerance: number): Point[][] {
  return rings.map((ring) => {
    const kept = ring.filter(({ until }) => until > tolerance)
    return kept.length < 3 ? [] : kept.map(({ at }) => at)
  })
}

const keyOf = ([x, y]: Point) => x * 2 ** 21 + y

/** Rings are closed by their form: the first point does not stand again at the end. */
function withoutRepeats(ring: readonly Point[]): Point[] {
  const points = ring.filter((point, index) => index === 0 || keyOf(point) !== keyOf(ring[index - 1] ?? point))
  const [first, last] = [points[0], points.at(-1)]
  if (points.length > 1 && first && last && keyOf(first) === keyOf(last)) points.pop()
  return points
}

/** The points at which a border begins or ends: they have more than two different neighbours over all rings. */
function meetingPoints(rings: Rings): Set<number> {
  const beside = new Map<number, [number, number]>()
  const meeting = new Set<number>()
  for (const ring of rings) {
    let [before, here] = [ring.at(-2), ring.at(-1)]
    for (const after of ring) {
      if (before && here) notice(keyOf(here), keyOf(before), keyOf(after))
      ;[before, here] = [here, after]
    }
  }
  return meeting

  function notice(here: number, one: number, other: number): void {
    const known = beside.get(here)
    if (!known) beside.set(here, [one, other])
    else if (!known.includes(one) || !known.includes(other)) meeting.add(here)
  }
}

function weighRing(ring: readonly Point[], meeting: ReadonlySet<number>): WeighedPoint[] {
  const [first, ...rest] = turnedToStart(ring, meeting)
  if (!first || rest.length < 2) return []
  const closed = [first, ...rest, first]
  const weights: number[] = []
  let from = 0
  for (let to = 1; to < closed.length; to++) {
    const end = closed[to]
    if (!end || (to < closed.length - 1 && !meeting.has(keyOf(end)))) continue
    weights.push(...weighLine(closed.slice(from, to + 1)).slice(0, -1))
    from = to
  }
  return [first, ...rest].map((at, index) => ({ at, until: weights[index] ?? 0 }))
}

/** A ring from one of its meeting points, or from its lowest point where it has none: the same for all who share it. */
function turnedToStart(ring: readonly Point[], meeting: ReadonlySet<number>): Point[] {
  const met = ring.findIndex((point) => meeting.has(keyOf(point)))
  const start = met === -1 ? ring.reduce((low, point, index) => (isBefore(point, ring[low]) ? index : low), 0) : met
  return [...ring.slice(start), ...ring.slice(0, start)]
}

function isBefore([x, y]: Point, [otherX, otherY]: Point = [0, 0]): boolean {
  return x === otherX ? y < otherY : x < otherX
}

/** Always worked out in the same direction, whichever way the ring goes round. */
function weighLine(line: readonly Point[]): number[] {
  const [first, last] = [line[0], line.at(-1)]
  if (!first || !last) return []
  const isLoop = keyOf(first) === keyOf(last)
  const isReversed = isLoop ? isBefore(line.at(-2) ?? first, line[1]) : isBefore(last, first)
  const weights = distances(isReversed ? line.toReversed() : line)
  return isReversed ? weights.reverse() : weights
}

type Span = { readonly from: number; readonly to: number; readonly least: number }

/** How far each point lies from the line drawn without it; never more than the point that it hangs on. */
function distances(line: readonly Point[]): number[] {
  const weights = line.map(() => 0)
  weights[0] = Number.POSITIVE_INFINITY
  weights[line.length - 1] = Number.POSITIVE_INFINITY
  const open: Span[] = [{ from: 0, to: line.length - 1, least: Number.POSITIVE_INFINITY }]
  for (let span = open.pop(); span; span = open.pop()) {
    const { from, to, least } = span
    const [start, end] = [line[from], line[to]]
    if (!start || !end || to - from < 2) continue
    let [farthest, at] = [-1, from + 1]
    for (let index = from + 1; index < to; index++) {
      const far = distance(line[index] ?? start, start, end)
      if (far > farthest) [farthest, at] = [far, index]
    }
    const weight = Math.min(least, Math.sqrt(farthest))
    weights[at] = weight
    open.push({ from, to: at, least: weight }, { from: at, to, least: weight })
  }
  return weights
}

/** The square of how far a point lies from the line between two others. */
function distance([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const [wide, high] = [toX - fromX, toY - fromY]
  const length = wide * wide + high * high
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - fromX) * wide + (y - fromY) * high) / length))
  return (x - fromX - along * wide) ** 2 + (y - fromY - along * high) ** 2
}
