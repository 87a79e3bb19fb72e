import { addDays, addMonths, type IsoDate } from '#kernel/dates.js'
import { parsePeriodRequest } from '#modules/measures/index.js'
import { lastDayOfNewestQuarter, type Quarter } from '../domain/quarter.js'

/** The quarter that is asked for, what can be chosen, and what is wrong with what was asked. */
export type AskedQuarter = {
  readonly quarter: Quarter
  readonly choices: readonly Quarter[]
  readonly problem: string
}

const OFFERED = 12

/** Reads `?quarter=2024/25+Q4`; the newest quarter that is over stands when none is named, or none that is over. */
export function askedQuarter(query: Readonly<Record<string, string>>, today: IsoDate): AskedQuarter {
  const newest = lastDayOfNewestQuarter(today)
  const choices = Array.from({ length: OFFERED }, (_, back) =>
    quarterEnding(addDays(addMonths(addDays(newest, 1), -3 * back), -1)),
  )
  const typed = (query.quarter ?? '').trim()
  const read = parsePeriodRequest(typed)
  const [first = quarterEnding(newest)] = choices
  if (typed === '') return { quarter: first, choices, problem: '' }
  if (!read.ok || read.value.kind !== 'quarter')
    return { quarter: first, choices, problem: `‘${typed}’ is no quarter. Write one like 2024/25 Q4.` }
  if (read.value.until > newest) return { quarter: first, choices, problem: `${typed} is not over yet.` }
  const { code, from, until } = read.value
  const quarter = { code, from, until }
  return { quarter, choices: choices.some((each) => each.code === code) ? choices : [quarter, ...choices], problem: '' }
}

function quarterEnding(until: IsoDate): Quarter {
  const from = addMonths(addDays(until, 1), -3)
  const start = Number(from.slice(0, 4)) - (Number(from.slice(5, 7)) < 4 ? 1 : 0)
  const number = Math.floor(((Number(from.slice(5, 7)) + 8) % 12) / 3) + 1
  return { code: `${start}/${String((start + 1) % 100).padStart(2, '0')} Q${number}`, from, until }
}
