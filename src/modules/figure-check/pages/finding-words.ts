import type { Finding, Kind, Quote, Verdict } from '#modules/passages/index.js'

/** A verdict as people read it. */
export const VERDICT_WORDS: Readonly<Record<Verdict, { readonly one: string; readonly many: string }>> = {
  error: { one: 'Error', many: 'Errors' },
  warning: { one: 'Warning', many: 'Warnings' },
  question: { one: 'Question', many: 'Questions' },
  holds: { one: 'Holds', many: 'Checked and right' },
}

/** What was checked, as people read it. */
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  'average-of-total': 'Average of a total',
  magnitude: 'Size or unit',
  change: 'Change between two figures',
  contradiction: 'Two values for one thing',
  sum: 'Sum',
  share: 'Share',
  'possible-percentage': 'Possible percentage',
  period: 'Period',
  date: 'Date',
  'count-of-things': 'Count of things',
  numbering: 'Numbering',
  'cross-reference': 'Reference within the document',
  'stale-text': 'Text carried over',
  register: 'Against the register',
}

/** Where a passage stands: "Page 3, line 45". */
export function placeWords(quote: Quote, file: string): string {
  const parts = [quote.page && `page ${quote.page}`, quote.line && `line ${quote.line}`].filter(Boolean).join(', ')
  const place = parts.charAt(0).toUpperCase() + parts.slice(1)
  return quote.file === file ? place : `${quote.file}, ${parts}`
}

/** A passage on one line, cut when it is long. */
export function shortQuote({ text }: Quote): string {
  const flat = text.replace(/\s+/g, ' ')
  return flat.length > 200 ? `${flat.slice(0, 199)}…` : flat
}

/** How many findings there are of each verdict. */
export function countsOf(findings: readonly Finding[]): Map<Verdict, number> {
  const counts = new Map<Verdict, number>()
  for (const { verdict } of findings) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  return counts
}
