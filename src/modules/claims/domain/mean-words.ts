import type { Quantity } from '#modules/quantities/index.js'
import { timeOf } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'
import { oncePerSentence } from './claim-once.js'
import { isComparative, leftwards, rightwards } from './claim-words.js'

/** A mean that a sentence states, whether or not its total stands there: place and stretch of time. */
export type Mean = { at: number; perTime: NonNullable<Quantity['perTime']>; isCalledAverage: boolean }

/** Every mean per stretch of time in a sentence: "10,554 a month", "a monthly average of 10,554", "averaging 35 a day". */
export const meansIn = oncePerSentence(findMeans)

function findMeans(sentence: Sentence): Mean[] {
  const { items } = sentence
  return items.flatMap((item, at) => {
    const quantity = item.quantity
    if (!quantity || quantity.isRange || quantity.unit === 'percent' || quantity.unit === 'points') return []
    if (
      isTakenOf(
        items,
        at,
        rightwards(items, at, 3, (one) => one.kind === 'quantity'),
      )
    )
      return []
    const average = averageBefore(items, at)
    const typical = typicalBeside(items, at)
    const perTime = quantity.perTime ?? average?.perTime ?? eachAfter(items, at) ?? typical ?? timesBeside(items, at)
    if (!perTime || isComparative(items[at + (quantity.perTime ? 3 : 1)]?.lower ?? '')) return []
    return [{ at, perTime, isCalledAverage: average !== undefined || typical !== undefined }]
  })
}

const averageWord = /^(average|averages|averaged|averaging|mean)$/

/** "an average of", "a monthly average of", "averaging", "on average": what is said before a mean. */
function averageBefore(items: Item[], at: number): { perTime?: Mean['perTime'] } | undefined {
  const stops = (item: Item) =>
    averageWord.test(item.lower) || item.kind === 'quantity' || /^([;.(]|and)$/.test(item.text)
  const first = leftwards(items, at, 9, stops)
  const found = isTakenOf(items, first, at) ? leftwards(items, first, 5, stops) : first
  const word = items[found]?.lower ?? ''
  if (!averageWord.test(word)) return undefined
  const near = [items[found - 1]?.lower ?? '', items[found + 1]?.lower ?? '', items[0]?.lower ?? '']
  const perTime =
    near.map((one) => spanOf(one)).find((time) => time !== undefined) ?? timeOf(timeAfterPer(items, found))
  return perTime &&
    /(?:ly|al)$/.test(
      near
        .join(' ')
        .trim()
        .split(' ')
        .find((one) => spanOf(one)) ?? 'per ly',
    )
    ? { perTime }
    : {}
}

/** "annual", "quarterly": said of an average only. */
const spanOf = (word: string) => timeOf(word) ?? ({ annual: 'year', quarterly: 'quarter' } as const)[word]

/** "the monthly average of the 1,372 is 114.3": the first figure is what the average is of. */
const isTakenOf = (items: Item[], of: number, mean: number) =>
  mean > of &&
  items[of]?.kind === 'quantity' &&
  /^(is|was|are|were|comes|came|works|stands|stood)$/.test(items[mean - 1]?.lower ?? '') &&
  items.slice(Math.max(0, of - 3), of).some((item) => item.lower === 'of')

function timeAfterPer(items: Item[], at: number): string {
  return items[at + 1]?.lower === 'per' ? (items[at + 2]?.lower ?? '') : ''
}

/** "12 in each month", "35 every day" beyond the reach of the number's own unit. */
function eachAfter(items: Item[], at: number): Mean['perTime'] | undefined {
  const found = rightwards(
    items,
    at,
    6,
    (item) => /^(each|every)$/.test(item.lower) || !/^(word|other)$/.test(item.kind),
  )
  return /^(each|every)$/.test(items[found]?.lower ?? '') ? timeOf(items[found + 1]?.lower ?? '') : undefined
}

/** "£61,000 monthly."; "each day the control room handled 750". */
function timesBeside(items: Item[], at: number): Mean['perTime'] | undefined {
  const next = items[at + 1]?.lower ?? ''
  const isLast = /ly$/.test(next) && /^[,.;)]?$/.test(items[at + 2]?.text ?? '')
  const each = leftwards(
    items,
    at,
    8,
    (item) => /^(each|every|and|but|while)$/.test(item.lower) || item.kind !== 'word',
  )
  const isEach = /^(each|every)$/.test(items[each]?.lower ?? '')
  if (isLast) return timeOf(next)
  return isEach ? timeOf(items[each + 1]?.lower ?? '') : undefined
}

const isRunning = (item: Item) => item.kind === 'word' || item.kind === 'period' || item.text === ','

/** "£90,000 in a typical month", "412 in an average week", "a typical week brought 144". */
function typicalBeside(items: Item[], at: number): Mean['perTime'] | undefined {
  const isTypical = (item: Item) => /^(typical|average|normal)$/.test(item.lower)
  const after = rightwards(items, at, 5, (item) => isTypical(item) || item.kind !== 'word')
  const before = leftwards(items, at, 8, (item) => isTypical(item) || !isRunning(item))
  return [after, before]
    .filter((found) => items[found]?.kind === 'word')
    .map((found) => timeOf(items[found + 1]?.lower ?? ''))
    .find((time) => time !== undefined)
}
