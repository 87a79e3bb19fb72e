/** A stretch of time as a text names it. Months count from year nought: 2017-04 is 2017 × 12 + 3. */
export type Period = {
  kind: 'months' | 'day' | 'length' | 'since' | 'relative'
  /** Two periods with one key are the same period. */
  key: string
  /** First and last month, where the text names them. */
  from?: number
  until?: number
  /** How many months it lasts, where the text says so or the months do. */
  months?: number
  /** Of a relative period: whether it is the earlier of two ("the previous year") or the present one. */
  relation?: 'previous' | 'current'
  start: number
  end: number
}

/** A period found in tokens, and how many tokens it took. */
export type PeriodMatch = { period: Omit<Period, 'start' | 'end'>; taken: number }
