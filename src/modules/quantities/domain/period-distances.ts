import { monthNumber, monthPattern } from './calendar-words.js'
import type { PeriodClaim } from './period-claim.js'
import { smallCount, smallNumber } from './words-to-count.js'

const point = (name: string) => `(?:\\d{1,2}\\s+)?(?<${name}Month>${monthPattern})\\s+(?<${name}Year>20\\d{2})\\b`
const said = `\\b(?<count>${smallNumber}|\\d{2,3})[\\s-]+(?<unit>months?|years?)\\s+`
const plain = `(?:(?!${monthPattern}\\s+20)[^.;:()\\u241e])`

/** "opens in March 2027, eighteen months after work begins in September 2025"; "… fourteen months later, in March 2023". */
const apart = [
  new RegExp(
    `${point('one')}${plain}{0,40}?${said}(?:(?:after|before)|(?:later|earlier|sooner)\\s+than)\\b${plain}{1,60}?${point('other')}`,
    'gi',
  ),
  new RegExp(
    `${point('one')}(?:(?!${monthPattern}\\s+20)[^.:()\\u241e]){0,90}?${said}(?:later|afterwards|on)\\b,?\\s+(?:in|on|at)\\s+(?:the\\s+end\\s+of\\s+)?${point('other')}`,
    'gi',
  ),
]

/** How far two months are said to lie apart, against how far they do. */
export const distanceClaims = (text: string): PeriodClaim[] =>
  apart.flatMap((pattern) => [...text.matchAll(pattern)]).map((match) => claimOf(match))

function claimOf(match: RegExpExecArray): PeriodClaim {
  const { oneMonth, oneYear, otherMonth, otherYear, count = '', unit = '' } = match.groups ?? {}
  const monthOf = (month = '', year = '') => Number(year) * 12 + (monthNumber(month) ?? 0)
  const months = Math.abs(monthOf(otherMonth, otherYear) - monthOf(oneMonth, oneYear))
  const isYears = /^y/i.test(unit)
  const due = (smallCount(count) ?? Number(count)) * (isYears ? 12 : 1)
  const shown = match[0].replace(/\s+/g, ' ')
  const isRight = Math.abs(months - due) <= (isYears ? 6 : 1)
  return {
    start: match.index,
    end: match.index + match[0].length,
    isRight,
    isSure: false,
    message: `“${shown}”: the two lie ${months} months apart, not ${due}.`,
    working: isRight ? `“${shown}” agrees.` : `The two lie ${months} months apart.`,
    suggestion: 'Correct the length, or one of the two months.',
  }
}
