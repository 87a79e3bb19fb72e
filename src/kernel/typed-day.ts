import { dateFromParts, type IsoDate, isIsoDate } from './dates.js'
import { monthNumber } from './month-names.js'

/** The day that a person typed: "31/3/2018", "31.03.2018" and "31 March 2018" are read as "2018-03-31" is. */
export function typedDay(text: string): IsoDate | undefined {
  if (isIsoDate(text)) return text
  const [, day, month = '', year] = /^(\d{1,2})[/. ]([a-z]+|\d{1,2})[/. ](\d{4})$/i.exec(text) ?? []
  const number = /^\d/.test(month) ? Number(month) : monthNumber(month)
  const date = dateFromParts(Number(year), number, Number(day))
  return date.ok ? date.value : undefined
}
