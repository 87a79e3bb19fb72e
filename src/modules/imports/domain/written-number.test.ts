import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type WrittenNumber, writtenNumber } from './written-number.js'

const text = (written: string) => writtenNumber({ kind: 'text', text: written })

function says(written: string, expected: Partial<WrittenNumber>): void {
  const read = text(written)
  assert.ok(read.ok && read.value, written)
  for (const [name, value] of Object.entries(expected))
    assert.deepEqual(read.value[name as keyof WrittenNumber], value, `${written}: ${name}`)
}

describe('a number as people write it', () => {
  it('has commas or spaces, brackets for what is negative, and either minus sign', () => {
    const numbers: [string, number][] = [
      ['1,234', 1234],
      ['1 234 567.5', 1234567.5],
      ['(1,234)', -1234],
      ['-5', -5],
      ['−5', -5],
      ['+7', 7],
      ['.5', 0.5],
      ['1.2e+05', 120000],
      ['0', 0],
      ['-0', 0],
    ]
    for (const [written, number] of numbers) says(written, { kind: 'number', number, sign: 'none' })
  })

  it('keeps the sign that it was written with', () => {
    says('45.3%', { number: 45.3, sign: 'percent' })
    says('45.3 per cent', { number: 45.3, sign: 'percent' })
    says('£1,234.50', { number: 1234.5, sign: 'pounds' })
    says('-£12', { number: -12, sign: 'pounds' })
    says('(£12)', { number: -12, sign: 'pounds' })
  })

  it('keeps what marks say of it', () => {
    says('1,234 [p]', { number: 1234, marks: ['provisional'] })
    says('1,234[r]', { number: 1234, marks: ['revised'] })
    says('12 (e)', { number: 12, marks: ['estimated'] })
    says('12 p', { number: 12, marks: ['provisional'] })
    says('12 [r] [p]', { number: 12, marks: ['provisional', 'revised'] })
    says('12 [note 3]', { number: 12, marks: [] })
    says('12³', { number: 12, marks: [] })
  })

  it('is missing, with a reason, where a mark stands in its place', () => {
    for (const mark of ['..', ':', '[x]', 'N/A', 'n/a', 'Not available', '…'])
      says(mark, { kind: 'missing', reason: 'Not available in the source' })
    for (const mark of ['*', '[c]'])
      says(mark, { kind: 'missing', reason: 'Withheld by the source, so that nobody can be known by it' })
    says('[z]', { kind: 'missing', reason: 'Does not apply' })
    for (const mark of ['-', '–']) says(mark, { kind: 'missing', reason: 'Shown as “–” in the source' })
    for (const mark of ['<5', '[low]']) says(mark, { kind: 'missing', reason: 'Too small to be shown in the source' })
  })

  it('is refused when it is no number', () => {
    for (const written of ['ten', '1,23', '1.234,56', '1,2345', '12 crimes', '~5', '£1.2m', '=1+1', '1..2', '[p]', '%'])
      assert.equal(text(written).ok, false, written)
    for (const kind of ['error', 'uncalculated', 'date', 'boolean'] as const)
      assert.equal(writtenNumber({ kind, text: '2025-01-01' }).ok, false)
  })

  it('is missing where it says N/A, with the reason that stands behind it', () => {
    const reason = 'N/A - system change'
    assert.deepEqual(text(reason), { ok: true, value: { kind: 'missing', reason, marks: [] } })
    assert.equal(text('Nation').ok, false)
  })

  it('is a percentage where the sheet shows one', () => {
    assert.deepEqual(writtenNumber({ kind: 'number', text: '0.453', number: 0.453, isPercent: true }), {
      ok: true,
      value: { kind: 'number', number: 45.3, sign: 'percent', marks: [] },
    })
  })

  it('never throws, and reads every whole number back', () => {
    fc.assert(fc.property(fc.string(), (written) => void text(written)))
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (number) => {
        says(number.toLocaleString('en-GB'), { number })
      }),
    )
  })
})
