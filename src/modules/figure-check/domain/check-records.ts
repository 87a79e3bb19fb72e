import { type LabelledFigure, labelledRuns } from '#modules/claims/index.js'
import type { CheckedDocument, Finding } from '#modules/passages/index.js'
import { comesTo, isSlipOfSum, printedDigits, type Quantity } from '#modules/quantities/index.js'
import { isTotalLabel } from '#modules/tables/index.js'
import { askedAsSum, askedAsWorkedOut } from './asked-figures.js'
import { spokenOf } from './spoken-places.js'
import { type Asked, isOtherResult, mayBeWorkedOut, type Terms, wouldFollow } from './worked-arithmetic.js'

/**
 * Cards, lists and short records of figures that each have a name: a rate, a share, a change, a difference or a total whose
 * name leads to two others beside it, that no two of them give, and that two would give with another digit.
 */
export function checkRecords(document: CheckedDocument, findings: readonly Finding[]): Finding[] {
  const spoken = spokenOf(
    document,
    findings.filter(({ kind, verdict }) => verdict !== 'holds' || related.test(kind)),
  )
  return labelledRuns(document).flatMap((run) =>
    run.flatMap((own, at) => {
      const near = run.slice(Math.max(0, at - REACH), at + REACH + 1).filter((other) => other !== own)
      return spoken(own.quote()) ? [] : (askedOf(own, near) ?? askedOfTotal(own, near) ?? [])
    }),
  )
}

const related = /^(?:share|change|sum|average-of-total)$/
const REACH = 4

type Rule = Extract<Asked['rule'], 'share' | 'change' | 'apart' | 'rate'>
type Pair = readonly [LabelledFigure, LabelledFigure]

const moved =
  /\b(?:changed?|r[io]se|risen|f[ae]ll|fallen|increased?|decreased?|growth|gr[eo]w\w*|dropped|improved|(?:over|under)spen\w*|up|down|more|fewer|less|higher|lower)\b|\+\s?\/\s?-/i
const elsewhere = /\b(?:target|national\w*|average for|confidence|margin|inflation|satisf\w*|standard)\b/i
const each = /\b(?:per|each|average|mean|apiece|an? (?:head|person|day|week|month|visit|case))\b/i
const rest =
  /\b(?:difference|gap|variance|vacan\w*|remain\w*|left|balance|unspent|underspen\w*|overspen\w*|surplus|deficit|shortfall|increase|decrease|change|rise|fall|outstanding|open|not|un\w{4,})\b/i

/** What a figure is of two others, by its unit and its name. */
function ruleOf({ label, quantity: { unit, per } }: LabelledFigure): Rule | undefined {
  if (elsewhere.test(label) || !/[a-z%]/i.test(label)) return undefined
  if (unit === 'points') return 'apart'
  if (unit === 'percent') return moved.test(label) ? 'change' : 'share'
  if (per !== undefined || each.test(label)) return 'rate'
  return rest.test(label) ? 'apart' : undefined
}

const quotesOf = (figures: readonly LabelledFigure[]) => figures.map(({ quote }) => quote())
const termsOf = ([one, other]: Pair): Terms => [one.quantity, other.quantity]

function askedOf(own: LabelledFigure, near: readonly LabelledFigure[]): Finding | undefined {
  const rule = ruleOf(own)
  const quantity = unsigned(own.quantity)
  if (!rule || quantity.inWords || quantity.approx || (rule === 'share' && quantity.shown >= 100)) return undefined
  const pairs = near
    .flatMap((one, nth) => near.slice(nth + 1).map((other): Pair => [one, other]))
    .filter((pair) => mayGive(quantity, rule, pair))
  const asked: Asked = { rule, own: quantity, isFromTo: false }
  if (pairs.some((pair) => mayBeWorkedOut(asked, termsOf(pair)) || isOtherResult(quantity, termsOf(pair))))
    return undefined
  const slip = boundBy(own, rule, pairs).find((pair) => wouldFollow(asked, termsOf(pair)))
  return slip && askedAsWorkedOut(quotesOf([own, ...slip]), rule, [own.quantity, ...termsOf(slip)])
}

/** A change is printed with its sign. */
const unsigned = (quantity: Quantity): Quantity =>
  quantity.shown < 0 ? { ...quantity, shown: -quantity.shown, low: -quantity.high, high: -quantity.low } : quantity

/** Amounts of one unit, or of any for a figure for each; percentages for points. */
function mayGive(own: Quantity, rule: Rule, [{ quantity: one }, { quantity: other }]: Pair): boolean {
  const units = [one.unit, other.unit]
  if ([one, other].some(({ shown, isRange, per }) => shown <= 0 || isRange || per) || one.shown === other.shown)
    return false
  if (own.unit === 'points') return units.every((unit) => unit === 'percent')
  if (units.some((unit) => unit !== 'count' && unit !== 'pounds')) return false
  if (rule === 'rate')
    return units.includes('count') && [one, other].every((quantity) => printedDigits(quantity).length > 1)
  if (rule === 'change' && Math.max(one.shown, other.shown) > MOST_TIMES * Math.min(one.shown, other.shown))
    return false
  return units[0] === units[1] && (rule !== 'apart' || units[0] === own.unit)
}

const MOST_TIMES = 3

/** The pairs that share most words with its name; where its name says only what it is, the only pair. */
function boundBy({ words }: LabelledFigure, rule: Rule, pairs: readonly Pair[]): readonly Pair[] {
  const shared = (figure: LabelledFigure) => (figure.words.some((word) => words.includes(word)) ? 1 : 0)
  const tied = pairs.map((pair) => ({ pair, by: shared(pair[0]) + shared(pair[1]) }))
  const most = Math.max(0, ...tied.map(({ by }) => by))
  if (most > 0 && rule !== 'apart') return tied.filter(({ by }) => by === most).map(({ pair }) => pair)
  return pairs.length === 1 && (words.length === 0 || rule === 'apart' || rule === 'change') ? pairs : []
}

/** A figure called a total, and all others of its unit beside it. */
function askedOfTotal(own: LabelledFigure, near: readonly LabelledFigure[]): Finding | undefined {
  const parts = near.filter(({ quantity }) => quantity.unit === own.quantity.unit)
  const sizes = parts.map(({ quantity }) => quantity)
  if (!isTotalLabel(own.label) || parts.length < 2 || parts.some(({ label }) => isTotalLabel(label))) return undefined
  if (own.quantity.unit === 'percent' || comesTo(own.quantity, sizes) || !isSlipOfSum(own.quantity, sizes))
    return undefined
  return askedAsSum(quotesOf([own, ...parts]), own.quantity, sizes)
}
