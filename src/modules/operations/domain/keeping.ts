import { countOf } from '#kernel/words.js'

/** How long the office keeps one kind of record. */
export type Keeping = {
  readonly kind: string
  readonly what: string
  readonly days: number
  /** The most that the office may decide. */
  readonly most: number
  /** From when the days count, and why they suffice. */
  readonly why: string
  /** The office's own decision, where it made one. */
  readonly decision: { readonly reason: string; readonly by: string; readonly at: string } | undefined
  /** How many records are past their time. */
  readonly past: number
}

/** The fewest and most days that may be decided. */
export const DAYS = { least: 1, most: 3650 } as const

/** Whether there is anything to decide: what the program itself removes within a day has but one time. */
export function isDecidable({ most }: Pick<Keeping, 'most'>): boolean {
  return most > DAYS.least
}

/** The moment before which records are past their time. */
export function pastBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * 86_400_000).toISOString()
}

/** "30 days", "2 years". */
export function daysInWords(days: number): string {
  return days >= 365 && days % 365 === 0 ? countOf(days / 365, 'year') : countOf(days, 'day')
}

/** What is kept for ever, and why: the office must be able to account for it. */
export const KEPT_FOR_EVER: readonly { readonly what: string; readonly why: string }[] = [
  { what: 'The audit trail', why: 'It is a chain: without one entry nothing after it could be proved.' },
  { what: 'Published plans and papers', why: 'They are the public record, with their fingerprints.' },
  {
    what: 'Figures with their versions, and the files they came from',
    why: 'Every figure shown leads back to its source.',
  },
  { what: 'Accounts that were closed', why: 'The audit trail names who acted. They cannot sign in.' },
  { what: 'Police open data', why: 'They are published, and name nobody.' },
]
