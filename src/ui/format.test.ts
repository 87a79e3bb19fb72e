import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  countInWords,
  countOf,
  formatDate,
  formatLongDate,
  formatMonth,
  formatNumber,
  formatPercent,
  formatPoints,
  formatShortDate,
  formatSigned,
  sentenceCount,
} from './format.js'

describe('numbers in the office’s style', () => {
  it('puts commas in thousands and a true minus sign before a fall', () => {
    assert.equal(formatNumber(6004), '6,004')
    assert.equal(formatNumber(-1234.5, 1), '−1,234.5')
    assert.equal(formatSigned(61), '+61')
    assert.equal(formatSigned(-380), '−380')
  })

  it('never writes a minus zero, nor plus nothing', () => {
    assert.equal(formatNumber(-0.04, 1), '0.0')
    assert.equal(formatSigned(0.04, 1), '0.0')
    assert.equal(formatSigned(0), '0')
  })

  it('can be read back as the number that was rounded', () => {
    fc.assert(
      fc.property(fc.integer(), (value) => {
        assert.equal(Number(formatNumber(value).replaceAll(',', '').replace('−', '-')), value)
      }),
    )
  })

  it('tells percent from percentage points', () => {
    assert.equal(formatPercent(5.8), '5.8%')
    assert.equal(formatPoints(2.1), '2.1 percentage points')
    assert.equal(formatPoints(-1, 0), '−1 percentage point')
  })
})

describe('dates in the office’s style', () => {
  it('writes dates in full, short and with their weekday', () => {
    assert.equal(formatDate('2025-04-30'), '30 April 2025')
    assert.equal(formatDate('2025-04-03T09:12:00.000Z'), '3 April 2025')
    assert.equal(formatShortDate('2025-04-02'), '2 Apr')
    assert.equal(formatLongDate('2025-05-26'), 'Monday 26 May 2025')
    assert.equal(formatMonth('2025-03'), 'March 2025')
  })

  it('refuses a thirteenth month', () => {
    assert.throws(() => formatMonth('2025-13'), RangeError)
  })
})

describe('counts in words', () => {
  it('writes one to nine in words and the rest in figures', () => {
    assert.equal(countInWords(9), 'nine')
    assert.equal(countInWords(10), '10')
    assert.equal(countInWords(0), '0')
  })

  it('begins a sentence with a capital and agrees with its noun', () => {
    assert.equal(sentenceCount(5, 'theme'), 'Five themes')
    assert.equal(sentenceCount(1, 'commitment'), 'One commitment')
    assert.equal(sentenceCount(0, 'measure'), 'No measures')
    assert.equal(countOf(2, 'body', 'bodies'), '2 bodies')
  })
})
