import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { firstDayOf } from './series-dates.js'
import { seriesFrom } from './series-file.js'

/** The rows of a text without quoted separators, as the reader of files gives them. */
const tableOf = (text: string) =>
  text
    .split('\n')
    .map((row, index) => ({ line: index + 1, cells: row.split(',').map((cell) => cell.replace('|', ',').trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))

const rowsOf = (text: string) => {
  const series = seriesFrom(tableOf(text))
  assert.ok(series.ok, JSON.stringify(series))
  return series.value
}
const problemOf = (text: string) => {
  const series = seriesFrom(tableOf(text))
  assert.ok(!series.ok, 'it was read')
  return `${series.error.line}: ${series.error.what}`
}

describe('a file of figures', () => {
  it('is read by the names of its columns, in any case and order', () => {
    const expected = [
      ['2024-01', 1.5],
      ['2024-02', null],
      ['2024-03', -3],
    ]
    for (const text of [
      'date,value\n2024-01,1.5\n2024-02,\n2024-03,-3\n',
      'DATE,Value\n2024-01,1.5\n2024-02,..\n\n2024-03,−3',
      'Value,note,Date\n1.5,a,2024-01\n..,,2024-02\n-3,,2024-03',
      'month,value\n2024-03,-3\n2024-01,1.5\n2024-02,n/a',
    ]) {
      assert.deepEqual(
        rowsOf(text).map(({ date, value }) => [date, value]),
        expected,
        text,
      )
    }
  })

  it('is refused where a number with an unquoted comma spills into a column of no name', () => {
    assert.equal(
      problemOf('date,value\n2024-01,5\n2024-02,6,700\n'),
      "3: '700' stands beyond the last column of the head",
    )
    assert.deepEqual(
      rowsOf('date,value\n2024-01,5,\n2024-02,6|700,,\n').map(({ value }) => value),
      [5, 6700],
    )
  })

  it('may give the part and the whole', () => {
    const [row] = rowsOf('date,numerator,denominator\n2024-01,1|234,£10|000')
    assert.deepEqual([row?.numerator, row?.denominator, row?.value], [1234, 10000, null])
  })

  it('is put in order of time when every date can be read, and else left as it is', () => {
    const dates = (text: string) => rowsOf(text).map(({ date }) => date)
    assert.deepEqual(dates('date,value\n31/03/2024,1\n1/2/2024,2\nJan 2024,3'), ['Jan 2024', '1/2/2024', '31/03/2024'])
    assert.deepEqual(dates('date,value\nspring,1\n2024-01,2\nautumn,3'), ['spring', '2024-01', 'autumn'])
  })

  it('is refused with its line where something is wrong', () => {
    assert.equal(problemOf('date,value\n2024-01,1\n\n2024-02,twelve'), "4: the value 'twelve' is not a number")
    assert.equal(problemOf('date,value\n2024-01,1\n2024-02,1 2'), "3: the value '1 2' is not a number")
    assert.equal(problemOf('date,value\n2024-01,1\n01/01/2024,1'), "3: '01/01/2024' stands on line 2 too")
    assert.equal(problemOf('date,value\n,5'), '2: there is no date')
    assert.equal(problemOf('date,value,VALUE\n2024-01,1,2'), "1: two columns hold the value ('VALUE')")
    assert.equal(problemOf('date,total\n2024-01,1'), "1: the head is 'date,total'")
    assert.equal(problemOf(''), '1: the file is empty')
    assert.equal(problemOf('date,value'), '1: there are no figures')
  })

  it('may write percentages with their sign, all or none', () => {
    assert.deepEqual(
      rowsOf('date,value\n2024-01,84.2%\n2024-02,\n2024-03,85 %').map(({ value }) => value),
      [84.2, null, 85],
    )
    assert.match(problemOf('date,value\n2024-01,84%\n2024-02,0.85'), /^3: some figures have a percent sign/)
  })

  it('may hold several rare events on one day when that is meant', () => {
    const text = 'date,value\n2024-01-05,3\n2024-01-05,0.5'
    assert.ok(seriesFrom(tableOf(text), true).ok)
    assert.ok(!seriesFrom(tableOf(text)).ok)
  })

  it('is read or refused, whatever it holds, and never breaks the reader', () => {
    const anyText = fc.string({
      unit: fc.constantFrom(',', '"', '\n', 'a', '1', ' ', '-', '.', 'date,value\n'),
    })
    fc.assert(fc.property(anyText, (text) => void seriesFrom(tableOf(text))))
    fc.assert(fc.property(fc.string(), (text) => void seriesFrom(tableOf(`date,value\n${text}`))))
  })

  it('gives back the numbers that were written', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), (values) => {
        const text = ['date,value', ...values.map((value, index) => `d${index},${value}`)].join('\n')
        assert.deepEqual(
          rowsOf(text).map(({ value }) => (value ?? 0) + 0),
          values.map((value) => value + 0),
        )
      }),
    )
  })
})

describe('the first day of a date', () => {
  it('is found in the ways that people write dates', () => {
    const cases: Record<string, readonly string[]> = {
      '2024-01-31': [
        '2024-01-31',
        '31/01/2024',
        '31/1/24',
        '31 Jan 2024',
        '31st January 2024',
        '31-Jan-24',
        '2024/01/31',
        '2024-01-31T09:30:00Z',
        '31.01.2024',
        '20240131',
      ],
      '2024-01-01': [
        '2024-01',
        'Jan 2024',
        'January 2024',
        'Jan-24',
        '2024 Jan',
        '01/2024',
        '2024',
        '2024 Q1',
        'Q1 2024',
        '2024/01',
        '202401',
      ],
      '2024-09-01': ['Sept 2024', 'Sep-2024', "September '24"],
      '2017-04-01': ['2017/18', '2017-18', '2017/2018', '2017/18 Q1'],
      '2018-01-01': ['2017/18 Q4', '2018-01'],
    }
    for (const [expected, texts] of Object.entries(cases)) {
      for (const text of texts) assert.equal(firstDayOf(text), expected, text)
    }
  })

  it('is not guessed', () => {
    for (const text of [
      '',
      'soon',
      '2024-02-30',
      '31/02/2024',
      '01/13/2024',
      '2024-13',
      '2017/19',
      'Smarch 2024',
      '12',
    ]) {
      assert.equal(firstDayOf(text), undefined, text)
    }
  })
})
