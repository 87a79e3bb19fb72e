/** What a check of periods found at one place: whether it is right, and the words for it. */
export type PeriodClaim = {
  start: number
  end: number
  isRight: boolean
  isSure: boolean
  /** Not so by custom only: a question. */
  isAsked?: boolean
  message: string
  working: string
  suggestion: string
}
