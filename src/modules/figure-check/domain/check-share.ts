import type { Item, Sentence, StatedShare } from '#modules/claims/index.js'
import {
  isShareElsewhere,
  otherBases,
  type Prose,
  proseOf,
  sharesIn,
  withBefore,
  wordShares,
} from '#modules/claims/index.js'
import { type Finding, findingOf, type Verdict } from '#modules/passages/index.js'
import {
  inPrint,
  inUnit,
  isLooselySaid,
  looseSpan,
  meets,
  type Quantity,
  quotient,
  roundedSpan,
  times,
  widened,
} from '#modules/quantities/index.js'
import type { Check } from './check.js'

/** "n of m" against the percentage printed with it. */
export const checkShare: Check = (document) => {
  const prose = proseOf(document)
  return prose.sentences.flatMap((sentence, place) => [
    ...inWords(prose, sentence),
    ...inNumbers(prose, sharesIn(sentence)),
    ...inNumbers(prose, sharesOfBefore(sentence)),
    ...ofAnother(prose, place),
  ])
}

/** "two thirds (66%)": words against the percentage beside them. */
function inWords(prose: Prose, sentence: Sentence): Finding[] {
  return wordShares(sentence).flatMap(({ words, percent, isLoose }) => {
    const [read, printed] = [words.quantity, percent.quantity]
    if (!read || !printed) return []
    const said = /^(?:fewer|less|under)\b/i.test(words.text) ? { ...read, low: read.low / 2 } : read
    if (isLoose && meets(widened(said, IN_WORDS), roundedSpan(printed))) return []
    const [start, end] = [Math.min(words.start, percent.start), Math.max(words.end, percent.end)]
    const quotes = [prose.quote({ start, end })]
    const working = `${words.text} is about ${inPrint(said.shown, 1)}%`
    if (meets(said, roundedSpan(printed))) {
      return [
        findingOf({ kind: 'share', verdict: 'holds', quotes, message: `${words.text} fits ${percent.text}.`, working }),
      ]
    }
    const message = `"${words.text}" and ${percent.text} do not go together: the words mean about ${inPrint(said.shown, 1)}%.`
    return [
      findingOf({
        kind: 'share',
        verdict: isLoose ? 'question' : 'warning',
        quotes,
        message,
        working,
        suggestion: 'Change the words or the percentage.',
      }),
    ]
  })
}

/** In points: how far words with an amount between may be from their percentage. */
const IN_WORDS = 2.5

/** "Five applicants (3%)" a sentence after 284 applications: of which number is it 3%, if no count of these paragraphs gives it? */
function ofAnother(prose: Prose, at: number): Finding[] {
  const sentence = prose.sentences[at]
  const bases = sentence ? otherBases(sentence) : []
  return bases.flatMap(({ part, percent, whole, fits, isSure, working }) => {
    const near = prose.sentences.slice(Math.max(0, at - WINDOW), at + WINDOW)
    if (!fits && near.some(({ items }) => items.some((item) => isWholeOf(item, part, percent)))) return []
    const place = { start: Math.min(part.start, percent.start), end: Math.max(part.end, percent.end) }
    const quotes = [prose.quote(place), prose.quote(whole)]
    if (fits)
      return findingOf({
        kind: 'share',
        verdict: 'holds',
        quotes,
        message: `${percent.text} is ${part.text} of ${whole.text}.`,
        working,
      })
    const message = `${part.text} is printed as ${percent.text}, but not of the ${whole.text} named before. Of which number is it ${percent.text}?`
    return findingOf({
      kind: 'share',
      verdict: isSure ? 'warning' : 'question',
      quotes,
      message,
      working,
      suggestion: 'Name the number that the percentage is taken from.',
    })
  })
}

/** In how many sentences before and behind a share its whole is looked for. */
const WINDOW = 20

function isWholeOf({ quantity }: Item, { quantity: part }: Item, { quantity: percent }: Item): boolean {
  if (!quantity || !part || !percent || quantity.unit !== part.unit || quantity.shown <= part.shown) return false
  return meets(times(quotient(part, quantity), 100), roundedSpan(percent))
}

/** "600 of 800 felt safe. This is 75%.": what a sentence says of the one before. */
function sharesOfBefore(sentence: Sentence): StatedShare[] {
  const both = sharesIn(sentence).length === 0 ? withBefore(sentence) : undefined
  const own = (both?.items.length ?? 0) - sentence.items.length
  return both ? sharesIn(both).filter(({ percent }) => percent >= own) : []
}

/** "45 (38%) of the 118": counts against the percentage. */
function inNumbers(prose: Prose, shares: readonly StatedShare[]): Finding[] {
  return shares.flatMap((share) => {
    const { sentence } = share
    const judged = judge(share)
    if (!judged || share.part === undefined) return []
    const places = [sentence.items[share.part], sentence.items[share.percent]]
    const whole = share.wholeIn.items[share.whole]
    const [part, percent] = places
    const isRead = judged.verdict !== 'holds' && part && percent && whole
    if (isRead && isShareElsewhere({ sentence, part, whole, percent })) return []
    const inside = share.wholeIn === sentence ? [...places, whole] : places
    const start = Math.min(...inside.map((item) => item?.start ?? Number.POSITIVE_INFINITY))
    const end = Math.max(...inside.map((item) => item?.end ?? 0))
    const other = share.wholeIn !== sentence && whole ? [prose.quote(whole)] : []
    return [findingOf({ kind: 'share', ...judged, quotes: [prose.quote({ start, end }), ...other] })]
  })
}

type Judged = { verdict: Verdict; message: string; working: string; suggestion?: string }

function judge(share: StatedShare): Judged | undefined {
  const whole = share.wholeIn.items[share.whole]?.quantity
  const part = share.part === undefined ? undefined : inScaleOf(whole, share.sentence.items[share.part]?.quantity)
  const percent = share.sentence.items[share.percent]?.quantity
  if (!part || !whole || !percent || whole.shown <= 0) return undefined
  if (part.shown > whole.shown && percent.shown <= 100) return tooMany(part, whole, share.isTight)
  const given = times(quotient(part, whole), 100)
  const stated = percent.inWords ? percent : roundedSpan(percent)
  const value = (part.shown / whole.shown) * 100
  const working = `${inUnit(part.shown, part)} ÷ ${inUnit(whole.shown, whole)} = ${inPrint(value)}%`
  const isLoose = isLooselySaid(part, whole, percent)
  if (meets(given, stated) && !isLoose)
    return {
      verdict: 'holds',
      message: `${percent.text} is ${inUnit(part.shown, part)} of ${inUnit(whole.shown, whole)}.`,
      working,
    }
  if (!isLoose && meets(times(quotient(looseSpan(part), looseSpan(whole)), 100), stated)) return undefined
  return misfit({ share, part, whole, percent, working, value })
}

/** "178 of 987 thousand": the word after the whole stands for both. */
function inScaleOf(whole: Quantity | undefined, part: Quantity | undefined): Quantity | undefined {
  const isShort = part?.scale === 1 && whole && whole.scale > 1 && part.shown * whole.scale <= whole.shown
  if (!part || !whole || !isShort || part.unit !== whole.unit) return part
  const { shown, precision } = { shown: part.shown * whole.scale, precision: part.precision * whole.scale }
  return { ...part, shown, precision, scale: whole.scale, low: shown - precision / 2, high: shown + precision / 2 }
}

function misfit(from: {
  share: StatedShare
  part: Quantity
  whole: Quantity
  percent: Quantity
  working: string
  value: number
}): Judged {
  const { share, part, whole, percent, working, value } = from
  const given = times(quotient(part, whole), 100)
  const isRounding = !percent.inWords && meets(given, widened(roundedSpan(percent), percent.precision))
  const unsure = isRounding || !share.isTight || percent.inWords ? 'warning' : 'error'
  const decimals = Math.max(0, Math.round(-Math.log10(percent.precision)))
  const slip = slipBehind(value, percent, part, whole)
  return {
    verdict: percent.inWords && meets(given, percent) ? 'question' : unsure,
    message: `${inUnit(part.shown, part)} of ${inUnit(whole.shown, whole)} is ${inPrint(value, decimals + 1)}%, not ${percent.text}.${isRounding ? ' This looks like a slip of rounding.' : slip}`,
    working,
    suggestion: `Say ${value.toFixed(decimals)}%, or mend the two counts.`,
  }
}

function slipBehind(value: number, percent: Quantity, part: Quantity, whole: Quantity): string {
  const isNear = (other: number) => Math.abs(other - percent.shown) <= percent.precision
  if (isNear(100 - value)) return ' The percentage is that of the rest.'
  if (isNear(value * 10) || isNear(value / 10)) return ' A decimal point may have slipped.'
  return isNear((part.shown / Math.max(1, whole.shown - part.shown)) * 100)
    ? ' The part seems to have been divided by the rest instead of the whole.'
    : ''
}

function tooMany(part: Quantity, whole: Quantity, isTight: boolean): Judged | undefined {
  // "612 MWh of the 20.3 GWh": nobody counts tenths of a thing.
  const isMeasured = whole.unit === 'count' && whole.scale === 1 && whole.precision < 1
  if (part.low <= whole.high || isMeasured || (!isTight && part.shown > whole.shown * 10)) return undefined
  return {
    verdict: isTight ? 'error' : 'warning',
    message: `${inUnit(part.shown, part)} cannot be a part of ${inUnit(whole.shown, whole)}.`,
    working: `${inUnit(part.shown, part)} > ${inUnit(whole.shown, whole)}`,
    suggestion: 'Mend one of the two figures, or say what each of them counts.',
  }
}
