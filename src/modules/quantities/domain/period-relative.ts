import { numberInWords } from './number-words.js'
import type { PeriodMatch } from './period.js'
import type { Token } from './quantity-tokens.js'

const earlier = new Set(['last', 'previous', 'preceding', 'prior'])
const present = new Set(['this', 'current'])
const spans = new Map([
  ['year', 12],
  ['years', 12],
  ['month', 1],
  ['months', 1],
  ['quarter', 3],
  ['week', 0],
  ['weeks', 0],
  ['period', 0],
])

/** Reads "last year", "the previous year", "the same period last year", "a year earlier", "the last four years", "this year". */
export function relativePeriodAt(tokens: Token[], at: number): PeriodMatch | undefined {
  const skip = tokens[at]?.lower === 'the' ? 1 : 0
  return sameTimeAt(tokens, at, skip) ?? adjectiveAt(tokens, at, skip) ?? agoAt(tokens, at, skip)
}

function sameTimeAt(tokens: Token[], at: number, skip: number): PeriodMatch | undefined {
  const first = tokens[at + skip]?.lower ?? ''
  if (!/^(same|corresponding|equivalent)$/.test(first)) return undefined
  let next = at + skip + 1
  while (
    next < at + skip + 6 &&
    /^(period|month|quarter|time|point|in|of|12|months|the|twelve|last)$/.test(tokens[next]?.lower ?? '')
  ) {
    next += 1
  }
  const several = next === at + skip + 1 ? lastSeveral(tokens, at, next) : undefined
  if (several && tokens[at + several.taken]?.lower !== 'of') return several
  const rest = relativePeriodAt(tokens, several ? at + several.taken : next)
  const taken = (rest ? next + rest.taken : next) - at
  return { period: { kind: 'relative', key: 'previous-same', relation: 'previous' }, taken }
}

function adjectiveAt(tokens: Token[], at: number, skip: number): PeriodMatch | undefined {
  let next = at + skip
  const word = tokens[next]?.lower ?? ''
  if (word === 'past') return lastSeveral(tokens, at, next + 1)
  if (!(earlier.has(word) || present.has(word))) return undefined
  next += 1
  const several = word === 'last' ? lastSeveral(tokens, at, next) : undefined
  if (several) return several
  if (/^(financial|calendar|reporting|full|policing|performance|12|twelve)$/.test(tokens[next]?.lower ?? '')) next += 1
  const unit = tokens[next]?.lower ?? ''
  const months = spans.get(unit)
  if (months === undefined) return undefined
  const relation = earlier.has(word) ? 'previous' : 'current'
  const possessive = tokens[next + 1]?.text === "'" ? 1 : 0
  const length = months > 0 ? { months: unit === 'months' ? 12 : months } : {}
  return {
    period: { kind: 'relative', key: `${relation} ${unit}`, relation, ...length },
    taken: next + 1 + possessive - at,
  }
}

/** "the last four years", "the past 12 months", "last 6 months": a length that ends about now. */
function lastSeveral(tokens: Token[], at: number, from: number): PeriodMatch | undefined {
  const first = tokens[from]
  if (/^(year|month)$/.test(first?.lower ?? '') && tokens[from - 1]?.lower === 'past') {
    const months = first?.lower === 'year' ? 12 : 1
    return { period: { kind: 'relative', key: `last ${months}`, relation: 'current', months }, taken: from + 1 - at }
  }
  const count =
    first?.kind === 'number' && !first.suffix ? { value: first.value, taken: 1 } : numberInWords(tokens, from)
  if (!count) return undefined
  let next = from + count.taken
  if (/^[-–]$/.test(tokens[next]?.text ?? '')) next += 1
  if (/^(financial|calendar)$/.test(tokens[next]?.lower ?? '')) next += 1
  const by = spans.get(tokens[next]?.lower ?? '')
  if (by === undefined) return undefined
  const months = count.value * by
  const length = months > 0 ? { months } : {}
  return { period: { kind: 'relative', key: `last ${months}`, relation: 'current', ...length }, taken: next + 1 - at }
}

/** "a year earlier", "the year before", "twelve months ago". */
function agoAt(tokens: Token[], at: number, skip: number): PeriodMatch | undefined {
  const first = tokens[at]?.lower ?? ''
  const hasArticle = skip > 0 || first === 'a' || first === 'one'
  let next = at + (hasArticle ? 1 : 0)
  if (!hasArticle) {
    const count = tokens[at]?.kind === 'number' ? { taken: 1 } : numberInWords(tokens, at)
    if (!count) return undefined
    next += count.taken
  }
  if (!/^(years?|months?|quarter)$/.test(tokens[next]?.lower ?? '')) return undefined
  next += 1
  if (tokens[next]?.lower === 'end') next += 1
  if (!/^(before|earlier|ago|previously)$/.test(tokens[next]?.lower ?? '')) return undefined
  return { period: { kind: 'relative', key: 'previous year', relation: 'previous' }, taken: next + 1 - at }
}
