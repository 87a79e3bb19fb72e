import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { disproportionality } from './disproportionality.js'

describe('disproportionality in stop and search', () => {
  it('holds each group’s rate against that of White residents', () => {
    const [white, asian, black] = disproportionality([
      { group: 'Black', searches: 60, people: 5_000 },
      { group: 'White', searches: 400, people: 200_000 },
      { group: 'Asian', searches: 20, people: 10_000 },
    ])
    assert.deepEqual([white?.group, asian?.group, black?.group], ['White', 'Asian', 'Black'])
    assert.equal(white?.ratio, null)
    assert.equal(white?.rate?.estimate, 2)
    assert.equal(black?.rate?.estimate, 12)
    assert.equal(Math.round((black?.ratio?.estimate ?? 0) * 1e9) / 1e9, 6)
    assert.equal(black?.ratio?.isMoreThanChance, true)
    assert.equal(asian?.ratio?.isMoreThanChance, false)
  })

  it('says nothing of a group whose residents nobody counted', () => {
    const [white, other] = disproportionality([
      { group: 'White', searches: 400, people: 200_000 },
      { group: 'Other', searches: 9, people: null },
    ])
    assert.deepEqual([other?.rate, other?.ratio], [null, null])
    assert.ok(white?.rate)
  })

  it('has no ratio where no White resident was searched', () => {
    const rates = disproportionality([
      { group: 'White', searches: 0, people: 200_000 },
      { group: 'Black', searches: 9, people: 1_000 },
    ])
    assert.equal(rates[1]?.ratio, null)
  })

  it('holds every ratio within its interval', () => {
    const count = fc.integer({ min: 1, max: 5_000 })
    const people = fc.integer({ min: 1_000, max: 900_000 })
    fc.assert(
      fc.property(count, people, count, people, (white, whites, black, blacks) => {
        const [, group] = disproportionality([
          { group: 'White', searches: white, people: whites },
          { group: 'Black', searches: black, people: blacks },
        ])
        const { lower = Number.NaN, estimate = Number.NaN, upper = Number.NaN } = group?.ratio ?? {}
        assert.ok(lower <= estimate * (1 + 1e-9) && estimate <= upper * (1 + 1e-9))
      }),
    )
  })
})
