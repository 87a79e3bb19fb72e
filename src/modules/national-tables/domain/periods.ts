import { addDays, addMonths, dateFromParts, type IsoDate, isIsoDate, isoDate, partsOf } from '#kernel/dates.js'
import { monthNumber } from '#kernel/month-names.js'
import { err, ok, type Result } from '#kernel/result.js'
import { quoted, type SheetCell } from './sheet.js'

/** The days that a figure speaks of; one day twice for a count on a day. */
export type Span = { readonly from: IsoDate; readonly until: IsoDate }

/** A span, and what had to be mended to read it. */
export type ReadSpan = Span & { readonly mended?: string }

/** The financial year that a text names: "2018/19", "2018-19", "2018/2019", "Apr '18 to Mar '19 [note 4]". */
export function financialYearIn(text: string): Span | undefined {
  const plain = text.replaceAll(/\s+/g, ' ').trim().toLowerCase()
  const pair = /(?<!\d)((?:19|20)\d{2}) ?[-/–_] ?((?:19|20)?\d{2})(?!\d)/.exec(plain)
  if (pair) return yearFrom(Number(pair[1]), Number(pair[2]))
  const months = /apr\w*\.? ?['’]?(\d{2,4}) ?(?:to|-|–) ?mar\w*\.? ?['’]?(\d{2,4})/.exec(plain)
  return months ? yearFrom(fullYear(months[1] ?? ''), Number(months[2])) : undefined
}

function yearFrom(start: number, end: number): Span | undefined {
  if (end % 100 !== (start + 1) % 100) return undefined
  return { from: isoDate(`${start}-04-01`), until: isoDate(`${start + 1}-03-31`) }
}

function fullYear(text: string): number {
  const year = Number(text)
  if (text.length > 2) return year
  return year < 70 ? 2000 + year : 1900 + year
}

/** A quarter of a financial year, 1 being April to June: "1", "Q1", "Quarter 1", "Apr-Jun". */
export function quarterIn(text: string, year: Span): Span | undefined {
  const plain = text.trim().toLowerCase()
  const number = /^(?:q|qtr|quarter)?\s*([1-4])(?:\.0+)?$/.exec(plain)?.[1]
  const months = ['apr', 'jul', 'oct', 'jan'].findIndex((month) => plain.startsWith(month))
  const quarter = number ? Number(number) : months + 1
  if (quarter < 1) return undefined
  const from = addMonths(year.from, (quarter - 1) * 3)
  return { from, until: addDays(addMonths(from, 3), -1) }
}

/** A calendar day, as any publisher writes it; a month alone is its last day. */
export function dayIn(cell: SheetCell | null | undefined): IsoDate | undefined {
  if (!cell) return undefined
  if (cell.date) return cell.date
  const text = cell.text.replaceAll(/\s+/g, ' ').trim().toLowerCase()
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[t ].*)?$/.exec(text)?.[1]
  if (iso) return isIsoDate(iso) ? iso : undefined
  return dayInFigures(text) ?? dayInWords(text)
}

function dayInFigures(text: string): IsoDate | undefined {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  const date = match && dateFromParts(Number(match[3]), Number(match[2]), Number(match[1]))
  return date?.ok ? date.value : undefined
}

/** A day that its month does not have, 31 June say, is meant to be the month's last. */
function lastDayMeant(text: string): IsoDate | undefined {
  const match = /^(29|30|31)[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim())
  const first = match && dateFromParts(Number(match[3]), Number(match[2]), 1)
  return first?.ok ? lastOfMonth(first.value) : undefined
}

function dayInWords(text: string): IsoDate | undefined {
  const match = /^(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]{3,9})\.?[ -]?['’]?(\d{4}|\d{2})$/.exec(text)
  const month = monthNumber(match?.[2])
  if (!match || month < 1) return undefined
  const year = fullYear(match[3] ?? '')
  if (match[1] === undefined) return lastOfMonth(isoDate(`${year}-${String(month).padStart(2, '0')}-01`))
  const date = dateFromParts(year, month, Number(match[1]))
  return date.ok ? date.value : undefined
}

/** The last day of the month of a day. */
function lastOfMonth(day: IsoDate): IsoDate {
  return addDays(addMonths(isoDate(`${day.slice(0, 7)}-01`), 1), -1)
}

/** The twelve months that end on a day or with a financial year. A day short of a quarter's end is put right, and said. */
export function yearTo(cell: SheetCell | null | undefined): Result<ReadSpan, string> {
  const text = cell?.text ?? ''
  const bare = text.replace(/^(?:12 months|rolling year|year) (?:ending|to)\s*:?\s*/i, '')
  const written = dayIn(cell) ?? (cell ? dayIn({ ...cell, text: bare }) : undefined)
  const day = written ?? lastDayMeant(bare)
  if (!day) {
    const year = financialYearIn(text)
    return year ? ok(year) : err(`${quoted(text)} is no day and no year`)
  }
  const { month } = partsOf(day)
  if (month % 3 !== 0) return err(`${quoted(text)} does not end a quarter`)
  const until = lastOfMonth(day)
  const span = { from: addMonths(addDays(until, 1), -12), until }
  return ok(until === written ? span : { ...span, mended: `${quoted(text)} is read as ${until}` })
}

const FIRST_MEANS_LAST = 'A day that is the first of a month is read as the last of that month'

/** The day on which something was counted. The first of a month, or a bare year where the head says "at 31 March", is that month's end. */
export function countedOn(cell: SheetCell | null | undefined, head: string): Result<ReadSpan, string> {
  const text = cell?.text.trim() ?? ''
  const year = /^(19|20)\d{2}(\.0+)?$/.test(text) ? Number(text) : undefined
  if (year !== undefined) {
    const named = dayInWords(`${/\d{1,2} [a-z]+/i.exec(head)?.[0].toLowerCase() ?? '31 march'} ${year}`)
    return named ? ok({ from: named, until: named }) : err(`${quoted(text)} is no day`)
  }
  const day = dayIn(cell)
  if (!day) return err(`${quoted(text)} is no day`)
  const until = day.endsWith('-01') ? lastOfMonth(day) : day
  return ok(until === day ? { from: day, until } : { from: until, until, mended: FIRST_MEANS_LAST })
}
