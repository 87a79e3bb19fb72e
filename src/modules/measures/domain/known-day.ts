import { type IsoDate, isIsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'

/** Two days that can differ: the business day, at which an example office stands still, and the real one. */
export type Days = { readonly today: IsoDate; readonly realToday: IsoDate }

/**
 * Reads the day as known on which something is asked for: 2018-03-31, or a month for its first day. Nothing is known of
 * a day that is really still to come; an office that stands still at an earlier day may be asked about any until today.
 */
export function knownDay(text: string, { today, realToday }: Days): Result<IsoDate, string> {
  const day = /^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text
  if (!isIsoDate(day)) return err(`'${text}' is no day. Write it like 2018-03-31`)
  const latest = realToday > today ? realToday : today
  return day > latest ? err(`${day} is still to come: nothing is known of it`) : ok(day)
}
