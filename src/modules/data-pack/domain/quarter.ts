import { addDays, type IsoDate } from '#kernel/dates.js'

/** A quarter of the financial year: "2024/25 Q4". */
export type Quarter = { readonly code: string; readonly from: IsoDate; readonly until: IsoDate }

/** The last day of a quarter that is over on a day: that day itself, if it is the last of one. */
export function lastDayOfNewestQuarter(today: IsoDate): IsoDate {
  const tomorrow = addDays(today, 1)
  const month = Number(tomorrow.slice(5, 7))
  const first = String(month - ((month - 1) % 3)).padStart(2, '0')
  return addDays(`${tomorrow.slice(0, 4)}-${first}-01` as IsoDate, -1)
}
