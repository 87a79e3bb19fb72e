import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { checkCode, printedCode, readCode } from './check-code.js'

it('gives the same number of a report the same code always, and others another', () => {
  assert.equal(checkCode('report', 1), checkCode('report', 1))
  const codes = new Set(Array.from({ length: 20_000 }, (_, number) => checkCode(`report-${number % 100}`, number)))
  assert.equal(codes.size, 20_000)
})

it('uses no characters that are taken for each other', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (id, number) => assert.match(checkCode(id, number), /^[^01258BILOSUVZ]{8}$/)),
  )
})

it('reads a code as it is printed, in small letters, with spaces, and with the number of a figure', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 9999 }), (id, number) => {
      const code = checkCode(id, number)
      for (const typed of [code, printedCode(code), ` ${printedCode(code).toLowerCase().replace('-', ' ')} `])
        assert.deepEqual(readCode(typed), { code, figure: undefined })
      assert.deepEqual(readCode(`${printedCode(code)}.${number}`), { code, figure: number })
    }),
  )
})

it('takes nothing else for a code', () => {
  for (const typed of ['', '.', 'ACDE-346', 'ACDE-34670', 'ACDE-3460', 'ACDE-3467.', 'ACDE-3467.x', '../../etc'])
    assert.equal(readCode(typed), undefined, typed)
})
