import { formatNumber, formatPercent } from '#kernel/words.js'

/** Two totals of one financial year that count nearly the same. */
export type Totals = {
  /** Street-level crimes of data.police.uk without anti-social behaviour. */
  readonly street: number
  /** Police recorded crime of the Home Office without fraud. */
  readonly recorded: number
}

/** How far the two are apart, and what to think of it. */
export type Reconciliation = Totals & {
  /** Street-level over recorded crime, in per cent of recorded crime. */
  readonly difference: number
  readonly verdict: 'as-expected' | 'wider' | 'too-wide'
  readonly words: string
}

/** From here on the difference is more than is usual. */
const EXPECTED_PERCENT = 3
/** From here on something may be missing or counted twice. */
const FLAGGED_PERCENT = 5

/**
 * Holds street-level crime against recorded crime. They differ by 2 to 3 per cent as a rule, since street-level data keep
 * records that are later cancelled or recorded as something else.
 */
export function reconcile({ street, recorded }: Totals): Reconciliation | null {
  if (!(recorded > 0)) return null
  const difference = ((street - recorded) / recorded) * 100
  const verdict = verdictOf(Math.abs(difference))
  return { street, recorded, difference, verdict, words: inWords({ street, recorded }, difference, verdict) }
}

function verdictOf(percent: number): Reconciliation['verdict'] {
  if (percent > FLAGGED_PERCENT) return 'too-wide'
  return percent > EXPECTED_PERCENT ? 'wider' : 'as-expected'
}

const VERDICTS = {
  'as-expected': 'That is within the 2% to 3% to be expected.',
  wider: 'That is more than the 2% to 3% to be expected, and less than the 5% from which it would be flagged.',
  'too-wide':
    'That is more than 5%: look for months that are missing, files imported for another force, or a change in what is counted.',
} as const

function inWords({ street, recorded }: Totals, difference: number, verdict: Reconciliation['verdict']): string {
  const side = difference < 0 ? 'fewer' : 'more'
  const apart = `${formatNumber(street)} street-level crimes, ${formatPercent(Math.abs(difference))} ${side} than the ${formatNumber(recorded)} recorded crimes of the Home Office.`
  return `${apart} ${VERDICTS[verdict]}`
}
