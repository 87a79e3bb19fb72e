import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findShare, type StopOutcome, stopOutcomeOf } from './stop-outcome.js'

describe('what came of a search', () => {
  it('has one name in the wordings of 2016 and of 2024', () => {
    const wordings: [string, StopOutcome][] = [
      ['Nothing found - no further action', 'No further action'],
      ['A no further action disposal', 'No further action'],
      ['Suspect arrested', 'Arrest'],
      ['Arrest', 'Arrest'],
      ['Suspect summonsed to court', 'Summons or charge by post'],
      ['Summons / charged by post', 'Summons or charge by post'],
      ['Offender cautioned', 'Caution'],
      ['Caution (simple or conditional)', 'Caution'],
      ['Offender given drugs possession warning', 'Drugs warning'],
      ['Khat or Cannabis warning', 'Drugs warning'],
      ['Offender given penalty notice', 'Penalty notice'],
      ['Penalty Notice for Disorder', 'Penalty notice'],
      ['Local resolution', 'Community resolution'],
      ['Community resolution', 'Community resolution'],
      ['Article found - Detailed outcome unavailable', 'Something found, outcome not published'],
    ]
    for (const [published, name] of wordings) assert.equal(stopOutcomeOf(published), name, published)
  })

  it('is unknown where nothing is recorded', () => {
    assert.deepEqual([stopOutcomeOf(''), stopOutcomeOf(null), stopOutcomeOf('Hm')], [null, null, null])
  })
})

describe('a find rate', () => {
  const totals = { searches: 100, withOutcome: 30, outcomeUnknown: 10, linked: 20, linkUnknown: 5 }

  it('counts outcomes of those searches whose outcome is recorded', () => {
    assert.deepEqual(findShare('outcome', totals), { count: 30, of: 90 })
  })

  it('leaves out searches of which the link is not known', () => {
    assert.deepEqual(findShare('linked', totals), { count: 20, of: 85 })
  })
})
