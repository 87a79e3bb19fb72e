import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countedOn, dayIn, financialYearIn, quarterIn, yearTo } from './periods.js'
import type { SheetCell } from './sheet.js'

const text = (written: string): SheetCell => ({ kind: 'text', text: written })

describe('a financial year', () => {
  for (const written of [
    '2018/19',
    '2018-19',
    '2018/2019',
    "Apr '18 to \nMar '19",
    "Apr '18 to \nMar '19...4",
    'relates to financial year 2018-19.',
    'April 2018 to March 2019',
  ])
    it(`is read from ${JSON.stringify(written)}`, () => {
      assert.deepEqual(financialYearIn(written), { from: '2018-04-01', until: '2019-03-31' })
    })

  it('turns the century', () => {
    assert.deepEqual(financialYearIn('1999-00'), { from: '1999-04-01', until: '2000-03-31' })
  })

  for (const wrong of ['2018', '2018-20', '2018/18', 'March 2018', ''])
    it(`is none in “${wrong}”`, () => {
      assert.equal(financialYearIn(wrong), undefined)
    })
})

it('knows the quarters of a financial year, the first from April', () => {
  const year = financialYearIn('2018/19')
  assert.ok(year)
  for (const written of ['1', 'Q1', 'Quarter 1', 'Apr-Jun', 'April to June', '1.0'])
    assert.deepEqual(quarterIn(written, year), { from: '2018-04-01', until: '2018-06-30' })
  assert.deepEqual(quarterIn('4', year), { from: '2019-01-01', until: '2019-03-31' })
  assert.deepEqual(quarterIn('Jan-Mar', year), { from: '2019-01-01', until: '2019-03-31' })
  for (const wrong of ['0', '5', 'Q', '']) assert.equal(quarterIn(wrong, year), undefined)
})

it('reads a day as any publisher writes it, and a month as its last day', () => {
  for (const written of [
    '31/03/2014',
    '2014-03-31',
    '2014-03-31T00:00:00',
    '31 March 2014',
    '31st Mar 2014',
    'Mar-14',
    'March 2014',
    'Mar ’14',
  ])
    assert.equal(dayIn(text(written)), '2014-03-31', written)
  for (const wrong of ['31/02/2014', '2014', 'soon']) assert.equal(dayIn(text(wrong)), undefined, wrong)
})

describe('twelve months', () => {
  it('end with a quarter', () => {
    for (const written of ['31/03/2014', 'year ending 31 March 2014', '12 months ending March 2014', '2013/14'])
      assert.deepEqual(yearTo(text(written)), { ok: true, value: { from: '2013-04-01', until: '2014-03-31' } }, written)
  })

  it('are put right where the day is one short, or does not exist, and this is said', () => {
    for (const [written, until] of [
      ['30/12/2017', '2017-12-31'],
      ['31/06/2017', '2017-06-30'],
      ['01/03/2016', '2016-03-31'],
    ] as const) {
      const span = yearTo(text(written))
      assert.ok(span.ok && span.value.mended?.includes(written))
      assert.equal(span.value.until, until)
    }
  })

  it('are refused where no quarter ends', () => {
    for (const wrong of ['31/01/2014', 'never', '']) assert.equal(yearTo(text(wrong)).ok, false, wrong)
  })
})

it('takes a bare year under “As at 31 March” for that day, and the first of a month for its last', () => {
  assert.deepEqual(countedOn(text('2022'), 'As at 31 March'), {
    ok: true,
    value: { from: '2022-03-31', until: '2022-03-31' },
  })
  const first = countedOn(text('2022-03-01'), 'date')
  assert.ok(first.ok && first.value.until === '2022-03-31' && first.value.mended)
})
