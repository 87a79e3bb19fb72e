import type { ControlResult } from '#modules/statistics/index.js'
import { formatPercent } from '#ui/format.js'
import type { Polarity } from '../domain/measure.js'
import { type Frequency, PERIOD_EXAMPLES } from '../domain/period.js'
import type { Unit } from '../domain/unit.js'

/** A choice of a form, in the office's words. */
type Choice<T extends string> = { readonly value: T; readonly text: string; readonly hint?: string }

/** What a figure can be. */
export const UNIT_CHOICES: readonly Choice<Unit>[] = [
  { value: 'count', text: 'A count', hint: 'Crimes, calls, people.' },
  { value: 'percentage', text: 'A percentage', hint: 'A part of a whole.' },
  {
    value: 'rate',
    text: 'A rate',
    hint: 'One thing for each of another: incidents a day, crimes for each 1,000 residents.',
  },
  { value: 'pounds', text: 'Pounds' },
  { value: 'duration', text: 'A length of time', hint: 'Days, minutes.' },
]

/** Which way is wanted. */
export const POLARITY_CHOICES: readonly Choice<Polarity>[] = [
  { value: 'up-is-good', text: 'Up', hint: 'A rise is good.' },
  { value: 'down-is-good', text: 'Down', hint: 'A fall is good.' },
  { value: 'neither', text: 'Neither', hint: 'A change can mean either. No words of better or worse are used.' },
]

const FREQUENCY_TEXTS: Readonly<Record<Frequency, string>> = {
  month: 'Each month',
  quarter: 'Each quarter of the financial year',
  'financial-year': 'Each financial year',
  'calendar-year': 'Each calendar year',
  'rolling-12-months': 'For 12 months that end in a month',
  'as-at': 'As it stands on a day',
}

/** How often there are figures, each with how its periods are written. */
export const FREQUENCY_CHOICES: readonly Choice<Frequency>[] = Object.entries(FREQUENCY_TEXTS).map(([value, text]) => ({
  value: value as Frequency,
  text,
  hint: `Written like ${PERIOD_EXAMPLES[value as Frequency]}.`,
}))

/** "a definition, an owner and a place". */
export function listInWords(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}

/** "+1.2%", "−6.9%". */
export function signedPercent(percent: number): string {
  const text = formatPercent(percent)
  return percent > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

/** What a run chart says of the newest month, which has no icon: there are no limits to draw one from. */
export function runWords({ variation, isEnough }: Pick<ControlResult, 'variation' | 'isEnough'>): string {
  if (!isEnough) return 'Too few points'
  return variation === 'common' ? 'No shift or trend' : 'A shift or a trend'
}
