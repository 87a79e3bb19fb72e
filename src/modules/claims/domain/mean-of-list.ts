import type { Item, Sentence } from './claim.js'

/** Figures one after another, and the mean that is given for them; places in the sentence. */
export type ListMean = { parts: number[]; mean: number }

const averageWord = /^(average|averaging|averaged|mean)$/

/** "120, 132, 108 and 140, an average of 125": three figures or more, joined by commas, and then their mean. */
export function listMeans({ items }: Sentence): ListMean[] {
  const figures = items.flatMap((item, at) => (isFigure(item) ? [at] : []))
  return figures.flatMap((mean, nth): ListMean[] => {
    const parts = runBefore(items, figures.slice(0, nth))
    const last = parts.at(-1)
    if (last === undefined || parts.length < 3 || mean - last > 8 || !isOfOneUnit(items, [...parts, mean])) return []
    const isAside = items.slice(last + 1, mean).some((item) => /^[,(–—;:]$/.test(item.text))
    const beside = [...items.slice(last + 1, mean), ...items.slice(mean + 1, mean + 4)]
    return isAside && beside.some((item) => averageWord.test(item.lower)) ? [{ parts, mean }] : []
  })
}

const isFigure = ({ quantity }: Item) =>
  quantity !== undefined && !quantity.isRange && !quantity.approx && /^(count|pounds|duration)$/.test(quantity.unit)

/** The figures at the end that only commas and a last "and" hold apart. */
function runBefore(items: Item[], figures: number[]): number[] {
  const run: number[] = []
  for (const at of figures.toReversed()) {
    const next = run[0]
    if (next !== undefined && !items.slice(at + 1, next).every((item) => /^(,|and)$/.test(item.lower))) break
    run.unshift(at)
  }
  return run
}

/** Only the last of a list bears a unit of time: "4, 5 and 6 hours". */
function isOfOneUnit(items: Item[], places: number[]): boolean {
  const units = new Set(places.map((at) => items[at]?.quantity?.unit))
  return units.size === 1 || (units.size === 2 && units.has('count') && units.has('duration'))
}
