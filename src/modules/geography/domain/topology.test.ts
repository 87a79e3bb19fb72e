import assert from 'node:assert/strict'
import { it } from 'node:test'
import { arcsOf, mergedRings, type Topology } from './topology.js'

/** Two squares side by side, written as TopoJSON on a grid. */
const SQUARES: Topology = {
  transform: { scale: [0.5, 1], translate: [10, 50] },
  arcs: [
    [
      [2, 0],
      [0, 1],
    ],
    [
      [2, 1],
      [-2, 0],
      [0, -1],
      [2, 0],
    ],
    [
      [2, 0],
      [2, 0],
      [0, 1],
      [-2, 0],
    ],
  ],
  objects: {
    all: {
      geometries: [
        { id: 'left', arcs: [[0, 1]] },
        { id: 'right', arcs: [[2, -1]] },
      ],
    },
  },
}

it('takes points from a grid, and an arc backwards where an area asks for it', () => {
  const arcs = arcsOf(SQUARES)
  assert.deepEqual(arcs[0], [
    [11, 50],
    [11, 51],
  ])
  const [, right] = SQUARES.objects.all?.geometries ?? []
  assert.deepEqual(mergedRings(right ? [right] : [], arcs), [
    [
      [11, 50],
      [12, 50],
      [12, 51],
      [11, 51],
      [11, 50],
    ],
  ])
})

it('makes one area of two, without the border between them', () => {
  const [ring, ...others] = mergedRings(SQUARES.objects.all?.geometries ?? [], arcsOf(SQUARES))
  assert.equal(others.length, 0)
  assert.deepEqual(new Set(ring?.map(([x]) => x)), new Set([10, 11, 12]))
  assert.equal(ring?.length, 7)
  assert.deepEqual(ring?.[0], ring?.at(-1))
})
