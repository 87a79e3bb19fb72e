import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { aContent, aPart, FORCE } from '#test/support/plans.js'
import type { PlanContent } from '../domain/content.js'
import { frozen } from './content-hash.js'

const content = aContent([aPart('a', null, { bodies: [FORCE] }), aPart('a1', 'a')])

/** The same thing with the keys of every object in the opposite order. */
function backwards<T>(value: T): T {
  const turn = (_key: string, each: unknown) =>
    each && typeof each === 'object' && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).reverse()) : each
  return JSON.parse(JSON.stringify(value, turn))
}

/** The places of every text, number and truth value in a value, as paths. */
function leaves(value: unknown, path: string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [path]
  return Object.entries(value).flatMap(([key, each]) => leaves(each, [...path, key]))
}

function changedAt(value: PlanContent, [key = '', ...rest]: readonly string[]): PlanContent {
  const copy = JSON.parse(JSON.stringify(value))
  const change = (at: Record<string, unknown>, name: string, path: readonly string[]): void => {
    if (path.length === 0) at[name] = `${String(at[name])}.`
    else change(at[name] as Record<string, unknown>, path[0] ?? '', path.slice(1))
  }
  change(copy, key, rest)
  return copy
}

it('gives a plan the same hash whatever order its keys came in', () => {
  assert.deepEqual(frozen(backwards(content)), frozen(content))
})

it('gives a plan another hash when anything in it changes, however small', () => {
  const paths = leaves(content)
  assert.ok(paths.length > 30)
  fc.assert(
    fc.property(fc.constantFrom(...paths), (path) => {
      assert.notEqual(frozen(changedAt(content, path)).sha256, frozen(content).sha256)
    }),
  )
})

it('gives a plan another hash when parts change places', () => {
  const turned = { ...content, nodes: content.nodes.toReversed() }
  assert.notEqual(frozen(turned).sha256, frozen(content).sha256)
})

it('hashes the very text that is kept', () => {
  assert.equal(JSON.stringify(JSON.parse(frozen(content).text)), frozen(content).text)
})
