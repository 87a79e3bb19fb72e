import type { LonLat } from './osgb.js'

/** A TopoJSON file as far as areas need it: borders that neighbours share are written once, as arcs. */
export type Topology = {
  readonly arcs: readonly (readonly (readonly number[])[])[]
  readonly transform?: { readonly scale: readonly number[]; readonly translate: readonly number[] }
  readonly objects: Readonly<Record<string, { readonly geometries?: readonly TopologyArea[] }>>
}

/** One area of a TopoJSON file: rings of arc numbers, `~n` for arc n backwards. */
export type TopologyArea = {
  readonly type?: string | null
  readonly id?: string | number
  readonly properties?: Readonly<Record<string, unknown>>
  readonly arcs?: readonly unknown[]
}

/** The arcs of a topology as plain points. */
export function arcsOf({ arcs, transform }: Topology): LonLat[][] {
  const [scaleX = 1, scaleY = 1] = transform?.scale ?? []
  const [moveX = 0, moveY = 0] = transform?.translate ?? []
  return arcs.map((arc) => {
    let [x, y] = [0, 0]
    return arc.map(([dx = 0, dy = 0]): LonLat => {
      if (!transform) return [dx, dy]
      x += dx
      y += dy
      return [x * scaleX + moveX, y * scaleY + moveY]
    })
  })
}

/** The rings of some areas taken together: the borders between them fall away. */
export function mergedRings(areas: readonly TopologyArea[], arcs: readonly LonLat[][]): LonLat[][] {
  const directed = areas.flatMap(({ arcs: rings = [] }) => arcNumbers(rings))
  const used = new Map<number, number>()
  for (const arc of directed) used.set(plain(arc), (used.get(plain(arc)) ?? 0) + 1)
  return stitched(
    directed.filter((arc) => used.get(plain(arc)) === 1),
    arcs,
  )
}

const plain = (arc: number) => (arc < 0 ? ~arc : arc)

function arcNumbers(rings: readonly unknown[]): number[] {
  return rings.flat(3).filter((item) => typeof item === 'number')
}

/** Joins arcs end to end into closed rings. */
function stitched(numbers: readonly number[], arcs: readonly LonLat[][]): LonLat[][] {
  const lines = numbers.flatMap((number) => {
    const arc = arcs[plain(number)] ?? []
    return arc.length > 1 ? [number < 0 ? arc.toReversed() : arc] : []
  })
  const starts = new Map<string, LonLat[][]>()
  for (const line of lines) starts.set(at(line[0]), [...(starts.get(at(line[0])) ?? []), line])
  const rings: LonLat[][] = []
  for (const first of lines) {
    if (!take(starts, first)) continue
    const ring = [...first]
    for (
      let next = starts.get(at(ring.at(-1)))?.[0];
      next && !isClosed(ring);
      next = starts.get(at(ring.at(-1)))?.[0]
    ) {
      take(starts, next)
      ring.push(...next.slice(1))
    }
    if (ring.length > 3) rings.push(ring)
  }
  return rings
}

const at = (point: LonLat | undefined) => (point ? `${point[0].toFixed(7)},${point[1].toFixed(7)}` : '')

const isClosed = (ring: readonly LonLat[]) => at(ring[0]) === at(ring.at(-1))

function take(starts: Map<string, LonLat[][]>, line: LonLat[]): boolean {
  const waiting = starts.get(at(line[0])) ?? []
  if (!waiting.includes(line)) return false
  starts.set(
    at(line[0]),
    waiting.filter((each) => each !== line),
  )
  return true
}
