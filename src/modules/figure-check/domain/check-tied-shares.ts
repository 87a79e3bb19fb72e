import { type Item, type Prose, proseOf, type TiedShare, tiedShares } from '#modules/claims/index.js'
import { type CheckedDocument, type Finding, findingOf } from '#modules/passages/index.js'
import {
  areSlipApart,
  inPrint,
  isLooselySaid,
  looseSpan,
  meets,
  printedDigits,
  type Quantity,
  quotient,
  roundedSpan,
  type Span,
  slipsOf,
  times,
  widened,
} from '#modules/quantities/index.js'
import { amountsOf, type Printed } from './shares-beside.js'
import { countWhile, spokenOf } from './spoken-places.js'

/**
 * Shares of which no check has spoken, with an amount tied to each and a whole to which the words point: where the amount
 * is that share of nothing near, and would be of the whole with another digit, a person is asked.
 */
export function checkTiedShares(document: CheckedDocument, findings: readonly Finding[]): Finding[] {
  const prose = proseOf(document)
  const spoken = spokenOf(
    document,
    findings.filter(
      ({ verdict, kind, working }) => verdict !== 'holds' || (kind !== 'possible-percentage' && working.includes('÷')),
    ),
  )
  const amounts = amountsOf(document)
  return prose.sentences.flatMap((_, at) => {
    const shares = tiedShares(prose.sentences, at).filter(({ percent }) => !spoken(prose.quote(percent)))
    const told = new Set<Item>()
    return shares.flatMap((share) => {
      if (told.has(share.percent)) return []
      const others = shares.filter(({ percent }) => percent === share.percent)
      const near = share.isApart ? amountsNear(amounts, prose.quote(share.percent).start) : []
      if (others.some((other) => isMade(other) || isMadeApart(other, near))) return []
      const whole = share.wholes.find((one) => isSlipped(share, one))
      if (!whole) return []
      told.add(share.percent)
      return question(prose, share, whole) ?? []
    })
  })
}

/** Whether the share is of any amount around, or its rest is of one beside it, or it is of the part and that together. */
function isMade({ percent, part, wholes, around, beside, isFirm }: TiedShare): boolean {
  const [own, share] = [part.quantity, percent.quantity]
  if (!own || !share) return true
  return around.some((item) => {
    const other = item.quantity
    if (!other || other === own || !areOfOneUnit(own, other) || other.shown <= 0) return false
    if (
      !wholes.includes(item) &&
      wholes.some(({ quantity }) => quantity && areSlipApart(quantity, other, isFirm ? 2 : 3))
    )
      return false
    const [top, bottom] = [looseSpan(own), looseSpan(other)]
    const both = { low: top.low + bottom.low, high: top.high + bottom.high }
    const less = { low: Math.max(0, bottom.low - top.high), high: Math.max(0, bottom.high - top.low) }
    const inverse = isFirm ? [] : [quotient(top, both), quotient(bottom, top)]
    const isLoose = isFirm && isLooselySaid(own, other, share)
    const direct = isLoose ? [] : [quotient(top, bottom)]
    return [...direct, ...(beside.includes(item) ? [quotient(less, bottom), ...inverse] : [])].some((given) =>
      meets(times(given, 100), spanOf(share)),
    )
  })
}

/** In characters each side: some two paragraphs. */
const REACH = 600

const amountsNear = (amounts: readonly Printed[], at: number) =>
  amounts.slice(
    countWhile(amounts, ({ quote }) => quote.start < at - REACH),
    countWhile(amounts, ({ quote }) => quote.start < at + REACH),
  )

/** Whether any amount near, or the rest of one, is the share of the whole. */
const isMadeApart = ({ percent: { quantity: share }, wholes, isApart }: TiedShare, near: readonly Printed[]) =>
  isApart === true &&
  near.some(({ quantity }) => wholes.some((whole) => isShareOrRest(quantity, whole.quantity, share)))

function isShareOrRest(part: Quantity, whole: Quantity | undefined, share: Quantity | undefined): boolean {
  if (!share || !whole || !areOfOneUnit(part, whole) || part === whole) return false
  const given = times(quotient(looseSpan(part), looseSpan(whole)), 100)
  return [given, { low: 100 - given.high, high: 100 - given.low }].some((span) => meets(span, spanOf(share)))
}

/** Of days one may leave the unit out. */
const areOfOneUnit = (one: Quantity, other: Quantity) =>
  one.unit === other.unit || [one, other].every(({ unit }) => /^(count|duration)$/.test(unit))

/** "Not quite a quarter" may be this many points less. */
const IN_WORDS = 2.5

const spanOf = (share: Quantity): Span => (share.inWords ? widened(share, IN_WORDS) : roundedSpan(share))

const isGiven = (part: Quantity, whole: Quantity, share: Quantity) =>
  meets(times(quotient(part, whole), 100), spanOf(share))

function isSlipped({ percent, part, isFirm }: TiedShare, whole: Item): boolean {
  const [own, share, size] = [part.quantity, percent.quantity, whole.quantity]
  if (!own || !share || !size) return false
  if (share.inWords && !isFirm) return false
  if (!isFirm && printedDigits(share).length < 2 && printedDigits(own).length < 3) return false
  const isNear = isGiven(own, size, share)
  const isMeant = (part: Quantity, other: Quantity) =>
    isGiven(part, other, share) && !(isNear && isLooselySaid(part, other, share))
  return (
    slipsOf(share).some((other) => other.shown > 0 && isGiven(own, size, other)) ||
    slipsOf(own).some((other) => other.shown < size.shown && isMeant(other, size)) ||
    slipsOf(size).some((other) => isMeant(own, other))
  )
}

function question(prose: Prose, { percent, part }: TiedShare, whole: Item): Finding | undefined {
  if (!percent.quantity || !part.quantity || !whole.quantity) return undefined
  const given = inPrint((part.quantity.shown / whole.quantity.shown) * 100, 1)
  const [share, own, size] = [percent, part, whole].map(({ text }) => text.trim())
  return findingOf({
    kind: 'share',
    verdict: 'question',
    quotes: [percent, part, whole].map((item) => prose.quote(item)),
    message: `${own} of ${size} is ${given}%, not ${share}. Do they belong together?`,
    working: `${own} ÷ ${size} × 100 = ${given}`,
    suggestion: 'Look the three figures up, and mend the one that was mistyped.',
  })
}
