import { type IsoDate, ukDateOf } from '#kernel/dates.js'

/** A clock that runs through the office's past and never goes back. */
export type HistoryClock = {
  /** Moves to the morning of a day. The same day again is no move; an earlier one is refused. */
  readonly goTo: (day: IsoDate) => void
  /** The moment; each look is a second later than the one before. */
  readonly now: () => Date
  readonly today: () => IsoDate
  /** The moment in milliseconds since 1970, without moving on. */
  readonly instant: () => number
}

const SECOND = 1000

/** A clock that stands at the opening of business on a day. */
export function historyClock(start: IsoDate): HistoryClock {
  let at = opening(start)
  const today = () => ukDateOf(new Date(at))
  return {
    goTo: (day) => {
      if (day < today()) throw new RangeError(`The clock stands at ${today()} and cannot go back to ${day}`)
      if (day > today()) at = opening(day)
    },
    now: () => {
      at += SECOND
      return new Date(at)
    },
    today,
    instant: () => at,
  }
}

/** Nine o'clock, as far as it matters: the United Kingdom is never more than an hour from UTC. */
function opening(day: IsoDate): number {
  return Date.parse(`${day}T09:00:00Z`)
}
