import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { xmr } from '#modules/measures/index.js'
import { ORDINARY, SHIFTED, SPIKED } from './chart-lesson.js'

describe('the lesson on reading charts shows what its words say', () => {
  it('has thirteen ordinary months with nothing to remark on', () => {
    const limits = xmr(ORDINARY)
    assert.deepEqual([limits?.outside, limits?.runs], [[], []])
    // By hand: the average of 659 over 13 months, and of twelve steps that add up to 67.
    assert.equal(limits?.centre.toFixed(3), '50.692')
    assert.equal(limits?.upper.toFixed(3), (659 / 13 + 2.66 * (67 / 12)).toFixed(3))
  })

  it('has one month outside the band, the last', () => {
    const limits = xmr(SPIKED)
    assert.deepEqual([limits?.outside, limits?.runs], [[12], []])
  })

  it('has seven months running below the average, none of them outside the band', () => {
    const limits = xmr(SHIFTED)
    assert.deepEqual(limits?.outside, [])
    assert.deepEqual(limits?.runs, [{ from: 6, until: 12, side: 'below' }])
  })
})
