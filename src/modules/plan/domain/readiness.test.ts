import assert from 'node:assert/strict'
import { it } from 'node:test'
import { aContent, aPart, FORCE } from '#test/support/plans.js'
import { barriersTo } from './readiness.js'

const codes = (...args: Parameters<typeof aContent>) => barriersTo(aContent(...args)).map(({ code }) => code)
const commitment = (bodies: readonly (typeof FORCE)[]) => [
  aPart('a'),
  aPart('a1', 'a'),
  aPart('c', 'a1', { levelId: 'commitment', bodies }),
]

it('bars a plan that has no theme or does not say what it is for', () => {
  assert.deepEqual(codes([]), ['no-theme'])
  assert.deepEqual(codes([aPart('a')], { vision: ' ' }), ['no-vision'])
})

it('bars a promise that nobody leads, and lets one through that somebody does', () => {
  assert.deepEqual(barriersTo(aContent(commitment([]))), [{ code: 'no-lead', nodeId: 'c', title: 'Title of c' }])
  assert.deepEqual(codes(commitment([FORCE])), [])
  assert.deepEqual(codes(commitment([{ ...FORCE, role: 'support' }])), ['no-lead'])
})

it('bars a part without a title, once', () => {
  const nodes = commitment([]).map((node) => (node.id === 'c' ? { ...node, title: ' ' } : node))
  assert.deepEqual(codes(nodes), ['no-title'])
})
