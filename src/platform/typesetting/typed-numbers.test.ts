import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { proseParts } from './typed-numbers.js'

const figuresIn = (text: string) => proseParts(text).flatMap((part) => (part.isFigure ? [part.text] : []))

it('finds every number that states a figure', () => {
  assert.deepEqual(figuresIn('Crime rose by 3.2% from 6,004 to 6,196, costing £1.2 million and €5bn.'), [
    '3.2%',
    '6,004',
    '6,196',
    '£1.2 million',
    '€5bn',
  ])
  assert.deepEqual(figuresIn('In 2024/25 there were 2024 calls'), [])
  assert.deepEqual(figuresIn('2 percentage points'), ['2 percentage points'])
})

it('takes no day, year, time, place in a law or number within a name for a figure', () => {
  const text =
    'On 1 April 2025, in March, in 2021 to 2025, at 10.30am, sections 5 and 12, s.13, paragraph 2.4, the A14, COVID-19, 24/7, call 101 or 999, the 3rd time'
  assert.deepEqual(figuresIn(text), [])
})

it('loses no letter', () => {
  fc.assert(
    fc.property(fc.string(), (text) =>
      assert.equal(
        proseParts(text)
          .map((part) => part.text)
          .join(''),
        text,
      ),
    ),
  )
})
