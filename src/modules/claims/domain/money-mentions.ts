import type { CheckedDocument, Quote } from '#modules/passages/index.js'
import { type Quantity, timeOf } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'
import { periodFor } from './claim-periods.js'
import { proseOf } from './claim-prose.js'
import { factWords } from './fact-words.js'

/** A sum of money as a sentence names it, with the telling words about it. */
export type MoneyMention = {
  readonly text: string
  readonly quantity: Quantity
  readonly words: readonly string[]
  /** The year that it is of, where the sentence names one. */
  readonly period: string | undefined
  readonly home: Sentence
  quote(): Quote
}

/** Words that set one sum against many of its kind: a price for each, a tenth of the whole. */
const shared = /^(each|per|every|apiece|tenth|tenths|hundredth)$/
const tenths = new Set([0.1, 1, 10])

/** Every plain sum of money in running text; those for each of several things are left out. */
export function moneyMentions(document: CheckedDocument): MoneyMention[] {
  const prose = proseOf(document)
  return prose.sentences.flatMap((home) => {
    const { items } = home
    return items.flatMap((item, at): MoneyMention[] => {
      const { quantity } = item
      if (quantity?.unit !== 'pounds' || quantity.isRange || quantity.perTime) return []
      if (isSharedOut(items, at) || items.some(isTenth)) return []
      const { hard, soft } = factWords(around(items, at), item)
      const named = periodFor(home, at)
      const period = named?.months === 12 ? named.key : undefined
      return [{ text: item.text, quantity, words: [...hard, ...soft], period, home, quote: () => prose.quote(item) }]
    })
  })
}

/** "£500 each", "per head"; not "grants are paid each quarter". */
const isSharedOut = (items: Item[], at: number) =>
  items.some(
    ({ lower }, place) =>
      place >= at - 5 && place < at + 5 && shared.test(lower) && !timeOf(items[place + 1]?.lower ?? ''),
  )

const isTenth = ({ quantity }: Item) => quantity?.unit === 'percent' && tenths.has(quantity.shown)

/** As far as the next figure on either side. */
function around(items: Item[], at: number): Item[] {
  const stops = (item: Item) => item.kind === 'quantity' || item.text === ';'
  const after = items.findIndex((item, next) => next > at && stops(item))
  const before = items.findLastIndex((item, next) => next < at && stops(item))
  return items.slice(before + 1, after < 0 ? items.length : after)
}
