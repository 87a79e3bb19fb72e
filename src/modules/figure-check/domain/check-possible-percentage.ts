import type { Item, Sentence } from '#modules/claims/index.js'
import { isChangeNoun, proseOf, sharesIn } from '#modules/claims/index.js'
import { type Finding, findingOf } from '#modules/passages/index.js'
import { inPrint, type Quantity, roundedSpan } from '#modules/quantities/index.js'
import type { Check } from './check.js'

/**
 * Whether a percentage of whole people or things can come from its base at all: some whole number out of the base must
 * round to it (the GRIM test of Brown and Heathers, 2017, for shares).
 */
export const checkPossiblePercentage: Check = (document) => {
  const prose = proseOf(document)
  return prose.sentences.flatMap((sentence) => {
    const bases = basesIn(sentence)
    return bases.flatMap(({ percentItem, baseItem, isTight }) => {
      const judged = judge(percentItem.quantity, baseItem.quantity, isTight)
      if (!judged) return []
      if (sentence.previous?.items.includes(baseItem)) {
        return [
          findingOf({
            kind: 'possible-percentage',
            ...judged,
            quotes: [prose.quote(percentItem), prose.quote(baseItem)],
          }),
        ]
      }
      const quotes = [
        prose.quote({
          start: Math.min(percentItem.start, baseItem.start),
          end: Math.max(percentItem.end, baseItem.end),
        }),
      ]
      return [findingOf({ kind: 'possible-percentage', ...judged, quotes })]
    })
  })
}

type Base = { percentItem: Item; baseItem: Item; isTight: boolean }

const weighing = /^(weighted|weighting|weighed|adjusted|modelled|scaled|average|mean|estimated)$/

function basesIn(sentence: Sentence): Base[] {
  if (sentence.items.some((item) => weighing.test(item.lower))) return []
  const shares = sharesIn(sentence).filter((share) => share.part === undefined && share.wholeIn === sentence)
  const found = shares.flatMap((share) => pairOf(sentence.items[share.percent], sentence.items[share.whole], true))
  return found.length > 0 ? found : [...headBases(sentence), ...namedBases(sentence), ...carriedBases(sentence)]
}

function pairOf(percentItem: Item | undefined, baseItem: Item | undefined, isTight: boolean): Base[] {
  return percentItem && baseItem ? [{ percentItem, baseItem, isTight }] : []
}

/** "Of the 17 people who replied, 45% said …", "a survey of 17 officers found that 45% …": percentages behind the base. */
function headBases(sentence: Sentence): Base[] {
  const { items } = sentence
  const at = items.findIndex((item, place) => item.quantity?.unit === 'count' && isBaseAt(items, place))
  const base = items[at]
  if (!base) return sharesOfWhich(items)
  const isOnly = items.filter((item) => item.quantity?.unit === 'count').length === 1
  return isOnly
    ? items.slice(at + 1).flatMap((item, index) => (isOwnShare(items, at + 1 + index) ? pairOf(item, base, false) : []))
    : []
}

/** "9 complaints, 45% of which were upheld": the count right before. */
function sharesOfWhich(items: Item[]): Base[] {
  return items.flatMap((item, at) => {
    const isOfWhich =
      items[at + 1]?.lower === 'of' && /^(which|whom|them|these|those)$/.test(items[at + 2]?.lower ?? '')
    const before = isOfWhich
      ? items
          .slice(0, at)
          .filter((one) => one.quantity)
          .at(-1)
      : undefined
    return before?.quantity?.unit === 'count' && isOwnShare(items, at) ? pairOf(item, before, false) : []
  })
}

/** A number of people or things that later percentages are taken from. */
function isBaseAt(items: Item[], at: number): boolean {
  const before = items.slice(Math.max(0, at - 4), at).map((item) => item.lower)
  const isHead = /^(of|among|out|from)$/.test(items[0]?.lower ?? '') && at < 5
  const isSample = before.includes('of') && before.some((word) => samples.test(word))
  return isHead || isSample || before.at(-1) === 'among' || before.at(-2) === 'among' || hasAnswered(items, at)
}

const samples = /^(survey|sample|poll|panel|group|cohort|total|class|groups)$/

/** "Seventeen people replied and 45% …": a count of people who answered or took part. */
const hasAnswered = (items: Item[], at: number) =>
  items
    .slice(at + 1, at + 6)
    .some((item) =>
      /^(replied|responded|answered|completed|participated|attended|interviewed|surveyed|polled|asked|questioned)$/.test(
        item.lower,
      ),
    )

function isOwnShare(items: Item[], at: number): boolean {
  const quantity = items[at]?.quantity
  const next = items[at + 1]
  const before = items[at - 1]?.lower ?? ''
  if (quantity?.unit !== 'percent' || next?.text === '(' || /^(by|up|down|from|to|than|with)$/.test(before))
    return false
  if (before === 'of' && isChangeNoun(items[at - 2]?.lower ?? '')) return false
  if (next?.lower === 'of') return /^(them|these|those|whom|which)$/.test(items[at + 2]?.lower ?? '')
  return !/^(more|fewer|higher|lower|increase|reduction|rise|fall|point|in|last)$/.test(next?.lower ?? '')
}

/** "23 applied. Of them, 40% …", "40% of them": the one count of the sentence before. */
function carriedBases(sentence: Sentence): Base[] {
  const counts = (sentence.previous?.items ?? []).filter((item) => item.quantity?.unit === 'count')
  const { items } = sentence
  const [base] = counts
  const hasOwn = items.some((item) => item.quantity?.unit === 'count')
  if (!base || counts.length !== 1 || hasOwn) return []
  if (hasAnswered(sentence.previous?.items ?? [], sentence.previous?.items.indexOf(base) ?? 0))
    return saidBy(items, base)
  const isHead = items[0]?.lower === 'of' && /^(these|those|them)$/.test(items[1]?.lower ?? '')
  return items.flatMap((item, at) => {
    const isOfThem = items[at + 1]?.lower === 'of' && pointsBack(items, at + 2)
    return isOwnShare(items, at) && (isHead || isOfThem) ? pairOf(item, base, false) : []
  })
}

/** "Seven volunteers replied. 68% said …": the sentence opens with a share, and nothing else is counted. */
const saidBy = (items: Item[], base: Item): Base[] =>
  isOwnShare(items, 0) &&
  /^(said|felt|were|thought|agreed|had|reported|wanted|would|knew|rated)$/.test(items[1]?.lower ?? '')
    ? pairOf(items[0], base, false)
    : []

/** "of them", "of those were …"; "of those questioned" names a number of its own. */
const pointsBack = (items: Item[], at: number) =>
  items[at]?.lower === 'them' ||
  (/^(these|those)$/.test(items[at]?.lower ?? '') &&
    /^(were|was|are|had|have|has|did|do|said|say|felt|led|resulted|came|went|[,.;(]|)$/.test(
      items[at + 1]?.lower ?? '',
    ))

/** "45% were satisfied (n=17)", "45% (base: 17)". */
function namedBases(sentence: Sentence): Base[] {
  const { items } = sentence
  return items.flatMap((item, at) => {
    const isNamed =
      /^(n|base)$/.test(item.lower) &&
      /^[=:]$/.test(items[at + 1]?.text ?? '') &&
      items[at + 2]?.quantity?.unit === 'count'
    if (!isNamed) return []
    return items
      .slice(0, at)
      .flatMap((one) => (one.quantity?.unit === 'percent' ? pairOf(one, items[at + 2], false) : []))
  })
}

type Judged = Omit<Finding, 'id' | 'quotes' | 'kind'>

function judge(percent: Quantity | undefined, base: Quantity | undefined, isTight: boolean): Judged | undefined {
  if (!percent || !base || percent.inWords || percent.approx || percent.isRange || percent.sign || base.approx)
    return undefined
  const size = base.shown
  if (base.unit !== 'count' || !Number.isInteger(size) || size < 2 || base.scale > 1) return undefined
  if (percent.shown > 100) return overHundred(percent, isTight)
  if (size * percent.precision > 100) return undefined
  const span = roundedSpan(percent)
  const lowest = Math.ceil((span.low * size) / 100 - 1e-9)
  const highest = Math.floor((span.high * size) / 100 + 1e-9)
  const nearest = Math.round((percent.shown * size) / 100)
  const working = `${inPrint(percent.shown)}% of ${inPrint(size)} is ${inPrint((percent.shown * size) / 100)}`
  if (lowest <= highest) {
    return {
      verdict: 'holds',
      message: `${percent.text} of ${inPrint(size)} is possible: ${inPrint(lowest)} of ${inPrint(size)}.`,
      working,
    }
  }
  const [below, above] = nearestShares(nearest, size, percent)
  return {
    verdict: isTight ? 'error' : 'warning',
    message: `No whole number out of ${inPrint(size)} gives ${percent.text}: the nearest are ${below} and ${above}.`,
    working,
    suggestion: 'Check the percentage and the number that it is taken from; some may not have answered.',
  }
}

function nearestShares(nearest: number, size: number, percent: Quantity): [string, string] {
  const decimals = Math.max(0, Math.round(-Math.log10(percent.precision)))
  const lower = (nearest * 100) / size > percent.shown ? nearest - 1 : nearest
  const share = (count: number) => `${inPrint(count)} (${((count * 100) / size).toFixed(decimals)}%)`
  return [share(lower), share(lower + 1)]
}

function overHundred(percent: Quantity, isTight: boolean): Judged | undefined {
  if (!isTight) return undefined
  return {
    verdict: 'error',
    message: `${percent.text} of a number of people or things is more than all of them.`,
    working: `${inPrint(percent.shown)}% > 100%`,
    suggestion: 'Check the percentage.',
  }
}
