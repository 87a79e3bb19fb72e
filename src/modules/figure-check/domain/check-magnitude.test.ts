import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainDocument } from '#modules/passages/index.js'
import { checkAverage } from './check-average.js'
import { checkMagnitude } from './check-magnitude.js'

const found = (text: string) =>
  [checkMagnitude, checkAverage].flatMap((check) =>
    check(plainDocument('paper.txt', text), { others: [], register: [] }),
  )
const magnitudes = (text: string) =>
  found(text).flatMap((one) => (one.kind === 'magnitude' ? [`${one.verdict}: ${one.quotes[0]?.text}`] : []))

describe('figures of the wrong size', () => {
  it('says that a total near its own monthly mean can be no total', () => {
    const text = 'A total of 8,554 calls were received in 2021/22, an average of 8,291 per month.'
    assert.deepEqual(magnitudes(text), ['error: 8,554 calls were received in 2021/22, an average of 8,291'])
  })
  it("doubts last year's total when it is of the size of this year's monthly mean", () => {
    const text =
      'In 2021/22 there were 114,000 calls, an average of 9,500 a month, compared with a total of 9,195 in 2020/21.'
    assert.deepEqual(magnitudes(text), ['warning: 9,195'])
  })
  it("accepts last year's mean beside this year's mean", () => {
    const text =
      'In 2021/22 there were 114,000 calls, an average of 9,500 a month, compared with an average of 9,195 in 2020/21.'
    assert.deepEqual(magnitudes(text), [])
  })
  it('doubts the total of a year that is its own monthly mean', () => {
    const text = 'The total number of calls in the year was 12,351, or about 12,351 a month.'
    assert.deepEqual(magnitudes(text), ['warning: 12,351'])
  })
})
