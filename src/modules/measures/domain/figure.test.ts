import assert from 'node:assert/strict'
import { it } from 'node:test'
import { figureFormat, formatSignedDifference, percentChange, unitHeading, withUnit } from './figure.js'

it('writes counts with commas, shares with one decimal and pounds to the penny', () => {
  assert.equal(figureFormat('count', [6004])(6004), '6,004')
  assert.equal(figureFormat('percentage', [94])(94), '94.0%')
  assert.equal(figureFormat('pounds', [272.52])(272.52), '£272.52')
  assert.equal(figureFormat('pounds', [0.1 + 0.2])(0.1 + 0.2), '£0.30')
  assert.equal(figureFormat('count', [-3])(-3), '−3')
})

it('gives every figure of a column the decimals that any of them needs', () => {
  assert.deepEqual([15, 11.9].map(figureFormat('rate', [15, 11.9])), ['15.0', '11.9'])
  assert.deepEqual([15, 14].map(figureFormat('rate', [15, 14])), ['15', '14'])
})

it('says what the figures count', () => {
  assert.equal(withUnit({ unit: 'percentage', unitLabel: 'of prosecutions' }, '84.9%'), '84.9% of prosecutions')
  assert.equal(withUnit({ unit: 'pounds', unitLabel: 'pounds' }, '£272.52'), '£272.52')
  assert.equal(unitHeading({ unit: 'count', unitLabel: 'crimes' }), 'Crimes')
  assert.equal(unitHeading({ unit: 'percentage', unitLabel: 'of prosecutions' }), '% of prosecutions')
})

it('tells differences with their sign, and per cent only where it has a meaning', () => {
  assert.equal(formatSignedDifference('count', 47), '+47')
  assert.equal(formatSignedDifference('percentage', -2.13), '−2.1')
  assert.equal(formatSignedDifference('pounds', 272.52 - 257.58), '+£14.94')
  assert.equal(formatSignedDifference('rate', 20.4 - 20.1), '+0.3')
  assert.equal(percentChange('count', 5957, 6004)?.toFixed(1), '0.8')
  assert.equal(percentChange('percentage', 50, 60), undefined)
  assert.equal(percentChange('count', 0, 3), undefined)
})
