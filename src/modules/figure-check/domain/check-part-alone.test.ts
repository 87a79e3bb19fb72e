import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainDocument } from '#modules/passages/index.js'
import { checkPartAlone } from './check-part-alone.js'
import { checkSameDigits } from './check-same-digits.js'

const quoted = (check: typeof checkPartAlone, text: string) =>
  check(plainDocument('paper.txt', text), { others: [], register: [] }).map((one) =>
    [one.verdict, ...one.quotes.map((quote) => quote.text)].join(': '),
  )

describe('a part larger than its whole', () => {
  it('doubts a month alone that is above the total of its year', () => {
    const text = 'In the year to March 2024 the helpline took 4,200 calls. In June alone it took 4,800 calls.'
    assert.deepEqual(quoted(checkPartAlone, text), ['question: 4,800: 4,200'])
    assert.deepEqual(quoted(checkPartAlone, text.replace('4,800', '480')), [])
  })
  it('doubts a part that is named after its whole', () => {
    const text = 'We received 3,100 reports of fraud in 2023/24, 3,600 of them in December 2023 alone.'
    assert.deepEqual(quoted(checkPartAlone, text), ['question: 3,600: 3,100'])
  })
  it('doubts more "of which" and "out of" than there are', () => {
    const text = 'The vans were out on 1,460 occasions, 1,731 of which were in October.'
    assert.deepEqual(quoted(checkPartAlone, text), ['question: 1,731: 1,460'])
    assert.deepEqual(quoted(checkPartAlone, '48%, or 3,536 out of 3,200, were closed.'), ['question: 3,536: 3,200'])
    const turned = 'There were 3,900 thefts, of which 4,200 were from shops.'
    assert.deepEqual(quoted(checkPartAlone, turned), ['question: 4,200: 3,900'])
    assert.deepEqual(quoted(checkPartAlone, 'In June 92 came, 2 of which were late and 64 of which were early.'), [])
  })
  it('stays silent on a month of something else', () => {
    const text = 'The helpline took 4,200 calls in 2023/24. In June alone the website had 4,800'
    assert.deepEqual(quoted(checkPartAlone, `${text} views.`), [])
    assert.deepEqual(quoted(checkPartAlone, `${text}.`), [])
  })
})

describe('a sum of money named twice', () => {
  it('doubts a sum that returns with the same digits in another size', () => {
    const text = 'The roads partnership fund was £418,000. Of the roads partnership fund of £4.18m, half is spent.'
    assert.equal(quoted(checkSameDigits, text).length, 1)
    assert.deepEqual(quoted(checkSameDigits, text.replace('£4.18m', '£418,000')), [])
  })
  it('stays silent on like digits of different things', () => {
    const text = 'The roads partnership fund was £418,000. The capital programme of the estate was £4.18m.'
    assert.deepEqual(quoted(checkSameDigits, text), [])
  })
})
