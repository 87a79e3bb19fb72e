import assert from 'node:assert/strict'
import { it } from 'node:test'
import { contrast } from './colour.js'

it('measures contrast as WCAG does, whichever colour comes first', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21)
  assert.equal(contrast('#ffffff', '#ffffff'), 1)
  assert.equal(contrast('#ffffff', '#767676').toFixed(2), '4.54')
  assert.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54')
})
