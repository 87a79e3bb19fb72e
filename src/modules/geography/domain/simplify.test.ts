import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { LonLat } from './osgb.js'
import { simplified } from './simplify.js'

/** Two areas side by side whose common border wanders. */
function neighbours(wander: readonly number[]): { left: LonLat[]; right: LonLat[] } {
  const border = wander.map((x, at): LonLat => [x, 52 + (at + 1) / 1000])
  const [south, north]: [LonLat, LonLat] = [
    [0, 52],
    [0, 52 + (wander.length + 1) / 1000],
  ]
  const across = [south, ...border, north]
  return {
    left: [...across, [-0.1, north[1]], [-0.1, 52], south],
    right: [...across.toReversed(), [0.1, 52], [0.1, north[1]], north],
  }
}

const key = (point: LonLat) => point.join()

describe('thinning borders', () => {
  it('leaves the border of two neighbours the same on both sides, whatever its shape', () => {
    const wandering = fc.array(
      fc.double({ min: -0.01, max: 0.01, noNaN: true }).map((x) => Number(x.toFixed(6))),
      { minLength: 3, maxLength: 60 },
    )
    fc.assert(
      fc.property(wandering, fc.integer({ min: 1, max: 500 }), (wander, metres) => {
        const { left, right } = neighbours(wander)
        const [a, b] = simplified([{ rings: [left] }, { rings: [right] }], metres)
        const onBorder = (ring: readonly LonLat[] = []) => new Set(ring.filter(([x]) => Math.abs(x) < 0.05).map(key))
        assert.deepEqual([...onBorder(a?.rings[0])].sort(), [...onBorder(b?.rings[0])].sort())
      }),
    )
  })

  it('takes away points that say nothing and keeps rings closed', () => {
    const straight = neighbours(Array.from({ length: 50 }, () => 0))
    const [area] = simplified([{ rings: [straight.left] }], 5)
    const ring = area?.rings[0] ?? []
    assert.equal(ring.length, 5)
    assert.deepEqual(ring[0], ring.at(-1))
  })

  it('keeps a lone island, and drops one that is smaller than a line is wide', () => {
    const island = (size: number): LonLat[] =>
      Array.from({ length: 41 }, (_, at): LonLat => {
        const angle = ((at % 40) * Math.PI) / 20
        return [Number((size * Math.cos(angle)).toFixed(7)), Number((52 + size * Math.sin(angle)).toFixed(7))]
      })
    const count = (size: number) => simplified([{ rings: [island(size)] }], 100)[0]?.rings.length
    assert.equal(count(0.05), 1)
    assert.equal(count(0.0001), 0)
  })
})
