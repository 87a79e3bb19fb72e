import { months } from './calendar-words.js'
import type { Token } from './quantity-tokens.js'

/** A day or a month as a text names it; the year may be left out, and "end September" is the month's last day. */
export type MonthPoint = { month: number; year?: number; day?: number; isEnd: boolean; taken: number }

/** Which month a word names, from nought, if it names one: "March" in capitals, "Mar", "Sept". */
function monthOf(token: Token | undefined): number | undefined {
  if (token?.kind !== 'word' || token.text[0] === token.lower[0]) return undefined
  const short = token.lower === 'sept' ? 'sep' : token.lower
  if (short.length < 3) return undefined
  const index = months.findIndex((name) => name === short || (short.length === 3 && name.startsWith(short)))
  return index < 0 ? undefined : index
}

/** The year that a token is, if it can be one. */
export function yearAt(token: Token | undefined): number | undefined {
  if (token?.kind !== 'number' || token.suffix || token.decimals > 0) return undefined
  return /^(19[5-9]\d|20[0-9]\d)$/.test(token.text) ? token.value : undefined
}

const dayAt = (token: Token | undefined) =>
  token?.kind === 'number' && /^([1-9]|[12]\d|3[01])(st|nd|rd|th)?$/i.test(token.text) ? token.value : undefined

/** Reads "31 March 2018", "the end of September 2017", "March 2018", "31st March" or "31/03/2018" at a token. */
export function monthPointAt(tokens: Token[], at: number): MonthPoint | undefined {
  const numeric = numericDateAt(tokens, at)
  if (numeric) return numeric
  const opening = openingAt(tokens, at)
  let next = at + opening.taken
  const month = monthOf(tokens[next])
  if (month === undefined) return undefined
  next += 1
  if (opening.day === undefined && isMonthThenDay(tokens, next)) next += 1
  if (tokens[next]?.text === ',' && yearAt(tokens[next + 1]) !== undefined) next += 1
  const year = yearAt(tokens[next])
  const isMayVerb = month === 4 && year === undefined && opening.day === undefined && !isAfterPreposition(tokens, at)
  if (isMayVerb) return undefined
  const found: MonthPoint = { month, isEnd: opening.isEnd, taken: (year === undefined ? next : next + 1) - at }
  if (year !== undefined) found.year = year
  if (opening.day !== undefined) found.day = opening.day
  return found
}

/** "the 31st of", "the end of", "end", "31": what may stand before a month's name. */
function openingAt(tokens: Token[], at: number): { day: number | undefined; isEnd: boolean; taken: number } {
  let next = at
  if (tokens[next]?.lower === 'the') next += 1
  const isEnd = tokens[next]?.lower === 'end'
  if (isEnd) next += tokens[next + 1]?.lower === 'of' ? 2 : 1
  const day = dayAt(tokens[next])
  if (day !== undefined) next += tokens[next + 1]?.lower === 'of' ? 2 : 1
  return { day, isEnd, taken: next - at }
}

const isMonthThenDay = (tokens: Token[], at: number) =>
  dayAt(tokens[at]) !== undefined &&
  (yearAt(tokens[at + 1]) !== undefined || (tokens[at + 1]?.text === ',' && yearAt(tokens[at + 2]) !== undefined))

const isAfterPreposition = (tokens: Token[], at: number) =>
  /^(in|since|to|from|until|by|during|and|of|between|end|early|late|mid|before|after|for|last|this|every|each)$/.test(
    tokens[at - 1]?.lower ?? '',
  )

/** Whether a month named without its year stands where a time stands: "in June", "during April", "(June)". */
export const monthAlone = (tokens: Token[], at: number): boolean =>
  isAfterPreposition(tokens, at) || tokens[at - 1]?.text === '('

function numericDateAt(tokens: Token[], at: number): MonthPoint | undefined {
  const [day, slash, month, second, year] = tokens.slice(at, at + 5)
  const isDate =
    dayAt(day) !== undefined && slash?.text === '/' && !slash.gap && second?.text === '/' && yearAt(year) !== undefined
  if (!(isDate && month && year && day) || month.value < 1 || month.value > 12) return undefined
  return { month: month.value - 1, year: year.value, day: day.value, isEnd: false, taken: 5 }
}
