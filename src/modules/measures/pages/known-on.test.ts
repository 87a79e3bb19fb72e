import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { addressWith, askedDay } from './known-on.js'

const today = isoDate('2025-04-30')
const ask = (day: string) => askedDay({ 'as-known-on': day }, today)

it('reads a day as files and as people write it', () => {
  assert.equal(ask('2018-03-31').knownOn, '2018-03-31')
  for (const day of ['31/3/2018', '31.03.2018', '31 March 2018', '31 mar 2018'])
    assert.equal(ask(day).knownOn, '2018-03-31', day)
  assert.equal(ask('2018-03-31').typed, '31/3/2018')
  assert.equal(ask(' 2025-04-30 ').knownOn, today)
})

it('shows what is known now when no day is asked for', () => {
  assert.deepEqual(askedDay({}, today), { knownOn: undefined, typed: '', problem: '' })
  assert.equal(ask('').problem, '')
})

it('says what is wrong with a day that is none, and with one that is still to come', () => {
  for (const day of ['2018-02-30', 'yesterday', '31/13/2018', '2018', '18-03-31'])
    assert.match(ask(day).problem, /is no day of the calendar/, day)
  assert.match(ask('2025-05-01').problem, /1 May 2025 is still to come/)
  assert.equal(ask('2025-05-01').knownOn, undefined)
})

it('leaves out of an address what is not asked for', () => {
  assert.equal(addressWith('/measures', { theme: undefined, order: '' }), '/measures')
  assert.equal(addressWith('/data-pack', { quarter: '2024/25 Q4' }), '/data-pack?quarter=2024%2F25+Q4')
})
