import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { reconcile } from './reconciliation.js'

describe('street-level crime beside recorded crime', () => {
  it('is as expected within 3 per cent', () => {
    const found = reconcile({ street: 69_350, recorded: 67_702 })
    assert.equal(found?.verdict, 'as-expected')
    assert.equal(found?.difference.toFixed(2), '2.43')
    assert.match(found?.words ?? '', /69,350 street-level crimes, 2\.4% more than the 67,702/)
  })

  it('is wider from 3 to 5 per cent, and flagged above, on either side', () => {
    const verdicts = [104, 96, 106, 94, 105, 97].map((street) => reconcile({ street, recorded: 100 })?.verdict)
    assert.deepEqual(verdicts, ['wider', 'wider', 'too-wide', 'too-wide', 'wider', 'as-expected'])
    assert.match(reconcile({ street: 94, recorded: 100 })?.words ?? '', /fewer/)
  })

  it('is not told without recorded crime to hold it against', () => {
    assert.equal(reconcile({ street: 10, recorded: 0 }), null)
  })
})
