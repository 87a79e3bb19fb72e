import { escapedMarkdown } from '#kernel/markdown-words.js'
import { openArchive } from '../tables/archive.js'
import { TABLE_LIMITS } from '../tables/table.js'
import { UnreadableDocument } from './document-text.js'

/** One paragraph of a Word file as it stands when every tracked change is accepted. */
export type WordParagraph = {
  readonly kind: 'text' | 'heading' | 'item' | 'cell' | 'caption'
  /** Of a heading: 1 for a section, 2 and 3 below. */
  readonly level: number
  readonly text: string
  /** The same with Markdown's marks for bold, italic and links. */
  readonly marked: string
  /** Who tracked changes in it, if anybody did. */
  readonly authors: readonly string[]
}

/** What a Word file says, and what the program that made it left in it for itself. */
export type WordContent = { readonly paragraphs: readonly WordParagraph[]; readonly mark: string }

const MOST_UNPACKED = 400_000_000
/** The name under which a paper remembers in its Word file what it was made from. */
export const MARK_NAME = 'Frankpledge'

/** The paragraphs of a Word document (.docx), contents lists left out. For use in a process with limits. */
export async function wordParagraphs(bytes: Uint8Array): Promise<WordContent> {
  const opened = await openArchive(bytes, { ...TABLE_LIMITS, unpackedBytes: MOST_UNPACKED })
  const xml = opened.ok ? opened.value.get('word/document.xml')?.toString('utf8') : undefined
  if (!opened.ok || xml === undefined)
    throw new UnreadableDocument('This is not a Word document (.docx), or it is damaged: save it again as .docx')
  const part = (name: string) => opened.value.get(name)?.toString('utf8') ?? ''
  const links = new Map(
    [...part('word/_rels/document.xml.rels').matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  )
  const styles = styleNames(part('word/styles.xml'))
  return { paragraphs: new Walk(links, styles).read(xml), mark: markIn(part('docProps/custom.xml')) }
}

function markIn(xml: string): string {
  const property = new RegExp(`<property\\s[^>]*name="${MARK_NAME}"[^>]*>([\\s\\S]*?)</property>`).exec(xml)?.[1] ?? ''
  return unescaped(property.replace(/<[^>]*>/g, ''))
}

function styleNames(xml: string): Map<string, string> {
  const names = new Map<string, string>()
  for (const [, head = '', body = ''] of xml.matchAll(/<w:style\s([^>]*)>([\s\S]*?)<\/w:style>/g))
    names.set(attribute(head, 'w:styleId'), attribute(/<w:name\s[^>]*>/.exec(body)?.[0] ?? '', 'w:val').toLowerCase())
  return names
}

const attribute = (tag: string, name: string) =>
  unescaped(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

type Run = { text: string; bold: boolean; italic: boolean; link: string }

/** What of a document is passed over: what was deleted, moved away or stands in for older programs. */
const LEFT_OUT = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:sectPr', 'w:instrText'])

/** A walk through the tags of a document, gathering its paragraphs. */
class Walk {
  readonly #links: ReadonlyMap<string, string>
  readonly #styles: ReadonlyMap<string, string>
  readonly #found: WordParagraph[] = []
  #skipped = 0
  #cells = 0
  #boxes = 0
  #inProperties = false
  #joins = false
  #style = ''
  #inList = false
  #runs: Run[] = []
  #run: Run = { text: '', bold: false, italic: false, link: '' }
  #raised = false
  #link = ''
  #authors = new Set<string>()
  /** Fields that are open: their codes are left out, and so is the page that one leads to. */
  readonly #fields: { code: string; isResult: boolean }[] = []

  constructor(links: ReadonlyMap<string, string>, styles: ReadonlyMap<string, string>) {
    this.#links = links
    this.#styles = styles
  }

  read(xml: string): WordParagraph[] {
    const tags = /<(\/?)([\w:]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/g
    let open = ''
    for (const [, close = '', name = '', rest = '', self = '', text] of xml.matchAll(tags)) {
      if (text !== undefined) this.#text(open, text)
      else if (close) this.#close(name)
      else {
        open = self ? '' : name
        this.#open(name, rest, self !== '')
      }
      if (close) open = ''
    }
    return this.#found
  }

  #text(open: string, text: string): void {
    const field = this.#fields.at(-1)
    if (open === 'w:instrText' && field) field.code += text
    if (open !== 'w:t' || this.#skipped > 0 || this.#isLeftField()) return
    if (!this.#raised) this.#run.text += unescaped(text)
  }

  #isLeftField(): boolean {
    return this.#fields.some(({ code, isResult }) => !isResult || /^\s*(PAGEREF|TOC)\b/.test(code))
  }

  #open(name: string, rest: string, isEmpty: boolean): void {
    if (LEFT_OUT.has(name)) {
      // Inside the properties of a paragraph it is the mark at its end that went: the next one joins it.
      if (name === 'w:del' && this.#inProperties) this.#joins = true
      if (name === 'w:del' || name === 'w:moveFrom') this.#author(rest)
      if (!isEmpty) this.#skipped += 1
      return
    }
    if (this.#skipped > 0) return
    this.#element(name, rest, isEmpty)
  }

  #element(name: string, rest: string, isEmpty: boolean): void {
    if (name === 'w:tc') this.#cells += 1
    else if (name === 'w:txbxContent') this.#boxes += 1
    else if (name === 'w:pPr') this.#inProperties = !isEmpty
    else if (name === 'w:pStyle') this.#style = attribute(rest, 'w:val')
    else if (name === 'w:numPr') this.#inList = true
    else if (name === 'w:ins' || name === 'w:moveTo') this.#author(rest)
    else if (name === 'w:hyperlink') this.#link = this.#links.get(attribute(rest, 'r:id')) ?? ''
    else if (name === 'w:p' && isEmpty) this.#begin()
    else if (!this.#inProperties) this.#inRun(name, rest)
  }

  #inRun(name: string, rest: string): void {
    const isOn = !/w:val="(0|false|off|none)"/.test(rest)
    if (name === 'w:r') {
      this.#run = { text: '', bold: false, italic: false, link: this.#link }
      this.#raised = false
    } else if (name === 'w:b') this.#run.bold = isOn
    else if (name === 'w:i') this.#run.italic = isOn
    else if (name === 'w:vertAlign') this.#raised = /superscript/.test(rest)
    else if (name === 'w:fldChar') this.#field(attribute(rest, 'w:fldCharType'))
    else if (name === 'w:noBreakHyphen') this.#run.text += '-'
    else if (/^w:(tab|br|cr)$/.test(name) && !this.#isLeftField()) this.#run.text += name === 'w:tab' ? '\t' : ' '
  }

  #field(type: string): void {
    if (type === 'begin') this.#fields.push({ code: '', isResult: false })
    const field = this.#fields.at(-1)
    if (type === 'separate' && field) field.isResult = true
    if (type === 'end') this.#fields.pop()
  }

  #author(rest: string): void {
    const name = attribute(rest, 'w:author')
    if (name !== '') this.#authors.add(name)
  }

  #close(name: string): void {
    if (LEFT_OUT.has(name)) {
      if (this.#skipped > 0) this.#skipped -= 1
      return
    }
    if (this.#skipped > 0) return
    if (name === 'w:tc') this.#cells -= 1
    if (name === 'w:txbxContent') this.#boxes -= 1
    if (name === 'w:pPr') this.#inProperties = false
    if (name === 'w:hyperlink') this.#link = ''
    if (name === 'w:r' && this.#run.text !== '') this.#runs.push(this.#run)
    if (name === 'w:r') this.#run = { text: '', bold: false, italic: false, link: this.#link }
    if (name === 'w:p') this.#end()
  }

  #end(): void {
    if (this.#joins) {
      this.#joins = false
      return
    }
    const style = (this.#styles.get(this.#style) ?? this.#style).toLowerCase()
    const level = Number(/^heading ?([1-9])/.exec(style)?.[1] ?? 0)
    const text = tidy(this.#runs.map((run) => run.text).join(''))
    if (text !== '' && !/^(toc|contents|table of)/.test(style) && this.#boxes === 0) {
      const kind = this.#kindOf(style, level)
      this.#found.push({ kind, level, text, marked: tidy(markedText(this.#runs)), authors: [...this.#authors] })
    }
    this.#begin()
  }

  #kindOf(style: string, level: number): WordParagraph['kind'] {
    if (this.#cells > 0) return 'cell'
    if (level > 0) return 'heading'
    if (style === 'caption') return 'caption'
    return this.#inList || style.startsWith('list') ? 'item' : 'text'
  }

  #begin(): void {
    this.#runs = []
    this.#style = ''
    this.#inList = false
    this.#authors = new Set()
  }
}

/** Spaces as one, the tab after a printed number kept. */
const tidy = (text: string) =>
  text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[^\S\t]+/g, ' ')
    .replace(/ ?\t ?/g, '\t')
    .trim()

function markedText(runs: readonly Run[]): string {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && last.bold === run.bold && last.italic === run.italic && last.link === run.link) last.text += run.text
    else joined.push({ ...run })
  }
  return joined.map(markedRun).join('')
}

function markedRun({ text, bold, italic, link }: Run): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  if (words === '') return text
  const marks = `${bold ? '**' : ''}${italic ? '*' : ''}`
  const emphasised = `${marks}${escapedMarkdown(words)}${[...marks].reverse().join('')}`
  return `${before}${/^(https?:|mailto:)/i.test(link) ? `[${emphasised}](${link})` : emphasised}${after}`
}
