import type { Item, Prose, Sentence } from '#modules/claims/index.js'
import { type Finding, findingOf } from '#modules/passages/index.js'
import { inUnit, type Quantity, roundedSpan } from '#modules/quantities/index.js'

/** "Balances ranged from £14m to £39m. The mean balance was £41m": no mean lies outside all that it is of. */
export function meanOutside(prose: Prose, sentence: Sentence): Finding[] {
  const home = [sentence, sentence.previous].find((one) => one && rangeIn(one.items))
  const range = home && rangeIn(home.items)
  const mean = range && meanIn(sentence.items, range)
  if (!home || !range || !mean?.quantity || (home !== sentence && !sharesWord(home, sentence))) return []
  const span = roundedSpan(mean.quantity)
  if (span.high >= range.low.low && span.low <= range.high.high) return []
  const ends = [range.low, range.high].map((end) => inUnit(end.shown, range.low))
  return [
    findingOf({
      kind: 'magnitude',
      verdict: 'warning',
      quotes: [prose.quote(mean), ...range.items.map((item) => prose.quote(item))],
      message: `${mean.text.trim()} cannot be the mean of figures that lie between ${ends.join(' and ')}.`,
      working: `${ends.join(' to ')}; ${inUnit(mean.quantity.shown, mean.quantity)}.`,
      suggestion: 'Mend the mean, or one end of the range.',
    }),
  ]
}

type Range = { readonly low: Quantity; readonly high: Quantity; readonly items: readonly Item[] }

const ranging = /^(ranged?|ranges|ranging|varied|vary|lay|lie|lies|run|runs|ran)$/

/** "ranged from 210 to 345", "lay between 24.1 and 28.8". */
function rangeIn(items: readonly Item[]): Range | undefined {
  const at = items.findIndex((item) => ranging.test(item.lower))
  const near = at < 0 ? [] : items.slice(at + 1, at + 11)
  const [first, second] = near.filter((item) => item.quantity)
  const own = first?.quantity
  if (!first || !own || !/^(from|between)$/.test(near[0]?.lower ?? '')) return undefined
  if (own.isRange)
    return { low: { ...own, high: own.low }, high: { ...own, shown: own.high, low: own.high }, items: [first] }
  const other = second?.quantity
  if (!second || !other || own.unit !== other.unit || other.shown <= own.shown) return undefined
  return near[near.indexOf(second) - 1]?.lower === 'to' || near[0]?.lower === 'between'
    ? { low: own, high: other, items: [first, second] }
    : undefined
}

/** The figure that is called the mean, of the range's unit and no end of it. */
function meanIn(items: readonly Item[], range: Range): Item | undefined {
  const at = items.findIndex((item) => /^(mean|average)$/.test(item.lower))
  if (at < 0 || items.some((item) => /^(change|rise|fall|increase|difference|weekly|monthly|annual)$/.test(item.lower)))
    return undefined
  return items
    .slice(at + 1, at + 12)
    .find(
      (item, nth, all) =>
        item.quantity?.unit === range.low.unit &&
        !item.quantity.isRange &&
        !item.quantity.perTime &&
        !range.items.includes(item) &&
        /^(was|is|of|at|had|being|,)$/.test(nth === 0 ? '' : (all[nth - 1]?.lower ?? '')),
    )
}

const sharesWord = (one: Sentence, other: Sentence) =>
  one.items.some(
    (item) =>
      item.kind === 'word' &&
      item.lower.length > 4 &&
      other.items.some(({ kind, lower }) => kind === 'word' && lower.slice(0, 5) === item.lower.slice(0, 5)),
  )
