import type { Nodes, Table as TableNode } from 'mdast'
import { composeInlines } from './compose-inlines.js'
import { fault, type Place } from './composing.js'
import { type Inline, type PaperColumn, plainText, type Table, type TableContent } from './paper.js'
import { textOf } from './source.js'

type Around = { readonly before: Nodes | undefined; readonly after: Nodes | undefined }

/** A table with its caption (“Table: … {#id}” above it) and source (“Source: …” below it). */
export function composeTable(node: TableNode, { before, after }: Around, place: Place): Table {
  const caption = before?.type === 'paragraph' ? textOf(before) : ''
  const source = after?.type === 'paragraph' ? textOf(after) : ''
  const named = /^Table:\s*(.*?)(?:\s*\{#([a-z0-9][a-z0-9-]*)\})?\s*$/is.exec(caption)
  if (!named?.[1]) {
    fault(place, node, 'missing-caption', 'This table needs a caption: write “Table: …” on a line above it')
  }
  return {
    ...{ kind: 'table', id: named?.[2] ?? '', number: 0 },
    caption: named?.[1]?.replace(/\s+/g, ' ') ?? '',
    source: /^Source:\s*(.+)$/s.exec(source)?.[1]?.replace(/\s+/g, ' ') ?? '',
    ...tableContent(node, place),
  }
}

/** The cells of a table. A column whose words are all numbers, or that is marked “---:”, is one of numbers. */
export function tableContent(node: TableNode, place: Place): TableContent {
  const [head, ...body] = node.children
  const rows = body.map((row) => row.children.map((cell) => composeInlines(cell.children, place)))
  const columns = (head?.children ?? []).map((cell, index): PaperColumn => {
    const label = plainText(composeInlines(cell.children, place).map(unchecked))
    const isNumber = node.align?.[index] === 'right' || isOfNumbers(rows.map((row) => row[index] ?? []))
    return { label, ...(isNumber && { align: 'number' as const }) }
  })
  if (columns.some(({ label }) => label.trim() === ''))
    fault(place, node, 'missing-caption', 'Each column of this table needs a heading')
  const even = rows.map((row) => columns.map((_, index) => row[index] ?? []))
  return { columns, rows: even, rowHeads: true }
}

const unchecked = (inline: Inline): Inline => (inline.kind === 'typed' ? { kind: 'text', text: inline.text } : inline)

function isOfNumbers(cells: readonly (readonly Inline[])[]): boolean {
  const texts = cells.map((cell) => plainText(cell).trim()).filter((text) => text !== '')
  return texts.length > 0 && texts.every((text) => /^[+−–-]?[£$€]?[\d,]+(\.\d+)?( ?(%|m|bn|k))?$|^[–-]$/.test(text))
}
