import type { CheckedDocument } from '#modules/passages/index.js'
import type { Item, Sentence } from './claim.js'
import { proseOf, withProse } from './claim-prose.js'

/** A sentence of fewer figures is read as it stands. */
const LEAST_FIGURES = 4

/** The document with the clauses of its long sentences for its running text, each a sentence of its own behind the clause before it. */
export function clauseDocument(document: CheckedDocument): CheckedDocument {
  const prose = proseOf(document)
  return withProse(document, { ...prose, sentences: prose.sentences.flatMap(clausesOf) })
}

function clausesOf(sentence: Sentence): Sentence[] {
  if (figuresIn(sentence.items) < LEAST_FIGURES) return []
  const parts = partsOf(sentence.items)
  if (parts.length < 2) return []
  const clauses: Sentence[] = []
  for (const items of parts) {
    const [first, last] = [items[0], items.at(-1)]
    if (!first || !last) continue
    const { leadIn: _lead, previous: _previous, ...rest } = sentence
    const own = { ...rest, items, start: first.start, end: last.end, text: textOf(items) }
    const previous = clauses.at(-1) ?? sentence.previous
    clauses.push(previous ? { ...own, previous } : own)
  }
  return clauses
}

const textOf = (items: readonly Item[]) => items.map(({ text }) => text).join(' ')

const figuresIn = (items: readonly Item[]) => items.filter(({ quantity }) => quantity).length

/** "and that is 71%" goes on with the clause. */
const joins = /^(?:and|but|while|whereas|so|or|with)$/
const goesOn = /^(?:that|this|which|it|so|is|are|was|were|of)$/

/** Cut at semicolons, colons and dashes and at commas with a conjunction, but for those in brackets. */
function partsOf(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [[]]
  let depth = 0
  for (const [at, item] of items.entries()) {
    if (item.text === '(') depth += 1
    if (item.text === ')') depth = Math.max(0, depth - 1)
    const next = items[at + 1]?.lower ?? ''
    const isMark =
      /^[;:–—]$/.test(item.text) || (item.text === ',' && joins.test(next) && !goesOn.test(items[at + 2]?.lower ?? ''))
    if (isMark && depth === 0) parts.push([])
    else parts.at(-1)?.push(item)
  }
  return parts.map(withoutTail).filter((part) => part.length > 0)
}

/** Without what a comma adds behind its last figure: "cost £104, most of them being dealt with by telephone". */
function withoutTail(items: Item[]): Item[] {
  const last = items.findLastIndex(({ quantity }) => quantity)
  const comma = items.findIndex(({ text }, at) => at > last && text === ',')
  return comma < 0 ? items : items.slice(0, comma)
}
