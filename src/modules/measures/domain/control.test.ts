import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isoDate } from '#kernel/dates.js'
import { asked, measureLike, monthCode, monthsLike, pointLike, sharesLike } from '#test/support/figures.js'
import { changeBetween } from './change.js'
import { chartInWords } from './chart-words.js'
import { controlOf, whyNoControl } from './control.js'
import type { Measure } from './measure.js'
import type { SeriesPoint } from './observation.js'
import { poolFigures } from './pooling.js'
import { statementOf } from './sentence.js'
import { NO_MARKS, type SeriesMarks } from './series-marks.js'

const said = { measureId: 'm', reason: 'New control room', knownOn: isoDate('2022-01-01') }
const recorded = { ...said, recordedAt: '2022-01-01T00:00:00.000Z', recordedBy: 'Head of Performance' }
const phase = (day: string, baselinePoints: number | null = null) => ({
  ...{ ...recorded, id: `p${day}`, startsOn: isoDate(day), baselinePoints },
})
const aBreak = (day: string) => ({
  ...{ ...recorded, id: `b${day}`, startsOn: isoDate(day), kind: 'recording' as const, acknowledgement: null },
})
const target = (value: number) => ({
  ...{ ...recorded, id: 't', startsOn: isoDate('2020-01-01'), value, source: 'Plan 2021 to 2024' },
})
const marks = (some: Partial<SeriesMarks>): SeriesMarks => ({ ...NO_MARKS, ...some })

const LEVEL = Array.from({ length: 24 }, (_, index) => (index % 2 === 0 ? 100 : 104))
const STEP = [...LEVEL, ...LEVEL.map((value) => value + 60)]

function wordsOf(measure: Measure, series: readonly SeriesPoint[], some: Partial<SeriesMarks> = {}): string {
  const all = marks(some)
  const control = controlOf(measure, series, all)
  const { figure, comparison, lastYear } = statementOf(measure, series, { control, marks: all })
  return [figure, comparison, ...chartInWords({ measure, series, control, marks: all }), lastYear].join(' ')
}

describe('the control chart that a definition names', () => {
  const FORTY = Array.from({ length: 20 }, (_, index) => [18 + (index % 5), 100 + 10 * (index % 3)] as const)

  it('gives each month of a p chart limits of its own, around total over total', () => {
    const measure = measureLike({ unit: 'percentage', unitLabel: 'of cases', controlChart: 'p' })
    const control = controlOf(measure, sharesLike(FORTY), NO_MARKS)
    const [part, whole] = [0, 1].map((at) => FORTY.reduce((total, each) => total + (each[at] ?? 0), 0))
    const share = (part ?? 0) / (whole ?? 1)
    const [first, second] = control?.points ?? []
    assert.ok(Math.abs((first?.mean ?? 0) - 100 * share) < 1e-9)
    assert.ok(Math.abs((first?.upper ?? 0) - 100 * (share + 3 * Math.sqrt((share * (1 - share)) / 100))) < 1e-9)
    assert.ok((second?.upper ?? 0) < (first?.upper ?? 0))
    const words = wordsOf(measure, sharesLike(FORTY))
    assert.match(words, /within the usual variation around an average of/)
    assert.match(words, /This is a p chart/)
    assert.match(words, /by the limits of the newest, and each has its own/)
    assert.doesNotMatch(words, /middle line/)
  })

  it('works a rate out on its own base', () => {
    const measure = measureLike({ unit: 'rate', per: 1000, unitLabel: 'for each 1,000 people', controlChart: 'u' })
    const series = FORTY.map(([numerator, denominator], index) =>
      pointLike(monthCode(index), (1000 * numerator) / denominator, { numerator, denominator }),
    )
    const control = controlOf(measure, series, NO_MARKS)
    assert.deepEqual(
      control?.points.map(({ value }) => value),
      series.map(({ value }) => value),
    )
    assert.match(wordsOf(measure, series), /This is a u chart/)
  })

  it('spreads a c chart by the root of its average', () => {
    const control = controlOf(measureLike({ controlChart: 'c' }), monthsLike(LEVEL), NO_MARKS)
    assert.ok(Math.abs((control?.points[0]?.upper ?? 0) - (102 + 3 * Math.sqrt(102))) < 1e-9)
  })

  it('claims no limits of a run chart, and tells no single month from chance by it', () => {
    const measure = measureLike({ controlChart: 'run' })
    const series = monthsLike(LEVEL)
    const words = wordsOf(measure, series)
    assert.match(words, /belongs to no shift and no trend around a median of 102 a month/)
    assert.match(words, /This is a run chart: it has a median and no limits/)
    assert.match(words, /The median is 102\. .*crossings of the median/)
    assert.doesNotMatch(words, /limits of usual|usual variation|are usual\./)
    const control = controlOf(measure, series, NO_MARKS)
    const figure = (code: string) => {
      const found = poolFigures(series, asked(code), measure, [])
      assert.ok(found.ok)
      return found.value
    }
    const change = changeBetween(figure('2020-12'), figure('2021-12'), { measure, breaks: [], control })
    assert.ok(change.ok && change.value.isSignificant === null)
    const year = (code: string) => figure(code)
    const compared = (chart: 'run' | 'xmr') => {
      const own = { ...measure, controlChart: chart }
      const made = changeBetween(year('2020'), year('2021'), {
        measure: own,
        breaks: [],
        control: controlOf(own, series, NO_MARKS),
      })
      return made.ok && made.value.why
    }
    assert.equal(compared('run'), compared('xmr'))
  })

  it('says a shift on a run chart of the months on one side of the median, passing over those on it', () => {
    const measure = measureLike({ controlChart: 'run' })
    const values = [...new Array(8).fill(90), 100, ...[110, 112, 111, 100, 113, 110, 111, 112]]
    assert.match(wordsOf(measure, monthsLike(values)), /The last 7 months are all above the median of 100/)
  })

  it('draws rare events by a g and a t chart, around a median and a middle line', () => {
    const gaps = monthsLike(Array.from({ length: 20 }, (_, index) => 10 + (index % 4)))
    assert.match(wordsOf(measureLike({ controlChart: 'g' }), gaps), /a median of 11\.5\b.*This is a g chart/)
    const times = wordsOf(measureLike({ unit: 'duration', unitLabel: 'days', controlChart: 't' }), gaps)
    assert.match(times, /a middle line of 11.*This is a t chart/)
  })

  it('says why figures cannot be drawn, and draws no limits then', () => {
    const measure = measureLike({ unit: 'percentage', unitLabel: 'of cases', controlChart: 'p' })
    const series = [...sharesLike(FORTY), pointLike(monthCode(20), 20)]
    assert.equal(controlOf(measure, series, NO_MARKS), undefined)
    assert.match(wordsOf(measure, series), /cannot be drawn as a p chart: September 2021 has a figure without the two/)
    const none = monthsLike([0, ...new Array(13).fill(4)])
    assert.match(wordsOf(measureLike({ unit: 'duration', controlChart: 't' }), none), /January 2020 is not above 0/)
  })
})

describe('what begins after the newest figure', () => {
  it('is not told of the figures that there are', () => {
    const series = monthsLike(new Array(20).fill(100))
    const told = (startsOn: string) =>
      chartInWords({
        ...{ measure: measureLike(), series, control: undefined },
        marks: { ...NO_MARKS, breaks: [aBreak(startsOn)] },
      }).join(' ')
    assert.match(told('2021-08-31'), /From 31 August 2021 figures are not like those before/)
    assert.doesNotMatch(told('2021-09-01'), /figures are not like those before/)
  })
})

describe('the control chart of a measure', () => {
  it('is of monthly figures only, never of rolling ones', () => {
    const rolling = measureLike({ frequency: 'rolling-12-months' })
    const series = Array.from({ length: 20 }, (_, index) => pointLike(`12m to ${monthCode(index)}`, 50 + index))
    assert.equal(controlOf(rolling, series, NO_MARKS), undefined)
    assert.match(whyNoControl(rolling, undefined) ?? '', /overlap/)
  })

  it('begins a phase at each rebase and at each break, each with its own average', () => {
    const series = monthsLike(STEP)
    for (const some of [{ phases: [phase('2022-01-01')] }, { breaks: [aBreak('2022-01-15')] }]) {
      const control = controlOf(measureLike(), series, marks(some))
      assert.deepEqual(
        control?.phases.map(({ from, mean }) => [from, mean]),
        [
          ['2020-01', 102],
          ['2022-01', 162],
        ],
      )
      assert.ok(control.points.every(({ rules }) => !rules.includes('outside')))
    }
    const plain = controlOf(measureLike(), series, NO_MARKS)
    assert.ok(plain?.points.some(({ rules }) => rules.length > 0))
  })

  it('holds each phase to its own baseline', () => {
    const series = monthsLike([...LEVEL, ...new Array(12).fill(200), ...new Array(12).fill(300)])
    const control = controlOf(measureLike(), series, marks({ phases: [phase('2022-01-01', 12)] }))
    assert.deepEqual(
      control?.phases.map(({ mean }) => mean),
      [102, 200],
    )
    assert.ok(control.points.at(-1)?.rules.includes('outside'))
  })

  it('colours nothing good or bad without a target', () => {
    const series = monthsLike([...LEVEL, 150])
    const measure = measureLike({ polarity: 'down-is-good' })
    assert.equal(controlOf(measure, series, NO_MARKS)?.points.at(-1)?.variation, 'neutral-high')
    assert.equal(controlOf(measure, series, marks({ targets: [target(90)] }))?.points.at(-1)?.variation, 'concern')
  })

  it('cuts limits to what the figure can be, and says so', () => {
    const low = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 0 : 3))
    const control = controlOf(measureLike(), monthsLike(low), NO_MARKS)
    assert.deepEqual([control?.isCutBelow, control?.phases[0]?.lower], [true, 0])
    assert.match(wordsOf(measureLike(), monthsLike(low)), /cut at 0/)
  })

  it('gives no icon words with too few points since the last rebase, and says why', () => {
    const series = monthsLike(STEP.slice(0, 30))
    const some = { phases: [phase('2022-01-01')] }
    const control = controlOf(measureLike(), series, marks(some))
    assert.equal(control?.isEnough, false)
    assert.match(whyNoControl(measureLike(), control) ?? '', /6 of the 13 figures that limits need are held since/)
    const words = wordsOf(measureLike(), series, some)
    assert.match(words, /With 6 figures since January 2022, a change cannot be told from the usual variation\./)
    assert.match(words, /Limits of usual variation need 13 figures\./)
  })
})

describe('the words of a chart', () => {
  const measure = measureLike({ polarity: 'down-is-good' })

  it('answer what the chart answers: value, period, average, limits, signals, breaks, rebases, target', () => {
    const series = monthsLike([...STEP, 400])
    const words = wordsOf(measure, series, {
      breaks: [aBreak('2021-06-01')],
      phases: [phase('2022-01-01', 12)],
      targets: [target(150)],
    })
    for (const fact of [
      /400 crimes were recorded in January 2024/,
      /above the upper limit of 1\d\d/,
      /average (is|of) 162/,
      /months from 15\d to 1\d\d are usual/,
      /change for the worse/,
      /Months that stand out: .*January 2024/,
      /From 1 June 2021 figures are not like those before: New control room\./,
      /set anew from 1 January 2022, from the first 12 months, by Head of Performance: New control room\./,
      /The target since 1 January 2020 is 150 \(Plan 2021 to 2024\)\. The newest figure does not meet it\./,
      /missed month after month/,
    ])
      assert.match(words, fact)
  })

  it('name every month that stands out, or how many and from when to when', () => {
    const values = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 13, maxLength: 40 })
    fc.assert(
      fc.property(values, (chosen) => {
        const series = monthsLike(chosen)
        const control = controlOf(measure, series, NO_MARKS)
        const count = control?.points.filter(({ rules }) => rules.length > 0).length ?? 0
        const words = wordsOf(measure, series)
        if (count === 0) assert.match(words, /No month stands out/)
        else if (count > 6) assert.match(words, new RegExp(`${count} months stand out, from`))
        else assert.equal(words.match(/stand out: ([^.]*)\./)?.[1]?.split(', ').length, count)
        const { rules } = control?.points.at(-1) ?? { rules: [] }
        assert.equal(/within the usual variation/.test(words), rules.length === 0)
        assert.equal(/change for the (better|worse)/.test(words), rules.length > 0)
      }),
    )
  })

  it('call nothing recovered or stable that the signals do not bear out', () => {
    const spike = [...LEVEL.slice(0, 13), 160, ...LEVEL.slice(0, 10)]
    assert.match(wordsOf(measure, monthsLike(spike), { targets: [target(90)] }), /It has recovered: .*February 2021/)
    assert.doesNotMatch(wordsOf(measure, monthsLike([...LEVEL, 160])), /recovered|stable/)
    assert.doesNotMatch(wordsOf(measure, monthsLike(LEVEL.slice(0, 12))), /recovered|stable|better|worse/)
  })
})
