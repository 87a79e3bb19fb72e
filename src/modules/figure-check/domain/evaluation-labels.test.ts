import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { casesOf } from '#test/support/figure-evaluation.js'
import { comesOut } from '#test/support/label-arithmetic.js'

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

describe('the held-out documents', async () => {
  const cases = await casesOf('fresh')
  const errors = cases.flatMap((one) => one.errors)
  const truths = cases.flatMap((one) => one.truths)

  it('have every kind of error at least ten times, and four true statements to each', () => {
    const few = kinds.filter((kind) => errors.filter((error) => error.kind === kind).length < 10)
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
})
