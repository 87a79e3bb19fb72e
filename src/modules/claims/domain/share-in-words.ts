import type { Item, Sentence } from './claim.js'
import { rightwards } from './claim-words.js'

/** "two thirds (66%)", "one in seven calls (14%)": a share in words and the percentage printed beside it. */
export function wordShares(sentence: Sentence): { words: Item; percent: Item }[] {
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
      : []
  })
}

const speaksOfChange = (items: Item[], at: number) => /^(by|up|down|rose|fell)$/.test(items[at - 1]?.lower ?? '')
