import { isNamedBefore, proseOf } from '#modules/claims/index.js'
import type { CheckedDocument, Range } from '#modules/passages/index.js'
import { type Finding, findingOf, flatText, quoteOf, type Verdict } from '#modules/passages/index.js'
import { countWord, smallCount, smallNumber } from '#modules/quantities/index.js'
import type { Check } from './check.js'
import { bareCounts } from './count-bare.js'
import { countsBehindLists, countsOfListsAbove, countsOfTablesAbove, letteredCounts } from './count-beside-list.js'
import { type Enumeration, enumerations } from './count-enumeration.js'
import { countsBehindNames } from './count-list-before.js'
import { headedCounts, type NumberedCount, numberedCounts } from './count-numbered.js'
import { type TableCount, tableCounts } from './count-table.js'
import { type ListOfItems, listsOf } from './list-sums.js'

/** Compares "six partnerships" or "the following three" with the list that stands below it or in the same sentence. */
export const checkCountOfThings: Check = (document) => [
  ...listsOf(document).flatMap((list) => ofList(document, list) ?? []),
  ...enumeratedIn(document).map((one) => ofEnumeration(document, one)),
  ...tableCounts(document).flatMap((count) => ofTable(document, count) ?? []),
  ...promises.flatMap((find) => find(document)).flatMap((count) => ofNumbered(document, count) ?? []),
]

/** What sentences enumerate; a number with its noun is not read once more without it. */
function enumeratedIn(document: CheckedDocument): Enumeration[] {
  const { sentences } = proseOf(document)
  const named = enumerations(sentences)
  const read = new Set(named.map(({ start }) => start))
  const bare = bareCounts(sentences).filter(({ start }) => !read.has(start))
  return [...named, ...bare, ...countsBehindNames(sentences)]
}

const promises = [
  numberedCounts,
  headedCounts,
  countsBehindLists,
  countsOfListsAbove,
  countsOfTablesAbove,
  letteredCounts,
]

function ofNumbered(document: CheckedDocument, { words, last, said, listed }: NumberedCount): Finding | undefined {
  const quotes = [quoteOf(document, words.start, words.end)]
  if (said === listed) return held(quotes, said)
  if (Math.abs(said - listed) > Math.max(2, said / 2)) return undefined
  return findingOf({
    verdict: 'warning',
    kind: 'count-of-things',
    quotes: [...quotes, quoteOf(document, last.start, Math.min(last.end, last.start + 80))],
    message: `The text says ${countWord(said)}, but ${countWord(listed)} follow.`,
    working: `Said: ${said}. Following: ${listed}.`,
    suggestion: `Write “${countWord(listed)}”, or complete the list.`,
  })
}

function ofTable(document: CheckedDocument, { words, table, said, rows }: TableCount): Finding | undefined {
  const quotes = [quoteOf(document, words.start, words.end)]
  if (said === rows) return held(quotes, said)
  if (Math.abs(said - rows) > Math.max(2, said / 2)) return undefined
  return findingOf({
    verdict: 'warning',
    kind: 'count-of-things',
    quotes: [...quotes, quoteOf(document, table.start, table.end)],
    message: `The text says ${countWord(said)}, but the table has ${countWord(rows)} rows.`,
    working: `Said: ${said}. Rows without totals: ${rows}.`,
    suggestion: `Write “${countWord(rows)}”, or complete the table.`,
  })
}

function ofEnumeration(
  document: CheckedDocument,
  { start, end, said, least, most, isSure, isDoubtful }: Enumeration,
): Finding {
  const quotes = [proseOf(document).quote({ start, end })]
  if (said >= least && said <= most) return held(quotes, said)
  const named = least === most ? countWord(least) : `${countWord(least)} or ${countWord(most)}`
  return findingOf({
    verdict: isDoubtful ? 'question' : verdictFor(isSure),
    kind: 'count-of-things',
    quotes,
    message: `The text says ${countWord(said)}, but names ${named}.`,
    working: `Said: ${said}. Named: ${least === most ? least : `${least} to ${most}`}.`,
    suggestion: `Write “${countWord(most)}”, or complete the list.`,
  })
}

function held(quotes: Finding['quotes'], said: number): Finding {
  const words = { message: `As many are named as the text says: ${said}.`, working: `Said: ${said}. Named: ${said}.` }
  return findingOf({ verdict: 'holds', kind: 'count-of-things', quotes, ...words })
}

const counted = new RegExp(`(?<![\\w,.£/-])(${smallNumber})(?![\\w%/-]|[.,]\\d)(?=\\s+[A-Za-z(])`, 'gi')
const subset =
  /\b(?:includ\w*|such as|for example|e\.g\.|among(?:st)?|some of|examples|highlights|in particular|of which|out of|at least|more than|over|up to|about|around)\b/i

function ofList(document: CheckedDocument, { intro, items }: ListOfItems): Finding | undefined {
  const { text } = flatText(document)
  const count = intro && items.length >= 2 ? countIn(text, intro) : undefined
  const [first, last] = [items[0], items.at(-1)]
  if (!intro || !count || !first || !last) return undefined
  const { said, start, isSure } = count
  const quotes = [quoteOf(document, start, intro.end), quoteOf(document, first.start, last.end)]
  if (said === items.length) return held(quotes, said)
  const isFar = Math.abs(items.length - said) > Math.max(2, said / 2)
  const isIntroduced =
    intro.kind === 'heading' || /[:–—-]\W*$|\b(?:below|follows?)\W*$/.test(text.slice(intro.start, intro.end))
  if (!isIntroduced && items.every((item) => /^[^.:]{1,40}:\s/.test(text.slice(item.start, item.end)))) return undefined
  if (isFar || !isPlainList(text, items)) return undefined
  return findingOf({
    verdict: verdictFor(isSure && isIntroduced),
    kind: 'count-of-things',
    quotes,
    message: `The text says ${countWord(said)}, but the list below it has ${countWord(items.length)} items.`,
    working: `Said: ${said}. Listed: ${items.length}.`,
    suggestion: `Write “${countWord(items.length)}”, or complete the list.`,
  })
}

/** How far before a number words make it one of several. */
const BEFORE = 45

type Count = { said: number; start: number; isSure: boolean }

/** The number of things that the last sentence before a list promises, if it promises one. */
function countIn(text: string, intro: Range): Count | undefined {
  const whole = text.slice(intro.start, intro.end)
  const from = lastSentence(whole)
  const sentence = whole.slice(from)
  const numbers = [...sentence.matchAll(counted)].filter(({ index }) => !isNamedBefore(sentence.slice(0, index)))
  const number = numbers.findLast(([word]) => (smallCount(word) ?? 0) > 1)
  const said = smallCount(number?.[1] ?? '')
  if (!number || !said || whole.length > 600 || subset.test(sentence.slice(Math.max(0, number.index - BEFORE))))
    return undefined
  const isOwnNumber = /^\d/.test(number[1] ?? '') && /^[#\s*]*$/.test(whole.slice(0, from + number.index))
  if (isOwnNumber || !introduces(sentence, number)) return undefined
  const isSure = numbers.length === 1 && !/[/;]/.test(sentence.slice(number.index))
  return { said, start: intro.start + from + number.index, isSure }
}

/** Where the sentence begins that introduces a list: the last, or the one before "They are listed below". */
function lastSentence(whole: string): number {
  const stops = [
    ...whole
      .trimEnd()
      .slice(0, -1)
      .matchAll(/[.!?]\s+(?=[A-Z])/g),
  ].map((match) => match.index + 1)
  const last = stops.at(-1) ?? 0
  const isPointer =
    /^\s*(?:(?:they|these|each|all)\b[^.]{0,40}\b(?:below|follows?|here)|(?:they|these|those)\s(?:are|were))\W*$/i.test(
      whole.slice(last),
    )
  return isPointer ? (stops.at(-2) ?? 0) : last
}

const verdictFor = (isSure: boolean): Verdict => (isSure ? 'error' : 'warning')

const counts =
  /^(?:[\w’'-]+\s+){0,4}?[\w’'-]+(?:s|men|people|criteria|children)(?![\w’'-])(?!\s+(?:with|per|each|at|after|before|ago|old|long|into|than|more|less|higher|lower|later|and|or|plus)\b)/i

/** The number must count what the list names: it stands near the end, before a plural, with no other unit after it. */
function introduces(sentence: string, number: RegExpExecArray): boolean {
  const after = sentence.slice(number.index + number[0].length).trim()
  if (
    /^(?:per ?cent|percentage|months?|years?|weeks?|days?|hours?|minutes?|times|million|thousand|hundred|of the (?:\w+ )?(?:last|past))\b/i.test(
      after,
    )
  )
    return false
  if (/^\w+[\s-](?:months?|years?|weeks?|days?)\b/i.test(after)) return false
  const isNear = after.split(/\s+/).length <= 14
  return isNear && counts.test(after)
}

/** Lists with items that are clearly broken, or that look like two lists, are no ground for a count. */
function isPlainList(text: string, items: ListOfItems['items']): boolean {
  const texts = items.map((item) => text.slice(item.start, item.end).trim())
  return texts.every((item) => item.length > 1 && item.length < 700) && new Set(texts).size === texts.length
}
