import type { Sentence, StatedFact } from '#modules/claims/index.js'
import { looseSpan, mayBeSame, meets, type Quantity } from '#modules/quantities/index.js'

/**
 * Whether the text itself shows that two figures are two: one of their sentences names both ("2,184 of the 5,903"), each
 * share has a base of its own, one is worked out from the other ("Three of the seven closed. The four …"), both are
 * years, or they are lines of a list of which each begins with a number of its own ("Up to 15 mins: £6.40").
 */
export const areTwo = (own: StatedFact, rival: StatedFact): boolean =>
  namesBoth(own, rival) ||
  namesBoth(rival, own) ||
  haveOwnBases(own, rival) ||
  isWorkedOut(own) ||
  areYears(own.quantity, rival.quantity) ||
  haveOwnKeys(own, rival)

/** One of the two is a round number, the other is not: 25,000 may stand for 24,870. */
export function isRoundingOf(one: Quantity, other: Quantity): boolean {
  const [a, b] = [looseSpan(one), looseSpan(other)]
  return meets(a, b) && a.high - a.low !== b.high - b.low
}

/** "Year of Assessment 2019", "my 2018 budget": years, whatever they stand by. */
export const areYears = (...quantities: readonly Quantity[]): boolean =>
  quantities.every(({ unit, text }) => unit === 'count' && /^(?:19|20)\d\d$/.test(text.trim()))

function haveOwnKeys(...facts: readonly StatedFact[]): boolean {
  const keys = facts.map(({ home, text }) => {
    const line = 'text' in home ? String(home.text) : ''
    const lead = line.slice(0, Math.max(0, line.indexOf(text.trim())))
    return /\b(?:is|are|was|were|has|have|had|will|of|[a-z]{3,}ed)\b/i.test(line)
      ? undefined
      : /\d[\d/.,]*/.exec(lead)?.[0]
  })
  return keys.every(Boolean) && new Set(keys).size === keys.length
}

const quantitiesOf = ({ home }: Pick<StatedFact, 'home'>): Quantity[] =>
  'items' in home ? (home as Sentence).items.flatMap(({ quantity }) => quantity ?? []) : []

const namesBoth = (own: StatedFact, { quantity }: StatedFact) =>
  quantitiesOf(own).some((one) => one.unit === quantity.unit && mayBeSame(one, quantity))

function haveOwnBases(own: StatedFact, rival: StatedFact): boolean {
  if (own.quantity.unit !== 'percent') return false
  const [bases, others] = [own, rival].map((fact) => quantitiesOf(fact).filter(({ unit }) => unit === 'count'))
  const isShared = bases?.some((base) => others?.some((other) => mayBeSame(base, other)))
  return bases?.length === 1 && others?.length === 1 && !isShared
}

/** A difference of two figures of one unit that the two sentences before it give. */
export function isWorkedOut({ quantity, home }: Pick<StatedFact, 'quantity' | 'home'>): boolean {
  const before = 'previous' in home ? (home as Sentence).previous : undefined
  const near = [before, before?.previous]
    .flatMap((sentence) => (sentence ? quantitiesOf({ home: sentence }) : []))
    .filter(({ unit }) => unit === quantity.unit)
  if (near.length > 12) return false
  return near.some((whole) =>
    near.some((part) => Math.abs(whole.shown - part.shown - quantity.shown) < quantity.precision / 2),
  )
}
