import { type IsoDate, partsOf } from '#kernel/dates.js'

/** How many backups are kept: the last of so many days, weeks and months that have one. */
export const KEPT = { days: 7, weeks: 5, months: 12 } as const

/** Of backups by their day, those that are no longer needed. The newest of each day, week and month counts. */
export function backupsToForget(days: readonly IsoDate[]): IsoDate[] {
  const newestFirst = [...new Set(days)].sort().reverse()
  const kept = new Set<IsoDate>()
  const keep = (most: number, periodOf: (day: IsoDate) => string) => {
    const seen = new Set<string>()
    for (const day of newestFirst) {
      const period = periodOf(day)
      if (seen.has(period) || seen.size >= most) continue
      seen.add(period)
      kept.add(day)
    }
  }
  keep(KEPT.days, (day) => day)
  keep(KEPT.weeks, mondayOf)
  keep(KEPT.months, (day) => day.slice(0, 7))
  return newestFirst.filter((day) => !kept.has(day)).reverse()
}

function mondayOf(day: IsoDate): string {
  const { year, month, day: number } = partsOf(day)
  const date = new Date(Date.UTC(year, month - 1, number))
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  return date.toISOString().slice(0, 10)
}
