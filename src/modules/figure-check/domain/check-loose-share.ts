import {
  type ClosedShare,
  carriedShare,
  closedShare,
  isShareElsewhere,
  type Prose,
  proseOf,
  type Sentence,
  withBefore,
} from '#modules/claims/index.js'
import { type Finding, findingOf } from '#modules/passages/index.js'
import {
  inPrint,
  inUnit,
  isLooselySaid,
  isPlain,
  looseSpan,
  meets,
  type Quantity,
  quotient,
  roundedSpan,
  type Span,
  times,
} from '#modules/quantities/index.js'
import type { Check } from './check.js'

/** Shares whose part and whole stand elsewhere in the sentence: "Of 1,200 asked, 744 agreed, which is 62%", "32% of the total (480 of 1,500)". */
export const checkLooseShare: Check = (document) => {
  const prose = proseOf(document)
  return prose.sentences.flatMap((sentence) => {
    const own = closedShare(sentence)
    const both = own ? undefined : withBefore(sentence)
    const [read, stated] = both ? [both, closedShare(both)] : [sentence, own]
    const carried = carriedShare(sentence)
    const isOther = carried && read.items[stated?.percent ?? -1] !== carried.sentence.items[carried.percent]
    return [
      stated ? (judged(prose, read, stated) ?? []) : [],
      isOther ? (judged(prose, carried.sentence, { ...carried, isBound: false }) ?? []) : [],
    ].flat()
  })
}

type Stated = ClosedShare

function judged(prose: Prose, sentence: Sentence, stated: Stated): Finding | undefined {
  const items = [stated.percent, stated.part, stated.whole].flatMap((at) => sentence.items[at] ?? [])
  const [percent, part, whole] = items.map((item) => item.quantity)
  if (!percent || !part || !whole || whole.shown <= 0) return undefined
  const given = (part.shown / whole.shown) * 100
  const printed = percent.inWords ? percent : roundedSpan(percent)
  const isMet = meets(times(quotient(part, whole), 100), printed)
  const isLoose = isMet && isLooselySaid(part, whole, percent)
  const isRight = isMet && !isLoose
  if (!isMet && mayBeOther(sentence, stated, { percent, part, whole })) return undefined
  if (!isRight && isReadOtherwise(sentence, stated)) return undefined
  const wrong = isLoose ? 'question' : verdictOf(stated, percent, given)
  return findingOf({
    kind: 'share',
    verdict: isRight ? 'holds' : wrong,
    quotes: items.map((item) => prose.quote(item)),
    message: isRight
      ? 'The percentage follows from its two counts.'
      : `${inPrint(part.shown)} of ${inPrint(whole.shown)} is ${inPrint(given, 1)}%, not ${percent.text.trim()}.`,
    working: `${inUnit(part.shown, part)} ÷ ${inUnit(whole.shown, whole)} × 100 = ${inPrint(given)}`,
    ...(isRight ? {} : { suggestion: `Print ${inPrint(given, 1)}%, or mend the counts.` }),
  })
}

const verdictOf = ({ isBound }: Stated, percent: Quantity, given: number) =>
  isBound && !percent.inWords && given <= percent.shown * 4 && given >= percent.shown / 4 ? 'error' : 'warning'

function isReadOtherwise(sentence: Sentence, stated: Stated): boolean {
  const [percent, part, whole] = [stated.percent, stated.part, stated.whole].map((at) => sentence.items[at])
  return Boolean(percent && part && whole && isShareElsewhere({ sentence, part, whole, percent }))
}

type Figures = { readonly percent: Quantity; readonly part: Quantity; readonly whole: Quantity }

const mayBeOther = (sentence: Sentence, stated: Stated, figures: Figures) =>
  isNearEnough(figures) || isFewOfMany(figures) || isMoved(sentence, stated, figures) || isOfAnother(sentence, stated)

/** "The first two came to 3,246, 45% of the whole": the two are no part of the 3,246. */
const isFewOfMany = ({ part, whole }: Figures) =>
  part.inWords && part.shown <= 12 && !whole.inWords && whole.shown >= 100

/** "1,856, down from 2,524 (26.5%)": what it went down by, of what it was; "£16.6m, £1.9m or 13% above it": of what it was. */
function isMoved({ items }: Sentence, at: Stated, { percent, part, whole }: Figures): boolean {
  const rest = { low: whole.low - part.high, high: whole.high - part.low }
  const isFrom = items.slice(at.part + 1, at.whole).some(({ lower }) => /^(from|against|than|after)$/.test(lower))
  const isAbove = items.some(({ lower }) => /^(exceed|above|over|more|higher|increase|rise|rose|up)/.test(lower))
  const isOf = (one: Span, other: Span) => meets(times(quotient(one, other), 100), roundedSpan(percent))
  return (isFrom && isOf(rest, whole)) || (isAbove && rest.low > 0 && isOf(part, rest))
}

/** "6 officers, 1,584 thefts (40%)": the thefts are the part; "2,663 and a further 319 (11%)": the whole is both. */
function isOfAnother({ items }: Sentence, { percent, part, whole }: Stated): boolean {
  const isAside = part < whole && whole < percent && items[percent - 1]?.text === '('
  const between = items.slice(part + 1, whole)
  const [own, rest, share] = [part, whole, percent].map((at) => items[at]?.quantity)
  const isMore = items
    .slice(Math.max(0, part - 2), part)
    .some(({ lower }) => /^(further|another|additional)$/.test(lower))
  const isOfBoth =
    isMore &&
    own &&
    rest &&
    share &&
    meets(times(quotient(own, { low: own.low + rest.low, high: own.high + rest.high }), 100), roundedSpan(share))
  return Boolean(isOfBoth) || (isAside && !between.some(({ lower }) => /^(of|from|\/|with|among)$/.test(lower)))
}

/** Rounded or hedged figures, and words, that come near. */
function isNearEnough({ percent, part, whole }: Figures): boolean {
  const given = (part.shown / whole.shown) * 100
  if (meets(times(quotient(looseSpan(part), looseSpan(whole)), 100), looseSpan(percent))) return true
  if (![part, whole].every(isPlain) && Math.abs(given - percent.shown) < 3) return true
  return percent.inWords && given > percent.low - 1 && given < percent.high + 1
}
