import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { it } from 'node:test'
import { damageIn } from './damage.js'

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (problem) {
    return problem
  }
}

it('knows damage by a number that nobody can have written, and by what each engine says of its files', () => {
  const database = new DatabaseSync(':memory:')
  assert.ok(damageIn(thrownBy(() => database.prepare('select 4611686018427387905 as n').get())))
  assert.ok(damageIn(Object.assign(new Error('database disk image is malformed'), { errcode: 11 })))
  assert.ok(damageIn(Object.assign(new Error('invalid page in block 3'), { code: 'XX001' })))
})

it('takes no other fault of ours for damage', () => {
  const outside = thrownBy(() => Buffer.alloc(9).readUInt32LE(8.5))
  assert.equal((outside as { code?: string }).code, 'ERR_OUT_OF_RANGE')
  assert.equal(damageIn(outside), undefined)
  assert.equal(damageIn(Object.assign(new Error('constraint failed'), { errcode: 19 })), undefined)
})
