import {
  BorderStyle,
  type FileChild,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Paragraph as WordParagraph,
} from 'docx'
import {
  type Block,
  type Facts,
  type Figure,
  type Grid,
  type List,
  leadsTo,
  type Table,
  type TableContent,
  words,
} from './paper.js'
import { clean, marked, run, wordLine } from './word-lines.js'
import { wordTable } from './word-table.js'

/** What the blocks of a Word file are written with. */
export type WordContext = {
  /** The width of the text, in twentieths of a point. */
  readonly width: number
  /** Paragraphs have numbers: all else stands in their column. */
  readonly indents: boolean
  readonly png: (svg: string) => Uint8Array
  /** Each ordered list begins anew. */
  readonly lists: { count: number }
  /** Footnotes that were named already. */
  readonly noted: Set<number>
  readonly brand: string
}

type Where = { readonly indent: number; readonly level: number; readonly leads?: boolean }

/** The column of paragraph numbers. */
const INSET = 794
const HEADINGS = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2, 4: HeadingLevel.HEADING_3 } as const

/** Blocks in order as what a Word file holds. */
export function wordBlocks(blocks: readonly Block[], context: WordContext, where?: Where): FileChild[] {
  const here = where ?? { indent: context.indents ? INSET : 0, level: 0 }
  return blocks.flatMap((block, index) =>
    wordBlock(block, context, { ...here, leads: leadsTo(block, blocks[index + 1], blocks[index - 1]) }),
  )
}

function wordBlock(block: Block, context: WordContext, where: Where): FileChild[] {
  const indent = { left: where.indent }
  switch (block.kind) {
    case 'heading': {
      const number = block.number === null ? [] : words(`${block.number}. `)
      const children = marked(block.id, wordLine([...number, ...block.children], context.noted))
      return [new WordParagraph({ heading: HEADINGS[block.level], children })]
    }
    case 'paragraph': {
      const keepNext = where.leads ?? false
      const body = marked(block.id, wordLine(block.children, context.noted))
      if (block.number === null) return [new WordParagraph({ indent, keepNext, children: body })]
      const children = [run(`${block.number}\t`, { color: '4d5a66' }), ...body]
      return [
        new WordParagraph({
          keepNext,
          indent: { left: INSET, hanging: INSET },
          tabStops: [{ type: 'left', position: INSET }],
          children,
        }),
      ]
    }
    case 'list':
      return wordList(block, context, where)
    case 'quote':
      return inParagraphs(block.children, context, where, {
        style: 'Quote',
        keepNext: where.leads ?? false,
        indent: { left: where.indent + 300 },
      })
    case 'callout':
      return callout(block, context, where)
    case 'table':
      return table(block, context, where)
    case 'figure':
      return figure(block, context, where)
    case 'grid':
      return grid(block, context)
    case 'facts':
      return facts(block, context)
  }
}

function wordList(block: List, context: WordContext, where: Where): FileChild[] {
  const reference = block.ordered ? 'numbers' : 'bullets'
  const instance = block.ordered ? context.lists.count++ : 0
  const level = Math.min(where.level, 7)
  return block.items.flatMap((item) =>
    item.flatMap((child, index) => {
      if (child.kind === 'list') return wordList(child, context, { ...where, level: level + 1 })
      if (index > 0 || child.kind !== 'paragraph')
        return wordBlock(child, context, { ...where, indent: where.indent + 360 * (level + 1) })
      const indent = { left: where.indent + 360 * (level + 1), hanging: 300 }
      return [
        new WordParagraph({
          style: 'ListParagraph',
          numbering: { reference, level, instance },
          indent,
          children: wordLine(child.children, context.noted),
        }),
      ]
    }),
  )
}

/** Paragraphs of a quote or call-out in its style; what is no paragraph stands as it would by itself. */
function inParagraphs(
  blocks: readonly Block[],
  context: WordContext,
  where: Where,
  options: IParagraphOptions,
): FileChild[] {
  return blocks.flatMap((child) =>
    child.kind === 'paragraph'
      ? [new WordParagraph({ ...options, children: wordLine(child.children, context.noted) })]
      : wordBlock(child, context, { ...where, indent: where.indent + 300 }),
  )
}

function callout(block: Extract<Block, { kind: 'callout' }>, context: WordContext, where: Where): FileChild[] {
  const colour = block.tone === 'worry' ? 'a8400f' : context.brand
  const options = {
    ...{ style: 'Callout', indent: { left: where.indent + 200, right: 200 } },
    border: { left: { style: BorderStyle.SINGLE, size: 24, color: colour, space: 8 } },
  } satisfies IParagraphOptions
  const title =
    block.title === ''
      ? []
      : [new WordParagraph({ ...options, keepNext: true, children: [run(block.title, { bold: true })] })]
  return [...title, ...inParagraphs(block.children, context, where, options)]
}

function caption(name: string, words: string, id: string, where: Where): WordParagraph {
  const children = marked(id, [run(`${name}.`, { bold: true }), run(` ${words}`)])
  return new WordParagraph({ style: 'Caption', keepNext: true, indent: { left: where.indent }, children })
}

function small(text: string, where: Where): WordParagraph[] {
  return text === ''
    ? []
    : [new WordParagraph({ style: 'SourceLine', indent: { left: where.indent }, children: [run(text)] })]
}

function table(block: Table, context: WordContext, where: Where): FileChild[] {
  const source = block.source === '' ? '' : `Source: ${block.source}`
  return [
    caption(`Table ${block.number}`, block.caption, block.id, where),
    wordTable(block, context, where, block.caption),
    ...(source === '' ? [new WordParagraph({ style: 'BelowTable', children: [] })] : small(source, where)),
  ]
}

/** Pixels at 96 to the inch in so many twentieths of a point. */
const PIXELS = 96 / 1440

function figure(block: Figure, context: WordContext, where: Where): FileChild[] {
  const { picture, alt, caption: title } = block
  const most = (context.width - where.indent) * PIXELS
  const width = Math.round(Math.min(most, (most * picture.width) / 784))
  const transformation = { width, height: Math.round((width * picture.height) / picture.width) }
  const altText = {
    name: clean(`Figure ${block.number}`),
    title: clean(title),
    description: clean(alt),
    id: String(1000 + block.number),
  }
  const image = new ImageRun({
    ...{ type: 'svg', data: Buffer.from(inArial(picture.svg)), transformation, altText },
    fallback: { type: 'png', data: Buffer.from(context.png(picture.svg)) },
  })
  const below = [block.note, block.source === '' ? '' : `Source: ${block.source}`].filter(Boolean).join(' ')
  return [
    caption(`Figure ${block.number}`, title, block.id, where),
    new WordParagraph({ style: 'Picture', keepNext: below !== '', indent: { left: where.indent }, children: [image] }),
    ...small(below, where),
  ]
}

/** Word draws an SVG with the reader's own fonts: Arial is wider than ours, so its letters are a little smaller. */
function inArial(svg: string): string {
  return svg
    .replaceAll(/font-family="[^"]*"/g, 'font-family="Arial"')
    .replaceAll(/font-size="([\d.]+)"/g, (_, size: string) => `font-size="${Math.round(Number(size) * 9) / 10}"`)
}

function grid({ columns, label }: Grid, context: WordContext): FileChild[] {
  const rows = Math.max(1, ...columns.map(({ items }) => items.length))
  const at = (index: number, row: number) => {
    const item = columns[index]?.items[row]
    if (!item) return []
    return item.state ? [...words(item.text), { kind: 'break' as const }, ...words(item.state)] : words(item.text)
  }
  const body = Array.from({ length: rows }, (_, row) => columns.map((_, index) => at(index, row)))
  const content: TableContent = {
    columns: columns.map(({ title }) => ({ label: title })),
    rows: [columns.map(({ text }) => words(text)), ...body],
    rowHeads: false,
  }
  return [wordTable(content, context, { indent: 0 }, label)]
}

/** Particulars, each on a line with its name. */
export function facts({ rows }: Facts, context: Pick<WordContext, 'noted'>): FileChild[] {
  const lines = rows.map(
    ({ key, value }) =>
      new WordParagraph({
        ...{ style: 'Facts', indent: { left: 1700, hanging: 1700 }, tabStops: [{ type: 'left', position: 1700 }] },
        children: [run(`${key}\t`, { bold: true }), ...wordLine(value, context.noted)],
      }),
  )
  return [...lines, new WordParagraph({ style: 'BelowTable', children: [] })]
}
