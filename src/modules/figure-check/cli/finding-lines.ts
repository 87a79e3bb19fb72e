import type { CheckedFile } from '../domain/file-outcome.js'
import type { Finding, Quote, Verdict } from '../domain/finding.js'

const VERDICTS: readonly Verdict[] = ['error', 'warning', 'question', 'holds']
const WIDTH = 240

/** The findings of a file for people; what holds is only counted, unless all is asked for. */
export function linesFor({ file, findings, claims }: CheckedFile, isAll: boolean): string[] {
  const shown = findings.filter(({ verdict }) => isAll || verdict !== 'holds')
  const ordered = VERDICTS.flatMap((verdict) => shown.filter((finding) => finding.verdict === verdict))
  return [...ordered.flatMap((finding) => [...linesOf(finding, file), '']), `${file}: ${summaryOf(findings, claims)}`]
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

/** "1 error, 2 warnings, no questions; 14 relations hold; 57 claims read". */
export function summaryOf(findings: readonly Finding[], claims: number): string {
  const count = (verdict: Verdict) => findings.filter((finding) => finding.verdict === verdict).length
  const counted = (many: number, word: string) => `${many === 0 ? 'no' : many} ${word}${many === 1 ? '' : 's'}`
  const open = [
    counted(count('error'), 'error'),
    counted(count('warning'), 'warning'),
    counted(count('question'), 'question'),
  ].join(', ')
  const holds = count('holds')
  return `${open}; ${holds} checked and right; ${counted(claims, 'claim')} read`
}
