import { SANS } from './fonts.js'
import {
  type Block,
  everyBlock,
  type Facts,
  type Figure,
  type Grid,
  type Heading,
  isShort,
  leadsTo,
  type Paper,
  partedAtContents,
  plainText,
  type Table,
  type TableContent,
} from './paper.js'
import { tableSizes } from './table-sizes.js'
import { typefaceOf } from './typefaces.js'
import { opening, stylePictures } from './typst-opening.js'
import { preamble } from './typst-preamble.js'
import { type LineContext, line, literal, safeName } from './typst-words.js'

/** A paper as Typst: one text, and the pictures that it names. */
export type TypstPaper = { readonly text: string; readonly pictures: ReadonlyMap<string, string | Uint8Array> }

type Context = LineContext & {
  readonly pictures: Map<string, string | Uint8Array>
  readonly isNumbered: boolean
  readonly dataTables: Figure[]
  /** The level of the newest heading. */
  readonly at: { level: number }
  readonly isLandscape: boolean
  /** Whether its text is in the face that charts are in, whose widths are known. */
  readonly isSans: boolean
}

/** Writes a paper in the language of the typesetter. Pure text: whatever sets it may be replaced. */
export function typstPaper(paper: Paper): TypstPaper {
  const context: Context = {
    ...{
      notes: paper.notes,
      set: new Set<number>(),
      pictures: new Map<string, string | Uint8Array>(stylePictures(paper)),
    },
    ...{ isNumbered: paper.numbering === 'paragraphs', dataTables: [] },
    ...{ at: { level: 1 }, isLandscape: paper.layout.landscape },
    isSans: typefaceOf(paper.style.typeface).print.text === SANS,
  }
  const { above, below } = partedAtContents(paper)
  const first = above.map((each) => facts(each, context)).join('\n')
  const body = blocks(below, context, context.isNumbered)
  const text = [preamble(paper), opening(paper, first), body, appendix(paper, context), pagesNoted(paper)].join('\n')
  return { text, pictures: context.pictures }
}

/** Has the typesetter note on which page each part came to stand, for the other forms of the paper. */
function pagesNoted({ blocks: all }: Paper): string {
  const ids = [...everyBlock(all)].flatMap((block) => ('id' in block && block.id !== '' ? [safeName(block.id)] : []))
  return `#context[#metadata((${ids.map((id) => `("${id}",pageof("${id}")),`).join('')}))<pages>]`
}

/** Blocks in order; where paragraphs have numbers, all else stands in their column. */
function blocks(all: readonly Block[], context: Context, indents: boolean): string {
  return all
    .map((block, index) => {
      const text = written(block, context)
      const sticky = leadsTo(block, all[index + 1], all[index - 1]) ? 'sticky:true' : ''
      const isInset =
        indents && block.kind !== 'heading' && block.kind !== 'facts' && !(block.kind === 'paragraph' && block.number)
      if (isInset) return `#inset(${[AROUND[block.kind], sticky].filter(Boolean).join(',')})[${text}]`
      return sticky ? `#block(${sticky})[${text}]` : text
    })
    .join('\n')
}

/** The room around what stands in the column of numbered paragraphs, where it is more than between paragraphs. */
const AROUND: { readonly [kind in Block['kind']]?: string } = {
  ...{ figure: 'above:11pt,below:14pt', table: 'above:11pt,below:13pt' },
  ...{ quote: 'above:12pt,below:12pt', callout: 'above:12pt,below:12pt' },
}

function written(block: Block, context: Context): string {
  switch (block.kind) {
    case 'heading':
      return heading(block, context)
    case 'paragraph': {
      const body = line(block.children, context)
      const mark = block.id === '' ? '' : `<${safeName(block.id)}>`
      const text = block.number === null ? `par(${body})` : numbered(block.number, body)
      return mark === '' ? `#${text}` : `#[#metadata(none)${mark}]#${text}`
    }
    case 'list': {
      const items = block.items.map((item) => `[${blocks(item, context, false)}]`).join(',')
      return block.ordered ? `#enum(start:${Math.trunc(block.start)},${items})` : `#list(${items})`
    }
    case 'quote':
      return `#quote(block:true)[${blocks(block.children, context, false)}]`
    case 'callout': {
      const title = block.title === '' ? '' : `#par(strong(${literal(block.title)}))`
      return `#callout(${block.tone === 'worry'})[${title}${blocks(block.children, context, false)}]`
    }
    case 'table':
      return table(block, context)
    case 'figure':
      return figure(block, context)
    case 'grid':
      return grid(block, context)
    case 'facts':
      return facts(block, context)
  }
}

/** A paragraph of the paper, its number in a column of its own. */
const numbered = (number: string, body: string) =>
  `par(hanging-indent:3em,{box(width:3em,text(fill:soft,${literal(number)}));${body}})`

/** What stands below a chart or a table: its note and its source. */
const small = (words: string) => `#par(text(size:8.5pt,fill:soft,${literal(words)}))`

function heading({ level, number, children, id }: Heading, context: Context): string {
  const words = number === null ? line(children, context) : `{${literal(`${number}. `)};${line(children, context)}}`
  context.at.level = level
  return `#[#heading(level:${level},${words})<${safeName(id)}>]`
}

function table(block: Table, context: Context): string {
  const caption = `{strong(${literal(`Table ${block.number}.`)});" ";${literal(block.caption)}}`
  const name = safeName(block.id)
  const source = block.source === '' ? '' : `\n#v(-9pt)\n${small(`Source: ${block.source}`)}`
  return `#[${whole(block)}#figure(kind:table,supplement:none,numbering:none,caption:${caption},${grille(block, context, name)})<${name}>]${source}`
}

/** A short table stands on one page. */
function whole(content: TableContent): string {
  return isShort(content) ? '#show figure.where(kind:table):set block(breakable:false);' : ''
}

/** A cell with fewer letters than this is kept on one page. */
const MOST_UNBROKEN = 900

/** The cells of a table: its header row is repeated on every page that it runs over. */
function grille(content: TableContent, context: Context, name: string): string {
  const { columns, rows } = content
  const sizes = tableSizes(content, context.isSans)
  const places = columns.map(({ align }) => (align === 'number' ? 'right' : 'left'))
  const head = columns.map(({ label }) => literal(label))
  const hasShortCells = rows.every((row) => row.every((cell) => plainText(cell).length < MOST_UNBROKEN))
  const whole = hasShortCells ? 'set table.cell(breakable:false);' : ''
  const cells = rows.map((row) => row.map((cell) => line(cell, context)))
  const opening = `table(columns:(${sizes.columns.join(',')},),rows:${sizes.rows},align:(${places.join(',')},),table.header(repeat:true,${head.join(',')}),table.hline(stroke:1.2pt+ink)`
  if (isShort(content)) return `{${whole}${opening},${cells.flat().join(',')})}`
  const [third, second, last] = [cells.at(-3) ?? [], cells.at(-2) ?? [], cells.at(-1) ?? []]
  const body = [...cells.slice(0, -3).flat(), ...marked(third, `${name}-third`)].join(',')
  const end = [...second, ...marked(last, `${name}-last`)].join(',')
  // Its last row is never alone on a page: where a page ends among the last three, the last two go together.
  return `context{${whole}let end=(${end},);${opening},${body},..if apart("${name}-third","${name}-last"){(table.footer(repeat:false,..end),)}else{end})}`
}

/** A row whose first cell says under this name where it came to stand. */
function marked([first = '[]', ...others]: readonly string[], name: string): string[] {
  return [`{[#metadata(none)<${name}>];${first}}`, ...others]
}

function figure(block: Figure, context: Context): string {
  const { number, caption, alt, picture, source, note } = block
  const file = `figure-${number}.svg`
  context.pictures.set(file, picture.svg)
  if (block.data) context.dataTables.push(block)
  const title = `{strong(${literal(`Figure ${number}.`)});" ";${literal(caption)}}`
  const width = picture.width > 800 ? '100%' : `${Math.min(100, Math.round((100 * picture.width) / 784))}%`
  // A drawing takes the face of the text around it, whatever it names: charts are laid out for this one.
  const image = `{set text(font:("${SANS}",));image("/${file}",alt:${literal(alt)},width:${width})}`
  const below = [note, source === '' ? '' : `Source: ${source}`].filter(Boolean).join(' ')
  const words = below === '' ? '' : small(below)
  const whole = `#[#figure(kind:image,supplement:none,numbering:none,caption:${title},${image})<${safeName(block.id)}>]`
  return `#block(breakable:false,above:14pt,below:16pt)[${whole}${words}]`
}

/** How a commitment goes, on a line of its own below it. */
const stateLine = (state: string) => `linebreak();text(size:0.88em,fill:soft,${literal(state)})`

/** Themes side by side; on an upright page three to a row. */
function grid({ columns }: Grid, { at, isLandscape }: Context): string {
  const level = Math.min(4, at.level + 1)
  const across = isLandscape ? columns.length : Math.min(3, columns.length)
  const cells = columns.map(({ title, text, items }) => {
    const list = items.map(({ text: words, state }) => `{${literal(words)};${state ? stateLine(state) : ''}}`)
    const body = items.length === 0 ? '' : `#list(spacing:${isLandscape ? '0.95em' : '0.7em'},${list.join(',')})`
    const lead = text === '' ? '' : `#block(below:9pt,text(fill:soft,${literal(text)}))`
    return `[#heading(level:${level},outlined:false,${literal(title)})${lead}${body}]`
  })
  return `#block(breakable:false,width:100%,above:12pt,below:16pt,{set text(size:${isLandscape ? '10' : '8.5'}pt)
show heading:set text(size:${isLandscape ? '14' : '12'}pt,fill:brand)
show heading:set block(above:0pt,below:6pt)
set par(leading:0.5em,spacing:0.7em)
grid(columns:(${Array.from({ length: across }, () => '1fr').join(',')},),column-gutter:12pt,row-gutter:10pt,inset:(top:8pt),stroke:(top:2pt+brand),${cells.join(',')})})`
}

function facts({ rows }: Facts, context: Context): string {
  const items = rows.map(({ key, value }) => `terms.item(box(width:2.6cm,${literal(key)}),${line(value, context)})`)
  return `#block(above:6pt,below:18pt,stroke:(top:0.5pt+rule,bottom:0.5pt+rule),inset:(y:8pt),width:100%)[#terms(tight:true,separator:[],hanging-indent:2.6cm,spacing:0.7em,${items.join(',')})]`
}

/** The figures behind the charts, for whoever cannot see them or wants the numbers. */
function appendix({ layout }: Paper, context: Context): string {
  if (!layout.dataTables || context.dataTables.length === 0) return ''
  const tables = context.dataTables.map(({ number, caption, data }) => {
    const title = `{strong(${literal(`Figures behind Figure ${number}.`)});" ";${literal(caption)}}`
    if (!data) return ''
    return `#[${whole(data)}#figure(kind:table,supplement:none,numbering:none,caption:${title},${grille(data, context, `data-${number}`)})]`
  })
  return `#heading(level:2,"Data behind the figures")\n${tables.join('\n')}`
}
