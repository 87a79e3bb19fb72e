import assert from 'node:assert/strict'
import { it } from 'node:test'
import { figureAsked } from './correction.js'
import { standingOf } from './standing.js'

it('names a figure by its measure and period, whatever form it is told in', () => {
  const asked = { measure: 'burglary', period: '12m to 2025-03' }
  assert.deepEqual(figureAsked('burglary.12m to 2025-03'), asked)
  assert.deepEqual(figureAsked(' burglary.12m to 2025-03.sentence '), asked)
  assert.equal(figureAsked('burglary'), undefined)
  assert.equal(figureAsked('burglary.value'), undefined)
  assert.equal(figureAsked(''), undefined)
})

it('says of a printed figure what the office corrected before what the register revised', () => {
  const printed = { text: '230', value: 230 }
  assert.equal(standingOf(printed, undefined, false), 'confirmed')
  assert.equal(standingOf(printed, printed, false), 'confirmed')
  assert.equal(standingOf(printed, printed, true), 'superseded')
  assert.equal(standingOf(printed, { text: '231', value: 231 }, false), 'corrected')
  assert.equal(standingOf(printed, { text: '231', value: 231 }, true), 'corrected')
})
