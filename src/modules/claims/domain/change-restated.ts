import { type Finding, findingOf } from '#modules/passages/index.js'
import { inUnit, mayBeSame, type Quantity } from '#modules/quantities/index.js'
import { type Delta, deltasIn } from './change-words.js'
import type { Sentence } from './claim.js'
import type { Prose } from './claim-prose.js'
import { singular } from './claim-words.js'

/** "Crime rose by 7%. This 8% rise …": a change that the next sentence repeats with another value. */
export function contradictingChanges(prose: Prose): Finding[] {
  return prose.sentences.flatMap((sentence) => {
    const before = sentence.previous
    if (!before) return []
    const [delta] = deltasIn(sentence)
    const referring = delta ? referringWord(sentence, delta) : undefined
    if (!delta || !referring) return []
    const own = sentence.items[delta.at]?.quantity
    const rivals = deltasIn(before).filter(
      (one) => isSameSort(before.items[one.at]?.quantity, own) && one.direction === delta.direction,
    )
    const [rival] = rivals
    const other = rival ? before.items[rival.at]?.quantity : undefined
    if (!own || !rival || !other || rivals.length !== 1) return []
    return [finding({ prose, sentence, before, delta, rival, own, other })]
  })
}

type Restated = {
  prose: Prose
  sentence: Sentence
  before: Sentence
  delta: Delta
  rival: Delta
  own: Quantity
  other: Quantity
}

function finding(from: Restated): Finding {
  const { prose, sentence, before, delta, rival, own, other } = from
  const quotes = [stretch(sentence, delta), stretch(before, rival)].map((one) => prose.quote(one))
  const working = `${inUnit(other.shown, other)} then ${inUnit(own.shown, own)}`
  if (mayBeSame(own, other))
    return findingOf({
      kind: 'contradiction',
      verdict: 'holds',
      quotes,
      message: 'Both sentences give the same change.',
      working,
    })
  return findingOf({
    kind: 'contradiction',
    verdict: 'warning',
    quotes,
    message: `The sentence before gives this change as ${other.text}; this one says ${own.text}.`,
    working,
    suggestion: 'Make the two sentences agree.',
  })
}

const stretch = (sentence: Sentence, delta: Delta) => ({
  start: sentence.items[Math.max(0, delta.from - 1)]?.start ?? sentence.start,
  end: sentence.items[Math.min(sentence.items.length - 1, delta.until + 1)]?.end ?? sentence.end,
})

const isSameSort = (first: Quantity | undefined, second: Quantity | undefined) =>
  first !== undefined && second !== undefined && first.unit === second.unit && !first.isRange && !second.isRange

/** "This 8% rise", "The 8% increase in calls", "That is a rise of 8%": the words point back at a change. */
function referringWord(sentence: Sentence, delta: Delta): string | undefined {
  const { items } = sentence
  const before = items[delta.from - 1]?.lower ?? ''
  if (/^(this|that)$/.test(before) && sharesSubject(sentence, delta)) return before
  const isOpening =
    delta.from <= 1 &&
    before === 'the' &&
    /^(rise|increase|growth|fall|reduction|decrease|drop|decline)$/.test(items[delta.until]?.lower ?? '')
  if (isOpening && sharesSubject(sentence, delta)) return before
  return undefined
}

/** "The 8% increase in calls" points back where the sentence before spoke of calls, or names nothing of its own. */
function sharesSubject(sentence: Sentence, delta: Delta): boolean {
  const { items } = sentence
  if (items[delta.until + 1]?.lower !== 'in') return true
  const named = new Set((sentence.previous?.items ?? []).map((item) => singular(item.lower)))
  const subject = items
    .slice(delta.until + 2, delta.until + 5)
    .filter((item) => item.kind === 'word' && item.lower.length > 3)
  return subject.length > 0 && named.has(singular(subject[0]?.lower ?? ''))
}
