import { countInWords, formatDate } from '#kernel/words.js'
import type { AreaComparison, CompareRefusal, Mixture } from './compare.js'
import type { Standing } from './ranking.js'

/** How figures are written, and what they are called, in the words of the measure. */
export type Writing = {
  /** A value with its unit: "78.9 crimes per 1,000 residents". */
  readonly figure: (value: number) => string
  /** The size of a difference, without its sign: "2.1 percentage points". */
  readonly difference: (value: number) => string
  /** "in March 2018", "in the 12 months to March 2018". */
  readonly period: string
  /** The name of the group. */
  readonly group: string
  readonly isSurvey: boolean
  /** Whether the figures are exact by their nature, as prices are: chance has no part in them. */
  readonly isExact: boolean
}

/** What a comparison says, in sentences that claim no more than chance allows. */
export function comparisonSentence(comparison: AreaComparison, writing: Writing): string {
  return [placeSentence(comparison, writing), chanceSentence(comparison, writing), restSentence(comparison, writing)]
    .filter(Boolean)
    .join(' ')
}

function placeSentence({ own, from }: AreaComparison, { figure, period, group }: Writing): string {
  const { isShared, of } = own.standing
  return `${own.name} had ${figure(own.value)} ${period}: ${isShared ? 'jointly ' : ''}the ${placeWords(own.standing, from)} of ${countInWords(of)} areas (${group}).`
}

const OTHER_END = { highest: 'lowest', lowest: 'highest' } as const

function placeWords({ position, isShared, of }: Standing, from: 'highest' | 'lowest'): string {
  if (position === 1) return from
  return position === of && !isShared ? OTHER_END[from] : `${ordinal(position)} ${from}`
}

/** "Between second and fifth highest once chance is allowed for"; nothing is claimed where no range is known. */
function chanceSentence({ areas, own, from }: AreaComparison, { isExact }: Writing): string {
  if (isExact) return ''
  const unknown = areas.filter(({ interval }) => interval === null).length
  if (unknown > 0) {
    const which = unknown === areas.length ? 'These figures come' : 'Some of these figures come'
    return `${which} without an interval, so it is not known what part chance has in the order.`
  }
  const { first, last, of } = own.standing
  if (first === last) return 'The place is the same once chance is allowed for.'
  if (first === 1 && last === of) return 'Once chance is allowed for it could be any of the places.'
  return `Once chance is allowed for, it is between ${ordinal(first)} and ${ordinal(last)} ${from}.`
}

function restSentence({ difference, rest }: AreaComparison, { figure, difference: size, isSurvey }: Writing): string {
  if (!difference || !rest) return ''
  const together = `the others together (${figure(rest.estimate)})`
  if (!difference.isSignificant) return `There is no significant difference from ${together}.`
  const way = difference.estimate > 0 ? 'higher' : 'lower'
  const [least, most] = [difference.lower, difference.upper].map(Math.abs).sort((a, b) => a - b) as [number, number]
  const surely = isSurvey ? 'significantly ' : ''
  return `It is ${surely}${way} than ${together}, by ${size(difference.estimate)}, or between ${size(least)} and ${size(most)} allowing for chance.`
}

/** Why nothing is compared, in words for whoever reads. */
export function refusalInWords(refusal: CompareRefusal): string {
  switch (refusal.code) {
    case 'own-figure-missing':
      return 'There is no figure of our own area for this period.'
    case 'too-few-areas':
      return 'No other area of the group has a figure for this period.'
    case 'different-periods':
      return `The figures speak of different periods (${refusal.periods.join('; ')}), so they are not compared.`
    default:
      return `${mixtureInWords(refusal)} So they are not compared.`
  }
}

/** Which release the figures are of. `takenBack` says that newer ones do not cover every area. */
export function releaseInWords(knownOn: string, takenBack: boolean): string {
  const back = takenBack ? ', the newest release that covers every area; some have been revised since' : ''
  return `As known on ${formatDate(knownOn)}${back}.`
}

/** What is mixed in a comparison. */
export function mixtureInWords(mixture: Mixture): string {
  if (mixture.code === 'known-on-different-days') {
    return `The figures are not of one release: they were known on ${list(mixture.days.map(formatDate))}.`
  }
  return `Not all figures are equally firm: some are ${list(mixture.firmness)}.`
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** "third", "21st". */
export function ordinal(place: number): string {
  const known = ORDINALS[place]
  if (known) return known
  const isTeen = place % 100 >= 11 && place % 100 <= 13
  return `${place}${(!isTeen && ['', 'st', 'nd', 'rd'][place % 10]) || 'th'}`
}
