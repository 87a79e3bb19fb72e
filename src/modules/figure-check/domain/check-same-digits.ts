import { type FigureMention, figureMentions, isEveryday, isLoose } from '#modules/claims/index.js'
import { type Finding, findingOf, type Verdict } from '#modules/passages/index.js'
import { inPrint, inUnit, type Quantity, tellingDigits, timeOf } from '#modules/quantities/index.js'
import type { Check } from './check.js'

/** One figure given twice with the same digits, but ten, a hundred or a thousand times apart: "£2.41m", "the £2.41bn". */
export const checkSameDigits: Check = (document) => {
  const mentions = figureMentions(document, 0).filter(({ quantity }) => /^(pounds|count)$/.test(quantity.unit))
  const paper = paperOf(mentions)
  const found = new Map<string, Finding>()
  for (const [key, alike] of groupsOf(mentions)) {
    for (const pair of alike.length > MOST ? [] : pairsOf(alike, key, paper)) {
      const [suspect, other] = suspectFirst(pair, paper).map(({ quantity, place }) => `${place} ${quantity.start}`)
      const slip = slipOf(pair, paper)
      if (slip && suspect && other && found.get(suspect)?.verdict !== 'warning') found.set(suspect, slip)
    }
  }
  return [...found.values()]
}

/** The one that stands in fewer places is the likelier slip. */
const suspectFirst = ({ later, earlier }: Apart, { homes }: Paper) =>
  [later, earlier].toSorted((one, other) => sizeIn(homes, one) - sizeIn(homes, other))

const sizeIn = (homes: Paper['homes'], { quantity }: FigureMention) => homes.get(keyOf(quantity))?.size ?? 0

/** A string of digits that stands oftener than this tells nothing. */
const MOST = 16

const keyOf = ({ unit, shown }: Quantity) => `${unit} ${shown}`

/** What the whole paper tells: where each value stands, with how many strings of digits each word is said, the largest of a unit. */
type Paper = {
  readonly homes: ReadonlyMap<string, ReadonlySet<FigureMention['home']>>
  readonly named: ReadonlyMap<string, ReadonlySet<string>>
  readonly largest: ReadonlyMap<string, readonly number[]>
}

function paperOf(mentions: readonly FigureMention[]): Paper {
  const homes = new Map<string, Set<FigureMention['home']>>()
  const named = new Map<string, Set<string>>()
  for (const { quantity, home, said } of mentions) {
    homes.set(keyOf(quantity), (homes.get(keyOf(quantity)) ?? new Set()).add(home))
    for (const word of said) named.set(word, (named.get(word) ?? new Set()).add(tellingDigits(quantity)))
  }
  const largest = Map.groupBy(mentions, ({ quantity }) => quantity.unit)
  return {
    homes,
    named,
    largest: new Map([...largest].map(([unit, all]) => [unit, topTwo(all.map(({ quantity }) => quantity.shown))])),
  }
}

/** Of fewer amounts than this none is known to be out of the way. */
const SOME = 8

const topTwo = (values: readonly number[]) => {
  const sizes = [...new Set(values)].sort((one, other) => other - one)
  return sizes.length < SOME ? [] : sizes.slice(0, 2)
}

/** The figures of each string of digits, and from three digits on those that round to it. */
function groupsOf(mentions: readonly FigureMention[]): Map<string, FigureMention[]> {
  const groups = new Map<string, FigureMention[]>()
  for (const one of mentions) {
    const digits = tellingDigits(one.quantity)
    const fewer = Array.from({ length: Math.max(0, digits.length - 3) }, (_, nth) => rounded(digits, nth + 3))
    for (const key of new Set([digits, ...fewer].map((some) => `${one.quantity.unit} ${some}`))) {
      const held = groups.get(key) ?? []
      groups.set(key, held)
      held.push(one)
    }
  }
  return groups
}

const rounded = (digits: string, length: number) =>
  String(Math.round(Number(digits) / 10 ** (digits.length - length))).replace(/0+$/, '')

type Apart = {
  readonly later: FigureMention
  readonly earlier: FigureMention
  readonly times: number
  /** Whether the later one's size is given nowhere else, and whether another sentence or row gives both. */
  readonly isSingle: boolean
  readonly areTwo: boolean
}

/** Two figures in other sizes of which one is given in one place only; they are two where a sentence or a row gives both. */
function pairsOf(alike: readonly FigureMention[], key: string, { homes }: Paper): Apart[] {
  const isKey = ({ quantity }: FigureMention) => key === `${quantity.unit} ${tellingDigits(quantity)}`
  const homesOf = ({ quantity }: FigureMention) => homes.get(keyOf(quantity)) ?? new Set()
  const isAlone = (one: FigureMention) =>
    one.place >= 0 && alike.every((other) => other === one || other.quantity.shown !== one.quantity.shown)
  const isAfter = (one: FigureMention) =>
    alike.some((other) => other.quantity.shown !== one.quantity.shown && other.place <= one.place && isNear(one, other))
  const parts = new Set(alike.flatMap((one) => (isPart(one) && isAfter(one) ? [one.quantity.shown] : [])))
  const ordered = alike.toSorted((one, other) => one.place - other.place)
  return ordered.flatMap((later, nth) =>
    ordered.slice(0, nth).flatMap((earlier) => {
      const times = timesApart(later, earlier)
      if (!times || !(isKey(later) || isKey(earlier)) || !(isAlone(later) || isAlone(earlier))) return []
      if ([later, earlier].some(({ quantity: { shown } }) => parts.has(shown))) return []
      const areTwo = later.home !== earlier.home && !homesOf(later).isDisjointFrom(homesOf(earlier))
      return [{ later, earlier, times, isSingle: isAlone(later), areTwo }]
    }),
  )
}

/** The later of two sizes: a warning where words bind them, a question where what they share tells more than chance would. */
function slipOf(pair: Apart, paper: Paper): Finding | undefined {
  const { later, earlier, times } = pair
  if (!mayBeOne(later, earlier, times)) return undefined
  if ((pair.isSingle || !pair.areTwo) && isPrintedAlike(later, earlier) && isSameFigure(later, earlier))
    return finding(later, earlier, 'warning')
  const isLikely =
    !pair.areTwo && weightOf(pair, paper) >= NEEDED[later.quantity.unit === 'pounds' ? 'pounds' : 'count']
  return isLikely && !areApart(later, earlier, times) ? finding(later, earlier, 'question') : undefined
}

/** The same digits, none of them rounded, and neither a sum for each year. */
const isPrintedAlike = ({ quantity: one }: FigureMention, { quantity: other }: FigureMention) =>
  tellingDigits(one) === tellingDigits(other) && !one.perTime && !other.perTime

const NEEDED = { pounds: 2, count: 2.5 }

/** Other sums of one sentence, other aims, one for each of several, other places; thousands of a table whose heading says so. */
const areApart = (later: FigureMention, earlier: FigureMention, times: number) =>
  later.home === earlier.home ||
  isSharedOut(earlier) ||
  aimsOf(later) !== aimsOf(earlier) ||
  (later.names.some((name) => !earlier.said.has(name)) && earlier.names.some((name) => !later.said.has(name))) ||
  (times >= 1000 && (later.quantity.unit === 'count' || (earlier.place < 0 && !earlier.text.includes('£'))))

const aimsOf = ({ aims }: FigureMention) => aims.replace(/ ?\bearlier\b/, '')

/** What speaks for one figure: each digit beyond two, nearness, words of the names, a size above all others, one given oftener. */
function weightOf({ later, earlier, times }: Apart, { homes, named, largest }: Paper): number {
  const digits = [later, earlier].map(({ quantity }) => tellingDigits(quantity))
  const [first = 0, second = 0] = largest.get(later.quantity.unit) ?? []
  const isHuge = [later, earlier].some(({ quantity }) => quantity.shown === first && second > 0 && first > second * 2)
  const isOften = [later, earlier].some((one) => sizeIn(homes, one) > 1)
  const shared = wordsOfBoth(later, earlier).map((word) => {
    const isBare = isEveryday(word) || isLoose(word)
    return isBare ? 0.25 : Math.min(1, 3 / (named.get(word)?.size ?? 1))
  })
  const bound = Math.min(
    1.5,
    shared.reduce((sum, one) => sum + one, 0),
  )
  const halves = [later.isDefinite || isWhole(later), times >= 1000, times >= 1000, isHuge, isOften].filter(
    Boolean,
  ).length
  const near = Number(isNear(later, earlier) && later.quantity.unit === 'pounds')
  const doubts = [digits[0] !== digits[1], shared.length === 0].filter(Boolean).length
  return Math.min(5, ...digits.map(({ length }) => length)) - 2 + near + bound + (halves - doubts) / 2
}

/** Words about one of the figures that are said anywhere in the sentence or under the heading of the other. */
const wordsOfBoth = (one: FigureMention, other: FigureMention) => [
  ...new Set([...one.clause].filter((word) => other.said.has(word))).union(
    new Set([...other.clause].filter((word) => one.said.has(word))),
  ),
]

const timesApart = (one: FigureMention, other: FigureMention) => {
  const [a, b] = [one.quantity.shown, other.quantity.shown]
  return [10, 100, 1000, 1_000_000].find((times) => Math.abs(Math.max(a, b) / Math.min(a, b) / times - 1) < 6e-3)
}

/** Of one time, the later one no part of the earlier, and nothing said that makes it so much larger or smaller. */
const mayBeOne = (later: FigureMention, earlier: FigureMention, times: number) =>
  later.place >= earlier.place &&
  !isOtherTime(later, earlier) &&
  !isSharedOut(later) &&
  !isTenth(later, times) &&
  !isTenth(earlier, times)

function isSameFigure(later: FigureMention, earlier: FigureMention): boolean {
  const times = timesApart(later, earlier)
  if (!times || !mayBeOne(later, earlier, times)) return false
  const digits = tellingDigits(later.quantity).length
  if (later.home === earlier.home) return isSaidAgain(later, earlier)
  const words = sharedWords(later, earlier)
  if (later.quantity.unit === 'count') return isKnownCount(later, earlier, digits)
  const isThousand = times >= 1000
  return (
    isSpokenOf(later, earlier, { digits, isThousand, words }) || areNamed(later, earlier, { digits, isThousand, words })
  )
}

const isOtherTime = (one: FigureMention, other: FigureMention) =>
  [one, other].every(({ period }) => period?.months === 12 && period.kind === 'months') &&
  one.period?.key !== other.period?.key

const REACH = 6
const isNear = (later: FigureMention, earlier: FigureMention) =>
  later.section === earlier.section && later.place - earlier.place <= REACH

const sharedWords = (later: FigureMention, earlier: FigureMention) =>
  [...later.clause].filter((word) => earlier.clause.has(word))

type Evidence = { readonly digits: number; readonly isThousand: boolean; readonly words: readonly string[] }

/** "£424,000 had been paid … The £42.4m paid": what the text speaks of as known was given just before. */
function isSpokenOf(later: FigureMention, earlier: FigureMention, { digits, isThousand, words }: Evidence): boolean {
  if (!isNear(later, earlier) || !(later.isDefinite || isWhole(later))) return false
  if (digits >= 3) return true
  const isTold = isThousand || words.length > 0 || isWhole(later)
  return digits === 2 ? isTold : isThousand && words.some((word) => !isEveryday(word))
}

/**
 * Anywhere in the document: three digits alike a thousand times apart are hardly ever chance where one word of the name is
 * shared; two digits, or ten times apart, need two.
 */
function areNamed(later: FigureMention, earlier: FigureMention, { digits, isThousand, words }: Evidence): boolean {
  const isAll = words.length === Math.min(later.clause.size, earlier.clause.size)
  const isNamed = words.length >= 2 && (digits >= 3 || (digits === 2 && isAll))
  return isNamed || (digits >= 3 && words.length >= 1 && (isThousand || later.isDefinite))
}

/** "1,350 searches … Altogether the 13,500 searches". */
const isKnownCount = (later: FigureMention, earlier: FigureMention, digits: number) =>
  digits >= 3 &&
  isNear(later, earlier) &&
  isWhole(later) &&
  later.core.length > 0 &&
  later.core.every((word) => earlier.own.includes(word))

/** "The whole £18,400", "the same £0.26m", "altogether the 13,500". */
function isWhole({ home, quantity }: FigureMention): boolean {
  const before =
    'text' in home ? home.text.slice(Math.max(0, quantity.start - home.start - 40), quantity.start - home.start) : ''
  return (
    /\b(?:whole|same|entire|full|all|every penny of|altogether|in total)(?: (?:of )?(?:the|these|this|our))?\s*$/i.test(
      before,
    ) || /\bthe same\b/i.test(before)
  )
}

/** "£178.9m, shown in the accounts as £178,900k": in one sentence words say that the two are one. */
function isSaidAgain(later: FigureMention, earlier: FigureMention): boolean {
  const { home } = later
  if (!('text' in home)) return false
  const [from, until] = [later.quantity, earlier.quantity].toSorted((one, other) => one.start - other.start)
  const between = home.text.slice((from?.end ?? 0) - home.start, (until?.start ?? 0) - home.start)
  return (
    between.length < 60 &&
    /^[^.;]*(?:\bas|\bthat is|\bi\.?e\.?,?|\bnamely|\bor|[([]) (?:about )?$|^\s*[([]$/i.test(between)
  )
}

/** "a tenth", "10% of it", "ten of them": the size is meant. */
const isTenth = ({ home }: FigureMention, times: number) =>
  'items' in home &&
  home.items.some(
    ({ lower, quantity, period }) =>
      /^(tenths?|hundredths?|tenfold)$/.test(lower) ||
      (/^(count|duration)$/.test(quantity?.unit ?? '') && quantity?.shown === times) ||
      (period?.kind === 'length' && period.months === times * 12) ||
      (quantity?.unit === 'percent' && Math.abs(quantity.shown - 100 / times) < 1e-9),
  )

/** "£500 each", "per head", "each of them has £500": one of several; not "paid each quarter", nor beside another figure. */
function isSharedOut({ home, quantity }: FigureMention): boolean {
  if (!('items' in home)) return false
  const at = home.items.findIndex((item) => item.quantity === quantity)
  const from = home.items.slice(0, at).findLastIndex((item) => item.quantity?.unit === quantity.unit) + 1
  const next = home.items.findIndex((item, place) => place > at && item.quantity?.unit === quantity.unit)
  return home.items.slice(from, next < 0 ? undefined : next).some(({ lower }, nth) => {
    const after = home.items[from + nth + 1]?.lower ?? ''
    return /^(each|per|apiece|head)$/.test(lower) && !timeOf(after) && after !== 'cent'
  })
}

/** "the £12,000 of it", "Of these 135": some of what was given before. */
const isPart = ({ home, quantity }: FigureMention) =>
  'text' in home &&
  (/^ of (?:it|them|that|this|these|which)\b/.test(home.text.slice(quantity.end - home.start)) ||
    /\bof (?:these|them|those|which|whom),?\s*$/i.test(home.text.slice(0, quantity.start - home.start)))

function finding(later: FigureMention, rival: FigureMention, verdict: Verdict): Finding {
  const times = inPrint(timesApart(later, rival) ?? 0)
  return findingOf({
    kind: 'magnitude',
    verdict,
    quotes: [later.quote(), rival.quote()],
    message: `${later.text.trim()} and ${rival.text.trim()} seem to be one figure, but are ${times} times apart.`,
    working: `${inUnit(rival.quantity.shown, rival.quantity)} against ${inUnit(later.quantity.shown, later.quantity)}.`,
    suggestion: 'Check “thousand”, “million” and “billion”, and the decimal point.',
  })
}
