import type { SmallFigure } from './figures.js'
import type { Sum } from './releases.js'

/** So many periods must agree before two numbers that add up are taken for more than chance. */
const FEWEST_PERIODS = 3

/** So many series of one family at most: beyond, only what the office has named counts. */
const MOST_SERIES = 200

/** The newest counts of one series for the office's own area, by period. */
type Line = { readonly series: string; readonly counts: ReadonlyMap<string, number> }

/**
 * Sums that nobody named and that anyone can see: series of one family (the same kind of period, counting the same
 * things) of which one is always the sum of two others, or of all others.
 */
export function foundSums(figures: readonly SmallFigure[]): Sum[] {
  const own = figures.filter(({ area, count }) => area === '' && count !== null)
  return [...Map.groupBy(own, ({ family }) => family).values()].flatMap((family) => {
    const lines = linesOf(family)
    if (lines.length < 2 || lines.length > MOST_SERIES) return []
    return lines.flatMap((whole) =>
      sumsTo(
        whole,
        lines.filter((line) => line !== whole),
      ),
    )
  })
}

function linesOf(figures: readonly SmallFigure[]): Line[] {
  const sorted = [...figures].sort((a, b) => (a.known < b.known ? -1 : 1))
  return [...Map.groupBy(sorted, ({ series }) => series)].map(([series, own]) => ({
    series,
    counts: new Map(own.map(({ from, until, count }) => [`${from} ${until}`, count ?? 0])),
  }))
}

function sumsTo(whole: Line, others: readonly Line[]): Sum[] {
  const found = [...pairsTo(whole, others), ...(others.length > 2 ? [others] : [])]
  const sums = found.filter((parts) => addsUp(whole, parts))
  return sums.map((parts) => ({ whole: whole.series, parts: parts.map(({ series }) => series) }))
}

/** Two series that may add up to the whole, and one that may be the same: those that do in its newest period. */
function pairsTo(whole: Line, others: readonly Line[]): Line[][] {
  const [period, total] = [...whole.counts].at(-1) ?? ['', 0]
  const byLast = Map.groupBy(others, ({ counts }) => counts.get(period) ?? -1)
  const same = (byLast.get(total) ?? []).filter(({ series }) => whole.series < series)
  const pairs = others.flatMap((first) => {
    const left = total - (first.counts.get(period) ?? Number.POSITIVE_INFINITY)
    const seconds = (byLast.get(left) ?? []).filter(({ series }) => first.series < series)
    return seconds.map((second) => [first, second])
  })
  return [...pairs, ...same.map((each) => [each])]
}

/** Whether the parts make the whole in every period that all of them have, and these are enough. */
function addsUp({ counts }: Line, parts: readonly Line[]): boolean {
  const common = [...counts].filter(([period]) => parts.every((part) => part.counts.has(period)))
  const isSum = ([period, total]: [string, number]) =>
    parts.reduce((sum, part) => sum + (part.counts.get(period) ?? 0), 0) === total
  const isMoving = new Set(common.map(([, total]) => total)).size > 1
  return common.length >= FEWEST_PERIODS && isMoving && common.every(isSum)
}
