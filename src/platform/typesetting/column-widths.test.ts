import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { columnWidths } from './column-widths.js'
import type { Inline, TableContent } from './paper.js'

const words = (text: string): readonly Inline[] => [{ kind: 'text', text }]

const table = (rows: readonly (readonly string[])[], labels = ['Place', 'Crimes']): TableContent => ({
  columns: [{ label: labels[0] ?? '' }, ...labels.slice(1).map((label) => ({ label, align: 'number' as const }))],
  rows: rows.map((row) => row.map(words)),
  rowHeads: true,
})

const points = (width: string | undefined) => Number(width?.replace(/pt$/, ''))

describe('the columns of a printed table', () => {
  it('are as wide as their widest number, and text has the rest', () => {
    const [place, crimes] = columnWidths(table([['Fenland', '1,234,567']]), true)
    assert.equal(place, '1fr')
    const [, fewer] = columnWidths(table([['Fenland', '1,234']]), true)
    assert.ok(points(crimes) > points(fewer))
    assert.ok(points(crimes) >= 10 + 9 * 0.45 * 7)
  })

  it('leave room for a heading longer than its numbers', () => {
    const [, long] = columnWidths(table([['Fenland', '7']], ['Place', 'Crimes a month']), true)
    const [, short] = columnWidths(table([['Fenland', '7']], ['Place', 'Crimes']), true)
    assert.ok(points(long) > points(short))
  })

  it('are shared out by the typesetter where they would be too wide', () => {
    const [, crimes] = columnWidths(table([['Fenland', '7']], ['Place', 'C'.repeat(60)]), true)
    assert.equal(crimes, 'auto')
    const many = Array.from({ length: 9 }, (_, index) => `Heading ${index}`)
    assert.ok(columnWidths(table([], ['Place', ...many]), true).every((width) => width === 'auto' || width === '1fr'))
  })

  it('are left to the typesetter where a cell holds more than words, or another face is used', () => {
    const noted: TableContent = { ...table([]), rows: [[words('Fenland'), [{ kind: 'note', number: 1 }]]] }
    assert.deepEqual(columnWidths(noted, true), ['1fr', 'auto'])
    assert.deepEqual(columnWidths(table([['Fenland', '7']]), false), ['1fr', 'auto'])
  })
})
