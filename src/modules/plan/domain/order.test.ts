import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { movedBetween } from './order.js'

const someIds = fc.uniqueArray(fc.nat(99).map(String), { minLength: 1, maxLength: 20 })

it('says that nothing moved between an order and itself', () => {
  fc.assert(fc.property(someIds, (ids) => assert.equal(movedBetween(ids, ids).size, 0)))
})

it('tells one item moved anywhere as one move, and names it when it went further than its neighbour', () => {
  fc.assert(
    fc.property(someIds, fc.nat(), fc.nat(), (ids, from, to) => {
      const source = from % ids.length
      const target = to % ids.length
      const item = ids[source] ?? ''
      const after = ids.toSpliced(source, 1).toSpliced(target, 0, item)
      const moved = movedBetween(ids, after)
      assert.equal(moved.size, source === target ? 0 : 1)
      if (Math.abs(source - target) > 1) assert.deepEqual([...moved], [item])
    }),
  )
})

it('never names more moves than were made, and leaves the rest in their old order', () => {
  const moves = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 5 })
  fc.assert(
    fc.property(someIds, moves, (ids, steps) => {
      let after = ids
      for (const [from, to] of steps) {
        const item = after[from % after.length] ?? ''
        after = after.toSpliced(from % after.length, 1).toSpliced(to % ids.length, 0, item)
      }
      const moved = movedBetween(ids, after)
      assert.ok(moved.size <= steps.length)
      const still = (order: readonly string[]) => order.filter((id) => !moved.has(id))
      assert.deepEqual(still(after), still(ids))
    }),
  )
})
