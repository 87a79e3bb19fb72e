import {
  Document,
  type FileChild,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  TabStopType,
  TextRun,
  Paragraph as WordParagraph,
} from 'docx'
import { MARK_NAME } from '../documents/word-paragraphs.js'
import { everyBlock, type Figure, type Paper, partedAtContents } from './paper.js'
import { steadyZip } from './steady-zip.js'
import { typefaceOf } from './typefaces.js'
import { facts, type WordContext, wordBlocks } from './word-blocks.js'
import { bookmarkName, clean, run, wordLine } from './word-lines.js'
import { opening, type PageNumbers } from './word-opening.js'
import { WORD_LISTS, wordStyles } from './word-styles.js'
import { wordTable } from './word-table.js'

/** A page of A4 and its margins, in twentieths of a point. */
const A4 = { width: 11_906, height: 16_838 }
const MARGINS = {
  portrait: { top: 1247, bottom: 1247, side: 1417 },
  landscape: { top: 794, bottom: 907, side: 907 },
}

type Drawing = { readonly png: (svg: string) => Uint8Array; readonly pages: PageNumbers }

/** A paper as a Word file with real styles, contents, captions, header rows, alternative texts and footnotes. */
export async function wordFile(paper: Paper, { png, pages }: Drawing): Promise<Uint8Array> {
  const { layout, title, author } = paper
  const margins = layout.landscape ? MARGINS.landscape : MARGINS.portrait
  const width = (layout.landscape ? A4.height : A4.width) - 2 * margins.side
  const context: WordContext = {
    ...{ width, png, lists: { count: 1 }, noted: new Set<number>(), indents: paper.numbering === 'paragraphs' },
    brand: paper.style.brand.replace('#', ''),
  }
  const { above, below } = partedAtContents(paper)
  const first = above.flatMap((each) => facts(each, context))
  const document = new Document({
    ...{
      title: clean(title),
      creator: clean(author),
      lastModifiedBy: clean(author),
      styles: wordStyles({
        faces: typefaceOf(paper.style.typeface).word,
        brand: context.brand,
        isOnePage: !layout.landscape && isOnePage(pages),
      }),
      numbering: WORD_LISTS,
      ...(paper.remembers && { customProperties: [{ name: MARK_NAME, value: clean(paper.remembers) }] }),
    },
    footnotes: footnotesOf(paper),
    pageNumbers: () => ({
      bookmarks: new Map(Object.entries(pages).map(([id, page]) => [bookmarkName(id), String(page)])),
    }),
    sections: [
      {
        properties: {
          titlePage: layout.cover,
          page: {
            size: { ...A4, orientation: layout.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: { top: margins.top, bottom: margins.bottom, left: margins.side, right: margins.side },
          },
        },
        footers: {
          default: footer(paper, width),
          ...(layout.cover && { first: new Footer({ children: [new WordParagraph('')] }) }),
        },
        children: [...opening(paper, pages, first), ...wordBlocks(below, context), ...appendix(paper, context)],
      },
    ],
  })
  return steadyZip(await Packer.toBuffer(document), paper.madeOn)
}

/** Whether all that has a place in the printed form has it on its first page. */
function isOnePage(pages: PageNumbers): boolean {
  const numbers = Object.values(pages)
  return numbers.length > 0 && numbers.every((page) => page === 1)
}

function footer({ footer: words, check }: Paper, width: number): Footer {
  const page = new TextRun({
    children: ['\t', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
  })
  const children = [run(words), page]
  const line = new WordParagraph({
    style: 'Footer',
    tabStops: [{ type: TabStopType.RIGHT, position: width }],
    children,
  })
  const below = check ? [new WordParagraph({ style: 'Footer', children: [run(check)] })] : []
  return new Footer({ children: [line, ...below] })
}

function footnotesOf({ notes }: Paper) {
  return Object.fromEntries(
    notes.map((note, index) => [
      index + 1,
      { children: [new WordParagraph({ style: 'FootnoteText', children: wordLine(note, new Set()) })] },
    ]),
  )
}

/** The figures behind the charts, for whoever cannot see them or wants the numbers. */
function appendix({ blocks, layout }: Paper, context: WordContext): FileChild[] {
  const figures = [...everyBlock(blocks)].filter(
    (block): block is Figure => block.kind === 'figure' && block.data !== null,
  )
  if (!layout.dataTables || figures.length === 0) return []
  const where = { indent: 0 }
  const title = new WordParagraph({ heading: 'Heading1', children: [run('Data behind the figures')] })
  const tables = figures.flatMap(({ number, caption, data }) => [
    new WordParagraph({
      ...{ style: 'Caption', keepNext: true },
      children: [run(`Figures behind Figure ${number}.`, { bold: true }), run(` ${caption}`)],
    }),
    ...(data ? [wordTable(data, context, where, caption)] : []),
    new WordParagraph({ style: 'BelowTable', children: [] }),
  ])
  return [title, ...tables]
}
