import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isoDate } from '#kernel/dates.js'
import { measureLike } from '#test/support/figures.js'
import { csvRows } from './csv-table.js'
import type { Measure, Unit } from './measure.js'
import { readObservationFile } from './observation-file.js'
import type { Frequency } from './period.js'

const HEAD = 'measure,period,numerator,denominator,value,status,note'

function aMeasure(slug: string, unit: Unit, frequency: Frequency): Measure {
  return measureLike({ id: slug, slug, title: slug, unit, unitLabel: '', frequency })
}

const MEASURES = new Map(
  [
    aMeasure('crime', 'count', 'month'),
    aMeasure('share', 'percentage', 'financial-year'),
    aMeasure('bill', 'pounds', 'financial-year'),
    aMeasure('days', 'duration', 'as-at'),
  ].map((measure) => [measure.slug, measure]),
)

const read = (...rows: string[]) =>
  readObservationFile([HEAD, ...rows].join('\n'), { measures: MEASURES, today: isoDate('2025-04-30') })

/** Every problem of a file as "row column: problem". */
function problems(...rows: string[]): string[] {
  const result = read(...rows)
  return result.ok ? [] : result.error.map(({ row, column, problem }) => `${row} ${column}: ${problem}`)
}

describe('a file of figures', () => {
  it('gives counts, shares, pounds and lengths of time their values', () => {
    const result = read(
      'crime,2025-03,"6,004",,,final,',
      'share,2023/24,455,772,,final,',
      'share,2022/23,,,90.6,provisional,"Printed, without a base"',
      'bill,2023/24,,,272.52,final,',
      'days,2025-03-31,,,84,estimated,',
      'crime,2025-02,,,,missing,Not returned',
    )
    assert.ok(result.ok)
    assert.deepEqual(
      result.value.map(({ value, status, note }) => [value, status, note]),
      [
        [6004, 'final', ''],
        [(100 * 455) / 772, 'final', ''],
        [90.6, 'provisional', 'Printed, without a base'],
        [272.52, 'final', ''],
        [84, 'estimated', ''],
        [null, 'missing', 'Not returned'],
      ],
    )
  })

  it('is refused whole, with the row and column of every problem', () => {
    assert.deepEqual(problems('crime,2025-01,10,,,final,', 'crimes,2025-02,10,,,final,', 'crime,2025-13,ten,,,done,'), [
      '3 measure: There is no measure “crimes”',
      '4 status: “done” is not a status',
      '4 period: “2025-13” is not a period',
    ])
  })

  it('says how to mend what is wrong', () => {
    const result = read('share,2023/24,,,90.6%,final,')
    assert.deepEqual(result, {
      ok: false,
      error: [
        {
          row: 2,
          column: 'value',
          problem: '“90.6%” is not a number',
          fix: 'Write digits only, like 1250 or 90.6, without % or £',
        },
      ],
    })
  })

  it('is refused when its numbers contradict each other', () => {
    assert.deepEqual(problems('share,2023/24,455,772,60,final,'), ['2 value: It says 60, but 455 of 772 is 58.9%'])
    assert.deepEqual(problems('share,2023/24,455,772,58.9,final,'), [])
    assert.deepEqual(problems('crime,2025-01,10,,11,final,'), ['2 value: It says 11 where the numerator says 10'])
    assert.deepEqual(problems('share,2023/24,5,0,,final,'), ['2 denominator: A denominator must be more than 0'])
    assert.deepEqual(problems('crime,2025-01,-1,,,final,'), ['2 numerator: A count cannot be less than 0'])
    assert.deepEqual(problems('bill,2023/24,,,272.525,final,'), ['2 value: Pounds have at most two decimals'])
  })

  it('has a reason for what is missing, and no number with it', () => {
    assert.deepEqual(problems('crime,2025-01,,,,missing,'), ['2 note: A missing figure has no reason'])
    assert.deepEqual(problems('crime,2025-01,7,,,missing,Late'), ['2 numerator: The row says missing but has a number'])
    assert.deepEqual(problems('crime,2025-01,,,,final,'), ['2 numerator: There is no number'])
  })

  it('speaks of periods of the measure’s own kind, once each', () => {
    assert.deepEqual(problems('crime,2023/24,10,,,final,'), [
      '2 period: “2023/24” is not the kind of period that this measure has',
    ])
    assert.deepEqual(problems('crime,2025-01,1,,,final,', 'crime,2025-01,1,,,final,'), [
      '3 period: Row 2 has the same measure and period',
    ])
  })

  it('calls nothing final that has not ended', () => {
    assert.deepEqual(problems('crime,2025-05,10,,,final,'), ['2 period: May 2025 has not ended'])
    assert.deepEqual(problems('crime,2025-05,10,,,estimated,'), [])
    assert.deepEqual(problems('crime,2205-05,10,,,estimated,'), ['2 period: May 2205 is more than ten years ahead'])
    assert.deepEqual(problems('crime,1925-05,10,,,final,'), ['2 period: May 1925 is more than fifty years ago'])
  })

  it('must begin with the names of its columns', () => {
    const context = { measures: MEASURES, today: isoDate('2025-04-30') }
    const columns = (text: string) => {
      const result = readObservationFile(text, context)
      return result.ok ? [] : result.error.map(({ column, problem }) => `${column}: ${problem}`)
    }
    assert.deepEqual(columns(`${HEAD},extra\n`), ['extra: This column is not known'])
    assert.equal(columns('').length, 7)
    assert.equal(columns('crime;2025-03;10\n').length, 8)
    assert.deepEqual(columns(`${HEAD}\n`), ['measure: There are no figures'])
    assert.equal(readObservationFile(`\ufeff${HEAD}\r\ncrime,2025-01,1,,,final,\r\n\r\n`, context).ok, true)
  })

  it('never throws, whatever it is given', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('crime', 'share', '2025-01', '2023/24', 'final', 'missing', '7', '"'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 8 }), (rows) => {
        const result = read(...rows.map((cells) => cells.join(',')))
        if (!result.ok) assert.ok(result.error.every(({ row, fix }) => row >= 1 && fix !== ''))
      }),
    )
  })
})

describe('comma-separated text', () => {
  const cells = fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), { maxLength: 6 })

  it('is read back as it was written, whatever its cells hold', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom('\n', '\r\n'), (rows, end) => {
        const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',') + end).join('')
        const result = csvRows(text)
        assert.ok(result.ok)
        assert.deepEqual(
          result.value.map((row) => row.cells),
          rows.filter((row) => row.some((each) => each.trim() !== '')),
        )
      }),
    )
  })

  it('is no table when a quotation mark is never closed', () => {
    assert.deepEqual(csvRows('a,b\nc,"d\n'), { ok: false, error: { code: 'open-quote', row: 2 } })
  })

  it('numbers its rows as a spreadsheet does', () => {
    const result = csvRows('a\n\n"b\nc"\nd')
    assert.ok(result.ok)
    assert.deepEqual(
      result.value.map(({ number, cells: [cell] }) => [number, cell]),
      [
        [1, 'a'],
        [3, 'b\nc'],
        [4, 'd'],
      ],
    )
  })
})
