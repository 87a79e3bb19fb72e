import assert from 'node:assert/strict'
import { it } from 'node:test'
import { cellAddress, columnLetters } from './cell-address.js'

it('names columns and cells as a spreadsheet does', () => {
  assert.deepEqual([0, 25, 26, 51, 52, 701, 702, 16_383].map(columnLetters), [
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
    'XFD',
  ])
  assert.equal(cellAddress(7, 1), 'B7')
})
