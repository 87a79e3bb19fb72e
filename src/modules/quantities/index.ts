/** What other modules may use. Everything else in this folder is private. */
export { monthWord, weekdayOf, weekdayWord } from './domain/calendar-words.js'
export { datesInText, isoOf, isRealDay, type WrittenDate } from './domain/dates-in-text.js'
export { numberInWords } from './domain/number-words.js'
export type { Period } from './domain/period.js'
export type { PeriodClaim } from './domain/period-claim.js'
export { lengthClaims } from './domain/period-lengths.js'
export { namedPeriodClaims } from './domain/period-names.js'
export { periodAt } from './domain/period-words.js'
export { kindOf, type PrintedNumber, printedNumbers } from './domain/printed-numbers.js'
export {
  comparedUnit,
  inPrint,
  inUnit,
  isLooselySaid,
  isPlain,
  isShareOf,
  isWholeTime,
  looseSpan,
  mayBeSame,
  meets,
  type Quantity,
  quotient,
  roundedSpan,
  type Span,
  times,
  widened,
} from './domain/quantity.js'
export {
  areSlipApart,
  type CopySlip,
  copySlip,
  isMiscopied,
  isMisprintedSum,
  isOneSlip,
  numberSlips,
  printedDigits,
  slipsOf,
  tellingDigits,
} from './domain/quantity-miscopied.js'
export { notQuantityAt } from './domain/quantity-not.js'
export { quantityAt } from './domain/quantity-read.js'
export { addedSpan, comesTo, isSlipInSum, isSlipOfSum, widthOf } from './domain/quantity-sums.js'
export { type Token, tokensOf } from './domain/quantity-tokens.js'
export { timeOf } from './domain/quantity-unit.js'
export { type Fit, fitOf, intervalOf } from './domain/rounding.js'
export { type Line, openLines, type Piece, piecesOf, yearPiece } from './domain/table-lines.js'
export { decimalsOf, isBlankCell, printed, type TableNumber, tableNumber } from './domain/table-number.js'
export { countWord, smallCount, smallNumber } from './domain/words-to-count.js'
