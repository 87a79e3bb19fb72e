import { type FigureMention, isEveryday, isLoose } from '#modules/claims/index.js'
import type { Verdict } from '#modules/passages/index.js'
import { type CopySlip, looseSpan, mayBeSame, meets, printedDigits } from '#modules/quantities/index.js'
import { isWorkedOut } from './two-figures.js'

/** A figure and one given before it, with the slip of the hand that turns one into the other, if one does. */
export type RestatedPair = {
  readonly later: FigureMention
  readonly earlier: FigureMention
  readonly slip: CopySlip | undefined
  /** Whether the earlier figure is given more than once, and the later one only here. */
  readonly isAttested: boolean
}

/**
 * Whether two figures are very probably one, copied wrongly: the fewer digits speak for a slip, the more their names must.
 * Figures of other times, places or aims are two.
 */
export function judgedPair(pair: RestatedPair): Verdict | undefined {
  const { later, earlier, slip } = pair
  if (later.own.length === 0 && earlier.place < 0) return undefined
  if (mayBeSame(later.quantity, earlier.quantity) || isRounding(pair)) return undefined
  if (isSetApart(pair) || isListed(pair) || (!slip && isWorkedOut(later))) return undefined
  const name = nameOf(pair)
  if (!name.isShared) return undefined
  return ofSlip(pair, name)
}

const isRounding = ({ later, earlier }: RestatedPair) => {
  const [a, b] = [looseSpan(later.quantity), looseSpan(earlier.quantity)]
  return meets(a, b) && a.high - a.low !== b.high - b.low
}

/** Each has a time, an aim or a place of its own. */
function isSetApart({ later, earlier }: RestatedPair): boolean {
  if (isOfTime(later) && isOfTime(earlier) && later.period?.key !== earlier.period?.key) return true
  const isOtherPlace =
    later.names.some((name) => !earlier.names.includes(name) && !earlier.said.has(name)) &&
    earlier.names.some((name) => !later.names.includes(name))
  return later.aims !== earlier.aims || (isOtherPlace && earlier.place >= 0)
}

/** "within a day" is no time that a figure is of. */
const isOfTime = ({ period }: FigureMention) => period !== undefined && !/\blength\b/.test(period.key)

/** In one sentence two figures stand for two things, unless the second opens what the first says: "706 people: 760 people". */
function isListed({ later, earlier }: RestatedPair): boolean {
  const { home } = later
  if (home !== earlier.home || !('text' in home)) return false
  const [from, until] = [later.quantity, earlier.quantity].toSorted((one, other) => one.start - other.start)
  const between = home.text.slice((from?.end ?? 0) - home.start, (until?.start ?? 0) - home.start)
  return !/^\s*[\w-]*\s*[:(–—]\s*$/.test(between) || later.own.join() !== earlier.own.join()
}

type Name = {
  /** They share a word that tells the thing, or all that is said. */
  isShared: boolean
  isTelling: boolean
  /** All that narrows the later figure is said of the earlier one; or two words and more that tell it. */
  isFull: boolean
  isLike: boolean
  isNear: boolean
}

function nameOf({ later, earlier }: RestatedPair): Name {
  const missing = later.own.filter(
    (word) => !earlier.said.has(word) && !isLoose(word) && !(earlier.place < 0 && isEveryday(word)),
  )
  const lacking = earlier.own.filter((word) => !later.said.has(word) && !isLoose(word))
  const isTable = earlier.place < 0
  const shared = later.own.filter((word) => earlier.said.has(word))
  const isSame = isTable || (isSaidOf(later, earlier) && isSaidOf(earlier, later))
  const isContrast = isTable ? lacking.length > 0 : missing.length > 0 && lacking.length > 0
  const isFull = missing.length === 0 && later.own.length > 0
  const isNear =
    later.document === earlier.document &&
    (isTable || (later.section === earlier.section && later.place - earlier.place <= 8))
  const told = isTable ? earlier.core : shared
  const isTelling = told.some((word) => !isEveryday(word))
  const isLike = isFull || told.filter((word) => !isEveryday(word)).length > 1
  const isShared = isTelling || (told.length > 0 && isFull && isNear)
  return { isShared: isShared && isSame && !isContrast, isTelling, isFull, isLike, isNear }
}

/** Some of a figure's name is said with the other, or it has none. */
const isSaidOf = ({ core }: FigureMention, { said }: FigureMention) =>
  core.every((word) => isEveryday(word)) || core.some((word) => said.has(word))

/** How many digits tell two figures, without the noughts at the end of both. */
const digitsOf = (...figures: FigureMention[]) =>
  Math.max(...figures.map(({ quantity }) => printedDigits(quantity).replace(/0+$/, '').length))

function ofSlip(pair: RestatedPair, name: Name): Verdict | undefined {
  const isKnown = name.isFull && (pair.later.isDefinite || pair.later.home === pair.earlier.home)
  const digits = digitsOf(pair.later, pair.earlier)
  const isNamed = name.isNear && name.isTelling && name.isFull
  if (pair.slip === undefined || digits < 3)
    return name.isNear && isClose(pair) && (isKnown || (isNamed && isDecimal(pair))) ? 'question' : undefined
  if (pair.slip === 'changed') return isMeant(pair, name) || (isNamed && isKnown) ? 'question' : undefined
  return ofHand(name, digits > 3, isKnown)
}

/** One digit changed in a figure that is given more than once. */
const isMeant = ({ isAttested }: RestatedPair, { isLike, isNear, isTelling }: Name) =>
  isAttested && isLike && isNear && isTelling

/** "£8.4m" and "£4.8m". */
const isDecimal = ({ later, earlier, slip }: RestatedPair) =>
  slip === 'swapped' && [later, earlier].every(({ text }) => /\d\.\d/.test(text))

/** Digits swapped or doubled: of four, hardly chance; of three, the names must agree or stand near. */
function ofHand({ isFull, isNear, isTelling }: Name, isLong: boolean, isKnown: boolean): Verdict | undefined {
  if (isLong) return isFull ? 'warning' : 'question'
  if (isKnown) return 'warning'
  return isTelling && (isFull || isNear) ? 'question' : undefined
}

function isClose({ later, earlier, slip }: RestatedPair): boolean {
  const ratio = later.quantity.shown / earlier.quantity.shown
  return slip === 'swapped' || (ratio < 1.6 && ratio > 0.6)
}
