import { meets, type Quantity, type Span } from '#modules/quantities/index.js'
import type { Delta } from './change-words.js'

/** The two levels and the stated change as spans, and what the levels give. */
export type ChangeSums = {
  from: Quantity
  to: Quantity
  stated: Span
  given: Span
  middle: number
  unit: Quantity['unit']
}

type SlipQuestion = { quantity: Quantity; delta: Delta; from: Quantity; to: Quantity; sums: ChangeSums }

/** Which common mistake would explain a wrong change, in words; nothing when none does. */
export function slipBehind(question: SlipQuestion): string | undefined {
  const { quantity, sums } = question
  const near = (value: number): boolean =>
    meets(quantity, { low: value - quantity.precision / 2, high: value + quantity.precision / 2 })
  const size = Math.abs(sums.middle)
  const way = wrongWay(question, near(size))
  if (way) return way
  const base = quantity.unit === 'percent' ? wrongBase(question, near) : undefined
  if (base) return base
  if (near(size * 10) || near(size / 10)) return 'It is ten times out: a decimal point may have slipped.'
  return near(size * 100) || near(size / 100) ? 'It is a hundred times out.' : undefined
}

function wrongWay({ delta, sums }: SlipQuestion, isRightSize: boolean): string | undefined {
  if (delta.direction === 0 || Math.sign(sums.middle) !== -delta.direction) return undefined
  const really = sums.middle > 0 ? 'up' : 'down'
  if (isRightSize) return `The size is right, but the figures go ${really}: the two may have changed places.`
  return `The words say ${delta.direction > 0 ? 'up' : 'down'}; the figures go ${really}.`
}

function wrongBase({ from, to }: SlipQuestion, near: (value: number) => boolean): string | undefined {
  const difference = Math.abs(to.shown - from.shown)
  if (to.shown > 0 && near((difference / to.shown) * 100)) {
    return 'The difference seems to have been divided by the later figure instead of the earlier.'
  }
  if (near((to.shown / from.shown) * 100))
    return 'This is the later figure as a share of the earlier, not the change between them.'
  return near(difference) ? 'This is the plain difference, not a share of the earlier figure.' : undefined
}
