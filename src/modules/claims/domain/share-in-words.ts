import type { Item, Sentence } from './claim.js'
import { rightwards } from './claim-words.js'
import { isAmount, isMoving, isShare } from './share-heads.js'

/** A share in words and the percentage printed with it; loose where an amount or a comma stands between. */
type WordShare = { readonly words: Item; readonly percent: Item; readonly isLoose?: boolean }

/** "two thirds (66%)", "one in seven calls (14%)"; loosely "nearly nine in ten, 612 or 89%," and "71% closed (10 in 14)". */
export function wordShares(sentence: Sentence): WordShare[] {
  const { items } = sentence
  return items.flatMap((item, at) => {
    if (item.quantity?.unit !== 'percent' || !item.quantity.inWords) return []
    const found = rightwards(items, at, 9, (one) => one.kind === 'quantity' || /^([;.]|and|but|while)$/.test(one.lower))
    const percent = items[found]
    const isPlain = percent?.quantity?.unit === 'percent' && !percent.quantity.inWords && !percent.quantity.isRange
    const isAside = items[found - 1]?.text === '(' || (items[found - 1]?.lower === 'or' && found - at <= 4)
    const isOwn = !/^(of|more|fewer|up|down|compared|in)$/.test(items[found + 1]?.lower ?? '')
    const isBeside = found === at + 2 && items[at + 1]?.text === '('
    return percent && isPlain && isAside && isOwn && (isBeside || !speaksOfChange(items, at))
      ? [{ words: item, percent }]
      : looseShare(items, at)
  })
}

const speaksOfChange = (items: Item[], at: number) => /^(by|up|down|rose|fell)$/.test(items[at - 1]?.lower ?? '')

const parting = /^([.;]|and|but|while|against|than)$/

function looseShare(items: Item[], at: number): WordShare[] {
  // A loss in "a third quarter" is no third of anything.
  if (items[at + 1]?.lower === 'quarter') return []
  const isAside = items[at - 1]?.text === '(' && items[at + 1]?.text === ')'
  const lead = items.findLastIndex((item, place) => place < at && place >= at - 4 && item.quantity !== undefined)
  const next = items.findIndex((item, place) => place > at && (parting.test(item.lower) || isSaidShare(item)))
  const found = isAside ? lead : next
  const [words, percent] = [items[at], items[found]]
  if (!words || !percent || !isSaidShare(percent) || isMoving(items, found) || isMoving(items, at)) return []
  if (isAside) return [{ words, percent, isLoose: true }]
  const between = items.slice(at + 1, found)
  const isNear = between.length <= FARTHEST && between.filter((item) => item.quantity).length <= 1
  const isSet =
    /^([(,]|or)$/.test(between.at(-1)?.lower ?? '') && between.every((item) => !item.quantity || isPart(item))
  return isNear && isSet && isEnd(items[found + 1]) ? [{ words, percent, isLoose: true }] : []
}

const FARTHEST = 9
const isSaidShare = (item: Item) => isShare(item) && !item.quantity?.inWords
const isPart = (item: Item) => isAmount(item) || item.quantity?.unit === 'duration'
const isEnd = (item: Item | undefined) => item === undefined || /^[,.;:()]$/.test(item.text)
