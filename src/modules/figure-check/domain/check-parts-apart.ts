import { type Prose, partsListed, proseOf, type Sentence, sumReadings } from '#modules/claims/index.js'
import type { CheckedDocument, Finding } from '#modules/passages/index.js'
import { comesTo, comparedUnit, isOneSlip, isSlipOfSum, type Quantity } from '#modules/quantities/index.js'
import { askedAsSum } from './asked-figures.js'
import { spokenOf } from './spoken-places.js'

/**
 * A list of parts whose whole stands behind it or in the two sentences before, of which no check has spoken: where no
 * amount there is their sum, and just one would be if one digit were another, a person is asked.
 */
export function checkPartsApart(document: CheckedDocument, findings: readonly Finding[]): Finding[] {
  const prose = proseOf(document)
  const spoken = spokenOf(
    document,
    findings.filter(({ kind, verdict }) => kind === 'sum' || (verdict !== 'holds' && kind !== 'contradiction')),
  )
  return prose.sentences.flatMap(sumReadings).flatMap((sentence) => {
    const listed = partsListed(sentence)
    const parts = listed?.parts.flatMap((at) => sentence.items[at] ?? []) ?? []
    if (!listed || parts.some((item) => spoken(prose.quote(item)))) return []
    const whole = sentence.items[listed.whole ?? -1]
    const wholes = whole ? [whole] : before(sentence)
    return asked(prose, { parts, wholes, isSure: whole !== undefined || listed.pointsBack }) ?? []
  })
}

type Item = Sentence['items'][number]

/** The amounts of the two sentences before, or of the one that the list completes. */
const before = ({ previous, leadIn }: Sentence): Item[] =>
  [previous?.previous, previous, leadIn].flatMap((sentence) => sentence?.items ?? []).filter(({ quantity }) => quantity)

type List = { readonly parts: readonly Item[]; readonly wholes: readonly Item[]; readonly isSure: boolean }

function asked(prose: Prose, { parts, wholes, isSure }: List): Finding | undefined {
  const sizes = parts.flatMap(({ quantity }) => quantity ?? [])
  const [first] = sizes
  const sum = sizes.reduce((all, { shown }) => all + shown, 0)
  const alike = wholes.filter(
    ({ quantity }) =>
      quantity && comparedUnit(quantity) === comparedUnit(first) && !quantity.isRange && !quantity.approx,
  )
  const quantities = alike.flatMap(({ quantity }) => quantity ?? [])
  if (!first || quantities.some((whole) => comesTo(whole, sizes))) return undefined
  const slips = alike.filter(({ quantity }) => quantity && isSlip(quantity, sizes, sum, isSure))
  const [whole] = slips
  if (!whole?.quantity || new Set(slips.map(({ quantity }) => quantity?.shown)).size !== 1) return undefined
  const quotes = [whole, ...parts].map((item) => prose.quote(item))
  return askedAsSum(quotes, whole.quantity, sizes)
}

/** One wrong digit: among small figures only where the list is surely of that whole. */
const isSlip = (whole: Quantity, parts: readonly Quantity[], sum: number, isSure: boolean) =>
  isSlipOfSum(whole, parts) ||
  (isSure && whole.shown >= 20 && sum < whole.shown * 3 && isOneSlip(sum, whole.shown, whole.precision))
