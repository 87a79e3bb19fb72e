import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { controlChart } from '#modules/statistics/index.js'
import { ORDINARY, SHIFTED, SPIKED } from './chart-lesson.js'

function chartOf(values: readonly number[]) {
  const inputs = values.map((value, index) => ({ date: String(index), value }))
  const chart = controlChart(inputs, { chart: 'xmr', polarity: 'neither' })
  if (!chart.ok) throw new RangeError(chart.error.code)
  const outside = chart.value.points.flatMap(({ rules }, index) => (rules.includes('outside') ? [index] : []))
  const shifted = chart.value.points.flatMap(({ rules }, index) => (rules.includes('shift') ? [index] : []))
  return { phase: chart.value.phases[0], outside, shifted }
}

describe('the lesson on reading charts shows what its words say', () => {
  it('has thirteen ordinary months with nothing to remark on', () => {
    const { phase, outside, shifted } = chartOf(ORDINARY)
    assert.deepEqual([outside, shifted], [[], []])
    // By hand: the average of 659 over 13 months, and of twelve steps that add up to 67.
    assert.equal(phase?.mean?.toFixed(3), '50.692')
    assert.equal(phase?.upper?.toFixed(3), (659 / 13 + 2.66 * (67 / 12)).toFixed(3))
  })

  it('has one month outside the band, the last', () => {
    const { outside, shifted } = chartOf(SPIKED)
    assert.deepEqual([outside, shifted], [[12], []])
  })

  it('has seven months running below the average, none of them outside the band', () => {
    const { outside, shifted } = chartOf(SHIFTED)
    assert.deepEqual(outside, [])
    assert.deepEqual(shifted, [6, 7, 8, 9, 10, 11, 12])
  })
})
