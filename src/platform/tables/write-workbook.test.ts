import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readOds, readXlsx } from 'hucre'
import { writeWorkbook } from './write-workbook.js'

const SHEET = {
  name: 'Figures',
  headRows: 1,
  columns: [{ width: 30 }, { width: 12, format: '#,##0.0' }],
  rows: [
    ['Measure', 'Value'],
    ['Burglary', 230.5],
    ['Day', new Date('2025-03-31T00:00:00Z')],
    ['Nothing', null],
  ],
}

describe('a workbook that leaves', () => {
  for (const format of ['xlsx', 'ods'] as const) {
    const read = format === 'xlsx' ? readXlsx : readOds

    it(`comes back as it was written (${format})`, async () => {
      const { sheets } = await read(await writeWorkbook([SHEET], format, { title: 'A title' }))
      assert.equal(sheets[0]?.name, 'Figures')
      const rows = sheets[0]?.rows ?? []
      assert.deepEqual(rows.slice(0, 2), [
        ['Measure', 'Value'],
        ['Burglary', 230.5],
      ])
      assert.deepEqual(rows[2]?.[1], new Date('2025-03-31T00:00:00Z'))
      assert.equal(rows[3]?.[0], 'Nothing')
      assert.equal(rows[3]?.[1] ?? null, null)
    })

    it(`is the same bytes for the same figures (${format})`, async () => {
      const [a, b] = [await writeWorkbook([SHEET], format), await writeWorkbook([SHEET], format)]
      assert.ok(a.equals(b))
    })

    it(`holds no formula, whatever a note says (${format})`, async () => {
      const notes = ['=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(A1)', '\tx', 'plain']
      const { sheets } = await read(await writeWorkbook([{ name: 'N', rows: notes.map((note) => [note]) }], format))
      for (const cell of sheets[0]?.cells?.values() ?? []) assert.equal(cell.formula, undefined)
      const texts = sheets[0]?.rows.map(([cell]) => String(cell))
      assert.deepEqual(
        texts?.slice(0, 4),
        notes.slice(0, 4).map((note) => `'${note}`),
      )
      assert.equal(texts?.[5], 'plain')
    })
  }

  it('gives every sheet a name that a spreadsheet takes', async () => {
    const sheet = (name: string) => ({ name, rows: [['x']] })
    const long = 'Offences: violence [with injury] and without / by month'
    const bytes = await writeWorkbook([sheet(long), sheet(long), sheet('')], 'xlsx')
    const names = (await readXlsx(bytes)).sheets.map(({ name }) => name)
    assert.equal(new Set(names.map((name) => name.toLowerCase())).size, 3)
    for (const name of names) assert.match(name, /^[^[\]:*?/\\]{1,31}$/)
  })

  it('leaves out what no XML file may hold', async () => {
    const bytes = await writeWorkbook([{ name: 'N', rows: [['a\u0000b\ud800c\u0007d', Number.NaN]] }], 'xlsx')
    assert.deepEqual((await readXlsx(bytes)).sheets[0]?.rows[0]?.[0], 'abcd')
  })
})
