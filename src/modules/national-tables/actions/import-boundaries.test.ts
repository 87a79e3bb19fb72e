import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { boundariesOf } from '#modules/geography/index.js'
import { SYSTEM } from '#test/support/deps.js'
import { anImporter } from '#test/support/national-tables.js'
import { type ImportRequest, importTable } from './import-table.js'

describe('boundaries', () => {
  const feature = (properties: Record<string, string>, ring: readonly (readonly number[])[]) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Polygon', coordinates: [ring] },
  })
  const collection = (...features: readonly object[]) => JSON.stringify({ type: 'FeatureCollection', features })
  const FENLAND = { LAD25CD: 'E07000010', LAD25NM: 'Fenland' }
  const DEGREES = [
    [0, 52.4],
    [0.2, 52.4],
    [0.2, 52.6],
    [0, 52.4],
  ]
  const METRES = [
    [540_000, 290_000],
    [555_000, 290_000],
    [555_000, 305_000],
    [540_000, 290_000],
  ]

  it('are read in degrees, and in metres of the National Grid, which is said', async () => {
    const { deps, kindOf } = await anImporter()
    const request: ImportRequest = {
      kind: 'boundaries',
      fileName: 'b.geojson',
      bytes: Buffer.from(collection(feature(FENLAND, METRES))),
    }
    const grid = await importTable(deps, SYSTEM, request)
    assert.ok(grid.ok)
    assert.match(grid.value.warnings.join(), /British National Grid.*5 metres/)
    const [area] = await boundariesOf(deps.db, 'district', ['E07000010'])
    assert.equal(area?.edition, 2025)
    assert.ok(area?.rings[0]?.every(([x, y]) => x > 0 && x < 0.4 && y > 52.4 && y < 52.7))
    await kindOf(collection(feature(FENLAND, DEGREES)))
    const [again] = await boundariesOf(deps.db, 'district', ['E07000010'])
    assert.deepEqual(again?.rings[0]?.toSorted(), DEGREES.toSorted())
  })

  it('are read from TopoJSON', async () => {
    const { deps, kindOf } = await anImporter()
    const topology = {
      type: 'Topology',
      arcs: [DEGREES],
      objects: {
        lad: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', properties: FENLAND, arcs: [[0]] }] },
      },
    }
    assert.equal(await kindOf(JSON.stringify(topology)), 'boundaries')
    assert.equal((await boundariesOf(deps.db, 'district', ['E07000010']))[0]?.edition, 2025)
  })

  it('are refused where they are no polygons, have no code or year, stand twice, or lie elsewhere', async () => {
    const { refused } = await anImporter()
    const point = { type: 'Feature', properties: FENLAND, geometry: { type: 'Point', coordinates: [0, 52] } }
    assert.match(await refused(collection(point)), /no polygon/)
    assert.match(await refused(collection(feature({ name: 'Fenland' }, DEGREES))), /no official code/)
    assert.match(
      await refused(collection(feature({ code: 'E07000010', name: 'Fenland' }, DEGREES))),
      /Nothing says the year/,
    )
    assert.match(
      await refused(collection(feature(FENLAND, DEGREES), feature(FENLAND, DEGREES))),
      /Two areas have the code/,
    )
    assert.match(
      await refused(
        collection(
          feature(
            FENLAND,
            DEGREES.map(([x = 0, y = 0]) => [y, x]),
          ),
        ),
      ),
      /Latitude stands before longitude/,
    )
    assert.match(
      await refused(
        collection(
          feature(
            FENLAND,
            DEGREES.map(([x = 0, y = 0]) => [x + 40, y]),
          ),
        ),
      ),
      /outside the United Kingdom/,
    )
    assert.match(await refused('{"type":"FeatureCollection"'), /neither GeoJSON nor TopoJSON/)
  })
})
