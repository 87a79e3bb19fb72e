import { dateFromParts } from '#kernel/dates.js'
import { MONTH_NAME, monthNumber } from '#kernel/month-names.js'

/**
 * The first day of what a date names, as `YYYY-MM-DD`; undefined for a text that names none for certain. Numbers in
 * British order: 31/01/2024. Years and quarters as plans write them: 2017/18 begins on 1 April, 2017/18 Q1 too.
 */
export function firstDayOf(text: string): string | undefined {
  const tidy = text.trim().replace(/\s+/g, ' ')
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(tidy)
    if (match) return read(match.slice(1).map((part) => part ?? ''))
  }
  return undefined
}

type Reader = (parts: readonly string[]) => string | undefined

const dayOf = (year: string, month: number, day: number) => {
  const full = year.length === 2 ? Number(year) + 2000 : Number(year)
  const date = dateFromParts(full, month, day)
  return date.ok ? date.value : undefined
}
const financial: Reader = ([year = '', end = '', quarter = '']) => {
  if ((Number(year) + 1) % 100 !== Number(end.slice(-2))) return undefined
  const months = { '': [year, 4], '1': [year, 4], '2': [year, 7], '3': [year, 10], '4': [String(Number(year) + 1), 1] }
  const [inYear, month] = months[quarter as keyof typeof months] ?? [year, 0]
  return dayOf(String(inYear), Number(month), 1)
}

const FORMS: readonly (readonly [RegExp, Reader])[] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/, ([y = '', m, d]) => dayOf(y, Number(m), Number(d))],
  [/^(\d{4})[/-](\d{2}|\d{4}) ?-? ?q([1-4])$/i, financial],
  [/^(\d{4})\/(\d{2}|\d{4})$/, (parts) => financial(parts) ?? dayOf(parts[0] ?? '', Number(parts[1]), 1)],
  [/^(\d{4})-(\d{1,2})$/, ([y = '', m]) => dayOf(y, Number(m), 1) ?? financial([y, m ?? '', ''])],
  [/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?: .*)?$/, ([d, m, y = '']) => dayOf(y, Number(m), Number(d))],
  [/^(\d{1,2})\/(\d{4})$/, ([m, y = '']) => dayOf(y, Number(m), 1)],
  [/^(\d{4}) ?-? ?q([1-4])$/i, ([y = '', q]) => dayOf(y, Number(q) * 3 - 2, 1)],
  [/^q([1-4]) ?-? ?(\d{4})$/i, ([q, y = '']) => dayOf(y, Number(q) * 3 - 2, 1)],
  [/^((?:19|20)\d{2})(\d{2})(\d{2})$/, ([y = '', m, d]) => dayOf(y, Number(m), Number(d))],
  [/^((?:19|20)\d{2})(\d{2})$/, ([y = '', m]) => dayOf(y, Number(m), 1)],
  [/^(\d{4})$/, ([y = '']) => dayOf(y, 1, 1)],
  [new RegExp(`^${MONTH_NAME}[ -]*'?(\\d{4}|\\d{2})$`, 'i'), ([m = '', y = '']) => dayOf(y, monthNumber(m), 1)],
  [new RegExp(`^(\\d{4})[ -]*${MONTH_NAME}$`, 'i'), ([y = '', m = '']) => dayOf(y, monthNumber(m), 1)],
  [
    new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -]*${MONTH_NAME}[ -]*(\\d{4}|\\d{2})$`, 'i'),
    ([d, m = '', y = '']) => dayOf(y, monthNumber(m), Number(d)),
  ],
]
