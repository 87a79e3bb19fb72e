import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, type IsoDate, isoDate } from '#kernel/dates.js'
import { aDescription } from '#test/support/body.js'
import { type DatedDescription, type Description, holdsOn } from './body.js'
import { describeFrom, descriptionOn, endBefore } from './describing.js'

const FOUNDED = isoDate('2012-11-22')

function founded(from: IsoDate = FOUNDED): DatedDescription[] {
  return changed([], {}, from)
}

function changed(history: DatedDescription[], change: Partial<Description>, from: IsoDate): DatedDescription[] {
  const result = describeFrom(history, { ...aDescription(change), id: `from-${from}` }, from)
  assert.ok(result.ok)
  return result.value
}

const daysAfter = fc.integer({ min: 0, max: 400 })
const changes = fc.array(fc.record({ after: daysAfter, name: fc.constantFrom('Ae', 'Bee', 'Cee') }), { maxLength: 12 })

/** The history after the changes that were not refused, in the order in which people made them. */
function historyAfter(made: { after: number; name: string }[]): DatedDescription[] {
  let history = founded()
  for (const { after, name } of made) {
    const from = addDays(FOUNDED, after)
    const result = describeFrom(history, { ...aDescription({ name }), id: `${from} ${name} ${history.length}` }, from)
    if (result.ok) history = result.value
  }
  return history
}

describe('what a body is called', () => {
  it('is exactly one thing on any day from its founding, whatever was changed from when, and nothing before', () => {
    fc.assert(
      fc.property(changes, fc.integer({ min: -30, max: 500 }), (made, after) => {
        const day = addDays(FOUNDED, after)
        const inForce = historyAfter(made).filter((each) => holdsOn(each, day))
        assert.equal(inForce.length, after < 0 ? 0 : 1)
      }),
    )
  })

  it('is what was said last, from the day it was said for until the next change then known', () => {
    fc.assert(
      fc.property(changes, daysAfter, (made, after) => {
        const history = historyAfter(made)
        const day = addDays(FOUNDED, after)
        const next = history.find(({ from }) => from > day)
        const result = describeFrom(history, { ...aDescription({ name: 'The last word' }), id: 'last' }, day)
        assert.ok(result.ok)
        const lastDay = next ? addDays(next.from, -1) : addDays(day, 1000)
        for (const each of [day, lastDay]) assert.equal(descriptionOn(result.value, each)?.name, 'The last word')
        if (next) assert.equal(descriptionOn(result.value, next.from)?.name, next.name)
      }),
    )
  })

  it('keeps every other day as it was when one change is made', () => {
    fc.assert(
      fc.property(changes, daysAfter, fc.integer({ min: 0, max: 500 }), (made, after, asked) => {
        const history = historyAfter(made)
        const from = addDays(FOUNDED, after)
        const next = history.find((each) => each.from > from)
        const result = describeFrom(history, { ...aDescription({ name: 'New' }), id: 'new' }, from)
        const day = addDays(FOUNDED, asked)
        if (!result.ok || (day >= from && (!next || day < next.from))) return
        assert.equal(descriptionOn(result.value, day)?.name, descriptionOn(history, day)?.name)
      }),
    )
  })

  it('is corrected in place when it is changed from the day that it began', () => {
    const [only, ...others] = changed(founded(), { deputyTitle: 'Assistant Commissioner' }, FOUNDED)
    assert.equal(only?.deputyTitle, 'Assistant Commissioner')
    assert.equal(only?.id, `from-${FOUNDED}`)
    assert.deepEqual(others, [])
  })

  it('keeps the years as a commissioner when the body becomes a mayor', () => {
    const history = changed(founded(), { type: 'mayor', officeHolderTitle: 'Mayor' }, isoDate('2027-05-10'))
    assert.equal(descriptionOn(history, isoDate('2027-05-09'))?.officeHolderTitle, 'Commissioner')
    assert.equal(descriptionOn(history, isoDate('2027-05-10'))?.officeHolderTitle, 'Mayor')
  })

  it('is refused before the founding', () => {
    const result = describeFrom(founded(), { ...aDescription({ name: 'New' }), id: 'x' }, addDays(FOUNDED, -1))
    assert.deepEqual(result, { ok: false, error: { code: 'before-founding', founded: FOUNDED } })
  })

  it('is refused when nothing is different', () => {
    const result = describeFrom(founded(), { ...aDescription(), id: 'x' }, addDays(FOUNDED, 10))
    assert.deepEqual(result, { ok: false, error: { code: 'nothing-changed' } })
  })
})

describe('the end of a body', () => {
  it('is the day before its successor begins', () => {
    const result = endBefore(founded(), isoDate('2028-05-08'))
    assert.ok(result.ok)
    assert.equal(descriptionOn(result.value, isoDate('2028-05-07'))?.shortName, 'Wessex')
    assert.equal(descriptionOn(result.value, isoDate('2028-05-08')), undefined)
  })

  it('comes once only', () => {
    const ended = endBefore(founded(), isoDate('2028-05-08'))
    assert.ok(ended.ok)
    assert.deepEqual(endBefore(ended.value, isoDate('2030-01-01')), { ok: false, error: { code: 'ended-already' } })
  })

  it('is not before its last description has begun', () => {
    const history = changed(founded(), { name: 'New' }, isoDate('2020-01-01'))
    const refused = { ok: false, error: { code: 'ends-too-early', lastChange: '2020-01-01' } }
    assert.deepEqual(endBefore(history, isoDate('2020-01-01')), refused)
  })

  it('takes no new description after it', () => {
    const ended = endBefore(founded(), isoDate('2028-05-08'))
    assert.ok(ended.ok)
    const result = describeFrom(ended.value, { ...aDescription({ name: 'New' }), id: 'x' }, isoDate('2028-05-08'))
    assert.deepEqual(result, { ok: false, error: { code: 'after-end', ended: '2028-05-07' } })
  })
})
