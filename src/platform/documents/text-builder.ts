import type { TextBlock, TextCell, TextRange } from './document-text.js'

const GAP: Partial<Record<TextBlock['kind'], string>> = { 'list-item': '\n', 'row-text': '\n' }

/** Writes a document's text passage by passage and remembers where each stands. White space is collapsed as in HTML. */
export class TextBuilder {
  readonly blocks: TextBlock[] = []
  readonly hidden: TextRange[] = []
  #done: string[] = []
  #length = 0
  #line = ''

  get text(): string {
    return this.#done.join('') + this.#line
  }

  /** Where the next word will stand. */
  get at(): number {
    return this.#length + this.#line.length
  }

  /** Adds words to the passage that is being written. */
  add(words: string): void {
    const collapsed = words.replace(/[ \t\r\n\f]+/g, ' ')
    const isFresh = this.#line === '' || this.#line.endsWith(' ') || this.#line.endsWith('\n')
    this.#line += isFresh && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed
  }

  breakLine(): void {
    if (this.#line !== '') this.#line = `${this.#line.trimEnd()}\n`
  }

  /** Adds words that stand in the text but are not read. */
  addHidden(words: string): void {
    const start = this.at
    this.add(words)
    if (this.at > start) this.hidden.push({ start, end: this.at })
  }

  /** Ends the passage that is being written, if it has words, and says what it was. */
  end(kind: TextBlock['kind'], level?: number): void {
    const range = this.#flush()
    if (!range) return
    this.blocks.push({ kind, ...range, ...(level === undefined ? {} : { level }) })
    this.#push(GAP[kind] ?? '\n\n')
  }

  /** Ends a cell of a table; an empty cell has an empty place. */
  endCell(): TextCell {
    const start = this.#length
    const range = this.#flush() ?? { start, end: start }
    const text = range.end > range.start ? (this.#done.at(-1) ?? '') : ''
    this.#push('\t')
    return { ...range, text }
  }

  endRow(): void {
    this.#push('\n')
  }

  #flush(): TextRange | undefined {
    const words = this.#line.trimEnd()
    this.#line = ''
    if (words === '') return undefined
    const start = this.#length
    this.#push(words)
    return { start, end: this.#length }
  }

  #push(words: string): void {
    this.#done.push(words)
    this.#length += words.length
  }
}
