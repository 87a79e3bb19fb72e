import type { SmallFigure } from './figures.js'
import type { Sum } from './releases.js'

/** So many series are looked at together at most; of more, only those that count the same things. */
const MOST_SERIES = 200

/** How seldom chance would make so many sums agree: less than once in a thousand, by the size of the totals. */
const ENOUGH = 3

/** The newest counts of one series for the office's own area, by the first day of their periods. */
type Line = { readonly series: string; readonly byFrom: ReadonlyMap<string, SmallFigure> }

/**
 * Sums over time that nobody named and that anyone can see: the months of one measure make the quarters, years or
 * 12 months of another; or two measures of different units count the same in every period.
 */
export function foundTilings(figures: readonly SmallFigure[]): Sum[] {
  const own = figures.filter(({ area, count }) => area === '' && count !== null)
  const isFew = new Set(own.map(({ series }) => series)).size <= MOST_SERIES
  const together = isFew ? [own] : [...Map.groupBy(own, countedIn).values()]
  return together.flatMap((each) => {
    const lines = linesOf(each)
    if (lines.length > MOST_SERIES) return []
    return lines.flatMap((whole) => lines.filter((part) => isMadeOf(whole, part)).map((part) => sumOf(whole, part)))
  })
}

/** A family without its kind of period. */
function countedIn({ family }: SmallFigure): string {
  return family.slice(family.indexOf(' ') + 1)
}

function linesOf(figures: readonly SmallFigure[]): Line[] {
  const sorted = [...figures].sort((a, b) => (a.known < b.known ? -1 : 1))
  return [...Map.groupBy(sorted, ({ series }) => series)].map(([series, own]) => ({
    series,
    byFrom: new Map(own.map((each) => [each.from, each])),
  }))
}

const sumOf = (whole: Line, part: Line): Sum => ({ whole: whole.series, parts: [part.series] })

/** Whether every period of the whole that the part fills is the sum of it, in enough periods to be no chance. */
function isMadeOf(whole: Line, part: Line): boolean {
  if (whole.series === part.series) return false
  let evidence = 0
  for (const total of [...whole.byFrom.values()].reverse()) {
    const filling = fillingOf(total, part)
    if (!filling) continue
    // Two measures that count the same are one sum, not two.
    if (filling.length === 1 && whole.series > part.series) return false
    if (filling.reduce((sum, { count }) => sum + (count ?? 0), 0) !== total.count) return false
    evidence += Math.log10(Math.max(1, total.count ?? 1))
  }
  return evidence >= ENOUGH
}

/** The periods of a series that fill another without gap or overlap. */
function fillingOf({ from, until }: SmallFigure, { byFrom }: Line): SmallFigure[] | undefined {
  const filling: SmallFigure[] = []
  for (let next = byFrom.get(from); next && next.until <= until; next = byFrom.get(dayAfter(next.until))) {
    filling.push(next)
    if (next.until === until) return filling
  }
  return undefined
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
