import { dateFromParts, type IsoDate } from '#kernel/dates.js'
import { monthNumber } from '#kernel/month-names.js'
import { type Block, type CheckedDocument, lineAt, type Page, pageAt, type Range } from './document.js'
import { plainDocument } from './plain-document.js'

/** What a reader of files gives: the words, and the passages if the form tells them. */
export type TextRead = {
  readonly title?: string
  readonly madeOn?: IsoDate
  readonly text: string
  readonly blocks?: readonly Omit<Block, 'line' | 'page' | 'number'>[]
  readonly pages: readonly Page[]
  readonly hidden: readonly Range[]
}

/** A document to check, from what was read of a file; where the form tells only lines, passages are found by looks. */
export function documentFromText(file: string, read: TextRead): CheckedDocument {
  const { title, madeOn, text, blocks, pages, hidden } = read
  const date = statedDate(text) ?? madeOn
  if (!blocks) return plainDocument(file, text, { ...(title && { title }), ...(date && { date }), hidden })
  const bare: CheckedDocument = {
    file,
    ...(title && { title }),
    ...(date && { date }),
    text,
    blocks: [],
    pages,
    hidden,
  }
  return { ...bare, blocks: blocks.map((block) => placed(bare, block)) }
}

/** "2.1 The panel met": the number of a paragraph; not "37.7 (13,756 over 365)", "24.6 a day" or "2.4 officers per 1,000". */
const NUMBERED =
  /^(\d{1,2}(?:\.\d{1,2}){1,3}(?!\s(?:\(\d|an? |(?:[a-z]+ ){0,4}(?:per|in a|(?:for|in|to) (?:each|every))\b))|\d{1,2}\.)\.?\s(?!per\s?cent|million|billion|points\b|hours\b|days\b)/

function placed(document: CheckedDocument, block: Omit<Block, 'line' | 'page' | 'number'>): Block {
  const page = pageAt(document, block.start)
  const head = document.text.slice(block.start, Math.min(block.end, block.start + 60))
  const number = block.kind === 'table' ? undefined : NUMBERED.exec(`${head} `)?.[1]?.replace(/\.$/, '')
  const isLone = number !== undefined && /^[\d.]+$/.test(document.text.slice(block.start, block.end))
  return {
    ...block,
    ...(isLone && { kind: 'row-text' }),
    line: lineAt(document, block.start),
    ...(page !== undefined && { page }),
    ...(number && { number }),
  }
}

const OPENING = 3000
const DATE_LINE =
  /^[*_#\s]*(?:(?:date|meeting|meeting date|date of meeting|published(?:\s+on)?|report date|as at)\b[*_\s]*:?[*_\s]*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})(?:\s+by\s.{1,120})?[*_.\s]*$/i

/** The day that a document gives as its own: a line of its opening that says nothing but a date. */
function statedDate(text: string): IsoDate | undefined {
  for (const line of text.slice(0, OPENING).split(/[\n\f]|\t/)) {
    const match = line.length < 160 ? DATE_LINE.exec(line) : null
    const month = monthNumber(match?.[2])
    if (!match || month === 0) continue
    const date = dateFromParts(Number(match[3]), month, Number(match[1]))
    if (date.ok) return date.value
  }
  return undefined
}
