import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Inline, TableContent } from './paper.js'
import { tableSizes } from './table-sizes.js'

const words = (text: string): readonly Inline[] => [{ kind: 'text', text }]

const table = (rows: readonly (readonly string[])[], labels = ['Place', 'Crimes']): TableContent => ({
  columns: [{ label: labels[0] ?? '' }, ...labels.slice(1).map((label) => ({ label, align: 'number' as const }))],
  rows: rows.map((row) => row.map(words)),
  rowHeads: true,
})

const points = (width: string | undefined) => Number(width?.replace(/pt$/, ''))

const columnsOf = (content: TableContent, isSans: boolean) => tableSizes(content, isSans).columns

describe('the columns of a printed table', () => {
  it('are as wide as their widest number, and text has the rest', () => {
    const [place, crimes] = columnsOf(table([['Fenland', '1,234,567']]), true)
    assert.equal(place, '1fr')
    const [, fewer] = columnsOf(table([['Fenland', '1,234']]), true)
    assert.ok(points(crimes) > points(fewer))
    assert.ok(points(crimes) >= 10 + 9 * 0.45 * 7)
  })

  it('leave room for a heading longer than its numbers', () => {
    const [, long] = columnsOf(table([['Fenland', '7']], ['Place', 'Crimes a month']), true)
    const [, short] = columnsOf(table([['Fenland', '7']], ['Place', 'Crimes']), true)
    assert.ok(points(long) > points(short))
  })

  it('are shared out by the typesetter where they would be too wide', () => {
    const [, crimes] = columnsOf(table([['Fenland', '7']], ['Place', 'C'.repeat(60)]), true)
    assert.equal(crimes, 'auto')
    const many = Array.from({ length: 9 }, (_, index) => `Heading ${index}`)
    assert.ok(columnsOf(table([], ['Place', ...many]), true).every((width) => width === 'auto' || width === '1fr'))
  })

  it('are left to the typesetter where a cell holds more than words, or another face is used', () => {
    const noted: TableContent = { ...table([]), rows: [[words('Fenland'), [{ kind: 'note', number: 1 }]]] }
    assert.deepEqual(columnsOf(noted, true), ['1fr', 'auto'])
    assert.deepEqual(columnsOf(table([['Fenland', '7']]), false), ['1fr', 'auto'])
  })
})

describe('the rows of a printed table', () => {
  it('are one line high where every cell fits on one, however narrow the line', () => {
    assert.equal(tableSizes(table([['Fenland', '7']]), true).rows, '(auto,14.94pt,)')
  })

  it('are as high as the typesetter finds them where a cell is long, or more than words', () => {
    const long = tableSizes(
      table([
        ['A name that goes on. '.repeat(8), '7'],
        ['Fenland', '8'],
      ]),
      true,
    )
    assert.equal(long.rows, '(auto,auto,14.94pt,)')
    const broken: TableContent = {
      ...table([]),
      rows: [[[...words('Fen'), { kind: 'break' }, ...words('land')], words('7')]],
    }
    assert.equal(tableSizes(broken, true).rows, '(auto,auto,)')
    assert.equal(tableSizes(table([['Fenland', '7']]), false).rows, '(auto,auto,)')
  })
})
