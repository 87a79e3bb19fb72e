import { areSlipApart, isShareOf, type Quantity } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'
import { isAmount } from './share-heads.js'

/** A share as it was read: what is a part, what is its whole, and where its percentage stands. */
type Read = {
  readonly sentence: Sentence
  readonly part: Item
  readonly whole: Item
  readonly percent: Item
}

/**
 * Whether a percentage that is wrong of the two figures that it was read with is right of one of them and another beside
 * it: "6,240 marked. … Half, 3,120, …; 30% (1,872)", "£1.8m (30% of £6.0m) and £0.9m (15%)"; or speaks of the rest, or of
 * their sum. Where "of" leads from the part or the percentage to the whole nothing else can be meant; a figure that is right
 * and one digit away from the one that was read is that one, mistyped.
 */
export function isShareElsewhere(read: Read): boolean {
  const { sentence, part, whole, percent } = read
  const [one, other, share] = [part, whole, percent].map(({ quantity }) => quantity)
  if (!one || !other || !share) return false
  if (isOfHundredth(sentence, percent) || areSharesToo(sentence, read) || isOfRest(read)) return true
  if (isOutOf(sentence, part, whole) || isOutOf(sentence, percent, whole)) return false
  if (share.unit === 'percent' && Math.abs(one.shown + other.shown - share.shown) < share.precision / 2) return true
  const near = amountsNear(sentence, percent)
  return near.some((third) => {
    const isKnown = [one, other].some((own) => own.shown === third.shown && own.unit === third.unit)
    const isOf = (kept: Quantity, left: Quantity) =>
      !areSlipApart(third, left) && (fits(kept, third, share) || fits(third, kept, share))
    return !isKnown && (isOf(one, other) || isOf(other, one))
  })
}

const MOST_NEAR = 14

/** Amounts of the sentence and of the two before it. */
function amountsNear(sentence: Sentence, percent: Item): Quantity[] {
  const before = [sentence.previous?.previous, sentence.previous, sentence].flatMap((one) => one?.items ?? [])
  const near = before.filter((item) => isAmount(item) && item !== percent).flatMap(({ quantity }) => quantity ?? [])
  return near.length > MOST_NEAR ? [] : near
}

function fits(part: Quantity, whole: Quantity, share: Quantity): boolean {
  if (part.unit !== whole.unit || part.shown >= whole.shown || part.approx) return false
  const isInWords = part.inWords !== whole.inWords && whole.shown >= 100
  return !isInWords && isShareOf(part, whole, share)
}

const placeOf = ({ items }: Sentence, one: Item) => items.findIndex((item) => item.start === one.start)

/** "3 of the 40", "£1.2m out of £8m". */
function isOutOf(sentence: Sentence, part: Item, whole: Item): boolean {
  const [from, until] = [placeOf(sentence, part), placeOf(sentence, whole)]
  const gap = sentence.items.slice(from + 1, until)
  return from >= 0 && until > from && gap.length < 5 && gap.some(({ lower }) => /^(of|from|\/)$/.test(lower))
}

/** "eight-tenths of one per cent". */
function isOfHundredth(sentence: Sentence, percent: Item): boolean {
  const at = placeOf(sentence, percent)
  const behind = sentence.items.slice(at + 1, at + 4).map(({ lower }) => lower)
  return behind[0] === 'of' && /^(?:one|1|a|an?) ?(?:%|per ?cent)?/.test(behind.slice(1).join(' '))
}

/** "fair (28 per cent), poor (11) or did not know (4)": the figures are percentages themselves. */
function areSharesToo(sentence: Sentence, { part, whole }: Read): boolean {
  const isAlone = (one: Item) => {
    const at = placeOf(sentence, one)
    return sentence.items[at - 1]?.text === '(' && sentence.items[at + 1]?.text === ')'
  }
  return [part, whole].every(isAlone)
}

/** "All but a tenth of the 150, 135, agreed". */
function isOfRest({ sentence, part, whole, percent }: Read): boolean {
  const at = placeOf(sentence, percent)
  const lead = sentence.items.slice(Math.max(0, at - 3), at).map(({ lower }) => lower)
  const [top, bottom, share] = [part, whole, percent].map(({ quantity }) => quantity)
  if (!/\ball but\b/.test(lead.join(' ')) || !top || !bottom || !share) return false
  return fits(
    { ...top, shown: bottom.shown - top.shown, low: bottom.low - top.high, high: bottom.high - top.low },
    bottom,
    share,
  )
}
