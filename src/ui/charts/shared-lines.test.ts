import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Point, thinned, weighed } from './shared-lines.js'

/** Two areas on the two sides of one wandering border, each written its own way round. */
function neighbours(border: readonly number[], turn: number): [Point[], Point[]] {
  const line = border.map((x, index): Point => [x, index])
  const top = border.length - 1
  const left: Point[] = [...line, [-100, top], [-100, 0]]
  const right: Point[] = [[100, 0], [100, top], ...line.toReversed()]
  return [left, [...right.slice(turn % right.length), ...right.slice(0, turn % right.length)]]
}

const onBorder = (ring: readonly Point[]) =>
  ring
    .filter(([x]) => Math.abs(x) < 100)
    .map(([x, y]) => `${x} ${y}`)
    .sort()

describe('borders that are thinned', () => {
  it('stay the same line for both areas that share them', () => {
    const borders = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 3, maxLength: 40 })
    fc.assert(
      fc.property(borders, fc.nat(50), fc.constantFrom(0.5, 2, 5, 30), (border, turn, tolerance) => {
        const [left = [], right = []] = thinned(weighed(neighbours(border, turn)), tolerance)
        assert.deepEqual(onBorder(left), onBorder(right))
      }),
    )
  })

  it('lose no point that lies farther off than asked', () => {
    const outline = [0, 0, 5, 1, 10, 0, 15, 6, 20, 0, 20, 20, 0, 20, 0, 0]
    const points = outline.flatMap((x, index): Point[] => (index % 2 === 0 ? [[x, outline[index + 1] ?? 0]] : []))
    const [ring = []] = thinned(weighed([points]), 1.5)
    const kept = ring.map(([x, y]) => `${x} ${y}`)
    assert.ok(kept.includes('15 6'))
    assert.ok(!kept.includes('5 1'))
    assert.equal(kept.filter((point) => point === '0 0').length, 1)
  })

  it('keep a point as long as a coarser drawing keeps it', () => {
    const rings = fc.array(fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { minLength: 3, maxLength: 60 }), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(rings, (each) => {
        const weights = weighed(each)
        const [fine, coarse] = [thinned(weights, 3), thinned(weights, 9)]
        coarse.forEach((ring, index) => {
          const known = new Set(fine[index]?.map(String))
          for (const point of ring) assert.ok(known.has(String(point)))
        })
      }),
    )
  })

  it('leave out an island that comes to nothing', () => {
    const island: Point[] = [
      [0, 0],
      [1, 0],
      [1, 1],
    ]
    assert.deepEqual(thinned(weighed([[...island, ...island]]), 5), [[]])
  })
})
