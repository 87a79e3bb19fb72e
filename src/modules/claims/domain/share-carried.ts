import { comesTo, isShareOf } from '#modules/quantities/index.js'
import { deltasIn } from './change-words.js'
import type { Item, Sentence } from './claim.js'
import { joined } from './claim-joined.js'
import { isAmount, isShare } from './share-heads.js'
import { sharesIn } from './share-stated.js'

/** A share of what the sentence before counts, as places in both read as one; `isOpen` where its words name no part. */
export type CarriedShare = {
  readonly sentence: Sentence
  readonly part: number
  readonly whole: number
  readonly percent: number
  readonly isOpen: boolean
}

/**
 * "1,490 requests: 1,188 in time and 302 late. That is 84.1% in time.", "Those in favour were 63%": the first percentage of a
 * sentence that points back must be one part of the counts before it, or the rest of them.
 */
export function carriedShare(sentence: Sentence): CarriedShare | undefined {
  const { items, previous } = sentence
  const percent = items.findIndex((item) => item.quantity)
  const pointing = pointingOf(items, percent)
  if (!previous || !pointing || !isOwnShare(sentence, percent)) return undefined
  const both = joined(previous, sentence)
  const amounts = previous.items.flatMap((item, at) => (isAmount(item) && !item.quantity?.approx ? [at] : []))
  const counts = both && countsOf(previous.items, amounts)
  if (!both || !counts || (pointing === 'those' && counts.parts.length < 2)) return undefined
  const at = percent + both.items.length - items.length
  const part = partFor(both.items, { ...counts, percent: at })
  return part === undefined
    ? undefined
    : { sentence: both, part, whole: counts.whole, percent: at, isOpen: pointing === 'those' }
}

/** How a sentence points back: "That is", "The share is", "Those in favour were". */
function pointingOf(items: readonly Item[], percent: number): 'that' | 'those' | undefined {
  const lead = items.slice(0, percent).map((item) => item.lower)
  const isSaid = /^(is|was|are|were|makes|made|equals|about|around|only|just|nearly|over|of|or|and)$/.test(
    lead.at(-1) ?? '',
  )
  if (!isSaid || lead.length > LONGEST || lead.includes(',')) return undefined
  if (/^(that|this|it|which)$/.test(lead[0] ?? '') && lead.length <= 5) return 'that'
  if (/^(the (?:share|proportion|percentage))$/.test(lead.slice(0, 2).join(' '))) return 'that'
  return /^(those|these)$/.test(lead[0] ?? '') ? 'those' : undefined
}

const LONGEST = 9

function isOwnShare(sentence: Sentence, percent: number): boolean {
  const { items } = sentence
  const isKnown = sharesIn(sentence).some((share) => share.percent === percent && share.part !== undefined)
  const next = items[percent + 1]?.lower ?? ''
  const isMoved = deltasIn(sentence).some(({ at }) => at === percent)
  return (
    isShare(items[percent]) && !isKnown && !isMoved && !/^(of|more|less|fewer|higher|lower|up|down|points?)$/.test(next)
  )
}

type Counts = { readonly whole: number; readonly parts: readonly number[] }

/** A whole with all its parts, or two counts of one unit, the larger as the whole. */
function countsOf(items: readonly Item[], amounts: readonly number[]): Counts | undefined {
  const all = amounts.flatMap((at) => items[at]?.quantity ?? [])
  if (amounts.length < 2 || amounts.length > 6 || new Set(all.map(({ unit }) => unit)).size !== 1) return undefined
  const sizes = all.map(({ shown }) => shown)
  const nth = sizes.indexOf(Math.max(...sizes))
  const [total, whole] = [all[nth], amounts[nth]]
  if (!total || whole === undefined) return undefined
  const isDivided = amounts.length === 2 || comesTo(total, all.toSpliced(nth, 1))
  return isDivided ? { whole, parts: amounts.toSpliced(nth, 1) } : undefined
}

/** The part that the percentage is of: one that fits, else the first. */
function partFor(items: readonly Item[], { whole, parts, percent }: Counts & { percent: number }): number | undefined {
  const [total, share] = [items[whole]?.quantity, items[percent]?.quantity]
  if (!total || !share) return undefined
  const fitting = parts.find((at) => isShareOf(items[at]?.quantity, total, share))
  return fitting ?? parts[0]
}
