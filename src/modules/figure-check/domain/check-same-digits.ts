import { type MoneyMention, moneyMentions } from '#modules/claims/index.js'
import { type Finding, findingOf } from '#modules/passages/index.js'
import { inPrint, inUnit, type Quantity } from '#modules/quantities/index.js'
import type { Check } from './check.js'

/** One sum of money named twice with the same digits, but ten, a hundred or a thousand times apart: "£2.41m", "£2.41bn". */
export const checkSameDigits: Check = (document) => {
  const byDigits = new Map<string, MoneyMention[]>()
  return moneyMentions(document).flatMap((mention) => {
    const digits = digitsOf(mention.quantity)
    if (digits.length < 2) return []
    const known = byDigits.get(digits) ?? []
    if (known.length < MOST) byDigits.set(digits, [...known, mention])
    if (known.some((one) => one.quantity.shown === mention.quantity.shown)) return []
    const rival = known.find((one) => isSameSum(one, mention))
    return rival ? [finding(mention, rival)] : []
  })
}

/** A string of digits that stands oftener than this tells nothing. */
const MOST = 8

const digitsOf = ({ shown, precision }: Quantity) => String(Math.round(shown / precision)).replace(/0+$/, '')

const timesApart = (one: MoneyMention, other: MoneyMention) => {
  const [a, b] = [one.quantity.shown, other.quantity.shown]
  return [10, 100, 1000, 1_000_000].find((times) => Math.abs(Math.max(a, b) / Math.min(a, b) / times - 1) < 1e-6)
}

/**
 * Three digits alike a thousand times apart are hardly ever chance where one word of the name is shared; two digits, or
 * ten times apart, need two.
 */
function isSameSum(one: MoneyMention, other: MoneyMention): boolean {
  const times = timesApart(one, other)
  if (!times || one.home === other.home || (one.period && other.period && one.period !== other.period)) return false
  const shared = one.words.filter((word) => other.words.includes(word)).length
  const isPlainSlip = times >= 1000 && digitsOf(one.quantity).length >= 3
  const isNamed =
    shared >= 2 && (digitsOf(one.quantity).length >= 3 || shared === Math.min(one.words.length, other.words.length))
  return isNamed || (isPlainSlip && shared >= 1)
}

function finding(mention: MoneyMention, rival: MoneyMention): Finding {
  const times = inPrint(timesApart(mention, rival) ?? 0)
  return findingOf({
    kind: 'magnitude',
    verdict: 'warning',
    quotes: [mention.quote(), rival.quote()],
    message: `${mention.text.trim()} and ${rival.text.trim()} seem to be one sum, but are ${times} times apart.`,
    working: `${inUnit(rival.quantity.shown, rival.quantity)} against ${inUnit(mention.quantity.shown, mention.quantity)}.`,
    suggestion: 'Check “thousand”, “million” and “billion”.',
  })
}
