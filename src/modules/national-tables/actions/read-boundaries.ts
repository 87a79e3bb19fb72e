import { keepableParts } from '#kernel/keepable.js'
import { err, ok, type Result } from '#kernel/result.js'
import {
  AREA_KINDS,
  type AreaKind,
  arcsOf,
  type BoundaryContent,
  type Fact,
  fromNationalGrid,
  isAreaCode,
  kindOfCode,
  mergedRings,
  simplified,
  type Topology,
} from '#modules/geography/index.js'
import type { SheetProblem } from '../domain/sheet.js'
import { placeHead } from './place-columns.js'
import { type PlaceContext, type PlaceReading, yearOf } from './place-facts.js'

type Point = readonly [number, number]
type Feature = { readonly properties: Readonly<Record<string, unknown>>; readonly rings: readonly (readonly Point[])[] }

/** How far a border may move for drawing, in metres: less than a line on a map of such areas is wide. */
const METRES: Readonly<Partial<Record<AreaKind, number>>> = { lsoa: 15, ward: 25, district: 50, csp: 50, force: 100 }

/** Boundaries of areas, in longitude and latitude or in the National Grid (told by their size), thinned for drawing. */
export function readBoundaries(text: string, context: PlaceContext): PlaceReading {
  const features = featuresIn(text)
  if (!features.ok) return features
  const named = features.value.map((feature) => ({ ...feature, id: identityOf(feature.properties) }))
  const nameless = named.findIndex(({ id }) => !id)
  if (named.length === 0) return err([whole('There is no area in the file', 'Check that the file is whole')])
  if (nameless >= 0)
    return err([
      whole(
        `Area ${nameless + 1} has no official code among its properties`,
        'It should have one like LSOA21CD or WD24CD',
      ),
    ])
  const twice = named.find(({ id }, at) => named.findIndex((other) => other.id?.code === id?.code) !== at)
  if (twice)
    return err([
      whole(
        `Two areas have the code ${twice.id?.code}`,
        'The areas themselves must have codes of a kind that is known: LSOA, ward, district, partnership, force',
      ),
    ])
  const grid = gridOf(named.flatMap(({ rings }) => rings))
  if (!grid.ok) return grid
  const areas = named.flatMap(({ id, rings }) =>
    id ? [{ ...id, rings: rings.map((ring) => ring.map(grid.value)) }] : [],
  )
  const years = areas.filter(({ year }) => !year)
  if (years.length > 0 && !yearOf(context))
    return err([whole('Nothing says the year of the boundaries', 'Give it with --year')])
  return ok({
    facts: { boundaries: thinned(areas, yearOf(context)) },
    warnings: grid.value === inDegrees ? [] : [FROM_GRID],
  })
}

const FROM_GRID = 'Read from the British National Grid and put into longitude and latitude, right within about 5 metres'

type Named = NonNullable<ReturnType<typeof identityOf>> & { readonly rings: readonly (readonly Point[])[] }

function thinned(areas: readonly Named[], given: number | undefined): Fact<'boundaries'>[] {
  const byKind = Map.groupBy(areas, ({ kind }) => kind)
  return [...byKind].flatMap(([kind, ofKind]) =>
    simplified(ofKind, METRES[kind] ?? 100).map(({ code, name, year, rings }): Fact<'boundaries'> => {
      const content: BoundaryContent = { areaKind: kind, name, rings: rings.map((ring) => ring.map(rounded)) }
      return { code, other: '', edition: year ?? given ?? 0, content }
    }),
  )
}

/** A point to about a metre. */
const rounded = ([x, y]: Point): Point => [Number(x.toFixed(5)), Number(y.toFixed(5))]

function whole(problem: string, fix: string): SheetProblem {
  return { sheet: '', cell: '', problem, fix }
}

function featuresIn(text: string): Result<Feature[], SheetProblem[]> {
  const json = jsonIn(text)
  if (isRecord(json) && json.type === 'Topology') return topologyFeatures(json as unknown as Topology)
  const list =
    isRecord(json) && json.type === 'FeatureCollection' && Array.isArray(json.features) ? json.features : undefined
  if (!list)
    return err([whole('This is neither GeoJSON nor TopoJSON', 'Take the boundaries as GeoJSON from the publisher')])
  const features: Feature[] = []
  for (const [at, item] of list.entries()) {
    const rings = isRecord(item) ? ringsIn(item.geometry) : undefined
    if (!rings)
      return err([whole(`Area ${at + 1} is no polygon`, 'Boundaries are polygons; lines and points are none')])
    const properties = isRecord(item) && isRecord(item.properties) ? item.properties : {}
    features.push({ properties, rings })
  }
  return ok(features)
}

function topologyFeatures(topology: Topology): Result<Feature[], SheetProblem[]> {
  try {
    const arcs = arcsOf(topology)
    const geometries = Object.values(topology.objects).flatMap(({ geometries: each = [] }) => each)
    return ok(
      geometries.map((area) => ({
        properties: { ...area.properties, ...(area.id !== undefined && { id: area.id }) },
        rings: mergedRings([area], arcs),
      })),
    )
  } catch {
    return err([whole('The TopoJSON is damaged', 'Take it from the publisher again')])
  }
}

function jsonIn(text: string): unknown {
  try {
    return keepableParts(JSON.parse(text.replace(/^\ufeff/, '')))
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The rings of a polygon or of several. Undefined for anything else. */
function ringsIn(geometry: unknown): Point[][] | undefined {
  if (!isRecord(geometry) || !Array.isArray(geometry.coordinates)) return undefined
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return undefined
  const rings: unknown[] = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
  const read = rings.map((ring) => (Array.isArray(ring) ? ring.filter(isPoint).map(([x, y]): Point => [x, y]) : []))
  return read.every((ring) => ring.length > 3) ? read : undefined
}

function isPoint(point: unknown): point is [number, number] {
  return Array.isArray(point) && Number.isFinite(point[0]) && Number.isFinite(point[1])
}

/** Code, name and year by the properties' names; of several codes, that of the smallest kind of area. */
function identityOf(properties: Feature['properties']) {
  const entries = Object.entries(properties).map(([head, value]) => ({ head, value: String(value ?? '').trim() }))
  const codes = entries.flatMap(({ head, value }) => {
    const kind = isAreaCode(value.toUpperCase()) ? kindOfCode(value.toUpperCase()) : undefined
    const place = placeHead(head)
    return kind && !/active/i.test(head) ? [{ head, code: value.toUpperCase(), kind, year: place?.year ?? null }] : []
  })
  const [best] = codes.toSorted(
    (a, b) => AREA_KINDS.indexOf(a.kind) - AREA_KINDS.indexOf(b.kind) || Number(b.year) - Number(a.year),
  )
  if (!best) return undefined
  const stem = best.head.replace(/(_?code|cd)$/i, '')
  const named = entries.find(({ head }) => head.startsWith(stem) && /(nm|name)$/i.test(head) && stem !== '')
  const any = entries.find(({ head }) => /^(name|areanm|area_name)$/i.test(head))
  return { ...best, name: (named ?? any)?.value ?? best.code }
}

const inDegrees = (point: Point): Point => point

/** Degrees or metres: no place in Britain has the same numbers in both. */
function gridOf(rings: readonly (readonly Point[])[]): Result<(point: Point) => Point, SheetProblem[]> {
  const every = (test: (x: number, y: number) => boolean) => rings.every((ring) => ring.every(([x, y]) => test(x, y)))
  if (every((x, y) => x >= -9 && x <= 3 && y >= 49 && y <= 61.5)) return ok(inDegrees)
  if (every((x, y) => x >= -120_000 && x <= 700_000 && y >= -10_000 && y <= 1_300_000 && (Math.abs(x) > 180 || y > 90)))
    return ok(fromNationalGrid)
  const isTurned = every((x, y) => y >= -9 && y <= 3 && x >= 49 && x <= 61.5)
  return err([
    isTurned
      ? whole('Latitude stands before longitude', 'GeoJSON has longitude first; turn them round')
      : whole(
          'The boundaries lie outside the United Kingdom, in degrees as in metres',
          'Take them in longitude and latitude (WGS84) or in the National Grid (EPSG:27700)',
        ),
  ])
}
