import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findCycle } from './cycle.js'
import { derivation } from './derivation.js'
import type { Formula } from './formula.js'
import { parseFormula } from './parse.js'

function read(text: string): Formula {
  const result = parseFormula(text)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

describe('measures that would be calculated from themselves', () => {
  const formulas: Record<string, Formula> = {
    a: read('[b] + [c]'),
    b: read('[d]'),
    c: read('2'),
    e: read('[f]'),
    f: read('[e]'),
  }
  const formulaOf = (name: string) => formulas[name]

  it('finds the way round', () => {
    assert.deepEqual(findCycle('d', read('1 + [a]'), formulaOf), ['d', 'a', 'b', 'd'])
    assert.deepEqual(findCycle('d', read('[d]'), formulaOf), ['d', 'd'])
    assert.deepEqual(findCycle('g', read('[e]'), formulaOf), ['e', 'f', 'e'])
  })

  it('lets two ways lead to one measure', () => {
    assert.equal(findCycle('g', read('[a] + [b] + [d]'), formulaOf), undefined)
  })

  it('follows ten thousand measures one after another', () => {
    const chain = new Map(Array.from({ length: 10_000 }, (_, index) => [`m${index}`, read(`[m${index + 1}]`)]))
    assert.equal(
      findCycle('top', read('[m0]'), (name) => chain.get(name)),
      undefined,
    )
    chain.set('m10000', read('[top]'))
    assert.equal(findCycle('top', read('[m0]'), (name) => chain.get(name))?.length, 10_003)
  })
})

describe('the steps of a calculation', () => {
  it('goes from the figures to the result, each measure once', () => {
    const steps = derivation(read('if([crimes] > 0, 100 * [charged] / [crimes], null)'), (name) =>
      name === 'crimes' ? 1500 : 123,
    )
    assert.deepEqual(
      steps.map(({ part, working, shown }) => [part, working, shown]),
      [
        ['[crimes]', 'the figure of this measure', '1,500'],
        ['[crimes] > 0', '1,500 > 0', 'yes'],
        ['[charged]', 'the figure of this measure', '123'],
        ['100 * [charged]', '100 × 123', '12,300'],
        ['100 * [charged] / [crimes]', '12,300 ÷ 1,500', '8.2'],
        ['if([crimes] > 0, 100 * [charged] / [crimes], null)', 'if(yes; 8.2)', '8.2'],
      ],
    )
  })

  it('says at which step a figure was missing', () => {
    const steps = derivation(read('[a] / ([b] - [b])'), (name) => (name === 'a' ? 3 : 2))
    assert.deepEqual(steps.at(-1)?.shown, 'no figure')
    assert.match(steps.at(-1)?.why ?? '', /nought/)
  })
})
