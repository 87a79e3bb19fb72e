import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { evaluate, roundTo } from './evaluate.js'
import { parseFormula } from './parse.js'

const FIGURES: Readonly<Record<string, number | null>> = { crimes: 240, population: 60_000, none: 0, gap: null }

function worth(text: string) {
  const read = parseFormula(text)
  if (!read.ok) throw new Error(`${text}: ${JSON.stringify(read.error)}`)
  return evaluate(read.value, (name) => FIGURES[name] ?? null)
}

const near = (text: string, expected: number) => {
  const { value } = worth(text)
  assert.ok(
    value !== null && Math.abs(value - expected) < 1e-6 * Math.max(1, Math.abs(expected)),
    `${text} is ${value}`,
  )
}

describe('the arithmetic of the DHIS2 expression language', () => {
  const cases: readonly (readonly [string, number])[] = [
    ['1 + 1', 2],
    ['1.3 + ( 1 + 1 )', 3.3],
    ['+ 1 - 1', 0],
    ['1.3 - 1', 0.3],
    ['1.3 - ( 1 + 1 )', -0.7],
    ['10/3', 3.333333333],
    ['1/2', 0.5],
    ['-1.4/( 1 + 1 )', -0.7],
    ['( 1 / 1000 ) * 1000', 1],
    ['-1.4*( 1 + 1 )', -2.8],
    ['1^10', 1],
    ['5^2', 25],
    ['1.4^( 1 + 1 )', 1.96],
    ['1.4^( 1 - 1 )', 1],
    ['2^-2', 0.25],
    ['2^--2', 4],
    ['2^2^2', 16],
    ['2^3^2', 512],
    ['(-3)^2', 9],
    ['(-3)^3', -27],
    ['-3^3', -27],
    ['-3^2', -9],
    ['1%2', 1],
    ['5%2', 1],
    ['-5%3', -2],
    ['1.4%( 1 + 1 )', 1.4],
    ['(1+2)*-3^(9*4)*5+6', -2.251419529454987e18],
    ['1+2*-3^9*4*5+6', -787313],
    ['++10', 10],
    ['+(+10-2)', 8],
    ['--10', 10],
    ['-(+10-2)', -8],
    ['.5 + 1e3', 1000.5],
    ['round(-1.4)', -1],
    ['round(-1.5)', -2],
    ['round(1.456789, 2)', 1.46],
    ['round(1.456789, 4)', 1.4568],
    ['if(true, 1, 0)', 1],
    ['if(1 < 4, 3, 5)', 3],
    ['coalesce(null, 42, 23)', 42],
    ['max(3,2.2,5.0,0.4)', 5],
    ['min(3,2.2,5.0,0.4)', 0.4],
  ]
  for (const [text, expected] of cases) it(`${text} is ${expected}`, () => near(text, expected))
})

describe('the comparisons of the DHIS2 expression language', () => {
  const yes = ['2 > 1', '2 >= ( 1 + 1 )', '1 < 2', '2 <= ( 1 + 1 )', '2 == ( 1 + 1 )', '1 != 2', 'true > false']
  const yesToo = ['true >= true', '1 == true', '0 == false', 'true and true', 'true or false', 'not false', '!false']
  const no = ['1 > 2', '2 > ( 1 + 1 )', '1 >= 2', '2 < 1', '2 < ( 1 + 1 )', '2 <= 1', '2 == 1', '2 != ( 1 + 1 )']
  const noToo = ['true > true', 'true < false', '2.5 == true', 'true && false', 'false || false', 'not (true or false)']
  for (const text of [...yes, ...yesToo]) it(`${text} holds`, () => assert.equal(worth(text).value, 1))
  for (const text of [...no, ...noToo]) it(`${text} does not hold`, () => assert.equal(worth(text).value, 0))
})

describe('figures that are missing', () => {
  it('makes the whole missing, and says which figure it lacks', () => {
    for (const text of [
      '[gap] + 1',
      '2 * -[gap]',
      'sum([crimes], [gap])',
      'max(1, [gap])',
      'round([gap])',
      '0 * [gap]',
    ]) {
      assert.deepEqual(worth(text), { value: null, why: '[gap] has no figure' })
    }
  })

  it('lets the formula say what stands in its place', () => {
    assert.equal(worth('coalesce([gap], [crimes])').value, 240)
    assert.equal(worth('if(isNull([gap]), 7, [gap])').value, 7)
    assert.equal(worth('if(isNull([crimes]), 7, [crimes])').value, 240)
  })

  it('does not decide a condition that hangs on a missing figure', () => {
    assert.equal(worth('if([gap] > 1, 1, 2)').value, null)
    assert.equal(worth('if([gap] > 1 and false, 1, 2)').value, 2)
    assert.equal(worth('if(false and [gap] > 1, 1, 2)').value, 2)
    assert.equal(worth('if([gap] > 1 or true, 1, 2)').value, 1)
    assert.equal(worth('if([gap] > 1 or false, 1, 2)').value, null)
  })

  it('gives no figure when it divides by nought, and says what was nought', () => {
    assert.deepEqual(worth('[crimes] / [none]'), {
      value: null,
      why: '[none] is 0, and nothing can be divided by nought',
    })
    for (const text of [
      '1.0/( 1 - 1 )',
      '80 + 4 / 0',
      '1 % 0',
      '0 ^ -1',
      'per(1000, [crimes], [none])',
      'share(1, 0)',
    ]) {
      const { value, why } = worth(text)
      assert.equal(value, null, text)
      assert.match(why ?? '', /divided by nought/)
    }
  })

  it('knows no infinity, no number that is none, and no minus nought', () => {
    assert.equal(worth('10 ^ 300 * 10 ^ 300').value, null)
    assert.equal(worth('(-8) ^ 0.5').value, null)
    assert.ok(Object.is(worth('-0').value, 0))
    assert.ok(Object.is(worth('0 * -1').value, 0))
  })

  it('does not ask for what is not needed', () => {
    assert.equal(worth('if([population] > 0, [crimes] / [population], [gap])').value, 0.004)
  })
})

it('gives rates and shares on the base that is asked for', () => {
  assert.equal(worth('per(1000, [crimes], [population])').value, 4)
  assert.equal(worth('share(1, 3)').value, 100 / 3)
})

it('rounds halves away from nought, in decimal', () => {
  assert.equal(roundTo(1.005, 2), 1.01)
  assert.equal(roundTo(-2.5, 0), -3)
  assert.equal(roundTo(1e-7, 3), 0)
  assert.equal(roundTo(1e21, 2), 1e21)
})

it('agrees with plain arithmetic, whatever the sum', () => {
  const sum: fc.Arbitrary<string> = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 5 },
      fc.integer({ min: 0, max: 99 }).map(String),
      fc
        .tuple(tie('node'), fc.constantFrom('+', '-', '*', '/', '%'), tie('node'))
        .map((parts) => `(${parts.join(' ')})`),
      fc.tuple(tie('node'), fc.constantFrom('+', '-', '*'), tie('node')).map((parts) => parts.join(' ')),
      tie('node').map((inner) => `-(${inner})`),
    ),
  })).node as fc.Arbitrary<string>
  fc.assert(
    fc.property(sum, (text) => {
      fc.pre(text.length < 1500)
      const plain = Number(new Function(`return ${text}`)())
      const { value } = worth(text)
      if (Number.isFinite(plain)) return value === null ? text.includes('/') || text.includes('%') : value === plain + 0
      return value === null
    }),
    { numRuns: 300 },
  )
})
