import assert from 'node:assert/strict'
import { it } from 'node:test'
import { assign, MOST_SUPPORTING } from './bodies.js'

const known = new Set(['force', 'csp', ...Array.from({ length: 9 }, (_each, index) => `b${index}`)])
const support = (...ids: string[]) => ids.map((organisationId) => ({ organisationId, part: 'Helps' }))
const outcome = (leadId: string | null, ...ids: string[]) => {
  const result = assign({ leadId, supporting: support(...ids) }, known)
  return result.ok ? result.value.map(({ organisationId, role }) => `${role} ${organisationId}`) : result.error.code
}

it('puts the lead first, then those that support, in the order given', () => {
  assert.deepEqual(outcome('force', 'csp', 'b1'), ['lead force', 'support csp', 'support b1'])
  assert.deepEqual(outcome(null, 'csp'), ['support csp'])
})

it('refuses a body that the office does not know, to lead or to support', () => {
  assert.equal(outcome('elsewhere'), 'unknown-body')
  assert.equal(outcome('force', 'elsewhere'), 'unknown-body')
})

it('refuses a body named twice, and more supporting bodies than anyone can hold to account', () => {
  assert.equal(outcome('force', 'force'), 'named-twice')
  assert.equal(outcome(null, 'csp', 'csp'), 'named-twice')
  const many = Array.from({ length: MOST_SUPPORTING + 1 }, (_each, index) => `b${index}`)
  assert.equal(outcome('force', ...many), 'too-many')
})
