import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Case, casesOf, partsNamed } from '#test/support/figure-evaluation.js'
import { afterChange, comesOut } from '#test/support/label-arithmetic.js'

const kinds = [
  'average-of-total',
  'change',
  'contradiction',
  'count-of-things',
  'cross-reference',
  'date',
  'magnitude',
  'numbering',
  'period',
  'possible-percentage',
  'register',
  'share',
  'stale-text',
  'sum',
]

/** The parts whose labels give their arithmetic: all but the first. */
const parts = [...partsNamed('tune'), ...partsNamed('unseen')].filter((part) => part !== 'tune')

for (const part of parts) {
  const cases = await casesOf(part)
  describe(`the documents of ${part}`, () => checkLabels(cases))
}

function checkLabels(cases: readonly Case[]) {
  const errors = cases.flatMap((one) => one.errors)
  const truths = cases.flatMap((one) => one.truths)

  it('have every kind of error at least eight times, and four true statements to each', () => {
    const few = kinds.filter((kind) => errors.filter((error) => error.kind === kind).length < 8)
    assert.deepEqual(few, [])
    assert.ok(truths.length >= 4 * errors.length)
  })

  it('plant nothing that is right after all', () => {
    const right = errors.filter(({ because }) => because !== undefined && comesOut(because))
    assert.deepEqual(
      right.map(({ quote }) => quote),
      [],
    )
  })

  it('call nothing true whose arithmetic does not come out', () => {
    const wrong = truths.filter(({ because }) => because !== undefined && !comesOut(because))
    assert.deepEqual(
      wrong.map(({ quote }) => quote),
      [],
    )
  })

  it('give the arithmetic of every planted figure that has one', () => {
    const withoutOne = ['cross-reference', 'numbering', 'register', 'stale-text']
    const bare = errors.filter(({ kind, because }) => because === undefined && !withoutOne.includes(kind))
    assert.deepEqual(
      bare.map(({ quote }) => quote),
      [],
    )
  })
}

describe("a label's arithmetic, when one number of its passage is another", () => {
  const after = (because: string, passage: string, printed: string, fresh: string) =>
    afterChange(because, { passage, printed, fresh })

  it('breaks where the number is a term of it and it no longer comes out', () => {
    assert.equal(after('sum 187 74 63 50', '187 visits: 74, 63 and 50', '74', '79'), 'broken')
    assert.equal(after('change 45 36 -20.0', 'fell by 20%, from 45 to 36', '20', '26'), 'broken')
    assert.equal(after('sum 1200000 700000 500000', '£1.2m in all', '1.2', '1.9'), 'broken')
  })

  it('holds where it still comes out by the precision of the passage', () => {
    assert.equal(after('share 72 1203 6', '6% of 1,203 (72)', '1,203', '1,263'), 'holds')
    assert.equal(after('share 72 1203 6.0', '6% of 1,203 (72)', '1,203', '1,263'), 'holds')
    assert.equal(after('share 72 1203 6.0', '6.0% of 1,203 (72)', '1,203', '1,263'), 'broken')
  })

  it('says nothing of a number that is no term of it', () => {
    assert.equal(after('sum 187 74 63 50', '187 visits in 3 towns: 74, 63 and 50', '3', '7'), 'no term')
  })
})
