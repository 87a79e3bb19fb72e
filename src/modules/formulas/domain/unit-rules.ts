import { err, ok, type Result } from '#kernel/result.js'
import { valueOfConstant } from './constant.js'
import {
  isHundredfold,
  isRatio,
  isSameMake,
  multiplied,
  PLAIN,
  type Quantity,
  quantityInWords,
  raised,
} from './dimension.js'
import type { Part } from './formula.js'

/** What a part of a formula is: a quantity, yes or no, or nothing at all (null). A constant is made of numbers alone. */
export type Sort = (Quantity & { readonly isConstant: boolean }) | 'truth' | 'nothing'

type Refusal = { readonly what: string; readonly mend: string }
type Ruling = Result<Sort, Refusal>
type Known = Exclude<Sort, string>

/** A number written in the formula: it scales what it multiplies, and takes the unit of what it is added to. */
export function constantOf(value: number): Known {
  return { ...PLAIN, times: value, isConstant: true }
}

const TRUTH: Ruling = err({
  what: 'A number is needed here, and one side says yes or no',
  mend: 'Compare numbers with numbers, and join answers with and, or',
})

/**
 * What adding, taking away, or choosing between two parts gives. Percentage less percentage is percentage points;
 * points may be added to a percentage or to points. A bare number takes the unit of what it stands beside.
 */
export function united(first: Sort, second: Sort, how: 'add' | 'take' | 'choose'): Ruling {
  if (first === 'truth' || second === 'truth') return TRUTH
  if (first === 'nothing') return ok(second)
  if (second === 'nothing') return ok(first)
  if (first.isConstant || second.isConstant) return ok(withConstant(first, second, how))
  if (!isSameMake(first, second)) return mixed(first, second, how)
  if (isRatio(first)) return ratios(first, second, how)
  return ok({ ...alike(first, second), isConstant: false })
}

function withConstant(first: Known, second: Known, how: 'add' | 'take' | 'choose'): Known {
  if (!first.isConstant) return first
  if (!second.isConstant) return second
  const [a, b] = [first.times ?? 0, second.times ?? 0]
  const total = { add: a + b, take: a - b, choose: b }[how]
  return constantOf(total)
}

/** Percentages, points, rates and plain ratios: only those of one base can be added. */
function ratios(first: Known, second: Known, how: 'add' | 'take' | 'choose'): Ruling {
  if (first.times !== second.times) return mixed(first, second, how)
  if (!isHundredfold(first)) return ok({ ...alike(first, second), isConstant: false })
  return percentages(first, second, how)
}

function percentages(first: Known, second: Known, how: 'add' | 'take' | 'choose'): Ruling {
  const whole = { ...alike(first, second), isConstant: false }
  if (how === 'choose') return first.isDifference === second.isDifference ? ok(whole) : mixed(first, second, how)
  if (how === 'take') {
    if (first.isDifference && !second.isDifference) return mixed(first, second, how)
    return ok({ ...whole, isDifference: first.isDifference === second.isDifference })
  }
  const isTwoShares = !first.isDifference && !second.isDifference
  if (isTwoShares && first.of !== second.of && first.of !== undefined && second.of !== undefined) {
    const what = `Percentages of two different things (${first.of}; ${second.of}) cannot be added`
    return err({ what, mend: 'Add the counts behind them and write share([part], [whole])' })
  }
  return ok({ ...whole, isDifference: first.isDifference && second.isDifference })
}

function alike(first: Quantity, second: Quantity): Quantity {
  return {
    ...first,
    times: first.times === second.times ? first.times : null,
    carried: first.carried === second.carried ? first.carried : null,
    of: first.of === second.of ? first.of : undefined,
  }
}

function mixed(first: Quantity, second: Quantity, how: 'add' | 'take' | 'choose'): Ruling {
  const [one, two] = [quantityInWords(first), quantityInWords(second)]
  const what = {
    add: `${one} and ${two} cannot be added`,
    take: `${two} cannot be taken from ${one}`,
    choose: `${one} and ${two} cannot stand for one another`,
  }[how]
  return err({ what: what.charAt(0).toUpperCase() + what.slice(1), mend: mendFor(first, second) })
}

function mendFor(first: Quantity, second: Quantity): string {
  if (isHundredfold(first) || isHundredfold(second)) {
    return 'Use percentages with percentages; make one of two counts with share([part], [whole])'
  }
  return 'Bring both to one unit first, by dividing or multiplying with a measure'
}

/** What comparing two parts gives: yes or no, if they are of one kind. */
export function compared(first: Sort, second: Sort): Ruling {
  if (first === 'nothing' || second === 'nothing') {
    return err({
      what: 'Nothing can be compared with null',
      mend: 'Write isNull([a]) to ask whether a figure is missing',
    })
  }
  const result = united(first, second, 'choose')
  return result.ok ? ok('truth') : result
}

/** What multiplying two parts gives, or dividing with `power` −1. */
export function divided(first: Sort, second: Sort, power: 1 | -1): Ruling {
  if (first === 'truth' || second === 'truth') return TRUTH
  if (first === 'nothing' || second === 'nothing') return ok('nothing')
  return ok({ ...multiplied(first, second, power), ...kept(first, second, power) })
}

/** A measure that is only scaled stays of what it was: half the crimes are crimes. */
function kept(first: Known, second: Known, power: 1 | -1): { isConstant: boolean; of: string | undefined } {
  const isConstant = first.isConstant && second.isConstant
  if (second.isConstant) return { isConstant, of: first.of }
  return { isConstant, of: first.isConstant && power === 1 ? second.of : undefined }
}

/** What raising to a power gives: the power is a plain number, and a whole one where the base has a unit. */
export function powered(first: Sort, second: Sort, constant: Part | undefined): Ruling {
  if (first === 'truth' || second === 'truth') return TRUTH
  if (first === 'nothing' || second === 'nothing') return ok('nothing')
  const power = constant && valueOfConstant(constant)
  if (first.isConstant && power !== undefined) return ok(constantOf((first.times ?? 0) ** power))
  if (power !== undefined && Number.isInteger(power) && Math.abs(power) <= 10) {
    return ok({ ...raised(first, power), isConstant: false })
  }
  const isPlain = isRatio(second) && second.times === 1 && isRatio(first) && (first.isConstant || first.times === 1)
  if (isPlain) return ok({ ...PLAIN, isConstant: false })
  const what = `${quantityInWords(first)} cannot be raised to this power`
  return err({
    what: what.charAt(0).toUpperCase() + what.slice(1),
    mend: 'Use a whole number from -10 to 10 as the power',
  })
}
