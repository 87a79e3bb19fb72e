import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { casesOf, precisionOf, recallOf, scoreOf } from '#test/support/figure-evaluation.js'

/** What each kind of check must reach on the documents for tuning: the share of planted errors found. */
const floors: Record<string, number> = {
  'average-of-total': 0.75,
  change: 0.7,
  contradiction: 0.6,
  'count-of-things': 0.85,
  'cross-reference': 0.85,
  date: 0.85,
  magnitude: 0.5,
  numbering: 0.75,
  period: 0.8,
  'possible-percentage': 0.65,
  share: 0.75,
  'stale-text': 0.75,
  sum: 0.9,
}

const score = scoreOf(await casesOf('tune'))

describe('the documents for tuning', () => {
  for (const [kind, floor] of Object.entries(floors)) {
    const tally = score.tallies.get(kind)

    it(`have planted errors of the kind ${kind}, and most are found`, () => {
      assert.ok(tally && tally.planted >= 2)
      assert.ok(recallOf(tally) >= floor, `${recallOf(tally)} is under ${floor}: ${score.missed.join('; ')}`)
    })

    it(`are not flagged without ground by checks of the kind ${kind}`, () => {
      assert.ok(tally && precisionOf(tally) >= 0.95, score.alarms.join('; '))
    })
  }

  it('keep their true statements unflagged', () => {
    assert.ok(score.truths >= 90)
    assert.ok(score.truthsFlagged / score.truths <= 0.02, score.alarms.join('; '))
  })
})
