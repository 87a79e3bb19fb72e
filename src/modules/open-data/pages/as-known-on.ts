import { type IsoDate, isIsoDate } from '#kernel/dates.js'
import { NotFound } from '#platform/errors.js'

/** The day as known on which figures are asked for: `?as-known-on=2018-03-31`. All that is known now when it is not said. */
export function asKnownOn(query: Readonly<Record<string, string>>): IsoDate | undefined {
  const day = query['as-known-on']
  if (day === undefined || day === '') return undefined
  if (!isIsoDate(day)) throw new NotFound('The day is not a date: write it 2018-03-31')
  return day
}
