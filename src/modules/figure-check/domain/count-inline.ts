import type { FlatText, Range } from '#modules/passages/index.js'
import { smallCount, smallNumber } from '#modules/quantities/index.js'

/** A number of things with the names that follow it in the same sentence; names joined by "and" may be one or two. */
export type InlineCount = {
  range: Range
  said: number
  least: number
  most: number
  isSure: boolean
  isNamed?: boolean
}

const stop =
  '(?!per|percent|months?|years?|weeks?|days?|hours?|minutes?|million|times|of|hundred|thousand|out|in|and|or|to|am|pm)'
const noun = `(?:\\s+(?!(?:were|was|are|have|had|${smallNumber})\\b)[A-Za-z][\\w’'-]*){0,3}?\\s+${stop}[a-z][a-z’'-]*(?:s|people|men|women)(?:\\s+of\\s+[a-z][a-z’'-]*(?:\\s+[a-z][a-z’'-]*)?)?`
const opening = new RegExp(
  `(?<![\\w,.£/-])(?<count>${smallNumber})(?=\\s+${stop}[A-Za-z])${noun}(?:\\s+(?:in the county|we work with|in all|across the (?:force|county)|(?:were|was|are|have been|will be)\\s[a-z]+(?:\\sin the (?:year|quarter|period|month))?|took place|in the (?:year|quarter|period)))?\\s*(?:(?<bracket>\\()|(?<colon>(?:,?\\s+(?:namely|which are|these are|they are))?\\s*(?::|;|\\s[–—-]\\s|\\.\\s(?=These are\\s))|,?\\s+namely\\s))(?:\\s*(?:namely|these are)[:,]?\\s)?\\s*`,
  'gi',
)
const subset =
  /^(?:includ|such as|e\.?g|for example|among|up|down|compared|see|from|about|over|nearly|\d|£|as|who|which|that|with|not|or|at|in|on|of|based|source)\b/i

/** Finds "three forces (A, B and C)" and "four themes: A, B, C and D". */
export function inlineCounts({ text }: FlatText): InlineCount[] {
  return [...text.matchAll(opening)].flatMap((match) => {
    const said = smallCount(match.groups?.count ?? '')
    const from = match.index + match[0].length
    const list = listAfter(text, from, match.groups?.bracket !== undefined)
    if (!said || said < 2 || !list || isPartOfMore(text, match.index)) return []
    const { least, most } = countNames(list)
    const isJoined = /[,;]/.test(list) || (said === 2 && most === 2)
    if (most < 2 || !isJoined || subset.test(list) || /\b(?:who|which|where|whose)\b/i.test(list)) return []
    return [{ range: { start: match.index, end: from + list.length }, said, least, most, isSure: isPlainList(list) }]
  })
}

/** "Two of the six", "at least three", "more than four": the number is not how many are named. */
const isPartOfMore = (text: string, at: number) =>
  /\b(?:at least|more than|over|up to|about|around|than|first|last|next|other|of (?:the|our|its|these))\s+$/i.test(
    text.slice(Math.max(0, at - 14), at),
  )

function listAfter(text: string, from: number, isBracket: boolean): string | undefined {
  const rest = text.slice(from, from + 500)
  const end = rest.search(
    isBracket
      ? /[()\u241e]/
      : /(?<!\b(?:Ltd|LLC|Inc|Co|St|Dr|Mr|Mrs|Ms|No|Cllr|Supt|Insp))[.!?](?:\s|$)|[\u241e:()]|\s[–—-]\s/,
  )
  if (end < 3) return undefined
  const list = rest.slice(0, end)
  return (/\d/.test(list) && !areAllDated(list)) || (isBracket && rest[end] !== ')') ? undefined : list
}

/** "3 June, 10 September and 2 December": every name has its figure. */
const areAllDated = (list: string) =>
  /,.*\sand\s/.test(list) && list.split(/,\s(?:and\s)?|;\s(?:and\s)?|\sand\s/).every((part) => /\d/.test(part))

/** How many names a list has at the least (every "and" inside one name) and at the most (every "and" between two). */
function countNames(list: string): { least: number; most: number } {
  const parts = list
    .split(list.includes(';') ? /;\s*(?:and\s+)?/ : /,\s*(?:and\s+|or\s+)?/)
    .filter((part) => part.trim() !== '')
  const ands = parts.map((part) => (part.match(/\s(?:and|or|&)\s/g) ?? []).length)
  const inside = ands.reduce((sum, count) => sum + count, 0)
  if (list.includes(';') && parts.length > 2)
    return { least: parts.length + numbersInside(list), most: parts.length + numbersInside(list) }
  const endsWithAnd = /,\s*(?:and|or)\s[^,;]*$/.test(list)
  const least = parts.length + (endsWithAnd || (ands.at(-1) ?? 0) === 0 ? 0 : 1)
  const more = numbersInside(list)
  return { least: least + more, most: Math.max(least, parts.length + inside) + more }
}

/** "Two lay members" among the names counts for two. */
function numbersInside(list: string): number {
  const leading = new RegExp(`(?:^|[,;]|\\band|\\bor)\\s*(${smallNumber})\\s+(?=[a-z])`, 'gi')
  return [...list.matchAll(leading)].reduce((sum, match) => sum + (smallCount(match[1] ?? '') ?? 1) - 1, 0)
}

/** Short names with one joining word at the end can only be read one way. */
function isPlainList(list: string): boolean {
  const parts = list.split(/[,;]|\s(?:and|or|&)\s/).map((part) => part.trim())
  return parts.every((part) => part.split(/\s+/).length <= 6) && /\s(?:and|&)\s/.test(list) && /^[^,;]+,/.test(list)
}
