import type { Period } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'

/** The period that a quantity speaks of: behind it, before it in its clause, at the sentence's head, or its lead-in's. */
export function periodFor(sentence: Sentence, at: number): Period | undefined {
  return (
    behind(sentence.items, at) ??
    clauseBefore(sentence.items, at) ??
    headPeriod(sentence.items, at) ??
    leadInPeriod(sentence)
  )
}

/** The period in words behind a quantity, before the next quantity or the clause's end; "(2023/24: 268)" is the next one's. */
function behind(items: Item[], at: number): Period | undefined {
  for (let next = at + 1; next < Math.min(items.length, at + 16); next += 1) {
    const item = items[next]
    if (!item || isOtherFigure(items, next)) return undefined
    if (item.period && isUsable(item.period)) return unlessNext(items, next)
    if (/^(compared|against|than|versus|up|down|while|whereas|but|;)$/.test(item.lower)) return undefined
    if (item.lower === 'from' && items.slice(next + 1, next + 4).some((one) => one.quantity || one.period))
      return undefined
    if (item.text === ',' && items[next + 1]?.kind !== 'period') return undefined
  }
  return undefined
}

const unlessNext = (items: Item[], at: number) =>
  items[at + 1]?.text === ':' && items[at + 2]?.quantity && !/^(?:in|for|during)$/.test(items[at - 1]?.lower ?? '')
    ? undefined
    : items[at]?.period

/** In "answered within ten seconds in 2024/25" the seconds say how quickly, and are no figure of their own. */
function isOtherFigure(items: Item[], at: number): boolean {
  const isLimit = items[at]?.quantity?.unit === 'duration' && /^(?:within|under)$/.test(items[at - 1]?.lower ?? '')
  return items[at]?.kind === 'quantity' && !isLimit
}

function clauseBefore(items: Item[], at: number): Period | undefined {
  for (let next = at - 1; next >= 0; next -= 1) {
    const item = items[next]
    if (!item || item.kind === 'quantity') return whenBefore(items, next)
    if (item.period && isUsable(item.period)) return item.period
    if (/^(;|while|whereas|but)$/.test(item.lower)) return undefined
  }
  return undefined
}

/** "in 2019/20, when £4.4m was held against spending of £151.2m": what follows is of the time before the "when". */
function whenBefore(items: Item[], at: number): Period | undefined {
  const when = items.findLastIndex(({ lower }, place) => place < at && lower === 'when')
  const period = items[when - 1]?.text === ',' ? items[when - 2]?.period : undefined
  return period && isUsable(period) ? period : undefined
}

/** The period that opens a sentence stands for every quantity in it: "In 2017/18, …". */
function headPeriod(items: Item[], at: number): Period | undefined {
  for (let next = 0; next < Math.min(at, 5); next += 1) {
    const period = items[next]?.period
    if (period && isUsable(period)) return period
  }
  return undefined
}

function leadInPeriod(sentence: Sentence): Period | undefined {
  const periods = sentence.leadIn?.items.flatMap((item) => (item.period ? [item.period] : [])) ?? []
  return periods.find((period) => isUsable(period))
}

const isUsable = (period: Period) => period.kind !== 'since'

/** The periods that a sentence or its lead-in names, and those of the sentence before, which are not said to be its own. */
export function periodsNear(sentence: Sentence): { period: Period; isNear: boolean }[] {
  const inside = (items: Item[], isNear: boolean) =>
    items.flatMap((item) => (item.period ? [{ period: item.period, isNear }] : []))
  return [
    ...inside(sentence.items, true),
    ...inside(sentence.leadIn?.items ?? [], true),
    ...inside(sentence.previous?.items ?? [], false),
  ]
}
