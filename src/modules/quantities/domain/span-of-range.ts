import { type MonthRange, monthsSpanned } from './month-range.js'
import type { SaidLength } from './said-lengths.js'
import type { TimeRange } from './time-ranges.js'

/** Whether a range is as long as is said, whether its years are printed, and how long it is, in words. */
type Spanned = { isRight: boolean; isSure: boolean; isAsked?: boolean; spans: string }

/** Sets a said length against a range; nothing where the two have no unit in common. `said`: their sentence. */
export function spanOfRange(length: SaidLength, range: TimeRange, said: string): Spanned | undefined {
  const { months, years, listed } = range
  if (length.count === 0) return undefined
  if (listed) return listed.unit === length.unit ? ofList(length.count, listed) : undefined
  if (years) return length.unit === 'year' ? ofYears(length, range, said) : undefined
  return months && ofMonths(length, months)
}

const several = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`

const ofList = (said: number, { count, unit }: NonNullable<TimeRange['listed']>): Spanned => ({
  isRight: said === count,
  isSure: false,
  spans: `${several(count, unit)}, not ${said}`,
})

/** What goes from one year to another goes one year less than there are. */
const moving =
  /\b(?:ris|rose|fall|fell|gr[eo]w|increas|decreas|reduc|chang|cut|drop|declin|climb|doubl|halv|since|more|fewer|less|high|low|up\b|down\b|trend|improv|sav|inflation|after|apart|compare|mov|went)/i

/** Years count both of their ends, or only one; financial years both, but in what is said of a change. */
function ofYears({ count: said }: SaidLength, { years: range, isTold }: TimeRange, sentence: string) {
  if (!range) return undefined
  const { first, last, isFinancial } = range
  const years = last - first + 1
  if (years > 31 && !isTold) return undefined
  const isAsked = isFinancial && said === years - 1 && !moving.test(sentence)
  return {
    isRight: said === years || (said === years - 1 && !isAsked),
    isSure: !isAsked,
    isAsked,
    spans: isFinancial
      ? `${years} financial years, not ${said}`
      : `${years - 1} years, or ${years} with both ends counted, not ${said}`,
  }
}

const monthsIn = { day: 0, week: 0, month: 1, quarter: 3, year: 12 }

/** Of "2 May 2024" and "May 2028" years tell enough. */
function inMonths({ from, until }: MonthRange, { unit }: SaidLength): MonthRange {
  const withoutDay = ({ month, year }: MonthRange['from']) => ({ month, ...(year === undefined ? {} : { year }) })
  const isMixed = (from.day === undefined) !== (until.day === undefined)
  return isMixed && unit === 'year' ? { from: withoutDay(from), until: withoutDay(until) } : { from, until }
}

function ofMonths(length: SaidLength, whole: MonthRange): Spanned | undefined {
  const range = inMonths(whole, length)
  const spanned = monthsSpanned(range)
  const size = monthsIn[length.unit]
  if (size === 0 || spanned === undefined) return ofDays(length, range)
  if (spanned <= 0 || (length.unit === 'year' && range.from.year === undefined)) return undefined
  const said = length.count * size
  const isRounded = length.unit === 'year' && !length.isExact && isAboutYears(said, spanned, range)
  return {
    isRight: said === spanned || isToTheSameDay(length, said, spanned, range) || isRounded,
    isSure: hasYears(range) && said !== spanned - 1,
    spans: `${several(spanned, 'month')}, not ${said}`,
  }
}

/** "From May 2021 to November 2022" may be eighteen months: halves and whole years are counted from day to day too. */
const isToTheSameDay = (length: SaidLength, said: number, spanned: number, range: MonthRange) =>
  said === spanned - 1 &&
  !isExact(length, range) &&
  (said % 12 === 0 || (said % 6 === 0 && range.from.month !== 1 && range.from.month !== 4))

/** Years may be rounded, but not from one March to another. */
const isAboutYears = (said: number, spanned: number, { from }: MonthRange) =>
  spanned % 12 !== 1 && Math.abs(said - spanned) < (from.day ? 6 : 7)

/** Where days are printed, they tell which months are meant; so do "the first six months". */
const isExact = (length: SaidLength, { from }: MonthRange) => length.isExact || from.day !== undefined

const hasYears = (range: MonthRange) => range.from.year !== undefined && range.until.year !== undefined

const daysIn = { day: 1, week: 7, month: 30.44, quarter: 91.3, year: 365.25 }
/** By how many days a length in that unit may be off and still be meant. */
const slack = { day: 1, week: 4, month: 20, quarter: 25, year: 180 }

function ofDays(length: SaidLength, { from, until }: MonthRange): Spanned | undefined {
  if (from.day === undefined || until.day === undefined) return undefined
  const year = until.year ?? from.year ?? 2023
  const start = Date.UTC(from.year ?? year - (from.month > until.month ? 1 : 0), from.month - 1, from.day)
  const days = Math.round((Date.UTC(year, until.month - 1, until.day) - start) / 86_400_000)
  if (days <= 0) return undefined
  const said = length.count * daysIn[length.unit]
  return {
    isRight: Math.abs(said - days - 0.5) <= slack[length.unit] + 0.5,
    isSure: false,
    spans: `${several(days + 1, 'day')} with both ends counted, not ${several(length.count, length.unit)}`,
  }
}
