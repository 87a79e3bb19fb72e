import { type CheckedDocument, lineAt, pageAt } from './document.js'

/**
 * How sure a check is. `error`: the arithmetic is wrong whatever was meant. `warning`: very probably wrong, or a slip of
 * rounding. `question`: only a person can tell. `holds`: checked and right.
 */
export type Verdict = 'error' | 'warning' | 'question' | 'holds'

/** What was checked. */
export type Kind =
  | 'average-of-total'
  | 'magnitude'
  | 'change'
  | 'contradiction'
  | 'sum'
  | 'share'
  | 'possible-percentage'
  | 'period'
  | 'date'
  | 'count-of-things'
  | 'numbering'
  | 'cross-reference'
  | 'stale-text'
  | 'register'

/** A passage that a finding is about: the document's own words and their place. */
export type Quote = {
  readonly file: string
  readonly page?: number
  readonly line?: number
  readonly start: number
  readonly end: number
  readonly text: string
}

/** One thing that a check found: what it is about, what is wrong or right, how it was worked out, and words to mend it. */
export type Finding = {
  /** Stays the same while the kind and the quoted words do. */
  readonly id: string
  readonly verdict: Verdict
  readonly kind: Kind
  readonly quotes: readonly Quote[]
  readonly message: string
  readonly working: string
  readonly suggestion?: string
}

/** Quotes a range of a document's own text, without the white space at its ends and with both its brackets. */
export function quoteOf(document: CheckedDocument, start: number, until: number): Quote {
  const end = withBracket(document.text, start, until)
  const whole = document.text.slice(start, end)
  const from = start + (whole.length - whole.trimStart().length)
  const text = whole.trim()
  const page = pageAt(document, from)
  return {
    file: document.file,
    ...(page === undefined ? {} : { page }),
    line: lineAt(document, from),
    start: from,
    end: from + text.length,
    text,
  }
}

const NEAR_BRACKET = 40

/** A quote that opens a bracket goes on to its end, where that is near: "four years (2020/21 to 2022/23)". */
function withBracket(text: string, start: number, end: number): number {
  const quoted = text.slice(start, end)
  const open = quoted.lastIndexOf('(')
  if (open < 0 || quoted.indexOf(')', open) >= 0) return end
  const close = text.slice(end, end + NEAR_BRACKET).search(/[().!?\n]/)
  return close >= 0 && text[end + close] === ')' ? end + close + 1 : end
}

/** Makes a finding and gives it its id. */
export function findingOf(parts: Omit<Finding, 'id'>): Finding {
  const key = [parts.kind, ...parts.quotes.map((quote) => quote.text.replace(/\s+/g, ' '))]
  return { id: `${parts.kind}-${fingerprint(key.join('\n\n'))}`, ...parts }
}

/** Numbers findings that would share an id (the same words twice in one document), in the order of the document. */
export function withOwnIds(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const count = (seen.get(finding.id) ?? 0) + 1
    seen.set(finding.id, count)
    return count === 1 ? finding : { ...finding, id: `${finding.id}-${count}` }
  })
}

/** Twelve hexadecimal digits that stand for a text (two FNV-1a hashes side by side); not for secrets. */
function fingerprint(text: string): string {
  let [first, second] = [0x811c9dc5, 0x01000193]
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    first = Math.imul(first ^ unit, 0x01000193)
    second = Math.imul(second ^ (unit + at), 0x85ebca6b)
  }
  return (hexadecimal(first) + hexadecimal(second)).slice(0, 12)
}

const hexadecimal = (hash: number) => (hash >>> 0).toString(16).padStart(8, '0')
