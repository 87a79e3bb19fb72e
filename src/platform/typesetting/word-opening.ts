import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  ImageRun,
  PageBreak,
  TableOfContents,
  Paragraph as WordParagraph,
} from 'docx'
import { coverOf, type Paper, type PaperImage, plainText } from './paper.js'
import { bookmarkName, clean, run } from './word-lines.js'

/** The page that each part stands on in the PDF, by its id: references and contents in Word say the same. */
export type PageNumbers = Readonly<Record<string, number>>

/** Dots in a millimetre, at 96 to the inch. */
const MILLIMETRE = 96 / 25.4

/** How a paper begins in Word: its cover, or its title with the office's logo and `first`; then its contents. */
export function opening(paper: Paper, pages: PageNumbers, first: readonly FileChild[]): FileChild[] {
  const { title, subtitle, layout, style } = paper
  const name = new WordParagraph({ style: 'Title', children: [run(title)] })
  const below = subtitle === '' ? [] : [new WordParagraph({ style: 'Subtitle', children: [run(subtitle)] })]
  const contents: FileChild[] = layout.contents ? contentsBlock(paper, pages) : []
  if (layout.cover)
    return [...cover(paper, [name, ...below]), ...contents, ...(contents.length > 0 ? [nextPage()] : [])]
  const logo = style.logo ? [picture(style.logo, { height: 14 }, AlignmentType.RIGHT)] : []
  return [...logo, name, ...below, ...first, ...contents]
}

function cover(paper: Paper, title: readonly WordParagraph[]): FileChild[] {
  const { author, style } = paper
  const rule = { style: BorderStyle.SINGLE, size: 48, color: style.brand.replace('#', ''), space: 8 }
  const who = new WordParagraph({ children: [run(author)] })
  const logo = style.logo ? [picture(style.logo, { height: 20 }, AlignmentType.LEFT)] : []
  const shown = coverOf(style) === 'picture' && style.picture ? style.picture : undefined
  const line = new WordParagraph({ spacing: { before: shown ? 400 : 3000 }, border: { bottom: rule }, children: [] })
  const above = shown ? [picture(shown, { width: 160 }, AlignmentType.LEFT)] : logo
  return [...above, line, ...title, who, ...(shown ? logo : []), nextPage()]
}

const nextPage = () => new WordParagraph({ children: [new PageBreak()] })

type Size = { readonly width: number } | { readonly height: number }

/** A picture of the house style, so many millimetres wide or high. */
function picture(image: PaperImage, size: Size, alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): WordParagraph {
  const { type, bytes, width, height, alt, name } = image
  const scale = ('width' in size ? size.width / width : size.height / height) * MILLIMETRE
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) }
  const altText = { name: clean(name), title: clean(alt), description: clean(alt), id: name === 'logo' ? '900' : '901' }
  const shown = new ImageRun({
    ...{ type: type === 'jpeg' ? 'jpg' : 'png', data: Buffer.from(bytes), transformation, altText },
  })
  return new WordParagraph({ style: 'Picture', alignment, children: [shown] })
}

function contentsBlock({ blocks }: Paper, pages: PageNumbers): FileChild[] {
  return [
    new WordParagraph({ style: 'ContentsTitle', children: [run('Contents')] }),
    new TableOfContents('Contents', {
      hyperlink: true,
      headingStyleRange: '1-2',
      cachedEntries: contentsOf(blocks, pages),
    }),
  ]
}

/** The contents as they stand in the PDF, until Word counts its own pages. */
function contentsOf(blocks: Paper['blocks'], pages: PageNumbers) {
  return blocks.flatMap((block) => {
    if (block.kind !== 'heading' || block.level > 3) return []
    const page = pages[block.id]
    const title = clean(`${block.number === null ? '' : `${block.number}. `}${plainText(block.children)}`)
    return [{ title, level: block.level - 1, href: bookmarkName(block.id), ...(page && { page }) }]
  })
}
