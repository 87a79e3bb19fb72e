import type { TypefaceName } from './typefaces.js'

/**
 * A paper as it will be read: one tree, resolved and numbered, from which HTML, PDF and Word are made. Every text in it is
 * words and never code, whatever it looks like.
 */

/** A piece of a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly children: readonly Inline[] }
  | { readonly kind: 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: 'break' }
  | LiveValue
  | TypedNumber
  | { readonly kind: 'reference'; readonly target: string; readonly text: string; readonly withPage: boolean }
  | { readonly kind: 'note'; readonly number: number }

/** A figure that the register gave: it follows the data until the paper is frozen. */
export type LiveValue = {
  readonly kind: 'value'
  /** Names the figure within its paper, for whoever asks why: 'burglary.2024/25.value'. */
  readonly id: string
  readonly text: string
  /** Where it comes from, in a line. */
  readonly source: string
  /** Where the site says why. */
  readonly href?: string
}

/** A number that somebody wrote down. Nobody has checked it while `checkedBy` is null. */
export type TypedNumber = {
  readonly kind: 'typed'
  readonly text: string
  readonly checkedBy: string | null
  /** The live figure that it states, where its author named one: then it is asked later whether that still stands. */
  readonly states?: LiveValue
}

/** One column of a table. Number columns are right-aligned; `share` is its part of the table's width, as a weight. */
export type PaperColumn = { readonly label: string; readonly align?: 'number'; readonly share?: number }

/** What a table holds, wherever it stands. */
export type TableContent = {
  readonly columns: readonly PaperColumn[]
  readonly rows: readonly (readonly (readonly Inline[])[])[]
  /** The first cell of each row is its heading. */
  readonly rowHeads: boolean
  /** No wider than its words need: a name and a number stand close together. */
  readonly isNarrow?: boolean
}

/** A picture that we drew ourselves. */
export type Picture = {
  readonly kind: 'chart' | 'map'
  /** Trusted markup for the site's own pages. */
  readonly html: string
  /** The same by itself, for print: an SVG with its own type and colours. */
  readonly svg: string
  readonly width: number
  readonly height: number
}

/** One column of a plan on a page. */
export type GridColumn = {
  readonly title: string
  readonly text: string
  readonly items: readonly { readonly text: string; readonly state?: string }[]
}

/** What can be referred to: its own id in every form of the paper, and what a reference to it says. */
type Placed = { readonly id: string }

export type Heading = Placed & {
  readonly kind: 'heading'
  /** 2 for a section, 3 and 4 below; the paper's title is 1. */
  readonly level: 2 | 3 | 4
  readonly number: string | null
  readonly children: readonly Inline[]
}
export type Paragraph = Placed & {
  readonly kind: 'paragraph'
  readonly number: string | null
  readonly children: readonly Inline[]
}
export type List = {
  readonly kind: 'list'
  readonly ordered: boolean
  readonly start: number
  readonly items: readonly (readonly Block[])[]
}
export type Quote = { readonly kind: 'quote'; readonly children: readonly Block[] }
export type Callout = {
  readonly kind: 'callout'
  readonly title: string
  readonly tone: 'plain' | 'worry'
  readonly children: readonly Block[]
}
export type Table = Placed &
  TableContent & { readonly kind: 'table'; readonly number: number; readonly caption: string; readonly source: string }
/** The numbers that a picture stands on, for whoever asks later whether they are still so. */
export type Behind = {
  /** What they are of: a measure, or what a map counts. */
  readonly of: string
  readonly points: readonly { readonly key: string; readonly label: string; readonly value: number | null }[]
}

export type Figure = Placed & {
  readonly kind: 'figure'
  readonly number: number
  readonly caption: string
  /** What a reader who does not see the picture is told. */
  readonly alt: string
  readonly picture: Picture
  readonly source: string
  /** How to read it, and what is not firm. */
  readonly note: string
  /** The figures behind it. */
  readonly data: TableContent | null
  readonly behind?: Behind
}
export type Grid = { readonly kind: 'grid'; readonly label: string; readonly columns: readonly GridColumn[] }
/** Names and values, a line each: to whom, from whom, when. */
export type Facts = {
  readonly kind: 'facts'
  readonly rows: readonly { readonly key: string; readonly value: readonly Inline[] }[]
}

/** A part of a paper. */
export type Block = Heading | Paragraph | List | Quote | Callout | Table | Figure | Grid | Facts

/** A picture that the office gave for its papers: checked, and with words for those who do not see it. */
export type PaperImage = {
  readonly name: 'logo' | 'cover'
  readonly type: 'png' | 'jpeg'
  readonly bytes: Uint8Array
  /** In dots. */
  readonly width: number
  readonly height: number
  readonly alt: string
  /** Where the site has it. */
  readonly href: string
}

/** How a cover is laid out: a page in the office's colour, a plain one, or one with a picture. */
export const COVERS = ['band', 'plain', 'picture'] as const
export type Cover = (typeof COVERS)[number]

/** The look that an office chose for its papers. */
export type HouseStyle = {
  /** `#rrggbb`, dark enough for white words on it. */
  readonly brand: string
  readonly typeface?: TypefaceName
  readonly cover?: Cover
  readonly logo?: PaperImage
  /** For covers with a picture. */
  readonly picture?: PaperImage
}

/** The cover that a paper gets: in the office's colour unless it chose another; one with a picture needs one. */
export function coverOf({ cover = 'band', picture }: HouseStyle): Cover {
  return cover === 'picture' && !picture ? 'plain' : cover
}

/** How a paper begins and is laid out. */
export type Layout = {
  /** A page of its own for the title. */
  readonly cover: boolean
  readonly contents: boolean
  readonly landscape: boolean
  /** The figures behind the charts, as tables at the end of the printed forms. */
  readonly dataTables: boolean
}

/** A whole paper. */
export type Paper = {
  readonly title: string
  readonly subtitle: string
  /** Whose paper it is. */
  readonly author: string
  /** What stands at the foot of each printed page. */
  readonly footer: string
  /** Where the paper can be checked, below that line; only what is published has it. */
  readonly check?: string
  /** The day that the files bear: the same inputs give the same bytes. */
  readonly madeOn: string
  /** What its Word file keeps for us, unseen: from which words it was made. */
  readonly remembers?: string
  readonly numbering: 'paragraphs' | 'headings' | 'none'
  readonly layout: Layout
  readonly style: HouseStyle
  readonly blocks: readonly Block[]
  /** Footnotes by number, from 1. */
  readonly notes: readonly (readonly Inline[])[]
}

/** So many rows and letters of a table are not parted between two pages. */
const WHOLE_ROWS = 16
const WHOLE_LETTERS = 900

/** A short table stands on one page. */
export function isShort({ rows }: TableContent): boolean {
  const letters = rows.flat().reduce((sum, cell) => sum + plainText(cell).length, 0)
  return rows.length <= WHOLE_ROWS && letters <= WHOLE_LETTERS
}

/** Whom a paper is for and when stands above its contents, where it has no cover; all else follows them. */
export function partedAtContents({ layout, blocks }: Paper): { above: readonly Facts[]; below: readonly Block[] } {
  const [first, ...rest] = blocks
  if (!layout.contents || layout.cover || first?.kind !== 'facts') return { above: [], below: blocks }
  return { above: [first], below: rest }
}

/** What is kept beside the next block: a sentence or promise with the chart, table or list that it speaks of. */
export function leadsTo(block: Block, next: Block | undefined, before?: Block): boolean {
  if (block.kind === 'quote') return next !== undefined && next.kind !== 'heading'
  if (block.kind !== 'paragraph') return false
  // Between a heading and the first of those below it: words by themselves at the foot of a page lead nowhere.
  if (before?.kind === 'heading' && next?.kind === 'heading') return next.level > before.level
  return next?.kind === 'figure' || next?.kind === 'table' || next?.kind === 'list'
}

/** The words of a line without its marks. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'break') return ' '
      if (inline.kind === 'note') return ''
      return 'children' in inline ? plainText(inline.children) : inline.text
    })
    .join('')
}

/** A line of plain words. */
export const words = (text: string): Inline[] => [{ kind: 'text', text }]

/** Every block of a paper and every block inside it, in reading order. */
export function* everyBlock(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block
    if (block.kind === 'list') for (const item of block.items) yield* everyBlock(item)
    if (block.kind === 'quote' || block.kind === 'callout') yield* everyBlock(block.children)
  }
}

/** Every line of a block by itself, without the blocks inside it. */
function linesOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.children]
    case 'table':
      return block.rows.flat()
    case 'facts':
      return block.rows.map(({ value }) => value)
    default:
      return []
  }
}

/** Every live figure of a paper, and every one that a typed number states, each once, in reading order. */
export function valuesIn({ blocks }: Pick<Paper, 'blocks'>): LiveValue[] {
  const found = new Map<string, LiveValue>()
  const keep = (value: LiveValue) => found.has(value.id) || found.set(value.id, value)
  const visit = (inline: Inline) => {
    if (inline.kind === 'value') keep(inline)
    if (inline.kind === 'typed' && inline.states) keep(inline.states)
    if ('children' in inline) for (const child of inline.children) visit(child)
  }
  for (const block of everyBlock(blocks)) for (const line of linesOf(block)) for (const inline of line) visit(inline)
  return [...found.values()]
}
