import type { CheckedDocument, Range } from '#modules/passages/index.js'
import { openLines } from './table-lines.js'

/** A number that stands at the head of a paragraph, a heading or a caption, and what follows it on its line. */
export type PrintedNumber = Range & { name: string; rest: string }

/** The numbers that a document prints of its own parts. */
export type PrintedNumbers = {
  /** "3.1", "3.1.2", at the beginning of lines. */
  paragraphs: PrintedNumber[]
  /** "3" before a heading. */
  headings: PrintedNumber[]
  /** "15." before a paragraph or a heading. */
  points: PrintedNumber[]
  /** By kind: "table", "figure", "chart", "map", "recommendation", "appendix". */
  captions: Map<string, PrintedNumber[]>
  /** "Step 1", "Stage 2", "Section 3:" before a passage, by kind. */
  steps: Map<string, PrintedNumber[]>
}

const numbered = /^([#*\s>]*)(\d{1,2}(?:\.\d{1,2}){1,2})\.?(?:(?:[\s*]+|(?=[A-Z][a-z]))(.*))?$/
const heading = /^([#*\s>]*)(\d{1,2})(?:[.)]\s*|\s{1,12})([A-Z].*)?$/
const point = /^([#*\s>]*)(\d{1,3})[.)]\s{1,12}(\S.*)$/
const caption =
  /^([#*_\s>]*)(Table|Figure|Fig|Chart|Map|Recommendation|Appendix|Annex|Enclosure|Attachment)\.?\s+([A-Z]|\d{1,2})(?![\w.]?\d)\b(\s*(?:[:.–—-].*|\s+[A-Z(].*|[*_\s]*)|\s+[A-Z(].*)$/i
const isContents = (text: string) => /(?:\.{3,}|…|\s{3,})\s*\d{1,3}$/.test(text.slice(-60))

/** "The list of cases stands in", and on the next line "Appendix B." */
const isUnfinished = /\b(?:in|at|see|to|of|from|by|with|and|or|as|is|are|the|per|under)$/

const cache = new WeakMap<CheckedDocument, PrintedNumbers>()

/** Reads the numbers of paragraphs, headings and captions; lines of a table of contents are passed over. */
export function printedNumbers(document: CheckedDocument): PrintedNumbers {
  const known = cache.get(document)
  if (known) return known
  const found: PrintedNumbers = { paragraphs: [], headings: [], points: [], captions: new Map(), steps: new Map() }
  let before = ''
  for (const line of openLines(document)) {
    const text = line.text.trimEnd()
    const isTail = isUnfinished.test(before)
    before = text
    if (text === '' || isContents(text)) continue
    addParagraph(found, text, line.start)
    const numbered = point.exec(text)
    if (numbered) found.points.push(place(numbered, line.start))
    if (!isTail) addCaption(found, text, line.start)
    if (!isTail) addStep(found, text, line.start)
  }
  cache.set(document, found)
  return found
}

function addParagraph(found: PrintedNumbers, text: string, offset: number) {
  const match = numbered.exec(text)
  if (match) found.paragraphs.push(place(match, offset))
  else if (text.length < 90 && !/[.;,]$/.test(text.replace(/^[#*\s\d]+\.$/, ''))) {
    const title = heading.exec(text)
    if (title) found.headings.push(place(title, offset))
  }
}

function place(match: RegExpExecArray, offset: number): PrintedNumber {
  const start = offset + (match[1]?.length ?? 0)
  const name = match[2] ?? ''
  return { name, rest: match[3]?.trim() ?? '', start, end: start + name.length }
}

function addCaption(found: PrintedNumbers, text: string, offset: number) {
  const match = caption.exec(text)
  if (!match) return
  const [, lead = '', word = '', name = '', rest = ''] = match
  if (/^\s+[a-z]/.test(rest)) return
  const kind = kindOf(word)
  const start = offset + lead.length
  const end = start + text.slice(lead.length).indexOf(name, word.length) + name.length
  const list = found.captions.get(kind) ?? []
  list.push({ name: name.toUpperCase(), rest: rest.trim(), start, end })
  found.captions.set(kind, list)
}

/** "Step 2", "Section 2: What we found", "Q2 Do you feel safe?": what the law's sections and a year's quarters are called too must look like a title. */
const step =
  /^([#*_\s>]*)(Step|Stage|Phase|Lesson|Strand|Objective|Pledge|Aim|Principle|(?:Section|Part|Chapter|Question|Theme|Priority|Outcome)(?=\s\d{1,2}(?::\s|\s[–—-]\s))|Q(?=\s?\d{1,2}[.:)]?\s+[A-Z].*\?$))\s?(\d{1,2})(?=[,.:)]?\s|[,.:)]?$|\s[–—-])/i

function addStep(found: PrintedNumbers, text: string, offset: number) {
  const match = step.exec(text)
  if (!match) return
  const kind = (match[2] ?? '').toLowerCase()
  const start = offset + (match[1]?.length ?? 0)
  const end = offset + match[0].length
  const list = found.steps.get(kind) ?? []
  list.push({ name: match[3] ?? '', rest: text.slice(match[0].length).trim(), start, end })
  found.steps.set(kind, list)
}

/** One name for words that mean the same: "Fig" is a figure, an annex is an appendix. */
export function kindOf(word: string): string {
  const lower = word.toLowerCase().replace(/\.$/, '')
  if (lower === 'fig') return 'figure'
  if (lower.startsWith('annex') || lower.startsWith('appendi')) return 'appendix'
  return lower.replace(/s$/, '')
}
