import type { Check } from './check.js'
import type { Item, Sentence } from './claim.js'
import { proseOf } from './claim-prose.js'
import { type Finding, findingOf } from './finding.js'
import { inPrint, type Quantity, roundedSpan } from './quantity.js'
import { sharesIn } from './relation-share.js'

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
  return found.length > 0 ? found : [...headBases(sentence), ...namedBases(sentence)]
}

function pairOf(percentItem: Item | undefined, baseItem: Item | undefined, isTight: boolean): Base[] {
  return percentItem && baseItem ? [{ percentItem, baseItem, isTight }] : []
}

/** "Of the 17 people who replied, 45% said …": each unadorned percentage behind the base. */
function headBases(sentence: Sentence): Base[] {
  const { items } = sentence
  const at =
    items[0]?.lower === 'of' || items[0]?.lower === 'among'
      ? items.slice(0, 5).findIndex((item) => item.kind === 'quantity')
      : -1
  const base = items[at]
  if (base?.quantity?.unit !== 'count') return []
  return items.slice(at + 1).flatMap((item, index) => {
    const next = items[at + 2 + index]
    const isOwn =
      item.quantity?.unit === 'percent' &&
      !/^(of|more|fewer|higher|lower|increase|reduction|point)$/.test(next?.lower ?? '') &&
      next?.text !== '('
    return isOwn ? pairOf(item, base, false) : []
  })
}

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
