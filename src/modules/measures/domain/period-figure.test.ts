import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asked, measureLike, monthsLike, pointLike, sharesLike } from '#test/support/figures.js'
import { periodFigure } from './period-figure.js'

const COUNT = measureLike()
const SHARE = measureLike({ unit: 'percentage' })
const counts = monthsLike
const shares = sharesLike
const point = pointLike
const manyCounts = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 36, maxLength: 36 })

describe('the change on the same period last year', () => {
  it('is in percentage points for shares, never in per cent', () => {
    const series = shares([...new Array(12).fill([80, 100]), ...new Array(12).fill([82, 100])])
    const figure = periodFigure({ measure: SHARE, series }, asked('2021'))
    assert.ok(figure.ok)
    const { change } = figure.value
    assert.deepEqual([change?.difference, change?.unit, change?.percent], [2, 'percentage points', null])
    assert.equal(change?.isSignificant, false)
    assert.match(change?.why ?? '', /Newcombe.*no significant change/)
  })

  it('is in both forms for counts, and chance is told from the number of cases', () => {
    const series = counts([...new Array(12).fill(100), ...new Array(12).fill(125)])
    const figure = periodFigure({ measure: COUNT, series }, asked('2021'))
    assert.ok(figure.ok)
    assert.deepEqual(
      [figure.value.change?.difference, figure.value.change?.percent, figure.value.change?.isSignificant],
      [300, 25, true],
    )
    const few = periodFigure(
      { measure: COUNT, series: counts([...new Array(12).fill(1), ...new Array(12).fill(1.25)]) },
      asked('2021'),
    )
    assert.equal(few.ok && few.value.change?.isSignificant, false)
  })

  it('of a survey is no significant change when the intervals allow it', () => {
    const survey = measureLike({ unit: 'percentage', frequency: 'financial-year', isSurvey: true })
    const held = (code: string, value: number, reach: number) => ({
      ...point(code, value),
      interval: { lower: value - reach, upper: value + reach },
    })
    const change = (reach: number) => {
      const figure = periodFigure(
        { measure: survey, series: [held('2016/17', 70, reach), held('2017/18', 73, reach)] },
        asked('2017/18'),
      )
      return figure.ok ? figure.value.change : undefined
    }
    assert.equal(change(3)?.isSignificant, false)
    assert.equal(change(1)?.isSignificant, true)
  })

  it('of a stock or of what is worked out is not weighed as if every case came by chance', () => {
    const two = [...new Array(12).fill(100), ...new Array(12).fill(200)]
    const why = (about: Parameters<typeof measureLike>[0]) => {
      const figure = periodFigure({ measure: measureLike(about), series: counts(two) }, asked('2021'))
      return figure.ok ? [figure.value.change?.isSignificant, figure.value.change?.why] : []
    }
    assert.match(String(why({ pooling: 'last' })[1]), /It is a stock/)
    assert.match(String(why({ formula: '2 * [burglary]' })[1]), /counts behind the figures are not known/)
    assert.deepEqual([why({ pooling: 'last' })[0], why({ formula: '2 * [burglary]' })[0]], [null, null])
    assert.match(String(why({})[1]), /lies between [0-9.]+ and [0-9.]+ /)
  })

  it('says why there is none when last year is not known', () => {
    const figure = periodFigure({ measure: COUNT, series: counts(new Array(12).fill(4)) }, asked('2020'))
    assert.ok(figure.ok)
    assert.match(figure.value.whyNoChange, /January 2019 to December 2019 are missing/)
  })

  it('is the difference of the two figures, and back again', () => {
    fc.assert(
      fc.property(manyCounts, (values) => {
        const figure = periodFigure({ measure: COUNT, series: counts(values) }, asked('2021'))
        assert.ok(figure.ok)
        const { change, value, samePeriodLastYear } = figure.value
        assert.equal(change?.difference, (value ?? 0) - (samePeriodLastYear?.value ?? 0))
        const before = samePeriodLastYear?.value ?? 0
        if (change?.percent != null) assert.ok(Math.abs(before * (1 + change.percent / 100) - (value ?? 0)) < 1e-6)
      }),
    )
  })
})
