import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findTables, type HeadWords, plainHead } from './heads.js'
import type { Sheet } from './sheet.js'

const WORDS: HeadWords = {
  columns: [
    { key: 'force', title: 'Force Name', names: ['force name', 'force', 'pfa'] },
    { key: 'count', title: 'Offence Count', names: ['offence count', 'number of offences'] },
    { key: 'region', title: 'Region', names: ['region'], isOptional: true },
  ],
  ignored: [/^notes?$/],
}

function sheet(rows: readonly (readonly (string | null)[])[], name = 'Data'): Sheet {
  const cells = (row: readonly (string | null)[]) =>
    row.map((text) => (text === null ? null : ({ kind: 'text', text } as const)))
  return { name, isHidden: false, rows: rows.map((row, at) => ({ number: at + 1, cells: cells(row) })) }
}

function problems(sheets: readonly Sheet[]): string {
  const found = findTables(sheets, WORDS)
  assert.ok(!found.ok)
  return found.error.map(({ sheet: name, cell, problem }) => `${name} ${cell} ${problem}`).join('\n')
}

describe('the heads of a table', () => {
  it('are known by their names, whatever their order, case, signs and notes, below a preamble', () => {
    const found = findTables(
      [
        sheet([
          ['Crime in Wessex'],
          ['Number of Offences [note 2]', 'FORCE_NAME', 'Notes'],
          ['12', 'Kent'],
          ['Source: us'],
        ]),
      ],
      WORDS,
    )
    assert.ok(found.ok)
    const [table] = found.value
    assert.deepEqual([table?.places.get('count')?.index, table?.places.get('force')?.index], [0, 1])
    assert.deepEqual(
      table?.rows.map(({ number }) => number),
      [3],
    )
  })

  it('that lack are named, with what the file has instead', () => {
    const said = problems([
      sheet([
        ['Force Name', 'Offense Count'],
        ['Kent', '12'],
      ]),
    ])
    assert.match(said, /Data row 1 The table lacks the column “Offence Count”/)
    assert.match(said, /Nobody knows the column “Offense Count”/)
  })

  it('that nobody knows are named, though all that is needed is there', () => {
    assert.match(
      problems([
        sheet([
          ['Force', 'Number of offences', 'Mood'],
          ['Kent', '12', 'fair'],
        ]),
      ]),
      /Nobody knows the column “Mood”/,
    )
  })

  it('that stand twice are named both', () => {
    assert.match(
      problems([
        sheet([
          ['Force', 'PFA', 'Offence Count'],
          ['Kent', 'Kent', '1'],
        ]),
      ]),
      /Two columns are the same by name: “Force” and “PFA”/,
    )
  })

  it('are asked of every sheet that is nearly such a table, and of no other', () => {
    const good = (name: string) =>
      sheet(
        [
          ['Force', 'Offence Count'],
          ['Kent', '1'],
        ],
        name,
      )
    const found = findTables([sheet([['Read me']], 'Cover'), good('2019-20'), good('2020-21')], WORDS)
    assert.ok(found.ok && found.value.length === 2)
    assert.match(
      problems([
        good('2019-20'),
        sheet(
          [
            ['Force', 'Offence Count', 'Extra'],
            ['Kent', '1', '2'],
          ],
          '2020-21',
        ),
      ]),
      /2020-21 row 1 Nobody knows/,
    )
  })

  it('are not looked for in what a workbook keeps of other workbooks', () => {
    const cached = sheet(
      [
        ['Force', 'Offence Count', 'Wrong'],
        ['Kent', '1', '2'],
      ],
      "'file:///C:/old.xls'#$Data",
    )
    const found = findTables(
      [
        cached,
        sheet([
          ['Force', 'Offence Count'],
          ['Kent', '1'],
        ]),
      ],
      WORDS,
    )
    assert.ok(found.ok && found.value.length === 1)
  })

  it('are told in full where a file has none', () => {
    assert.match(
      problems([
        sheet([
          ['a', 'b'],
          ['1', '2'],
        ]),
      ]),
      /No row of this file has the heads/,
    )
  })
})

it('compares heads without brackets, signs and accents', () => {
  assert.equal(plainHead('Total (FTE) [note 1]\n'), 'total fte')
  assert.equal(plainHead('LAD24CD'), 'lad24cd')
})
