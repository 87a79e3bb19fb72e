import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Formula, FunctionName, Operator, Part } from './formula.js'
import { FUNCTIONS, namesIn } from './formula.js'
import { parseFormula } from './parse.js'
import { printFormula } from './print.js'

function read(text: string): Formula {
  const result = parseFormula(text)
  if (!result.ok) throw new Error(`${text}: ${JSON.stringify(result.error)}`)
  return result.value
}

function problem(text: string) {
  const result = parseFormula(text)
  assert.ok(!result.ok, `${text} is read`)
  return result.error[0]
}

describe('reading a formula', () => {
  it('names each measure once, in the order that they are read', () => {
    assert.deepEqual(namesIn(read('per(1000, [crimes-2025], population) + [crimes-2025] - [ spaced name ]')), [
      'crimes-2025',
      'population',
      'spaced name',
    ])
  })

  it('takes the signs that people paste, and writes the standard ones', () => {
    assert.equal(printFormula(read('3 × 4 ÷ 2 − 1 ≥ 5')), '3 * 4 / 2 - 1 >= 5')
    assert.equal(
      printFormula(read('IF(a = 1 AND b <> 2, ISNULL(c), NOT d)')),
      'if([a] == 1 and [b] != 2, isNull([c]), not [d])',
    )
  })

  it('keeps the brackets that matter, and no others', () => {
    assert.equal(printFormula(read('((1 + 2)) * (3)')), '(1 + 2) * 3')
    assert.equal(printFormula(read('1 - (2 - 3)')), '1 - (2 - 3)')
    assert.equal(printFormula(read('(1 - 2) - 3')), '1 - 2 - 3')
    assert.equal(printFormula(read('(2 ^ 3) ^ 2')), '(2 ^ 3) ^ 2')
    assert.equal(printFormula(read('(-2) ^ 2')), '(-2) ^ 2')
  })
})

describe('refusing what is not a formula', () => {
  const cases: readonly (readonly [string, number, number, RegExp, RegExp])[] = [
    ['', 1, 1, /empty/, /Write a formula/],
    ['[a', 1, 1, /"\[" has no meaning/, /Close the square bracket/],
    ['1 + £5', 1, 5, /"£"/, /Leave out the pound sign/],
    ["'a'", 1, 1, /"'"/, /quotation marks/],
    ['1 +\n  * 2', 2, 3, /"\*" cannot follow "\+"/, /between them/],
    ['[a] [b]', 1, 5, /"\[b\]" cannot follow "\[a\]"/, /operator/],
    ['(1 + 2', 1, 1, /not closed/, /Close it/],
    ['1 + 2)', 1, 6, /closes nothing/, /Take it out/],
    ['1 +', 1, 4, /ends too early/, /follows "\+"/],
    ['(1 + )', 1, 6, /"\)" cannot follow "\+"/, /before the bracket closes/],
    ['median(1)', 1, 1, /no function "median"/, /coalesce/],
    ['if(1 > 2, 3)', 1, 1, /takes 3 parts, and here it has 2/, /if\(/],
    ['round(1, 2, 3)', 1, 1, /takes 1 to 2 parts/, /round\(/],
    ['covid-19', 1, 1, /one measure or a subtraction/, /\[covid-19\]/],
    ['1,000 + 1', 1, 1, /one number or two/, /1000/],
    ['9e999', 1, 1, /too large/, /digits/],
    ['1 ; 2', 1, 3, /";" has no meaning/, /commas/],
  ]
  for (const [text, line, column, what, mend] of cases) {
    it(`says where and why ${JSON.stringify(text)} cannot be read`, () => {
      const found = problem(text)
      assert.deepEqual([found?.line, found?.column], [line, column])
      assert.match(found?.what ?? '', what)
      assert.match(found?.mend ?? '', mend)
    })
  }

  it('does not go deeper than anyone needs', () => {
    const nested = (deep: number) => `${'('.repeat(deep)}1${')'.repeat(deep)}`
    assert.ok(parseFormula(nested(40)).ok)
    assert.match(problem(nested(41))?.what ?? '', /40 brackets/)
    assert.match(problem(nested(10_000))?.what ?? '', /2000 characters/)
    assert.ok(parseFormula(`1${' ^ -1'.repeat(399)}`).ok)
    assert.ok(parseFormula(`${'-'.repeat(1999)}1`).ok)
    assert.ok(parseFormula(`1${'+1'.repeat(999)}`).ok)
  })

  it('never throws, whatever it is given', () => {
    const bits = fc.constantFrom(
      ...[
        '[a]',
        'a',
        '1',
        '.5',
        '+',
        '-',
        '*',
        '/',
        '^',
        '%',
        '(',
        ')',
        ',',
        '<',
        '==',
        'and',
        'not',
        'if(',
        'per(',
        ' ',
      ],
      ...['[', ']', '£', '\n', 'null', '💷'],
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(bits, { maxLength: 60 }).map((parts) => parts.join('')),
        ),
        (text) => {
          const result = parseFormula(text)
          if (!result.ok) assert.ok(result.error.length > 0 && result.error.every(({ what, mend }) => what && mend))
        },
      ),
      { numRuns: 500 },
    )
  })
})

const at = { line: 1, column: 1 }
const operators: Operator[] = ['or', 'and', '==', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '%', '^']
const anyPart = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 4 },
    fc
      .double({ min: 0, noNaN: true, noDefaultInfinity: true })
      .map((value): Part => ({ kind: 'number', value: value + 0, at })),
    fc.constantFrom('a', 'crimes-2025', 'and', 'a b').map((name): Part => ({ kind: 'name', name, at })),
    fc.boolean().map((value): Part => ({ kind: 'truth', value, at })),
    fc.constant<Part>({ kind: 'null', at }),
    fc
      .tuple(fc.constantFrom<'-' | 'not'>('-', 'not'), tie('part'))
      .map(([operator, of]): Part => ({ kind: 'unary', operator, of, at })),
    fc
      .tuple(fc.constantFrom(...operators), tie('part'), tie('part'))
      .map(([operator, left, right]): Part => ({ kind: 'binary', operator, left, right, at })),
    fc
      .constantFrom(...(Object.keys(FUNCTIONS) as FunctionName[]))
      .chain((name) =>
        fc
          .array(tie('part'), { minLength: FUNCTIONS[name].fewest, maxLength: Math.min(3, FUNCTIONS[name].most) })
          .map((parts): Part => ({ kind: 'call', name, parts, at })),
      ),
  ),
}))

it('reads what it printed as the same formula', () => {
  fc.assert(
    fc.property(anyPart.part, (root) => {
      const text = printFormula({ text: '', root })
      fc.pre(text.length <= 2000)
      const again = read(text)
      assert.equal(printFormula(again), text)
      assert.deepEqual(withoutPlaces(again.root), withoutPlaces(root))
    }),
    { numRuns: 300 },
  )
})

function withoutPlaces(part: Part): unknown {
  return JSON.parse(JSON.stringify(part, (key, value) => (key === 'at' ? undefined : value)))
}
