import type { Finding, Quote, Verdict } from '#modules/passages/index.js'
import { unreadPagesInWords } from '../actions/unread-pages.js'
import type { CheckedFile } from '../domain/file-outcome.js'
import { summaryOf } from '../domain/finding-summary.js'

const VERDICTS: readonly Verdict[] = ['error', 'warning', 'question', 'holds']
const WIDTH = 240

/** The findings of a file for people; what holds is only counted, unless all is asked for. */
export function linesFor({ file, document, findings, claims }: CheckedFile, isAll: boolean): string[] {
  const shown = findings.filter(({ verdict }) => isAll || verdict !== 'holds')
  const ordered = VERDICTS.flatMap((verdict) => shown.filter((finding) => finding.verdict === verdict))
  const unread = unreadPagesInWords(document)
  return [
    ...ordered.flatMap((finding) => [...linesOf(finding, file), '']),
    `${file}: ${summaryOf(findings, claims)}`,
    ...(unread ? [`${file}: ${unread}`] : []),
  ]
}

function linesOf(finding: Finding, file: string): string[] {
  const { verdict, kind, quotes, message, working, suggestion } = finding
  return [
    `${verdict.toUpperCase()}  ${kind}`,
    ...quotes.map((quote) => `  ${placeOf(quote, file)}: “${shortened(quote.text)}”`),
    `  ${message}`,
    ...(working ? [`  Working: ${working}`] : []),
    ...(suggestion ? [`  Suggestion: ${suggestion}`] : []),
  ]
}

function placeOf(quote: Quote, file: string): string {
  const place = [quote.page && `page ${quote.page}`, quote.line && `line ${quote.line}`].filter(Boolean).join(', ')
  return quote.file === file ? place : `${quote.file}, ${place}`
}

function shortened(text: string): string {
  const flat = text.replace(/\s+/g, ' ')
  return flat.length > WIDTH ? `${flat.slice(0, WIDTH - 1)}…` : flat
}
