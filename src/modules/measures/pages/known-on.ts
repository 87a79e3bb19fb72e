import type { IsoDate } from '#kernel/dates.js'
import { typedDay } from '#kernel/typed-day.js'
import { formatDate } from '#kernel/words.js'

/** The day as known on which a page is asked for, as it was written, and what is wrong with it, if anything. */
export type AskedDay = {
  /** Undefined for all that is known now, and where the day that was asked for cannot be shown. */
  readonly knownOn: IsoDate | undefined
  readonly typed: string
  readonly problem: string
}

type Query = Readonly<Record<string, string>>

/** Reads `?as-known-on=2018-03-31`; "31/3/2018" is read too. A day that is none, or is still to come, is told. */
export function askedDay(query: Query, today: IsoDate): AskedDay {
  const typed = (query['as-known-on'] ?? '').trim()
  if (typed === '') return { knownOn: undefined, typed, problem: '' }
  const day = typedDay(typed)
  if (!day) return { knownOn: undefined, typed, problem: `‘${typed}’ is no day of the calendar.` }
  if (day > today)
    return { knownOn: undefined, typed, problem: `${formatDate(day)} is still to come: nothing is known of it.` }
  return { knownOn: day, typed: asTyped(day), problem: '' }
}

function asTyped(day: IsoDate): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(date)}/${Number(month)}/${year}`
}

/** An address with these questions in it; empty ones are left out. */
export function addressWith(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const asked = Object.entries(query).filter((each): each is [string, string] => Boolean(each[1]))
  return asked.length === 0 ? path : `${path}?${new URLSearchParams(asked)}`
}
