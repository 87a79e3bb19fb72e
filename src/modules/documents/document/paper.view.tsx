import type { ComponentChildren } from 'preact'
import {
  type Block,
  type Figure,
  type Grid,
  type Heading as HeadingBlock,
  type Paper,
  type PaperImage,
  partedAtContents,
  type TableContent,
} from '#platform/typesetting/paper.js'
import {
  Cards,
  ChartFigure,
  Details,
  Heading,
  Notice,
  NumberedParagraph,
  Paper as PaperColumn,
  Promised,
  Small,
  SummaryList,
  Table,
  ThemeCard,
} from '#ui/components.js'
import { Line } from './line.view.js'
import { Opening } from './paper-opening.view.js'

type Pages = Readonly<Record<string, number>>
type Context = {
  readonly pages: Pages
  readonly noted: Set<number>
  readonly isNumbered: boolean
  readonly hasSections: boolean
}

type PaperProps = {
  readonly paper: Paper
  readonly pages?: Pages
  /** Where its house style's pictures are: on the site, or in the file itself. */
  readonly src?: (image: PaperImage) => string
}

const hrefOf = ({ href }: PaperImage) => href

/** A whole paper as the site shows it. */
export function PaperView({ paper, pages = {}, src = hrefOf }: PaperProps) {
  const hasSections = paper.blocks.some(({ kind }) => kind === 'heading')
  const context: Context = { pages, noted: new Set(), isNumbered: paper.numbering === 'paragraphs', hasSections }
  const { above, below } = partedAtContents(paper)
  return (
    <PaperColumn isBroad={paper.layout.landscape} face={paper.style.typeface}>
      <Opening paper={paper} src={src} />
      {above.map((block) => (
        <Placed block={block} context={context} />
      ))}
      {paper.layout.contents ? <Contents paper={paper} context={context} /> : null}
      {inSections(below).map(({ heading, blocks }) =>
        heading ? (
          <section aria-labelledby={heading.id}>
            {blocks.map((block) => (
              <Placed block={block} context={context} />
            ))}
          </section>
        ) : (
          blocks.map((block) => <Placed block={block} context={context} />)
        ),
      )}
      <Notes paper={paper} context={context} />
    </PaperColumn>
  )
}

type Section = { readonly heading: HeadingBlock | undefined; readonly blocks: Block[] }

/** What stands before the first heading, and then each section with its heading. */
function inSections(blocks: readonly Block[]): Section[] {
  const sections: Section[] = [{ heading: undefined, blocks: [] }]
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 2) sections.push({ heading: block, blocks: [] })
    sections.at(-1)?.blocks.push(block)
  }
  return sections
}

function Contents({ paper, context }: { paper: Paper; context: Context }) {
  const headings = paper.blocks.filter((block): block is HeadingBlock => block.kind === 'heading' && block.level === 2)
  return (
    <nav class="paper__contents" aria-label="Contents">
      <Heading level={2} size={3}>
        Contents
      </Heading>
      <ul>
        {headings.map(({ id, number, children }) => (
          <li>
            <a href={`#${id}`}>
              {number ? `${number}. ` : ''}
              <Line of={children} noted={context.noted} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Where paragraphs have numbers, all else stands in their column. */
function Placed({ block, context }: { block: Block; context: Context }) {
  if (!context.isNumbered || block.kind === 'heading' || block.kind === 'facts') return <Part {...{ block, context }} />
  const number = block.kind === 'paragraph' ? block.number : null
  return (
    <NumberedParagraph number={number} {...(block.kind === 'paragraph' && block.id && { id: block.id })}>
      <Part {...{ block, context }} />
    </NumberedParagraph>
  )
}

function Part({ block, context }: { block: Block; context: Context }): ComponentChildren {
  const { pages, noted } = context
  switch (block.kind) {
    case 'heading':
      return (
        <Heading level={block.level} id={block.id}>
          {block.number ? `${block.number}. ` : ''}
          <Line of={block.children} {...{ pages, noted }} />
        </Heading>
      )
    case 'paragraph':
      return (
        <p id={block.number === null && block.id ? block.id : undefined}>
          <Line of={block.children} {...{ pages, noted }} />
        </p>
      )
    case 'list':
      return <ListPart block={block} context={context} />
    case 'quote':
      return <Promised>{<Parts of={block.children} context={context} />}</Promised>
    case 'callout':
      return (
        <Notice kind={block.tone} {...(block.title && { title: block.title })}>
          <Parts of={block.children} context={context} />
        </Notice>
      )
    case 'table':
      return (
        <>
          <TablePart
            content={block}
            caption={`Table ${block.number}. ${block.caption}`}
            id={block.id}
            context={context}
          />
          {block.source ? <Small>Source: {block.source}</Small> : null}
        </>
      )
    case 'figure':
      return <FigurePart block={block} context={context} />
    case 'grid':
      return <GridPart block={block} level={context.hasSections ? 3 : 2} />
    case 'facts':
      return (
        <SummaryList
          rows={block.rows.map(({ key, value }) => ({ key, value: <Line of={value} {...{ pages, noted }} /> }))}
        />
      )
  }
}

function Parts({ of, context }: { of: readonly Block[]; context: Context }) {
  return (
    <>
      {of.map((block) => (
        <Part block={block} context={context} />
      ))}
    </>
  )
}

function ListPart({ block, context }: { block: Extract<Block, { kind: 'list' }>; context: Context }) {
  const items = block.items.map((item) => {
    const [only, ...others] = item
    const isPlain = only?.kind === 'paragraph' && others.every(({ kind }) => kind === 'list')
    return (
      <li>
        {isPlain ? <Line of={only.children} pages={context.pages} noted={context.noted} /> : null}
        <Parts of={isPlain ? others : item} context={context} />
      </li>
    )
  })
  return block.ordered ? <ol start={block.start === 1 ? undefined : block.start}>{items}</ol> : <ul>{items}</ul>
}

type TableProps = {
  readonly content: TableContent
  readonly caption: string
  readonly id?: string
  readonly context: Context
}

/** Shares of a table's width that the styles have. */
const WIDTHS = [
  { name: 'narrow', share: 0.15 },
  { name: 'fifth', share: 0.19 },
  { name: 'quarter', share: 0.25 },
  { name: 'third', share: 0.33 },
  { name: 'half', share: 0.5 },
] as const

/** The nearest of those to the share of each column of words; number columns take what they need. */
function widthsOf(columns: TableContent['columns']) {
  if (columns.every(({ share }) => share === undefined)) return columns.map(() => undefined)
  const whole = columns.reduce((sum, { share }) => sum + (share ?? 1), 0)
  return columns.map(({ align, share }) => {
    const off = (width: (typeof WIDTHS)[number]) => Math.abs(width.share - (share ?? 1) / whole)
    return align ? undefined : WIDTHS.reduce((best, width) => (off(width) < off(best) ? width : best)).name
  })
}

function TablePart({ content, caption, id, context: { pages, noted } }: TableProps) {
  const widths = widthsOf(content.columns)
  const texts = content.columns.filter(({ align }) => !align).length
  return (
    <Table
      caption={caption}
      {...(id && { id })}
      rowHeads={content.rowHeads}
      columns={content.columns.map(({ label, align }, index) => ({
        label,
        ...(align && { align }),
        ...(widths[index] && { width: widths[index] }),
      }))}
      stacks={texts > 1}
      isNarrow={content.isNarrow === true}
      rows={content.rows.map((row) => row.map((cell) => <Line of={cell} {...{ pages, noted }} />))}
    />
  )
}

/** Words that others follow on the same line. */
const sentence = (text: string) => (/[.?!]$/.test(text) ? text : `${text}.`)

function FigurePart({ block, context }: { block: Figure; context: Context }) {
  const { id, number, caption, note, source, picture, data } = block
  return (
    <div id={id}>
      {/* Drawn by ourselves: its words are escaped where it is made. */}
      <ChartFigure chart={<div dangerouslySetInnerHTML={{ __html: picture.html }} />}>
        <strong>Figure {number}.</strong> {sentence(caption)} {note} Source: {source}
      </ChartFigure>
      {data ? (
        <Details summary={`Figures behind Figure ${number}`}>
          <TablePart content={data} caption={`Figures behind Figure ${number}. ${caption}`} context={context} />
        </Details>
      ) : null}
    </div>
  )
}

const COLUMNS = [2, 2, 2, 3, 4, 5] as const

function GridPart({ block: { columns }, level }: { block: Grid; level: 2 | 3 }) {
  return (
    <Cards columns={COLUMNS[columns.length] ?? 3}>
      {columns.map(({ title, text, items }) => (
        <ThemeCard title={title} text={text} level={level}>
          <ul>
            {items.map((item) => (
              <li>
                {item.text}
                {item.state ? <span class="paper__state">{item.state}</span> : null}
              </li>
            ))}
          </ul>
        </ThemeCard>
      ))}
    </Cards>
  )
}

/** The notes that were named above, under their numbers of the whole paper: a section by itself has only its own. */
function Notes({ paper: { notes }, context }: { paper: Paper; context: Context }) {
  const named = notes
    .map((note, index) => ({ note, number: index + 1 }))
    .filter(({ number }) => context.noted.has(number))
  if (named.length === 0) return null
  return (
    <section class="paper__notes" aria-labelledby="notes">
      <Heading level={2} id="notes">
        Notes
      </Heading>
      <ol>
        {named.map(({ note, number }, index) => (
          <li id={`note-${number}`} {...(number !== index + 1 && { value: number })}>
            <Line of={note} noted={context.noted} /> <a href={`#note-${number}-from`}>Back to the text</a>
          </li>
        ))}
      </ol>
    </section>
  )
}
