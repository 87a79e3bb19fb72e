import { type FigureMention, isEveryday, isLoose } from '#modules/claims/index.js'
import type { Verdict } from '#modules/passages/index.js'
import { type CopySlip, mayBeSame, type Period, tellingDigits } from '#modules/quantities/index.js'
import { areYears, isRoundingOf, isWorkedOut } from './two-figures.js'

/** A figure and one given before it, with the slip of the hand that turns one into the other, if one does. */
export type RestatedPair = {
  readonly later: FigureMention
  readonly earlier: FigureMention
  readonly slip: CopySlip | undefined
  /** Whether the later figure is given only here; and whether besides the earlier one is given more than once. */
  readonly isAlone: boolean
  readonly isAttested: boolean
  /** Whether a word of both their clauses names hardly any other figure of the unit. */
  readonly isRare: boolean
}

/**
 * Whether two figures are very probably one, copied wrongly: the fewer digits speak for a slip, the more their names must.
 * Figures of other times, places or aims are two.
 */
export function judgedPair(pair: RestatedPair): Verdict | undefined {
  const { later, earlier, slip } = pair
  if (later.own.length === 0 && earlier.place < 0) return undefined
  if (mayBeSame(later.quantity, earlier.quantity) || isRoundingOf(later.quantity, earlier.quantity)) return undefined
  if (areYears(later.quantity, earlier.quantity)) return undefined
  if (isSetApart(pair) || isListed(pair) || (slip !== 'swapped' && slip !== 'doubled' && isWorkedOut(later)))
    return undefined
  const name = nameOf(pair)
  return (name.isShared ? ofSlip(pair, name) : undefined) ?? ofRareName(pair) ?? ofSwap(pair)
}

/** Digits swapped where the clauses of both share words: of three digits, one that tells the thing. */
function ofSwap(pair: RestatedPair): Verdict | undefined {
  const { later, earlier, slip } = pair
  const isLike = later.document === earlier.document && later.quantity.precision === earlier.quantity.precision
  if (slip !== 'swapped' || !isLike || areOneForm(pair)) return undefined
  const shared = [...later.clause].filter((word) => earlier.clause.has(word))
  const telling = shared.filter((word) => !isEveryday(word) && !isLoose(word)).length
  const digits = digitsOf(later, earlier)
  const isBound = digits > 3 ? shared.length > 0 : digits > 2 && telling > 0
  return isBound ? 'question' : undefined
}

/**
 * Names that agree only in a word: enough for a question where that word names hardly anything else and one digit is
 * another, or where digits are swapped or doubled and the figure is long, comes oftener, or has such a word.
 */
function ofRareName(pair: RestatedPair): Verdict | undefined {
  const { later, earlier, slip, isAttested, isRare } = pair
  if (!slip) return undefined
  const digits = digitsOf(later, earlier)
  if (slip === 'changed') return isRare && digits > 1 && isLikely(pair) && !isContrast(pair) ? 'question' : undefined
  if (areOneForm(pair)) return undefined
  const isNamed = later.own.some((word) => earlier.said.has(word) && !isEveryday(word) && !isLoose(word))
  return isRare || (digits > 3 && isNamed) || (digits > 2 && isNamed && isAttested) ? atLeast(digits, 3) : undefined
}

const atLeast = (digits: number, least: number) => (digits < least ? undefined : 'question')

/** An amount in figures, near its rival, in one document and one time, large enough or of money. */
function isLikely(pair: RestatedPair): boolean {
  const { later, earlier } = pair
  const isLarge = later.quantity.unit === 'pounds' || (later.quantity.unit === 'count' && later.quantity.shown >= 100)
  const times = [later, earlier].map(({ home }) => ('items' in home ? home.items.filter(({ period }) => period) : []))
  const isOfOtherTime =
    times[0]?.some(({ text }) => !times[1]?.some((other) => other.text === text)) && earlier.place >= 0
  return isLarge && isClose(pair) && later.document === earlier.document && !later.quantity.inWords && !isOfOtherTime
}

/** "Vetting has a backlog of 412", "Forensics has a backlog of 421": one sentence of two things. */
function areOneForm({ later, earlier }: RestatedPair): boolean {
  const lacks = (one: FigureMention, other: FigureMention) => [...one.clause].filter((word) => !other.clause.has(word))
  return (
    later.home !== earlier.home && [lacks(later, earlier), lacks(earlier, later)].every(({ length }) => length === 1)
  )
}

/** Each has a word of its own that is not said of the other. */
const isContrast = ({ later, earlier }: RestatedPair) =>
  unsaid(later, earlier).length > 0 && unsaid(earlier, later).length > 0

/** Each has a time, an aim or a place of its own. */
function isSetApart({ later, earlier, slip }: RestatedPair): boolean {
  if (isOfTime(later) && isOfTime(earlier) && !mayBeOfOneTime(later, earlier, slip)) return true
  if ([later, earlier].some((one) => saysDistance(one, later, earlier))) return true
  const isOtherPlace =
    later.names.some((name) => !earlier.names.includes(name) && !earlier.said.has(name)) &&
    earlier.names.some((name) => !later.names.includes(name))
  return areOfOtherAims(later, earlier) || (isOtherPlace && earlier.place >= 0)
}

/** A column headed with the year may be of "this year", or of the day or half-year that the text names, where digits are swapped. */
function mayBeOfOneTime({ period: one }: FigureMention, { period: other }: FigureMention, slip: CopySlip | undefined) {
  if (one?.key === other?.key) return true
  if (!one || !other || slip === undefined || slip === 'changed') return false
  if ([one, other].some(({ kind, relation }) => kind === 'relative' && relation !== 'previous')) return true
  return isWithin(one, other) || isWithin(other, one)
}

const isWithin = ({ from, until }: Period, { from: start, until: end }: Period) =>
  from !== undefined && start !== undefined && until !== undefined && end !== undefined && from >= start && until <= end

/** "That is 18 lower than the 197 of 2012": the sentence says how far the two are apart, so they are two. */
function saysDistance({ home }: FigureMention, ...pair: readonly [FigureMention, FigureMention]): boolean {
  if (!('text' in home) || !/\b(?:than|up|down|apart|gap|rise|fall|rose|fell|lower|higher)\b/i.test(home.text))
    return false
  const [one, other] = pair.map(({ quantity }) => quantity.shown / quantity.scale)
  const apart = Math.abs((one ?? 0) - (other ?? 0))
  const said = home.text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []
  return said.some((number) => Math.abs(Number(number.replaceAll(',', '')) - apart) < 1e-6)
}

/** A figure spoken of as known needs not say again that it was last winter's. */
function areOfOtherAims(later: FigureMention, earlier: FigureMention): boolean {
  const isOther = ({ period }: FigureMention) => period?.relation === 'previous'
  const isTold = later.isDefinite && later.aims === '' && !isOther(later)
  if (isTold && (earlier.aims === 'earlier' || earlier.aims === '')) return false
  return later.aims !== earlier.aims || isOther(later) !== isOther(earlier)
}

/** "within a day" is no time that a figure is of. */
const isOfTime = ({ period }: FigureMention) => period !== undefined && !/\blength\b/.test(period.key)

/** In one sentence two figures stand for two things, unless the second opens what the first says: "706 people: 760 people". */
function isListed({ later, earlier, slip, isAlone }: RestatedPair): boolean {
  const { home } = later
  if (home !== earlier.home || !('text' in home)) return false
  const isSame = later.own.length > 0 && later.own.join() === earlier.own.join()
  if (isSame && isAlone && later.isDefinite && slip !== undefined && slip !== 'changed') return false
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

function nameOf(pair: RestatedPair): Name {
  const { later, earlier } = pair
  const isTable = earlier.place < 0
  const missing = unsaid(later, earlier).filter((word) => !(isTable && isEveryday(word)))
  const lacking = unsaid(earlier, later)
  const isContrast = lacking.length > 0 && (isTable || missing.length > 0)
  const isNear = isBeside(pair)
  const told = (isTable ? earlier.core : later.own).filter((word) => isTable || earlier.said.has(word))
  const telling = told.filter((word) => !isEveryday(word)).length
  const isBare = later.own.length === 0 && later.isDefinite && isNear && !isTable
  const isFull = missing.length === 0 && (later.own.length > 0 || isBare)
  const isSame = isTable || (isSaidOf(later, earlier) && (isSaidOf(earlier, later) || (later.isDefinite && isFull)))
  const isShared = telling > 0 || isBare || (told.length > 0 && isFull && isNear)
  return {
    isShared: isShared && isSame && !isContrast,
    isTelling: telling > 0,
    isFull,
    isLike: isFull || telling > 1,
    isNear,
  }
}

/** What narrows one figure and is not said with the other. */
const unsaid = ({ own }: FigureMention, { said }: FigureMention) =>
  own.filter((word) => !said.has(word) && !isLoose(word))

/** How many sentences may lie between two figures that stand near. */
const NEAR = 8

const isBeside = ({ later, earlier }: RestatedPair) =>
  later.document === earlier.document &&
  (earlier.place < 0 || (later.section === earlier.section && later.place - earlier.place <= NEAR))

/** Some of a figure's name is said with the other, or it has none. */
const isSaidOf = ({ core }: FigureMention, { said }: FigureMention) =>
  core.every((word) => isEveryday(word)) || core.some((word) => said.has(word))

/** How many digits tell two figures, without the noughts at the end of both. */
const digitsOf = (...figures: FigureMention[]) =>
  Math.max(...figures.map(({ quantity }) => tellingDigits(quantity).length))

function ofSlip(pair: RestatedPair, name: Name): Verdict | undefined {
  const isKnown = name.isFull && (pair.later.isDefinite || pair.later.home === pair.earlier.home)
  const digits = digitsOf(pair.later, pair.earlier)
  const isNamed = name.isNear && name.isTelling && name.isFull
  if (pair.slip === undefined || digits < 3)
    return name.isNear && isClose(pair) && (isKnown || (isNamed && isDecimal(pair))) ? 'question' : undefined
  if (pair.slip === 'changed')
    return isMeant(pair, name) || (isNamed && isKnown && pair.isAlone) ? 'question' : undefined
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
