import type { Block, CheckedDocument, Range } from './document.js'

/**
 * The document's text with the same length and the same offsets, made fit for patterns: lines of one passage joined by
 * spaces, running heads and page numbers blanked, passages apart by a break.
 */
export type FlatText = { document: CheckedDocument; text: string }

/** Stands between passages, and between the cells of a table: no word and no white space, so that no pattern crosses it. */
const BREAK = '\u241e'

const cache = new WeakMap<CheckedDocument, FlatText>()

/** Flattens a document once; every check that asks again gets the same text. */
export function flatText(document: CheckedDocument): FlatText {
  const known = cache.get(document)
  if (known) return known
  const flat = { document, text: flattened(document) }
  cache.set(document, flat)
  return flat
}

const isFurniture = (block: Block) => block.kind === 'running-head' || block.kind === 'page-number'

function flattened({ text, blocks, hidden }: CheckedDocument): string {
  const parts: string[] = []
  let at = 0
  let before: Block | undefined
  for (const block of [...blocks].sort((a, b) => a.start - b.start)) {
    if (block.end <= at) continue
    const start = Math.max(at, block.start)
    if (isFurniture(block)) continue
    parts.push(gap(start - at, before !== undefined && !runsOn(text, before, block)))
    const shown = text.slice(start, block.end)
    parts.push(oneLine(block.kind === 'table' ? shown.replace(/[\t\n\r]/g, BREAK) : shown))
    at = block.end
    before = block
  }
  parts.push(gap(text.length - at, true))
  return blanked(parts.join(''), [...blocks.filter(isFurniture), ...hidden])
}

/** Furniture inside a longer passage, and marks that are no words, are blanked where they stand. */
function blanked(text: string, unread: Range[]): string {
  const parts: string[] = []
  let at = 0
  for (const block of unread.sort((a, b) => a.start - b.start)) {
    if (block.start < at) continue
    parts.push(text.slice(at, block.start), ' '.repeat(block.end - block.start))
    at = block.end
  }
  parts.push(text.slice(at))
  return parts.join('')
}

const gap = (length: number, isBreak: boolean) => (isBreak && length > 0 ? BREAK : '').padEnd(length, ' ')

/** Whether a passage is broken only by a page: it does not end a sentence, and the next goes on in small letters. */
function runsOn(text: string, before: Block, after: Block): boolean {
  if (before.kind !== 'paragraph' && before.kind !== 'list-item') return false
  if (after.kind !== 'paragraph' || before.page === after.page) return false
  const last = text.slice(before.start, before.end).trimEnd().at(-1) ?? ''
  return !/[.!?:;]/.test(last) && /^[a-z]/.test(text.slice(after.start, after.start + 2).trimStart())
}

const oneLine = (text: string) => text.replace(/[\s\u00a0\u2000-\u200b\u00ad]/g, ' ').replaceAll('\u2011', '-')

/** A sentence with its place. */
export type Sentence = Range & { readonly text: string }

const sentenceEnd = /[.!?]["’”')\]]?\s+(?=["‘“'(]?[A-Z0-9£•])/g
const notAnEnd =
  /(?:\b(?:No|St|Mr|Mrs|Ms|Dr|Cllr|approx|inc|incl|vs|cf|e\.g|i\.e|p\.a|para|paras|Fig|[A-Z])|^\s*\d{1,2}(?:\.\d{1,2})*)\.$/

/** Cuts a flattened document into sentences; abbreviations and paragraph numbers do not end one. */
export function sentencesOf(flat: FlatText): Sentence[] {
  const sentences: Sentence[] = []
  let at = 0
  for (const line of flat.text.split(BREAK)) {
    sentences.push(...sentencesInLine(line, at))
    at += line.length + 1
  }
  return sentences
}

function sentencesInLine(line: string, offset: number): Sentence[] {
  const found: Sentence[] = []
  let from = 0
  const add = (until: number) => {
    const text = line.slice(from, until)
    const lead = text.length - text.trimStart().length
    const trimmed = text.trim()
    if (trimmed !== '') {
      found.push({ text: trimmed, start: offset + from + lead, end: offset + from + lead + trimmed.length })
    }
    from = until
  }
  for (const match of line.matchAll(sentenceEnd)) {
    const until = match.index + match[0].length
    if (!notAnEnd.test(line.slice(Math.max(from, match.index - 12), match.index + 1))) add(until)
  }
  add(line.length)
  return found
}
