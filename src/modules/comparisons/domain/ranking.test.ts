import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { differenceOf, jointLevel, type Ranked, standings } from './ranking.js'

const figure = (value: number, lower = value, upper = value): Ranked => ({ value, joint: { lower, upper } })

describe('the place of a figure among others', () => {
  it('is between the places that chance leaves open', () => {
    const places = standings([figure(10, 8, 12), figure(11, 9, 13), figure(20, 19, 21), figure(1, 0, 2)], 'highest')
    assert.deepEqual(
      places.map(({ position, first, last }) => [position, first, last]),
      [
        [3, 2, 3],
        [2, 2, 3],
        [1, 1, 1],
        [4, 4, 4],
      ],
    )
  })

  it('is counted from the lowest where fewer is wanted', () => {
    const places = standings([figure(3), figure(1), figure(2)], 'lowest')
    assert.deepEqual(
      places.map(({ position }) => position),
      [3, 1, 2],
    )
  })

  it('is shared by equal figures', () => {
    const [first, second, third] = standings([figure(5), figure(5), figure(1)], 'highest')
    assert.deepEqual([first?.position, first?.isShared, first?.first, first?.last], [1, true, 1, 2])
    assert.deepEqual([second?.position, third?.position, third?.isShared], [1, 3, false])
  })
})

const anyFigure = fc
  .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }))
  .map(([value, below, above]) => figure(value, value - below, value + above))
const anyFigures = fc.array(anyFigure, { minLength: 1, maxLength: 12 })

describe('the laws of places', () => {
  it('keeps the place by the figures within those that chance leaves open', () => {
    fc.assert(
      fc.property(anyFigures, fc.constantFrom('highest' as const, 'lowest' as const), (figures, from) => {
        for (const { position, first, last, of } of standings(figures, from)) {
          assert.ok(1 <= first && first <= position && position <= of && first <= last && last <= of)
        }
      }),
    )
  })

  it('holds every true place when every range holds its truth', () => {
    const withTruth = fc.tuple(anyFigure, fc.double({ min: 0, max: 1, noNaN: true })).map(([each, share]) => {
      const { lower, upper } = each.joint
      return { each, truth: lower + share * (upper - lower) }
    })
    fc.assert(
      fc.property(fc.array(withTruth, { minLength: 2, maxLength: 10 }), (rows) => {
        const places = standings(
          rows.map(({ each }) => each),
          'highest',
        )
        rows.forEach(({ truth }, index) => {
          const place = 1 + rows.filter((other) => other.truth > truth).length
          assert.ok((places[index]?.first ?? 0) <= place && place <= (places[index]?.last ?? 0))
        })
      }),
    )
  })

  it('leaves more places open when chance is wider', () => {
    fc.assert(
      fc.property(anyFigures, (figures) => {
        const wider = figures.map(({ value, joint }) => figure(value, joint.lower - 3, joint.upper + 3))
        const [narrow, wide] = [standings(figures, 'highest'), standings(wider, 'highest')]
        narrow.forEach(({ first, last }, index) => {
          assert.ok((wide[index]?.first ?? 99) <= first && last <= (wide[index]?.last ?? 0))
        })
      }),
    )
  })

  it('reads the same from either end', () => {
    fc.assert(
      fc.property(anyFigures, (figures) => {
        const [down, up] = [standings(figures, 'highest'), standings(figures, 'lowest')]
        down.forEach(({ first, last, of }, index) => {
          assert.deepEqual([up[index]?.first, up[index]?.last], [of + 1 - last, of + 1 - first])
        })
      }),
    )
  })
})

it('makes each range surer, the more there are', () => {
  assert.equal(jointLevel(1), 0.95)
  assert.ok(Math.abs(jointLevel(8) ** 8 - 0.95) < 1e-12)
  assert.ok(jointLevel(43) > jointLevel(8))
})

it('gives the difference of two shares as Newcombe does (1998, method 10: 56 of 70 and 48 of 80)', () => {
  // Wilson's intervals of 56/70 and 48/80 are 0.6918 to 0.8769 and 0.4905 to 0.7005; the paper gives 0.0524 to 0.3339.
  const [a, b] = [
    { estimate: 0.8, lower: 0.691787, upper: 0.876926 },
    { estimate: 0.6, lower: 0.490466, upper: 0.700459 },
  ]
  const { estimate, lower, upper, isSignificant } = differenceOf(a, b)
  assert.ok(Math.abs(estimate - 0.2) < 1e-9 && Math.abs(lower - 0.0524) < 2e-4 && Math.abs(upper - 0.3339) < 2e-4)
  assert.equal(isSignificant, true)
})
