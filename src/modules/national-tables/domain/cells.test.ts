import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { figureIn } from './cells.js'
import type { SheetCell } from './sheet.js'

const text = (written: string): SheetCell => ({ kind: 'text', text: written })

describe('the number in a cell', () => {
  for (const [written, value] of [
    ['25959', 25_959],
    ['1,234.50', 1234.5],
    ['£76,322,685', 76_322_685],
    ['-12', -12],
    ['−12', -12],
    ['(12)', -12],
    ['1,234 [r]', 1234],
    ['17 [note 3]', 17],
    ['.5', 0.5],
    ['1.2e3', 1200],
  ] as const)
    it(`is read from “${written}”`, () => {
      assert.deepEqual(figureIn(text(written)), { ok: true, value: { value } })
    })

  for (const mark of [
    '..',
    ':',
    '-',
    '–',
    '--',
    '*',
    '[x]',
    '[z]',
    '[c]',
    '[low]',
    'N/A',
    'N/A - offence code expired',
    'NA',
  ])
    it(`is missing where the publisher writes “${mark}”, and never nought`, () => {
      const read = figureIn(text(mark))
      assert.ok(read.ok && read.value.value === null && read.value.why)
    })

  it('is missing in a blank cell', () => {
    assert.deepEqual(figureIn(null), { ok: true, value: { value: null, why: 'blank' } })
  })

  for (const wrong of ['about 12', '12x', '1,23', '£', '.', '1.2.3'])
    it(`is refused in “${wrong}”`, () => {
      assert.equal(figureIn(text(wrong)).ok, false)
    })

  it('is refused where a formula has no result', () => {
    assert.equal(figureIn({ kind: 'uncalculated', text: '=A1' }).ok, false)
  })
})
