import assert from 'node:assert/strict'
import { it } from 'node:test'
import { boundLine, filledLine } from './filled.js'

it('tells two fillings of one measure apart by the area that the figures stand under', () => {
  const own = { bindingId: 'a', measureId: 'm', measure: 'burglary', area: '', added: 2, revised: 0, problem: '' }
  const filled = { ...own, brought: ['2025-11'] }
  assert.equal(filledLine(filled, 'the release'), 'burglary: 2 new figures, from the release.')
  const fenland = { ...filled, area: 'E07000010' }
  assert.equal(filledLine(fenland, 'the release'), 'burglary, E07000010: 2 new figures, from the release.')
  assert.equal(filledLine({ ...fenland, brought: [] }, ''), 'burglary, E07000010: nothing new.')
})

it('tells whoever binds a measure that it is bound, also where it is not filled yet', () => {
  const filled = { bindingId: 'a', measureId: 'm', measure: 'burglary', area: '', added: 1, revised: 0, brought: [] }
  assert.equal(boundLine({ ...filled, problem: '' }), 'Bound: 1 figure was taken in')
  assert.equal(boundLine({ ...filled, problem: 'It is too soon' }), 'Bound, but not filled to the end. It is too soon')
})
