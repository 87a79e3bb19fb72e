import { comparedUnit, type Quantity } from './quantity.js'
import { decimalsOf } from './table-number.js'

/**
 * Whether two numbers look like one number copied wrongly: as many digits in each, and two neighbours swapped (57, 75),
 * or one digit changed where there are four or more.
 */
export function isMiscopied(first: number, second: number): boolean {
  const [a, b] = [digitsOf(first), digitsOf(second)]
  if (a.length !== b.length || a.length < 2 || a === b) return false
  const places = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]))
  const [left, right] = places
  if (left === undefined) return false
  if (places.length === 1) return a.length >= 4 && left > 0 && a.replace(/0+$/, '').length >= 4
  return places.length === 2 && right === left + 1 && a[left] === b[right] && a[right] === b[left]
}

/** How one printed number may have become another: two neighbours swapped, a digit doubled for another, one digit changed. */
export type CopySlip = 'swapped' | 'doubled' | 'changed'

/** The digits of a number as printed: "174" of £1.74m. */
export const printedDigits = ({ shown, precision }: { shown: number; precision: number }): string =>
  String(Math.round(shown / precision))

/** Those that tell one number from another: without the noughts at its end. */
export const tellingDigits = (number: { shown: number; precision: number }): string =>
  printedDigits(number).replace(/0+$/, '')

/** What slip of the hand turns one number into another of the same length; nothing where more than one would be needed. */
export function copySlip(first: number, second: number): CopySlip | undefined {
  const [a, b] = [digitsOf(first), digitsOf(second)]
  if (a.length !== b.length || a === b) return undefined
  const from = [...a].findIndex((digit, at) => digit !== b[at])
  const until = [...a].findLastIndex((digit, at) => digit !== b[at])
  if (from === until) return 'changed'
  const [left, right] = [a.slice(from, until + 1), b.slice(from, until + 1)]
  const isSwapped = left[0] === right.at(-1) && left.at(-1) === right[0]
  if (isSwapped && (left.length === 2 || (a.length > 3 && left.slice(1, -1) === right.slice(1, -1)))) return 'swapped'
  const isMoved = left.slice(1) === right.slice(0, -1) || left.slice(0, -1) === right.slice(1)
  const isTwice = (digits: string) => digits[from] === digits[from - 1] || digits[until] === digits[until + 1]
  return isMoved && isTwice(a) && isTwice(b) ? 'doubled' : undefined
}

const digitsOf = (value: number) => String(Math.round(Math.abs(value) * 100) / 100).replace('.', '')

/**
 * Whether a figure and what it should come to are one digit apart in one place, or have two neighbours swapped, in whole
 * steps of the last printed place: what a slip in any one of the figures of a sum leaves behind.
 */
export function isOneSlip(first: number, second: number, step = 1): boolean {
  const [a, b] = [first, second].map((value) => Math.round(Math.abs(value) / step))
  if (a === undefined || b === undefined || a === b) return false
  const gap = String(Math.abs(a - b)).replace(/0+$/, '')
  return gap.length === 1 || isMiscopied(a, b)
}

const SURELY_NO_CHANCE = 100

/**
 * Whether one wrong digit would explain why parts miss their whole, and the figures are so large, counted in the places
 * to which all of them are printed, that this is hardly chance: 29 tens and 30 tens are too small to tell.
 */
export function isMisprintedSum(whole: number, parts: readonly number[], step: number): boolean {
  const sum = parts.reduce((one, other) => one + other, 0)
  let place = step
  while (place < 1e9 && [whole, ...parts].every((value) => isWholeIn(value, place * 10))) place *= 10
  return Math.min(sum, whole) / place >= SURELY_NO_CHANCE && isOneSlip(sum, whole, place)
}

const isWholeIn = (value: number, place: number) => Math.abs(value / place - Math.round(value / place)) < 1e-6

/** The numbers that one other digit, or two neighbours swapped, would make of a printed one. */
export function numberSlips({ shown, precision }: { shown: number; precision: number }): number[] {
  const decimals = decimalsOf(precision)
  const digits = printedDigits({ shown, precision }).padStart(decimals + 1, '0')
  const others = [...digits].flatMap((digit, at) => {
    const swapped = at > 0 ? [digits.slice(0, at - 1) + digit + digits[at - 1] + digits.slice(at + 1)] : []
    return [...swapped, ...[...'0123456789'].map((fresh) => digits.slice(0, at) + fresh + digits.slice(at + 1))]
  })
  const mayLead = digits.startsWith('0') || decimals <= 1
  const isPrinted = (other: string) => !other.startsWith('0') || (mayLead && other.length === decimals + 1)
  const fresh = new Set(others.filter((other) => other !== digits && isPrinted(other)))
  return [...fresh].map((other) => Number(other) * precision)
}

/** Whether one of two printed figures of so many digits or more may be the other with a slip of the hand in it. */
export const areSlipApart = (one: Quantity, other: Quantity, least = 3): boolean =>
  comparedUnit(one) === comparedUnit(other) &&
  one.scale === other.scale &&
  printedDigits(one).length >= least &&
  copySlip(one.shown / one.precision, other.shown / one.precision) !== undefined

/** The quantities that a slip of the pen would make of a printed one; none of a number word. */
export const slipsOf = (quantity: Quantity): Quantity[] =>
  quantity.inWords
    ? []
    : numberSlips(quantity).map((shown) => {
        const moved = shown - quantity.shown
        return { ...quantity, shown, low: quantity.low + moved, high: quantity.high + moved }
      })
