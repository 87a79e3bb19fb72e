import { type FigureMention, figureMentions, isEveryday } from '#modules/claims/index.js'
import { type Finding, findingOf, type Verdict } from '#modules/passages/index.js'
import { inPrint, inUnit, tellingDigits, timeOf } from '#modules/quantities/index.js'
import type { Check } from './check.js'

/** One figure given twice with the same digits, but ten, a hundred or a thousand times apart: "£2.41m", "the £2.41bn". */
export const checkSameDigits: Check = (document) => {
  const mentions = figureMentions(document, 0).filter(({ quantity }) => /^(pounds|count)$/.test(quantity.unit))
  const named = digitsByWord(mentions)
  const byDigits = Map.groupBy(mentions, ({ quantity }) => `${quantity.unit} ${tellingDigits(quantity)}`)
  return [...byDigits.values()].flatMap((alike) => {
    if (alike.length > MOST || new Set(alike.map(({ quantity }) => quantity.shown)).size < 2) return []
    return alike.flatMap((later) => slipOf(alike, later, named) ?? [])
  })
}

/** A string of digits that stands oftener than this tells nothing. */
const MOST = 16

type Named = ReadonlyMap<string, ReadonlySet<string>>

/** The digits of all amounts of money that each telling word is said with. */
function digitsByWord(mentions: readonly FigureMention[]): Named {
  const byWord = new Map<string, Set<string>>()
  for (const { clause, quantity } of mentions.filter(({ quantity: { unit } }) => unit === 'pounds')) {
    for (const word of clause) byWord.set(word, (byWord.get(word) ?? new Set()).add(tellingDigits(quantity)))
  }
  return byWord
}

/** The figure that a later one should be, if it stands alone in its size; asked where only a word rarely said binds them. */
function slipOf(alike: readonly FigureMention[], later: FigureMention, named: Named): Finding | undefined {
  const isAlone = alike.every((one) => one === later || one.quantity.shown !== later.quantity.shown)
  if (!isAlone || later.place < 0) return undefined
  const rival = alike.find((earlier) => isSameFigure(later, earlier))
  if (rival) return finding(later, rival, 'warning')
  const like = alike.find((earlier) => isNamedAlone(later, earlier, named))
  return like && finding(later, like, 'question')
}

/** "Fleet £4.1m, digital £3.0m … The digital programme, at £3,000m": a word that is said with hardly any other digits. */
function isNamedAlone(later: FigureMention, earlier: FigureMention, named: Named): boolean {
  const times = timesApart(later, earlier)
  if (!times || !mayBeOne(later, earlier, times) || later.home === earlier.home || isSharedOut(earlier)) return false
  if (later.quantity.unit !== 'pounds' || later.aims !== earlier.aims) return false
  const isRound = tellingDigits(later.quantity).length === 1
  const isElsewhere = later.names.some((name) => !earlier.said.has(name))
  if (isElsewhere || (isRound && !isNear(later, earlier))) return false
  const others = Number(!isRound) + Number(times >= 1000)
  return sharedWords(later, earlier).some((word) => !isEveryday(word) && (named.get(word)?.size ?? 0) <= 1 + others)
}

const timesApart = (one: FigureMention, other: FigureMention) => {
  const [a, b] = [one.quantity.shown, other.quantity.shown]
  return [10, 100, 1000, 1_000_000].find((times) => Math.abs(Math.max(a, b) / Math.min(a, b) / times - 1) < 1e-6)
}

/** Of one time, the later one no part of the earlier, and nothing said that makes it so much larger or smaller. */
const mayBeOne = (later: FigureMention, earlier: FigureMention, times: number) =>
  later.place >= earlier.place &&
  !isOtherTime(later, earlier) &&
  !isSharedOut(later) &&
  !isPart(later) &&
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
  [one, other].every(({ period }) => period?.months === 12) && one.period?.key !== other.period?.key

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

/** "£500 each", "per head": one of several; not "paid each quarter". */
const isSharedOut = ({ home }: FigureMention) =>
  'items' in home &&
  home.items.some(
    ({ lower }, at) =>
      /^(each|per|apiece|head)$/.test(lower) &&
      !timeOf(home.items[at + 1]?.lower ?? '') &&
      home.items[at + 1]?.lower !== 'cent',
  )

/** "the £12,000 of it": some of what was given before. */
const isPart = ({ home, quantity }: FigureMention) =>
  'text' in home && /^ of (?:it|them|that|this|these|which)\b/.test(home.text.slice(quantity.end - home.start))

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
