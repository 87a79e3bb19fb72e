import type { Node, Nodes, Root, Table } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { isIsoDate } from '#kernel/dates.js'
import type { DocumentText, TextBlock, TextCell, TextRange, TextTable } from './document-text.js'

const parser = unified().use(remarkParse).use(remarkGfm).freeze()

type Found = { readonly blocks: TextBlock[]; readonly hidden: TextRange[] }

/** Reads Markdown in place: the text stays as it was written, and its marks are hidden from reading. */
export function readMarkdown(text: string): DocumentText {
  const front = frontMatter(text)
  const read = front.end > 0 ? text.slice(0, front.end).replace(/[^\r\n]/g, ' ') + text.slice(front.end) : text
  const root: Root = parser.parse(read)
  const found: Found = { blocks: [], hidden: [] }
  for (const node of root.children) readNode(text, node, { kind: 'paragraph', depth: 0 }, found)
  const heading = found.blocks.find((block) => block.kind === 'heading')
  const title = front.title ?? (heading && text.slice(heading.start, heading.end).replace(/[*_`]/g, ''))
  return {
    ...(title && { title }),
    ...(front.date && isIsoDate(front.date) && { madeOn: front.date }),
    text,
    ...found,
    pages: [],
  }
}

function frontMatter(text: string): { end: number; title?: string; date?: string } {
  if (!/^---\r?\n/.test(text)) return { end: 0 }
  const close = /\n---[ \t]*(?:\r?\n|$)/.exec(text)
  if (!close) return { end: 0 }
  const end = close.index + close[0].length
  const lines = text.slice(0, end).split(/\r?\n/)
  const saidOf = (name: string) => {
    const line = lines.find((each) => each.startsWith(`${name}:`))
    return line
      ?.slice(name.length + 1)
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2')
  }
  const [title, date] = [saidOf('title'), saidOf('date')]
  return { end, ...(title && { title }), ...(date && { date }) }
}

type Place = { readonly kind: TextBlock['kind']; readonly depth: number }

function readNode(text: string, node: Nodes, place: Place, found: Found): void {
  if (node.type === 'paragraph' || node.type === 'heading') readWords(text, node, place, found)
  if (node.type === 'table') readTable(text, node, found)
  if (
    node.type === 'list' ||
    node.type === 'blockquote' ||
    node.type === 'listItem' ||
    node.type === 'footnoteDefinition'
  ) {
    const inside = placeIn(node, place)
    for (const child of node.children) readNode(text, child, inside, found)
  }
}

function placeIn(node: Nodes, place: Place): Place {
  if (node.type === 'list') return { kind: place.kind === 'note' ? 'note' : 'list-item', depth: place.depth + 1 }
  return node.type === 'footnoteDefinition' ? { ...place, kind: 'note' } : place
}

function readWords(text: string, node: Nodes, place: Place, found: Found): void {
  const shown = shownIn(text, node)
  const [first, last] = [shown[0], shown.at(-1)]
  if (!first || !last) return
  const level = levelOf(node, place)
  const kind = node.type === 'heading' ? 'heading' : place.kind
  found.blocks.push({ kind, start: first.start, end: last.end, ...(level === undefined ? {} : { level }) })
  hideBetween(shown, found)
}

function levelOf(node: Nodes, place: Place): number | undefined {
  if (node.type === 'heading') return node.depth
  return place.kind === 'list-item' ? place.depth : undefined
}

function hideBetween(shown: readonly TextRange[], found: Found): void {
  for (const [at, range] of shown.entries()) {
    const next = shown[at + 1]
    if (next && next.start > range.end) found.hidden.push({ start: range.end, end: next.start })
  }
}

/** The stretches of the source that are words, in order; a backslash before a mark is none. */
function shownIn(text: string, node: Nodes): TextRange[] {
  if (node.type === 'text') return withoutBackslashes(text, rangeOf(node))
  if (node.type === 'inlineCode') {
    const { start, end } = rangeOf(node)
    return [{ start: start + 1, end: Math.max(start + 1, end - 1) }]
  }
  return 'children' in node ? node.children.flatMap((child) => shownIn(text, child)) : []
}

function withoutBackslashes(text: string, { start, end }: TextRange): TextRange[] {
  const parts: TextRange[] = []
  let from = start
  for (let at = text.indexOf('\\', start); at >= 0 && at < end - 1; at = text.indexOf('\\', at + 2)) {
    if (!/[!-/:-@[-`{-~]/.test(text[at + 1] ?? '')) continue
    if (at > from) parts.push({ start: from, end: at })
    from = at + 1
  }
  return [...parts, { start: from, end }]
}

function readTable(text: string, node: Table, found: Found): void {
  const rows = node.children.map((row) =>
    row.children.map((cell): TextCell => {
      const shown = shownIn(text, cell)
      hideBetween(shown, found)
      const at = rangeOf(cell).start
      const [start, end] = [shown[0]?.start ?? at, shown.at(-1)?.end ?? at]
      return { start, end, text: shown.map((part) => text.slice(part.start, part.end)).join('') }
    }),
  )
  const [head = [], ...body] = rows
  const table: TextTable = { header: head.map((cell) => cell.text), headerCells: head, rows: body }
  found.blocks.push({ kind: 'table', ...rangeOf(node), table })
}

function rangeOf(node: Node): TextRange {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
}
