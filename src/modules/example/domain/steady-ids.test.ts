import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { steadyIds } from './steady-ids.js'

const some = (count: number, instant: () => number) => {
  const newId = steadyIds(instant)
  return Array.from({ length: count }, () => newId())
}

describe('the ids of the example office', () => {
  it('have the form of UUID version 7 and open with their moment', () => {
    for (const id of some(500, () => Date.parse('2017-03-24T09:00:01Z'))) {
      assert.match(id, /^015aff8b-4268-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }
  })

  it('are all different, and in the order in which they were given', () => {
    let moment = Date.parse('2012-11-22T09:00:00Z')
    const ids = some(5000, () => {
      moment += 0.01
      return Math.floor(moment)
    })
    assert.equal(new Set(ids).size, 5000)
    assert.deepEqual(ids.toSorted(), ids)
  })

  it('are the same every time', () => {
    const instant = () => Date.parse('2025-04-30T09:00:00Z')
    assert.deepEqual(some(50, instant), some(50, instant))
  })

  it('run out after 4,096 in one moment, and say so', () => {
    assert.throws(() => some(4097, () => 0), /More than 4,096/)
  })
})
