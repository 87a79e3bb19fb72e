import { type Change, changeOf } from './crime-change.js'
import { isIn, type Span, type Spans } from './crime-months.js'

/** So many crimes of one kind (or one outcome) in one month. */
export type CountedMonth = { readonly month: string; readonly of: string; readonly count: number }

/** One line of a table of parts: how many in the span, its share of all, the change on the year before. */
export type Part = {
  readonly name: string
  /** Null where it is withheld. */
  readonly count: number | null
  /** Of all, in per cent; null where there are none. */
  readonly share: number | null
  readonly change: Change | null
}

/** The parts of a span, the largest first. */
export function partsOf(counts: readonly CountedMonth[], span: Span, spans: Spans | undefined): Part[] {
  const names = [...new Set(counts.map(({ of }) => of))]
  const inSpan = totals(counts, span)
  const now = spans && totals(counts, spans.now)
  const before = spans && totals(counts, spans.before)
  const all = [...inSpan.values()].reduce((sum, count) => sum + count, 0)
  return names
    .map((name) => {
      const count = inSpan.get(name) ?? 0
      const change = now && before ? changeOf(now.get(name) ?? 0, before.get(name) ?? 0) : null
      return { name, count, share: all === 0 ? null : (100 * count) / all, change }
    })
    .filter(({ count, change }) => count > 0 || (change?.before ?? 0) > 0)
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}

/** Counts by name, null where one is withheld. */
export type ShownCounts = ReadonlyMap<string, number | null>

type Shown = { readonly inSpan: ShownCounts; readonly now?: ShownCounts; readonly before?: ShownCounts }

/** Parts of which small ones are withheld: no share of a whole that has a hole in it, the largest first. */
export function shownParts({ inSpan, now, before }: Shown): Part[] {
  const names = [...new Set([...inSpan.keys(), ...(now?.keys() ?? []), ...(before?.keys() ?? [])])]
  const valueIn = (counts: ShownCounts, name: string) => counts.get(name) ?? (counts.has(name) ? null : 0)
  const all = [...inSpan.values()].reduce<number | null>(
    (sum, count) => (sum === null || count === null ? null : sum + count),
    0,
  )
  return names
    .map((name): Part => {
      const count = valueIn(inSpan, name)
      const change = now && before ? changeOf(valueIn(now, name), valueIn(before, name)) : null
      return { name, count, share: count === null || !all ? null : (100 * count) / all, change }
    })
    .sort((a, b) => (b.count ?? -1) - (a.count ?? -1) || (a.name < b.name ? -1 : 1))
}

/** How many there were of each in a span. */
export function totals(counts: readonly CountedMonth[], span: Span): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { month, of, count } of counts) if (isIn(span, month)) sums.set(of, (sums.get(of) ?? 0) + count)
  return sums
}
