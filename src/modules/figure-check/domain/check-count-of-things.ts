import type { Check } from './check.js'
import { type InlineCount, inlineCounts } from './count-inline.js'
import type { CheckedDocument } from './document.js'
import { type Finding, findingOf, quoteOf, type Verdict } from './finding.js'
import { flatText } from './flat-text.js'
import { type ListOfItems, listsOf } from './list-sums.js'
import { countWord, smallCount, smallNumber } from './words-to-count.js'

/** Compares "six partnerships" or "the following three" with the list that stands below it or in the same sentence. */
export const checkCountOfThings: Check = (document) => [
  ...listsOf(document).flatMap((list) => ofList(document, list) ?? []),
  ...inlineCounts(flatText(document)).flatMap((count) => inline(document, count) ?? []),
]

function inline(document: CheckedDocument, { range, said, least, most, isSure }: InlineCount): Finding | undefined {
  const isRight = said >= least && said <= most
  if (!isRight && (Math.abs(most - said) > 2 || (said < least && !isSure))) return undefined
  const quotes = [quoteOf(document, range.start, range.end)]
  if (isRight) return held(quotes, said)
  const named = least === most ? countWord(least) : `${countWord(least)} or ${countWord(most)}`
  return findingOf({
    verdict: verdictFor(isSure),
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
  const introText = intro ? text.slice(intro.start, intro.end) : ''
  if (!intro || introText.length > 600 || items.length < 2) return undefined
  const sentenceStart = Math.max(
    0,
    introText
      .trimEnd()
      .slice(0, -1)
      .search(/[.!?]\s+[A-Z][^.!?]*$/) + 1,
  )
  const sentence = introText.slice(sentenceStart)
  const numbers = [...sentence.matchAll(counted)]
  const number = numbers.at(-1)
  const said = smallCount(number?.[1] ?? '')
  if (!number || !said || said < 2 || subset.test(sentence) || !introduces(sentence, number)) return undefined
  const isRight = said === items.length
  const isSure = numbers.length === 1 && !/[/;]/.test(sentence.slice(number.index))
  const first = items[0]
  const last = items.at(-1)
  const isFar = Math.abs(items.length - said) > Math.max(2, said / 2)
  if (!first || !last || (!isRight && (isFar || !isPlainList(text, items)))) return undefined
  const start = intro.start + sentenceStart + number.index
  return findingOf({
    verdict: isRight ? 'holds' : verdictFor(isSure),
    kind: 'count-of-things',
    quotes: [quoteOf(document, start, intro.end), quoteOf(document, first.start, last.end)],
    message: isRight
      ? `The list has ${said} items, as the text says.`
      : `The text says ${countWord(said)}, but the list below it has ${countWord(items.length)} items.`,
    working: `Said: ${said}. Listed: ${items.length}.`,
    ...(isRight ? {} : { suggestion: `Write “${countWord(items.length)}”, or complete the list.` }),
  })
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
