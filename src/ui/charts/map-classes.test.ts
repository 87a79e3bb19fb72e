import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { contrast, palette } from '../palette.js'
import { classOf, mapClasses } from './map-classes.js'
import { lightnessOf, mapColours } from './map-colours.js'

const spread = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
}

/** Every way to part a sorted list, tried. */
function leastSpread(sorted: readonly number[], classes: number): number {
  if (classes === 1) return spread(sorted)
  let least = Number.POSITIVE_INFINITY
  for (let cut = 1; cut < sorted.length; cut++) {
    if (sorted[cut] === sorted[cut - 1]) continue
    least = Math.min(least, spread(sorted.slice(0, cut)) + leastSpread(sorted.slice(cut), classes - 1))
  }
  return least
}

describe('the classes of a map', () => {
  it('put together what is alike, as well as any parting can', () => {
    const values = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(values, (each) => {
        const classes = mapClasses(each)
        const members = classes.map((_, index) => each.filter((value) => classOf(classes, value) === index))
        const found = members.reduce((sum, part) => sum + spread(part), 0)
        const best = leastSpread(
          each.toSorted((a, b) => a - b),
          classes.length,
        )
        assert.ok(Math.abs(found - best) < 1e-6, `${found} is not ${best}`)
      }),
    )
  })

  it('hold every value once, between the ends that the key names', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ noNaN: true, min: 0, max: 1e6 }), { maxLength: 60 }), (values) => {
        const classes = mapClasses(values)
        assert.equal(
          classes.reduce((sum, { count }) => sum + count, 0),
          values.length,
        )
        for (const value of values) {
          const own = classes[classOf(classes, value)]
          assert.ok(own && own.from <= value && value <= own.to)
        }
        assert.ok(classes.length <= Math.min(5, new Set(values).size, Math.ceil(values.length / 2) + 1))
      }),
    )
  })

  it('are one where all figures are the same, and none where there is no figure', () => {
    assert.deepEqual(mapClasses([7, 7, 7]), [{ from: 7, to: 7, count: 3 }])
    assert.deepEqual(mapClasses([]), [])
  })
})

describe('the colours of a map', () => {
  for (const count of [2, 3, 4, 5]) {
    it(`darken in equal steps where there are ${count}, so that grey keeps their order`, () => {
      const steps = mapColours(count).map(({ fill }) => lightnessOf(fill))
      const gaps = steps.slice(1).map((lightness, index) => (steps[index] ?? 0) - lightness)
      for (const gap of gaps) assert.ok(Math.abs(gap - (gaps[0] ?? 0)) < 0.01 && gap > 0.1, String(gaps))
    })
  }

  it('let words be read on them, and borders be seen', () => {
    for (const count of [1, 2, 3, 4, 5]) {
      for (const { fill, text, line } of mapColours(count)) {
        assert.ok(contrast(fill, text) >= 4.5, `${text} on ${fill}`)
        assert.ok(contrast(fill, line) > 2.5, `${line} on ${fill}`)
      }
    }
    assert.ok(contrast(palette.neutral, palette.white) >= 3)
  })
})
