/** The months as a text names them, in small letters. */
export const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** A pattern for the name of a month, whole or cut short, for use inside larger patterns. */
export const monthPattern =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)'

/** A pattern for the name of a weekday. */
export const weekdayPattern = '(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?'

/** The number of a month, 1 to 12, from its name or the first three letters of it. */
export function monthNumber(name: string): number | undefined {
  const at = months.findIndex((month) => month.slice(0, 3) === name.slice(0, 3).toLowerCase())
  return at < 0 ? undefined : at + 1
}

/** The number of a weekday, 0 for Sunday, from its name or the first three letters of it. */
export function weekdayNumber(name: string): number | undefined {
  const at = days.findIndex((day) => day.slice(0, 3) === name.slice(0, 3).toLowerCase())
  return at < 0 ? undefined : at
}

const capital = (word: string | undefined) => (word ? word.charAt(0).toUpperCase() + word.slice(1) : '')

/** "March". */
export const monthWord = (month: number) => capital(months[(((month - 1) % 12) + 12) % 12])

/** "Thursday". */
export const weekdayWord = (weekday: number) => capital(days[weekday])

/** The weekday of a date, 0 for Sunday. */
export function weekdayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay()
}

/** How many days a month has. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
