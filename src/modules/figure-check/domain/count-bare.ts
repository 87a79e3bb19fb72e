import type { Item, Sentence } from '#modules/claims/index.js'
import type { Enumeration } from './count-enumeration.js'

/**
 * A number without its noun before a list of names that ends the sentence: "Four began in 2024: A, B and C.", "There are
 * five: …", "How many are there? Three: …", "the four being …".
 */
export function bareCounts(sentences: readonly Sentence[]): Enumeration[] {
  return sentences.flatMap((sentence) => {
    const { items } = sentence
    const opening = items.findIndex((item) => item.text === ':' || item.lower === 'being')
    const last = items.findLastIndex((item, place) => place < opening && item.quantity !== undefined)
    const at = ofAll(items, last)
    const [number, mark] = [items[at], items[opening]]
    if (!number || !mark || !isBare(items, at, { last, opening })) return []
    const names = namesIn(sentence.text.slice(mark.end - sentence.start), mark.text === ':' ? SHORT : LONG)
    const said = number.quantity?.shown ?? 0
    if (names === undefined || names < 3 || Math.abs(names - said) > 2) return []
    return [{ start: number.start, end: sentence.end, said, least: names, most: names, isSure: false }]
  })
}

/** "Five of the nine are for young people: …": the five are named. */
const ofAll = (items: readonly Item[], last: number) =>
  items[last - 2]?.lower === 'of' && items[last - 1]?.lower === 'the' && items[last - 3]?.quantity ? last - 3 : last

const FARTHEST = 9
const SHORT = 4
const LONG = 8

/** A small count of which nothing but words stands before the list; "being" must follow it at once. */
function isBare(items: readonly Item[], at: number, { last, opening }: { last: number; opening: number }): boolean {
  const { quantity } = items[at] ?? {}
  const between = items.slice(last + 1, opening)
  if (quantity?.unit !== 'count' || quantity.isRange || quantity.approx || quantity.perTime) return false
  if (!Number.isInteger(quantity.shown) || quantity.shown < 3 || quantity.shown > 12) return false
  if (items[opening]?.lower === 'being') return between.length === 0 && items[at - 1]?.lower === 'the'
  const isWords = between.every(({ kind }) => kind === 'word' || kind === 'period')
  const before = items.slice(Math.max(0, at - 2), at).map(({ lower }) => lower)
  return (
    isWords &&
    between.length <= FARTHEST &&
    !before.some(
      (word, nth) => partly.test(word) && !(word === 'number' && /[a-rt-z]s$/.test(before[nth - 1] ?? '')),
    ) &&
    !between.some(({ lower }) => apart.test(lower))
  )
}

/** "one of the four", "at half past three", "the last three". */
const partly =
  /^(of|than|least|most|past|to|over|under|about|around|first|last|next|other|another|further|top|main|by|page|section|paragraph|number|no|aged|at|age|out)$/
/** Another thing is counted, or somebody speaks. */
const apart =
  /^(of|and|or|but|which|who|per|times|hours?|days?|weeks?|months?|years?|minutes?|points?|said|says|asked|told|wrote|added|replied|agreed|found|some|mainly|mostly|including|reasons?)$/

/** How many short names there are up to the end of the sentence; undefined where it goes on in words of its own. */
function namesIn(rest: string, longest: number): number | undefined {
  const list = /^\s*([^.;:()!?\d]+)[.?!]?\s*$/.exec(rest)?.[1]
  if (!list || !/,/.test(list) || speaking.test(list)) return undefined
  const names = list.split(/,\s(?:and\s|or\s)?|\s(?:and|&)\s/).map((name) => name.trim())
  return names.every((name) => name !== '' && name.split(/\s+/).length <= longest) ? names.length : undefined
}

const speaking =
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|he|she|it|we|they|I|you|who|which|that|among|two|three|four|five|six|seven|eight|nine|ten|dozen|including|mostly|mainly|most of all|above all|such as|other|others|more|etc)\b/
