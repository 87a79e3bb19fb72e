/** A stretch of days, written 2025-03-01. */
type Stretch = { readonly from: string; readonly until: string }

/** The stretches that fill another without gap or overlap: itself in one, or months of a quarter; undefined when none do. */
export function tiling<T extends Stretch>({ from, until }: Stretch, all: readonly T[]): T[] | undefined {
  const same = all.find((each) => each.from === from && each.until === until)
  if (same) return [same]
  const byFrom = Map.groupBy(
    all.filter((each) => each.from >= from && each.until <= until),
    (each) => each.from,
  )
  const filling: T[] = []
  for (let day = from; day <= until; ) {
    const [next] = [...(byFrom.get(day) ?? [])].sort((a, b) => (a.until < b.until ? -1 : 1))
    if (!next) return undefined
    filling.push(next)
    day = dayAfter(next.until)
  }
  return filling
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}
