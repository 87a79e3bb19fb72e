import { factsOf, type StatedFact } from '#modules/claims/index.js'
import { type Finding, findingOf } from '#modules/passages/index.js'
import { inPrint, inUnit, type Quantity } from '#modules/quantities/index.js'
import type { Check } from './check.js'

/** One sum of money named twice with the same digits, but ten, a hundred or a thousand times apart: "£2.41m", "£2.41bn". */
export const checkSameDigits: Check = (document) => {
  const byDigits = new Map<string, StatedFact[]>()
  return factsOf(document, 0).flatMap((fact) => {
    const digits = digitsOf(fact.quantity)
    if (!fact.unit.startsWith('pounds') || fact.quantity.perTime || digits.length < 2) return []
    const known = byDigits.get(digits) ?? []
    if (known.length < MOST) byDigits.set(digits, [...known, fact])
    const rival = known.find((one) => isSameSum(one, fact))
    return rival ? [finding(fact, rival)] : []
  })
}

/** A string of digits that stands oftener than this tells nothing. */
const MOST = 8

const digitsOf = ({ shown, precision }: Quantity) => String(Math.round(shown / precision)).replace(/0+$/, '')

const timesApart = (one: StatedFact, other: StatedFact) => {
  const [a, b] = [one.quantity.shown, other.quantity.shown]
  return [10, 100, 1000, 1_000_000].find((times) => Math.abs(Math.max(a, b) / Math.min(a, b) / times - 1) < 1e-6)
}

/** The same name in full, or, of three digits and more, two telling words of it. */
function isSameSum(one: StatedFact, other: StatedFact): boolean {
  const times = timesApart(one, other)
  if (!times || one.home === other.home || (one.period && other.period && one.period.key !== other.period.key))
    return false
  const shared = one.hard.filter((word) => other.hard.includes(word)).length
  const isNamed = shared >= 2 && shared === Math.min(one.hard.length, other.hard.length)
  return isNamed || (shared >= 2 && digitsOf(one.quantity).length >= 3)
}

function finding(fact: StatedFact, rival: StatedFact): Finding {
  const times = inPrint(timesApart(fact, rival) ?? 0)
  return findingOf({
    kind: 'magnitude',
    verdict: 'warning',
    quotes: [fact.quote(), rival.quote()],
    message: `${fact.text.trim()} and ${rival.text.trim()} seem to be one sum, but are ${times} times apart.`,
    working: `${inUnit(rival.quantity.shown, rival.quantity)} against ${inUnit(fact.quantity.shown, fact.quantity)}.`,
    suggestion: 'Check “thousand”, “million” and “billion”.',
  })
}
