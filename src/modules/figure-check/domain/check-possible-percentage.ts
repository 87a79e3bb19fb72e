import type { Based, Sentence } from '#modules/claims/index.js'
import { basesIn, proseOf } from '#modules/claims/index.js'
import { type Finding, findingOf, type Quote } from '#modules/passages/index.js'
import { inPrint, isPlain, meets, type Quantity, quotient, roundedSpan, times } from '#modules/quantities/index.js'
import type { Check } from './check.js'
import type { Asked } from './percentage-asked.js'
import { tableBases } from './table-bases.js'

/**
 * Whether a percentage of whole people or things can come from its base at all: some whole number out of the base must
 * round to it (the GRIM test of Brown and Heathers, 2017, for shares).
 */
export const checkPossiblePercentage: Check = (document) => {
  const prose = proseOf(document)
  const inProse = prose.sentences.map((sentence, at) =>
    basesIn(sentence).flatMap((based) => {
      const before = sentence.previous ? [sentence.previous] : prose.sentences.slice(Math.max(0, at - 2), at)
      if (isPartHere([...before, sentence], based)) return []
      const isNear = sentence.items.includes(based.base)
      const { percent, base } = based
      const whole = { start: Math.min(percent.start, base.start), end: Math.max(percent.end, base.end) }
      const quotes = isNear ? [prose.quote(whole)] : [prose.quote(percent), prose.quote(base)]
      return asked(based, quotes)
    }),
  )
  return [...inProse, ...tableBases(document)].flatMap(judgedTogether)
}

/** "Closed: 74. Agreed in 52 of the closed cases, i.e. 70%": the base is a part of another amount, and just that share of it. */
function isPartHere(sentences: readonly Sentence[], { percent, base }: Based): boolean {
  const [share, part] = [percent.quantity, base.quantity]
  if (part && part.shown < FEW) return false
  return sentences
    .flatMap(({ items }) => items)
    .some(
      ({ quantity }) =>
        share &&
        part &&
        quantity?.unit === part.unit &&
        quantity.shown > part.shown &&
        meets(times(quotient(part, quantity), 100), roundedSpan(share)),
    )
}

/** So few are a share of some larger number near by chance. */
const FEW = 10

function asked({ percent, base, isTight }: Based, quotes: Quote[]): Asked[] {
  const [share, whole] = [percent.quantity, base.quantity]
  if (!share || !whole || !isPlain(share) || share.inWords || share.sign || !isPlain(whole) || whole.scale > 1)
    return []
  return [{ percent: share, base: whole.shown, isTight, quotes }]
}

/** Where most percentages of one base are impossible it is not their base, or they are weighted: nothing is said of those. */
function judgedTogether(all: Asked[]): Finding[] {
  const judged = all.flatMap((one) => {
    const judgement = judge(one)
    return judgement ? [{ one, judgement }] : []
  })
  const loose = judged.filter(({ one }) => !one.isTight)
  const wrong = loose.filter(({ judgement }) => judgement.verdict === 'warning')
  const isDoubtful = loose.length >= 2 && wrong.length * 2 > loose.length
  const isNonsense = isDoubtful && loose.length >= 3
  return judged.flatMap(({ one, judgement }) => {
    const isLoose = judgement.verdict === 'warning'
    if (isLoose && isNonsense) return []
    const verdict = isLoose && isDoubtful ? 'question' : judgement.verdict
    return [findingOf({ kind: 'possible-percentage', ...judgement, verdict, quotes: one.quotes })]
  })
}

type Judged = Omit<Finding, 'id' | 'quotes' | 'kind'>

function judge({ percent, base: size, isTight }: Asked): Judged | undefined {
  if (!Number.isInteger(size) || size < 2) return undefined
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
