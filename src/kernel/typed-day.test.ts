import assert from 'node:assert/strict'
import { it } from 'node:test'
import { typedDay } from './typed-day.js'

it('reads a day as files and as people write it, and nothing that is none', () => {
  for (const day of ['2018-03-31', '31/3/2018', '31.03.2018', '31 March 2018', '31 mar 2018'])
    assert.equal(typedDay(day), '2018-03-31', day)
  for (const day of ['31/2/2018', '31/13/2018', '18-03-31', '31/3/18', '31 Mooch 2018', 'soon', ''])
    assert.equal(typedDay(day), undefined, day)
})
