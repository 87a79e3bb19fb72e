import type { Period } from '#modules/quantities/index.js'
import { numberInWords, tokensOf } from '#modules/quantities/index.js'
import type { Sentence } from './claim.js'

const named =
  /^(?:programme|project|contract|scheme|plan|grant|award|agreement|fund|funding|period|service|deal|strategy|settlement|pilot|commission|investment|budget|term|lease)s?$/

/** "a three-year programme", "the 18-month pilot": how long a thing lasts for which a sentence gives a total and a mean. */
export function programmeLengths(sentence: Sentence): Period[] {
  const { items } = sentence
  return items.flatMap((item, at) => {
    const unit = /^(year|month)$/.exec(item.lower)?.[1]
    if (!unit || items[at - 1]?.text !== '-' || !items.slice(at + 1, at + 4).some((one) => named.test(one.lower)))
      return []
    const count = items[at - 2]
    const value = count && wholeOf(count.text)
    const months = value === undefined ? 0 : value * (unit === 'year' ? 12 : 1)
    return count && months > 1 && months <= 360
      ? [{ kind: 'length', key: `length ${months}`, months, start: count.start, end: item.end }]
      : []
  })
}

function wholeOf(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  return numberInWords(tokensOf(text, 0, text.length), 0)?.value
}

const spanWord = /^(in|over|during|across|on)$/
const daysIn = { day: 1, week: 7 }

/** "in the first half of the year", "the last quarter": half a year, and a quarter of one. */
export function partsOfYear({ items }: Sentence): Period[] {
  return items.flatMap((item, at) => {
    const months = { half: 6, quarter: 3 }[item.lower] ?? 0
    const isNamed = /^(first|second|third|fourth|last|latter|final)$/.test(items[at - 1]?.lower ?? '')
    return months > 0 && isNamed
      ? [{ kind: 'length', key: `length ${months}`, months, start: item.start, end: item.end }]
      : []
  })
}

/** "in 31 days", "over six weeks": the stretch in which so many came, as parts of a month. */
export function shortStretches(sentence: Sentence): Period[] {
  const { items } = sentence
  return items.flatMap((item, at) => {
    const { quantity } = item
    const unit = quantity?.timeUnit
    if (!quantity || (unit !== 'day' && unit !== 'week') || quantity.isRange) return []
    const before = items.slice(Math.max(0, at - 2), at).map((one) => one.lower)
    const isSpan = quantity.approx ? /^over /.test(item.lower) : before.some((word) => spanWord.test(word))
    if (!isSpan || quantity.shown < 2) return []
    const months = (quantity.shown * daysIn[unit]) / 30.4375
    return [{ kind: 'length', key: `length ${months}`, months, start: item.start, end: item.end }]
  })
}
