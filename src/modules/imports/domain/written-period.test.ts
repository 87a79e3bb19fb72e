import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { impossiblePeriod, namesPeriod, type PeriodKind, underHead, writtenPeriod } from './written-period.js'

function means(kind: PeriodKind, expected: string, ...words: string[]): void {
  for (const each of words) assert.deepEqual(writtenPeriod(each, kind), { ok: true, value: expected }, each)
}

function refuses(kind: PeriodKind, error: string, ...words: string[]): void {
  for (const each of words) assert.deepEqual(writtenPeriod(each, kind), { ok: false, error }, each)
}

describe('words that can be no period', () => {
  it('are a month 13, a 31 February and the bare number of a day, but not two years', () => {
    const why = (words: string, kind: PeriodKind = 'month') => impossiblePeriod(words, kind)
    assert.equal(why('2025-13'), '2025-13 is no period: there is no month 13')
    assert.equal(why('00/2025'), '00/2025 is no period: there is no month 0')
    assert.equal(why('31/02/2025', 'as-at'), '31/02/2025 is no day: February 2025 has no day 31')
    assert.equal(why('2025-02-30', 'as-at'), '2025-02-30 is no day: February 2025 has no day 30')
    assert.match(why('45383') ?? '', /perhaps a day whose cell has not the form of a date/)
    assert.equal(why('2023-25', 'financial-year'), undefined)
    for (const words of ['2025-12', '2025', 'soon', '31/01/2025']) assert.equal(why(words), undefined)
  })
})

describe('a period as people write it', () => {
  it('is a month', () => {
    const words = [
      '2025-03',
      'March 2025',
      'Mar 2025',
      'Mar-25',
      "Mar '25",
      'mar 25',
      '03/2025',
      '2025 March',
      '202503',
    ]
    means('month', '2025-03', ...words, '2025-03-01', '31/03/2025', '01/03/2025', 'March 2025 [p]', ' MARCH  2025 ')
    refuses('month', 'not-a-period', '2025', '2024/25', '15/03/2025', 'Q4 2024/25', 'Marching 2025', '2025-13', '')
  })

  it('is a quarter of the financial year', () => {
    const words = ['Q1 2024/25', '2024/25 Q1', 'Quarter 1 2024-25', 'Q1 24/25', 'Apr-Jun 2024', 'April to June 2024']
    means('quarter', '2024/25 Q1', ...words, 'April 2024 - June 2024', '30/06/2024', '2024-06-30', 'Qtr 1 FY 2024/25')
    means('quarter', '2024/25 Q4', 'Jan–Mar 2025', 'January to March 2025', '2024/25 Q4')
    refuses('quarter', 'not-a-period', 'Q1 2024', 'May to July 2024', 'Q5 2024/25', 'June 2024')
  })

  it('is a financial year', () => {
    const words = ['2018/19', '2018-19', '2018/2019', '2018–2019', 'FY 2018/19', 'FY18/19', '18/19']
    means('financial-year', '2018/19', ...words, "Apr '18 to Mar '19", 'April 2018 - March 2019', 'Apr-18 to Mar-19')
    means('financial-year', '2018/19', '12 months ending 31/03/2019', 'Year to March 2019', 'year ending Mar 19')
    means('financial-year', '2018/19', 'Y/E March 2019', '31/03/2019', '1 April 2018 to 31 March 2019')
    refuses('financial-year', 'not-a-period', '2018', '2018/20', '12 months to December 2018', 'March 2019')
  })

  it('is a calendar year, twelve months to a month, or a day', () => {
    means('calendar-year', '2024', '2024', 'Jan to Dec 2024', 'Calendar year 2024', '12 months to December 2024')
    means('rolling-12-months', '12m to 2017-09', '12m to 2017-09', '12 months to September 2017')
    means('rolling-12-months', '12m to 2017-09', 'Oct 2016 to Sep 2017', 'Rolling 12 months to Sep-17')
    refuses('rolling-12-months', 'not-a-period', 'Sep 2017', '30/09/2017')
    means('as-at', '2025-03-31', '2025-03-31', '31/03/2025', '31 March 2025', 'as at 31st March 2025', '31.03.25')
    refuses('as-at', 'not-a-period', 'March 2025', '02/13/2025', '31 February 2025')
  })

  it('is what the measure needs where words may mean two things, and refused where they still do', () => {
    means('month', '2010-11', '2010-11')
    means('financial-year', '2010/11', '2010-11')
    refuses('rolling-12-months', 'two-meanings', '2010-11')
  })

  it('may be twelve months because its head says so', () => {
    assert.equal(underHead('Mar 2025', 'Year ending'), '12 months to Mar 2025')
    assert.equal(underHead('31/03/2025', '12 months to'), '12 months to 31/03/2025')
    assert.equal(underHead('12m to 2025-03', '12 months to'), '12m to 2025-03')
    assert.equal(underHead('2024', 'Year'), '2024')
  })

  it('is never found in other words', () => {
    for (const each of ['Measure', 'Value', 'Target', 'Total', '12', '7.5', 'Change on year', 'to', '-', '2024 target'])
      assert.equal(namesPeriod(each), false, each)
  })

  it('never throws, and gives back every code of the register', () => {
    const kinds = ['month', 'quarter', 'financial-year', 'calendar-year', 'rolling-12-months', 'as-at'] as const
    const piece = fc.constantFrom('2024', '25', '/', '-', ' ', 'mar', 'to', 'q1', "'", '31', '12 months', 'year')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom(...kinds), (pieces, kind) => {
        const read = writtenPeriod(pieces.join(''), kind)
        if (read.ok) assert.deepEqual(writtenPeriod(read.value, kind), read)
      }),
    )
  })
})
