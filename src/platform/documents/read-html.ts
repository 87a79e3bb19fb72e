import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { DocumentText, TextBlock, TextTable } from './document-text.js'
import { type HtmlCell, tableOf } from './html-table.js'
import { TextBuilder } from './text-builder.js'

const parser = unified().use(rehypeParse).freeze()

type Root = ReturnType<typeof parser.parse>
type Node = Root['children'][number]
type Element = Extract<Node, { type: 'element' }>

const UNREAD = new Set(
  'head script style template noscript svg math iframe object canvas audio video select textarea button input nav'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  `address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2
   h3 h4 h5 h6 header hgroup hr html li main menu ol p pre section summary table ul`.split(/\s+/),
)

type Place = { readonly kind: TextBlock['kind']; readonly level?: number; readonly depth: number }

/** Reads HTML as a browser shows it: passages, tables with their cells; scripts, pictures and menus are left out. */
export function readHtml(html: string): DocumentText {
  const root = parser.parse(html)
  const builder = new TextBuilder()
  for (const node of root.children) readNode(builder, node, { kind: 'paragraph', depth: 0 })
  builder.end('paragraph')
  const title = titleOf(root.children) ?? headingOf(builder)
  return {
    ...(title && { title }),
    text: builder.text,
    blocks: builder.blocks,
    pages: [],
    hidden: builder.hidden,
  }
}

function readNode(builder: TextBuilder, node: Node, place: Place): void {
  if (node.type === 'text') builder.add(node.value)
  if (node.type !== 'element' || UNREAD.has(node.tagName) || isHidden(node)) return
  const { tagName } = node
  if (tagName === 'br') builder.breakLine()
  else if (tagName === 'sup' && isNoteMark(node)) builder.addHidden(wordsOf(node))
  else if (tagName === 'table' && isRealTable(node)) readTable(builder, node, place)
  else if (BLOCKS.has(tagName)) readBlock(builder, node, place)
  else {
    if (/^t[dhr]$/.test(tagName)) builder.add(' ')
    readAll(builder, node, place)
  }
}

function readBlock(builder: TextBuilder, node: Element, place: Place): void {
  builder.end(place.kind, place.level)
  const inside = placeOf(node, place)
  readAll(builder, node, inside)
  builder.end(inside.kind, inside.level)
}

function readAll(builder: TextBuilder, node: Element, place: Place): void {
  for (const child of node.children) {
    const isMore = node.tagName === 'li' && isLaterParagraph(node, child)
    readNode(builder, child, isMore ? { ...place, level: (place.level ?? 1) + 1 } : place)
  }
}

/** The second paragraph of an item is no item of its own: it stands a step deeper. */
function isLaterParagraph(item: Element, child: Node): boolean {
  if (child.type !== 'element' || child.tagName !== 'p') return false
  return item.children.slice(0, item.children.indexOf(child)).some((before) => wordsOf(before).trim() !== '')
}

function placeOf(node: Element, place: Place): Place {
  const { tagName } = node
  if (/^h[1-6]$/.test(tagName)) return { ...place, kind: 'heading', level: Number(tagName[1]) }
  if (tagName === 'ul' || tagName === 'ol') return { ...place, depth: place.depth + 1 }
  if (tagName === 'li')
    return isNote(node) ? { ...place, kind: 'note' } : { ...place, kind: 'list-item', level: place.depth }
  if (tagName === 'dt' || tagName === 'dd') return { ...place, kind: 'row-text' }
  if (tagName === 'figcaption') return { ...place, kind: 'caption' }
  if (isNote(node)) return { ...place, kind: 'note' }
  if ((tagName === 'header' || tagName === 'footer') && place.depth === 0 && !hasHeading(node)) {
    return { ...place, kind: 'running-head' }
  }
  return place
}

function isNote(node: Element): boolean {
  const id = String(node.properties.id ?? '')
  return /^(foot|end)note/i.test(id) || 'dataFootnotes' in node.properties
}

const hasHeading = (node: Element) =>
  node.children.some((child) => child.type === 'element' && /^h[1-6]$/.test(child.tagName))

function isHidden({ properties }: Element): boolean {
  return properties.hidden === true || properties.hidden === '' || properties.ariaHidden === 'true'
}

const isNoteMark = (node: Element) => /^\s*[[(]?(\d{1,3}|[a-z*†‡])[\])]?\s*$/.test(wordsOf(node))

function wordsOf(node: Node): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(wordsOf).join('') : ''
}

/** A table of figures, not one that only lays out a page: more than one column, and no table inside. */
function isRealTable(node: Element): boolean {
  const rows = rowsOf(node)
  return (
    rows.some((row) => row.cells.length > 1) && !rows.some(({ cells }) => cells.some((cell) => holds(cell, 'table')))
  )
}

function holds(node: Element, tagName: string): boolean {
  return node.children.some((child) => child.type === 'element' && (child.tagName === tagName || holds(child, tagName)))
}

type Row = { readonly isHead: boolean; readonly cells: Element[] }

function rowsOf(node: Element, isHead = false): Row[] {
  return elementsIn(node).flatMap((child) => {
    if (child.tagName === 'thead') return rowsOf(child, true)
    if (child.tagName === 'tbody' || child.tagName === 'tfoot') return rowsOf(child)
    if (child.tagName !== 'tr') return []
    const cells = elementsIn(child).filter((cell) => cell.tagName === 'td' || cell.tagName === 'th')
    return [{ isHead: isHead || (cells.length > 1 && cells.every((cell) => cell.tagName === 'th')), cells }]
  })
}

const elementsIn = (node: Element) => node.children.filter((child): child is Element => child.type === 'element')

function readTable(builder: TextBuilder, node: Element, place: Place): void {
  builder.end(place.kind, place.level)
  const caption = elementsIn(node).find((child) => child.tagName === 'caption')
  if (caption) {
    readAll(builder, caption, { ...place, kind: 'caption' })
    builder.end('caption')
  }
  const start = builder.at
  const rows = rowsOf(node).map(({ isHead, cells }) => {
    const read = cells.map((cell): HtmlCell => {
      readCell(builder, cell)
      return { ...builder.endCell(), across: spanOf(cell.properties.colSpan), down: spanOf(cell.properties.rowSpan) }
    })
    builder.endRow()
    return { isHead, cells: read }
  })
  const table: TextTable = {
    ...(caption && { caption: wordsOf(caption).replace(/\s+/g, ' ').trim() }),
    ...tableOf(rows),
  }
  builder.blocks.push({ kind: 'table', start, end: builder.at, table })
  builder.endRow()
}

function readCell(builder: TextBuilder, cell: Element): void {
  for (const child of cell.children) {
    if (child.type === 'text') builder.add(child.value)
    if (child.type !== 'element' || UNREAD.has(child.tagName) || isHidden(child)) continue
    if (child.tagName === 'sup' && isNoteMark(child)) builder.addHidden(wordsOf(child))
    else {
      if (child.tagName === 'br' || BLOCKS.has(child.tagName)) builder.add(' ')
      readCell(builder, child)
    }
  }
}

function spanOf(value: unknown): number {
  const span = Number(value ?? 1)
  return Number.isInteger(span) && span > 1 ? Math.min(span, 100) : 1
}

function titleOf(nodes: readonly Node[]): string | undefined {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    if (node.tagName === 'title') return wordsOf(node).replace(/\s+/g, ' ').trim() || undefined
    if (node.tagName === 'html' || node.tagName === 'head') {
      const title = titleOf(node.children)
      if (title) return title
    }
  }
  return undefined
}

function headingOf(builder: TextBuilder): string | undefined {
  const heading = builder.blocks.find((block) => block.kind === 'heading')
  return heading && builder.text.slice(heading.start, heading.end)
}
