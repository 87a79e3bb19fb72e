import assert from 'node:assert/strict'
import { it } from 'node:test'
import { fromNationalGrid } from './osgb.js'

const METRES = 111_320

it('puts the National Grid into longitude and latitude within 5 metres of known points', () => {
  // The example of the Ordnance Survey's guide (Caister water tower), in WGS84.
  for (const [grid, [lon, lat]] of [
    [
      [651_409.903, 313_177.27],
      [1 + 42 / 60 + 57.787 / 3600, 52 + 39 / 60 + 28.723 / 3600],
    ],
  ] as const) {
    const [x, y] = fromNationalGrid(grid)
    assert.ok(Math.abs(y - lat) * METRES < 5, `${y}`)
    assert.ok(Math.abs(x - lon) * METRES * Math.cos((lat * Math.PI) / 180) < 5, `${x}`)
  }
})
