import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { measureLike, observationLike } from '#test/support/figures.js'
import { controlOf } from './control.js'
import type { Measure } from './measure.js'
import { latestSeries, type ObservationStatus, withGaps } from './observation.js'
import { pictureOf } from './picture.js'
import { NO_MARKS } from './series-marks.js'

type Row = readonly [code: string, value: number | null, status?: ObservationStatus, base?: readonly [number, number]]

function sentence(about: Partial<Measure>, rows: readonly Row[]): string {
  return picture(about, rows).sentence
}

function picture(about: Partial<Measure>, rows: readonly Row[]) {
  const measure = measureLike(about)
  const observations = rows.map(([code, value, status = 'final', base]) => {
    const [numerator = null, denominator = null] = base ?? []
    return observationLike(code, value, { status, note: '', numerator, denominator })
  })
  const series = withGaps(latestSeries(observations))
  const control = controlOf(measure, series, NO_MARKS)
  const entry = { measure, formula: null, inputs: [], series, marks: NO_MARKS, control }
  return pictureOf({ book: new Map([['m', entry]]), slug: 'm', imports: [], today: isoDate('2025-04-30') })
}

/** Months from January 2024 on. */
function months(values: readonly (number | null)[]): Row[] {
  return values.map((value, index) => {
    const code = `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
    return [code, value, value === null ? 'missing' : 'final']
  })
}

/** Recorded crime in the Cambridgeshire police area, January 2024 to March 2025 (data.police.uk). */
const RECORDED_CRIME = [5245, 5531, 5957, 5858, 6329, 6094, 6537, 6155, 5671, 5758, 5383, 5104, 5306, 5151, 6004]

describe('the sentence of a monthly count', () => {
  it('gives the newest figure and says that it is within the usual variation', () => {
    const { sentence: said, control, statement } = picture({}, months(RECORDED_CRIME))
    const limits = control?.phases[0]
    assert.equal(
      said,
      '6,004 crimes were recorded in March 2025. That is within the usual variation around an average of 5,739 a month.',
    )
    assert.equal(statement.lastYear, 'March 2024 was 5,957.')
    assert.deepEqual(
      [limits?.lower, limits?.upper].map((limit) => Math.round(limit ?? 0)),
      [4831, 6646],
    )
  })

  it('says better or worse only where one way is wanted', () => {
    const rows = months([10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 40])
    const outside =
      '40 crimes were recorded in February 2025. That is above the upper limit of 18.3: more than the usual variation around an average of 13.0 a month.'
    assert.equal(sentence({}, rows), outside)
    assert.equal(sentence({ polarity: 'down-is-good' }, rows), `${outside} It is a change for the worse.`)
    assert.equal(sentence({ polarity: 'up-is-good' }, rows), `${outside} It is a change for the better.`)
  })

  it('names a run of seven that reaches the newest month', () => {
    const rows = months([30, 32, 30, 32, 30, 32, 30, 22, 20, 22, 20, 22, 20, 22])
    assert.equal(
      sentence({ polarity: 'down-is-good' }, rows),
      '22 crimes were recorded in February 2025. The last 7 months are all below the average of 26, which is more than the usual variation. It is a change for the better.',
    )
  })

  it('does not hide an earlier month outside the limits', () => {
    const rows = months([20, 40, 20, 40, 150, 40, 20, 40, 20, 40, 20, 40, 20, 40])
    assert.match(
      sentence({}, rows),
      /within the usual variation .* Earlier, May 2024 lay outside the limits, at 150\.$/,
    )
  })

  it('says that a figure is provisional, and which month is missing', () => {
    const rows: Row[] = [...months([100, 110, 120]), ['2024-04', null, 'missing']]
    assert.equal(
      sentence({}, [...rows.slice(0, 2), ['2024-03', 120, 'provisional'], ...rows.slice(3)]),
      '120 crimes were recorded in March 2024 (provisional). No figure is known for April 2024. That is 10 (9.1%) more than in February 2024. With 3 figures held, a change cannot be told from the usual variation.',
    )
  })

  it('says of a single figure that it says nothing of change', () => {
    assert.equal(
      sentence({}, [['2017-06', 131]]),
      '131 crimes were recorded in June 2017. It is the only figure held, so it says nothing of change.',
    )
    assert.match(sentence({}, [['2017-06', 1]]), /^1 was recorded in June 2017\./)
  })

  it('admits that there is none', () => {
    assert.equal(sentence({}, []), 'No figure has been taken in yet.')
  })
})

describe('the sentence of a percentage', () => {
  const share = { unit: 'percentage', unitLabel: 'of prosecutions' } as const

  it('speaks of percentage points, with the base and the figure before', () => {
    const rows: Row[] = [
      ['2022/23', 80, 'final', [80, 100]],
      ['2023/24', 82.5, 'final', [165, 200]],
    ]
    assert.equal(
      sentence({ ...share, frequency: 'financial-year' }, rows),
      'The figure for the 2023/24 financial year is 82.5% of prosecutions (165 of 200). That is 2.5 percentage points higher than in the 2022/23 financial year (80.0%). With 2 figures held, a change cannot be told from the usual variation.',
    )
  })

  it('says the share of all months total over total, and does not call the mean of the months an average', () => {
    const rows = months(new Array(13).fill(0)).map(([code], index): Row => {
      const base = index === 0 ? ([900, 1000] as const) : ([5, 10] as const)
      return [code, (100 * base[0]) / base[1], 'final', base]
    })
    const { summary } = picture(share, rows)
    assert.match(summary, /All 13 months together, total over total, are 85\.7%\./)
    assert.match(summary, /middle line/)
    assert.doesNotMatch(summary, /average/)
  })
})

describe('the sentence of other figures', () => {
  it('gives pounds to the penny, and per cent of the change', () => {
    const rows: Row[] = [
      ['2022/23', 257.58],
      ['2023/24', 272.52],
    ]
    assert.equal(
      sentence({ unit: 'pounds', unitLabel: 'pounds', frequency: 'financial-year' }, rows),
      'The figure for the 2023/24 financial year is £272.52. That is £14.94 (5.8%) more than in the 2022/23 financial year.',
    )
  })

  it('says when two rolling years overlap', () => {
    const rows: Row[] = [
      ['12m to 2017-09', 95.8],
      ['12m to 2018-03', 96],
    ]
    assert.match(
      sentence({ unit: 'percentage', unitLabel: 'of people asked', frequency: 'rolling-12-months' }, rows),
      /^The figure for the 12 months to March 2018 is 96\.0% of people asked\. .*The two periods overlap\./,
    )
  })

  it('calls an estimate an estimate', () => {
    assert.match(
      sentence({ frequency: 'as-at' }, [['2017-09-30', 8000, 'estimated']]),
      /^An estimated 8,000 crimes were/,
    )
    const money = { unit: 'pounds', frequency: 'financial-year' } as const
    assert.match(sentence(money, [['2018/19', 137117000, 'estimated']]), /is estimated at £137,117,000\./)
  })

  it('compares with the same day a year before, and never draws limits for years', () => {
    const rows = Array.from({ length: 15 }, (_, index): Row => [`${2007 + index}-03-31`, 1400 + index])
    const { sentence: said, control } = picture({ frequency: 'as-at', unitLabel: 'officers' }, rows)
    assert.equal(control, undefined)
    assert.equal(said, '1,414 officers were recorded at 31 March 2021. That is 1 (0.1%) more than at 31 March 2020.')
  })
})

describe('the day that next figures are due', () => {
  it('is a month after the next month has ended, and is past when it has gone by', () => {
    assert.deepEqual(picture({}, [['2025-03', 1]]).nextDue, { on: '2025-05-31', isPast: false })
    assert.deepEqual(picture({}, [['2025-01', 1]]).nextDue, { on: '2025-03-31', isPast: true })
  })
})
