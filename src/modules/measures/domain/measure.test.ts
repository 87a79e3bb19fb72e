import assert from 'node:assert/strict'
import { it } from 'node:test'
import { aMeasureDescription } from '#test/support/measures.js'
import { whatIsMissing } from './measure.js'

it('lets a complete measure with a figure be published', () => {
  assert.deepEqual(whatIsMissing(aMeasureDescription(), 1), [])
})

it('names everything that a reader would miss', () => {
  const blank = aMeasureDescription({
    definition: '',
    owner: ' ',
    source: '',
    geography: '',
    caveat: '',
    numerator: '',
  })
  assert.deepEqual(whatIsMissing(blank, 0), [
    'a definition',
    'what is counted (numerator)',
    'a source',
    'an owner',
    'a place',
    'what to bear in mind (caveat)',
    'at least one figure',
  ])
})

it('asks for a denominator where the figure is a share, and only there', () => {
  assert.deepEqual(whatIsMissing(aMeasureDescription({ unit: 'percentage' }), 1), [
    'what it is a share of (denominator)',
  ])
  assert.deepEqual(whatIsMissing(aMeasureDescription({ unit: 'pounds' }), 1), [])
})
