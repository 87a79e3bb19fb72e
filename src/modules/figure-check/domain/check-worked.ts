import { type Prose, proseOf, type Sentence, type Worked, workedFigures } from '#modules/claims/index.js'
import { type Finding, findingOf } from '#modules/passages/index.js'
import { inPrint, inUnit, isOneSlip, meets, type Quantity, quotient, roundedSpan } from '#modules/quantities/index.js'
import type { Check } from './check.js'
import {
  type Asked,
  isOtherResult,
  isWorkedOut,
  mayBeWorkedOut,
  type Terms,
  workedOut,
  wouldFollow,
} from './worked-arithmetic.js'

/** A figure that stands with the two it was worked out from, against their arithmetic: "31 days (12,896 over 416)". */
export const checkWorked: Check = (document) => {
  const prose = proseOf(document)
  return prose.sentences.flatMap((sentence) =>
    workedFigures(sentence).flatMap((worked) => judged(prose, sentence, worked) ?? []),
  )
}

function judged(prose: Prose, { items }: Sentence, worked: Worked): Finding | undefined {
  const own = items[worked.result]?.quantity
  const terms = termsAt(items, worked.terms)
  if (!own || !terms) return undefined
  const linked = items.slice(worked.terms[0] + 1, worked.terms[1])
  const isSetAgainst = linked.some(({ lower }) => /^(opposed|compared|next|relative|contrast)$/.test(lower))
  const isFromTo = linked.length <= 4 && !isSetAgainst && /^(to|then|becomes|became)$/.test(linked.at(-1)?.lower ?? '')
  const asked = { rule: worked.rule, own, isFromTo }
  const quotes = [worked.result, ...worked.terms].flatMap((at) => items[at] ?? []).map((item) => prose.quote(item))
  const given = workedOut(asked, terms)
  const working = workingOf(worked, own, terms)
  if (isWorkedOut(asked, terms))
    return findingOf({
      kind: kindOf(worked, own, given),
      verdict: 'holds',
      quotes,
      message: 'The figure follows from the two beside it.',
      working,
    })
  if (isOtherResult(own, terms) || haveOtherResult(items, worked, terms) || mayBeWorkedOut(asked, terms))
    return undefined
  const others = worked.others.map((pair) => termsAt(items, pair)).filter((pair) => pair !== undefined)
  if (!worked.isFirm && others.some((pair) => isWorkedOut({ ...asked, isFromTo: false }, pair))) return undefined
  if (!isLikely(worked, asked, terms, given)) return undefined
  const shown = inUnit(given, own)
  return findingOf({
    kind: kindOf(worked, own, given),
    verdict: worked.how === 'aside' ? 'error' : 'warning',
    quotes,
    message: `The two figures beside it give ${shown}, not ${own.text.trim()}.`,
    working,
    suggestion: `Say ${shown}, or mend one of the two figures.`,
  })
}

/**
 * "Of 240 looked at in three stores, 80 at each, 227 were there", "£88.36, compared with £82.00 (£12,218 for 149)": the two
 * are worked out with another figure; "5 5 5": bullets.
 */
function haveOtherResult(items: Sentence['items'], { result, terms: places }: Worked, [a, b]: Terms): boolean {
  const own = items[result]?.quantity?.shown
  return (
    items.some(
      ({ quantity }, at) =>
        at !== result &&
        !places.includes(at) &&
        quantity?.unit === 'count' &&
        (quantity.shown === a.shown * b.shown || meets(quotient(b, a), roundedSpan(quantity))),
    ) ||
    (own === a.shown && own === b.shown)
  )
}

function termsAt(items: Sentence['items'], places: readonly [number, number]): Terms | undefined {
  const [first, second] = places.map((at) => items[at]?.quantity)
  return first && second && first.shown > 0 && second.shown > 0 ? [first, second] : undefined
}

/** Far off, the two may be of something else: only what a bracket or one wrong digit of the three explains is told. */
function isLikely({ how }: Worked, asked: Asked, terms: Terms, given: number): boolean {
  const ratio = given / asked.own.shown
  if (isTenfold(ratio) || isOneSlip(given, asked.own.shown, asked.own.precision)) return true
  const reach = { aside: 25, half: 5, beside: asked.rule === 'change' ? 25 : 2.5 }[how]
  return ratio * reach > 1 && ratio < reach && (how === 'aside' || wouldFollow(asked, terms))
}

const isTenfold = (ratio: number) =>
  [0.001, 0.01, 0.1, 10, 100, 1000].some((times) => Math.abs(ratio / times - 1) < 0.02)

function kindOf({ rule }: Worked, own: Quantity, given: number): Finding['kind'] {
  if (rule === 'change' || rule === 'apart') return 'change'
  return (own.unit === 'pounds' || own.per) && isTenfold(given / own.shown) ? 'magnitude' : 'average-of-total'
}

function workingOf({ rule }: Worked, own: Quantity, terms: Terms): string {
  const [first, second] = terms.map((term) => inUnit(term.shown, term))
  const given = workedOut({ rule, own, isFromTo: true }, terms)
  const sign = rule === 'mean' || rule === 'rate' || rule === 'ratio' ? '÷' : 'and'
  return `${first} ${sign} ${second}: ${own.unit === 'percent' ? `${inPrint(given, 1)}%` : inUnit(given, own)}`
}
