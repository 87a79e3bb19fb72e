import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ControlOptions } from './control.js'
import { controlChart } from './control-chart.js'
import { summaryOf } from './words.js'

const QUIET = [52, 48, 51, 47, 53, 49, 50, 46, 52, 49, 54, 48, 50, 47, 51, 53, 48, 52, 49, 51]

function said(values: readonly (number | null)[], over: Partial<ControlOptions> = {}): string {
  const inputs = values.map((value, index) => ({
    date: `${2016 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    value,
  }))
  const result = controlChart(inputs, { chart: 'xmr', polarity: 'up', ...over })
  assert.ok(result.ok)
  return summaryOf(result.value)
}

describe('the summary of a chart', () => {
  it('says how many values there are, what the newest says, and what is usual', () => {
    assert.equal(
      said(QUIET.map((value, index) => (index === 3 ? null : value))),
      '19 values from 2016-01 to 2017-08; 1 missing. The newest value is 51 (2017-08): usual variation, no signal of ' +
        'a change. The average is 50.2; values from 40.6 to 59.7 are usual.',
    )
  })

  it('names the rule that found the newest value, and what it means for what is wanted', () => {
    assert.match(said([...QUIET, 80]), /a signal of improvement\. It lies above the upper limit of/)
    assert.match(said([...QUIET, 80], { polarity: 'down' }), /a signal of concern\. It lies above the upper limit of/)
    assert.match(said([...QUIET, 20], { polarity: 'neither' }), /a signal, lower than usual\. It lies below the lower/)
    assert.match(said([...QUIET, 47, 48, 49, 50, 51, 52, 53]), /part of a rise of seven or more in a row/)
    const higher = [...QUIET, ...[62, 64, 61, 63, 60, 62, 61]]
    assert.match(said(higher), /one of seven or more in a row above the average/)
  })

  it('says why there are no icons when there are too few values, and calls nothing a signal', () => {
    const few = said([...QUIET.slice(0, 11), 90], { target: 95 })
    assert.match(few, /Too few points for icons: 12, and 13 are needed; limits are on trial until then\./)
    assert.match(few, /Too early to say whether the target of 95 will be met\./)
    assert.doesNotMatch(few, /signal/)
    assert.match(said(QUIET, { rebase: ['2017-01'] }), /Too few points for icons: 8 since the last rebase/)
  })

  it('says whether the target will be met, and when only chance decides', () => {
    assert.match(said(QUIET, { target: 70 }), /will be missed consistently unless the process changes/)
    assert.match(said(QUIET, { target: 30 }), /will be met consistently/)
    assert.match(said(QUIET, { target: 50 }), /met in some periods and missed in others, by chance alone/)
    assert.match(
      said(
        QUIET.map(() => 100),
        { target: 100 },
      ),
      /was met every time so far/,
    )
    assert.match(said(QUIET, { target: 50, polarity: 'neither' }), /no direction is wanted/)
  })

  it('tells of cut limits, of phases, and of values that never differ', () => {
    assert.match(said([1, 9, 1, 9], { lowest: 0 }), /The lower limit was cut/)
    assert.match(said([1, 9, 1, 9], { lowest: 0, highest: 10 }), /Both limits were cut/)
    assert.match(
      said([...QUIET, ...QUIET], { rebase: ['2017-09'] }),
      /The average since 2017-09 is .* set anew from 2017-09/,
    )
    assert.match(said(QUIET.map(() => 7)), /The average is 7, and the values that it comes from do not differ\./)
  })

  it('counts the runs of a run chart', () => {
    assert.match(said(QUIET, { chart: 'run' }), /The median is 50\. Runs are as chance would have them: longest run/)
  })
})
