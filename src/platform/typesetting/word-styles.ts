import { AlignmentType, type INumberingOptions, type IStylesOptions, LevelFormat, LineRuleType } from 'docx'

/** Word takes a size in half points. */
const INK = '16202a'
const SOFT = '4d5a66'

const spaced = (before: number, after: number, line = 264) => ({
  // Without the rule an inline picture is cut to the height of one line.
  spacing: { before, after, line, lineRule: LineRuleType.AUTO },
})

const heading = (font: string, size: number, before: number, after: number) => ({
  run: { font, size, bold: true, color: INK },
  paragraph: { ...spaced(before, after, 252), keepNext: true, keepLines: true },
})

const own = (id: string, name: string, run: object, paragraph: object) => ({
  ...{ id, name, basedOn: 'Normal', next: id, quickFormat: true, run, paragraph },
})

/** What the styles of one Word file follow. */
type Looks = {
  readonly faces: { readonly title: string; readonly text: string }
  /** The office's colour, without its hash. */
  readonly brand: string
  /** The paper is one page in print, and is to be one here, where faces are wider. */
  readonly isOnePage: boolean
}

/** The styles of our Word files: whoever edits one changes a style, not a hundred paragraphs. */
export function wordStyles({ faces: { title, text }, brand, isOnePage }: Looks): IStylesOptions {
  const size = isOnePage ? 19 : 21
  const first = isOnePage ? { title: 40, before: 220, after: 60 } : { title: 48, before: 380, after: 120 }
  return {
    default: {
      document: {
        run: {
          ...{ font: text, size, color: INK },
          language: { value: 'en-GB', eastAsia: 'en-GB', bidirectional: 'ar-SA' },
        },
        paragraph: spaced(0, isOnePage ? 70 : 130, isOnePage ? 250 : 264),
      },
      title: heading(title, first.title, 0, 160),
      heading1: heading(title, isOnePage ? 26 : 30, first.before, first.after),
      heading2: heading(text, 23, 280, 100),
      heading3: heading(text, 21, 220, 100),
      listParagraph: { paragraph: spaced(0, isOnePage ? 40 : 80) },
      caption: {
        run: { size: 19, color: INK, italics: false, bold: false },
        paragraph: { ...spaced(isOnePage ? 120 : 220, isOnePage ? 60 : 100), keepNext: true },
      },
      hyperlink: { run: { color: '1257a0', underline: {} } },
      footnoteText: { run: { size: 17 }, paragraph: spaced(0, 40, 240) },
    },
    paragraphStyles: [
      own('Subtitle', 'Subtitle', { color: SOFT, size: 24 }, spaced(0, 300)),
      own('Quote', 'Quote', { color: brand, size: size + 1 }, spaced(60, 130)),
      own('Callout', 'Call-out', {}, { ...spaced(0, 0), shading: { fill: 'f6f4ee', type: 'clear', color: 'auto' } }),
      own('SourceLine', 'Source line', { size: 17, color: SOFT }, spaced(80, isOnePage ? 120 : 240, 240)),
      own('BelowTable', 'Below a table', { size: 12 }, spaced(0, isOnePage ? 40 : 120, 240)),
      own('Picture', 'Picture', {}, { ...spaced(60, 60), keepNext: false }),
      own('TableHead', 'Table head', { size: 18, bold: true }, spaced(0, 0, 240)),
      own('TableText', 'Table text', { size: 18 }, spaced(0, 0, 240)),
      own('Facts', 'Facts', {}, spaced(0, 60)),
      own(
        'ContentsTitle',
        'Contents title',
        { font: title, size: 30, bold: true },
        { ...spaced(300, 140), keepNext: true },
      ),
      own('TOC1', 'toc 1', {}, spaced(60, 20, 240)),
      own('TOC2', 'toc 2', {}, { ...spaced(0, 20, 240), indent: { left: 240 } }),
      own('Footer', 'footer', { size: 17, color: SOFT }, spaced(0, 0, 240)),
    ],
  }
}

const levels = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: (level: number) => string) =>
  Array.from({ length: 9 }, (_, level) => ({
    ...{ level, format, text: text(level), alignment: AlignmentType.LEFT },
    style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 300 } } },
  }))

/** Real lists, each with nine levels. */
export const WORD_LISTS: INumberingOptions = {
  config: [
    { reference: 'bullets', levels: levels(LevelFormat.BULLET, (level) => ['•', '–', '•'][level % 3] ?? '•') },
    { reference: 'numbers', levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`) },
  ],
}
