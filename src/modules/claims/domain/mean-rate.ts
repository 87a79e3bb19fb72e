import type { Quantity } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'
import { leftwards, singular } from './claim-words.js'

/** A count, what it is set against, and the rate that the sentence gives for it; places in the sentence. */
export type StatedRate = {
  count: number
  base: number
  rate: number
  /** Per how many: 1,000 of the population, 1 officer. */
  per: number
  /** "officer", "household" where it is per one of them. */
  of?: string
  isTight: boolean
}

const people = /^(population|resident|people|person|inhabitant|head|citizen)$/
const homes = /^(household|home|dwelling|property|premise)$/

/** Rates stated with their count and their base: "1,240 offences in a population of 310,000, or 4.0 per 1,000". */
export function statedRates(sentence: Sentence): StatedRate[] {
  const { items } = sentence
  const rates = items.flatMap((_, at) => rateAt(items, at) ?? [])
  const [rate] = rates
  if (!rate || rates.length > 1) return []
  const base = baseFor(items, rate)
  if (base === undefined) return []
  const counts = items.flatMap((_, at) => (at !== base && isCountFor(items, at, rate) ? [at] : []))
  return counts.map((count) => ({ count, base, ...rate, isTight: counts.length === 1 && isLinked(items, rate.rate) }))
}

type Rate = { rate: number; per: number; of?: string }

function rateAt(items: Item[], at: number): Rate | undefined {
  const quantity = items[at]?.quantity
  if (!quantity || quantity.isRange || quantity.perTime || /^(percent|duration)$/.test(quantity.unit)) return undefined
  if (quantity.per) return { rate: at, per: quantity.per, ...ofWord(items, at) }
  const noun = perNoun(items, at)
  return noun ? { rate: at, per: 1, of: singular(noun) } : undefined
}

const notANoun = /^(cent|annum|year|month|week|day|hour|quarter)$/

/** "6.5 crimes per officer", "£12 for each household": the noun behind "per", a few words after a number. */
function perNoun(items: Item[], at: number): string | undefined {
  const after = items.slice(at + 1, at + 7)
  const until = after.findIndex((item) => item.kind !== 'word')
  const words = (until < 0 ? after : after.slice(0, until)).map((item) => item.lower)
  const found = words.findIndex(
    (word, nth) => word === 'per' || (word === 'for' && /^(each|every)$/.test(words[nth + 1] ?? '')),
  )
  const noun = words[words[found] === 'per' ? found + 1 : found + 2]
  return found < 0 || found > 3 || !noun || notANoun.test(noun) ? undefined : noun
}

/** "per 1,000 households": what the rate is of; people where it says nothing. */
function ofWord(items: Item[], at: number): { of: string } {
  const words = items.slice(at + 1, at + 7).flatMap((item) => (item.kind === 'word' ? [singular(item.lower)] : []))
  const known = words.find(
    (word) =>
      people.test(word) || homes.test(word) || /^(officer|pupil|worker|employee|vehicle|visit|call)$/.test(word),
  )
  return { of: known ?? 'population' }
}

/** The one quantity of the sentence that counts what the rate is per. */
function baseFor(items: Item[], rate: Rate): number | undefined {
  const found = items.flatMap((item, at) =>
    at !== rate.rate && isPlainCount(item.quantity) && !isForEvery(items, at) && counts(items, at, rate.of ?? '')
      ? [at]
      : [],
  )
  if (found.length === 0) return amongWhom(items, rate.rate)
  return found.length === 1 ? found[0] : undefined
}

/** "1,500 fines for every 10,000 pupils": the size of the rate itself. */
const isForEvery = (items: Item[], at: number) => /^(every|each|per)$/.test(items[at - 1]?.lower ?? '')

/** "4,067 among a workforce of 3,380": where a sentence has a rate and two counts only, the one that the other is among. */
function amongWhom(items: Item[], rate: number): number | undefined {
  const counts = items.flatMap((item, at) => (at !== rate && isPlainCount(item.quantity) ? [at] : []))
  const isClosed = items.filter((item) => item.quantity).length === 3 && counts.length === 2
  const among = counts.filter((at) => {
    const from = leftwards(
      items,
      at,
      5,
      (item) => item.kind !== 'word' || /^(among|amongst|for|across)$/.test(item.lower),
    )
    return items[from]?.kind === 'word'
  })
  return isClosed && among.length === 1 ? among[0] : undefined
}

const isPlainCount = (quantity: Quantity | undefined) =>
  quantity?.unit === 'count' && !quantity.isRange && !quantity.perTime && !quantity.per

/** Whether a number counts these: "1,905 officers", "a population of 310,000". */
function counts(items: Item[], at: number, of: string): boolean {
  const isIt = (word: string) =>
    word === of || (people.test(of) && people.test(word)) || (homes.test(of) && homes.test(word))
  const [one, two] = [items[at + 1], items[at + 2]].map((item) => (item?.kind === 'word' ? singular(item.lower) : ''))
  if (isIt(one ?? '') || (isIt(two ?? '') && !/^(of|in|for|by|to|and|among|per)$/.test(items[at + 1]?.lower ?? '')))
    return true
  return /^(of|is|was|at)$/.test(items[at - 1]?.lower ?? '') && isIt(singular(items[at - 2]?.lower ?? ''))
}

function isCountFor(items: Item[], at: number, rate: Rate): boolean {
  const [own, shown] = [items[rate.rate]?.quantity, items[at]?.quantity]
  if (!own || !shown || at === rate.rate || shown.isRange || shown.perTime || shown.per) return false
  const unit = own.unit === 'rate' ? 'count' : own.unit
  return shown.unit === unit && shown.shown >= 1
}

/** "or 4.0 per 1,000", "a rate of", "equivalent to", "that is": words that make the one follow from the others. */
function isLinked(items: Item[], at: number): boolean {
  const before = items.slice(Math.max(0, at - 4), at)
  if (items[at - 1]?.text === ',') return true
  return before.some((item) =>
    /^(or|rate|equivalent|equal|equates|equating|averaging|average|meaning|giving|gives|is|\(|ratio)$/.test(item.lower),
  )
}
