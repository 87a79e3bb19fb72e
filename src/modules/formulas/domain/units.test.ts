import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Dimension, dimensionOf, quantityOf } from './dimension.js'
import { parseFormula } from './parse.js'
import { united } from './unit-rules.js'
import { checkUnits } from './units.js'

const UNITS: Readonly<Record<string, Dimension>> = {
  crimes: { kind: 'count', of: 'crimes' },
  charged: { kind: 'count', of: 'charges' },
  population: { kind: 'count' },
  cost: { kind: 'pounds' },
  grant: { kind: 'pounds' },
  satisfied: { kind: 'percentage', of: 'of victims' },
  'very-satisfied': { kind: 'percentage', of: 'of victims' },
  solved: { kind: 'percentage', of: 'of crimes' },
  gap: { kind: 'percentage-points' },
  rate: { kind: 'rate', per: 1000 },
  'other-rate': { kind: 'rate', per: 100_000 },
  wait: { kind: 'duration' },
  'mean-wait': { kind: 'duration', each: 'thing' },
}

function checked(text: string, wanted?: Dimension) {
  const read = parseFormula(text)
  if (!read.ok) throw new Error(`${text}: ${JSON.stringify(read.error)}`)
  return checkUnits(read.value, (name) => UNITS[name], wanted)
}

describe('what a formula gives', () => {
  const cases: readonly (readonly [string, Dimension])[] = [
    ['[satisfied] - [solved]', { kind: 'percentage-points' }],
    ['[satisfied] + [gap]', { kind: 'percentage' }],
    ['[satisfied] - [gap]', { kind: 'percentage' }],
    ['[gap] - [gap]', { kind: 'percentage-points' }],
    ['[satisfied] + [very-satisfied]', { kind: 'percentage', of: 'of victims' }],
    ['100 - [satisfied]', { kind: 'percentage', of: 'of victims' }],
    ['[satisfied] - 5', { kind: 'percentage', of: 'of victims' }],
    ['[cost] / [crimes]', { kind: 'pounds', each: 'thing' }],
    ['[cost] / [crimes] * [population]', { kind: 'pounds' }],
    ['100 * [charged] / [crimes]', { kind: 'percentage' }],
    ['[charged] / [crimes] * 100', { kind: 'percentage' }],
    ['share([charged], [crimes])', { kind: 'percentage' }],
    ['100 * [cost] / [grant]', { kind: 'percentage' }],
    ['per(1000, [crimes], [population])', { kind: 'rate', per: 1000 }],
    ['[crimes] / [population] * 1000', { kind: 'rate', per: 1000 }],
    ['[charged] / [crimes]', { kind: 'number' }],
    ['[satisfied] * [crimes] / 100', { kind: 'count' }],
    ['[rate] * [population] / 1000', { kind: 'count' }],
    ['[crimes] + [charged]', { kind: 'count' }],
    ['[crimes] / 2 + 1', { kind: 'count', of: 'crimes' }],
    ['[crimes] / [cost]', { kind: 'rate', each: 'pound' }],
    ['[wait] / [crimes] + [mean-wait]', { kind: 'duration', each: 'thing' }],
    ['if([crimes] > 0, [cost] / [crimes], null)', { kind: 'pounds', each: 'thing' }],
    ['coalesce([crimes], 0)', { kind: 'count', of: 'crimes' }],
    ['max([satisfied], 0)', { kind: 'percentage', of: 'of victims' }],
    ['round([rate] - [rate], 1)', { kind: 'rate', per: 1000 }],
    ['[cost] ^ 2 / [grant]', { kind: 'pounds' }],
    ['if([satisfied] >= 90 and not isNull([cost]), 1, 0)', { kind: 'number' }],
  ]
  for (const [text, expected] of cases) {
    it(`${text} is ${JSON.stringify(expected)}`, () => {
      const result = checked(text)
      assert.deepEqual(result.ok ? result.value : result.error, expected)
    })
  }
})

describe('refusing what cannot be added up', () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['[cost] + [satisfied]', /Pounds and a percentage .* cannot be added/],
    ['[satisfied] - [cost]', /Pounds cannot be taken from a percentage/],
    ['[crimes] + [rate]', /A count \(crimes\) and a rate per 1,000/],
    ['[rate] + [other-rate]', /rate per 1,000 and a rate per 100,000/],
    ['[rate] + [satisfied]', /cannot be added/],
    ['[gap] - [satisfied]', /cannot be taken from percentage points/],
    ['[satisfied] + [solved]', /Percentages of two different things/],
    ['[charged] / [crimes] + [satisfied]', /A plain number and a percentage/],
    ['if([crimes] > 0, [crimes], [cost])', /cannot stand for one another/],
    ['max([satisfied], [gap])', /cannot stand for one another/],
    ['[satisfied] > [cost]', /cannot stand for one another/],
    ['[cost] * [grant]', /has no unit/],
    ['[satisfied] * [crimes]', /without taking its base out/],
    ['per(1000, [crimes], [population]) * [population]', /without taking its base out/],
    ['[crimes] > 1', /says yes or no, and a measure needs a number/],
    ['not [crimes] > 1', /"not" needs something that says yes or no/],
    ['[crimes] and [cost]', /"and" needs something/],
    ['1 + ([crimes] > 1)', /A number is needed/],
    ['true == 1', /one side says yes or no/],
    ['[crimes] == null', /compared with null/],
    ['null', /never gives a figure/],
    ['[nothing-here]', /no measure "nothing-here"/],
    ['[crimes] ^ [crimes]', /cannot be raised/],
    ['round([crimes], [cost])', /Decimals/],
    ['per([crimes], [crimes], [population])', /base of a rate/],
  ]
  for (const [text, what] of cases) {
    it(`refuses ${text}`, () => {
      const result = checked(text)
      assert.ok(!result.ok, 'it is taken')
      assert.match(result.error[0]?.what ?? '', what)
      assert.ok(result.error[0]?.mend)
    })
  }

  it('points at each place that is wrong', () => {
    const result = checked('[cost] + [satisfied] +\n [no-such]')
    assert.deepEqual(result.ok ? [] : result.error.map(({ line, column }) => [line, column]), [
      [1, 8],
      [2, 2],
    ])
  })

  it('refuses a formula whose result is not what the measure is', () => {
    const mean = checked('([satisfied] + [very-satisfied]) / 2', { kind: 'percentage' })
    assert.match(mean.ok ? '' : (mean.error[0]?.mend ?? ''), /share/)
    assert.ok(!checked('[cost] / [crimes]', { kind: 'count' }).ok)
    assert.ok(checked('[cost] / [crimes]', { kind: 'pounds' }).ok)
    assert.ok(!checked('[crimes] / [cost]', { kind: 'rate', each: 'time' }).ok)
    assert.ok(!checked('[satisfied] - [solved]', { kind: 'percentage' }).ok)
    assert.ok(checked('[crimes] / [population]', { kind: 'rate', per: 1 }).ok)
    assert.ok(!checked('per(1000, [crimes], [population])', { kind: 'rate', per: 100_000 }).ok)
  })
})

const anyDimension = fc
  .constantFrom(...Object.values(UNITS))
  .map((unit) => ({ ...quantityOf(unit), isConstant: false }))

describe('the laws of units', () => {
  it('gives the same for either order of adding', () => {
    fc.assert(
      fc.property(anyDimension, anyDimension, (a, b) => {
        const [one, other] = [united(a, b, 'add'), united(b, a, 'add')]
        assert.equal(one.ok, other.ok)
        if (one.ok && other.ok) assert.deepEqual(one.value, other.value)
      }),
    )
  })

  it('undoes a subtraction by adding: a − b + b is what a is', () => {
    fc.assert(
      fc.property(anyDimension, anyDimension, (a, b) => {
        const less = united(a, b, 'take')
        if (!less.ok) return
        const back = united(less.value, b, 'add')
        const kind = back.ok && typeof back.value === 'object' ? dimensionOf(back.value)?.kind : 'refused'
        assert.equal(kind, dimensionOf(a)?.kind)
      }),
    )
  })

  it('says of every unit what was said when it was given', () => {
    for (const unit of Object.values(UNITS)) assert.deepEqual(dimensionOf(quantityOf(unit)), unit)
  })
})
