import type { Sentence, StatedFact } from '#modules/claims/index.js'
import { mayBeSame, type Quantity } from '#modules/quantities/index.js'

/**
 * Whether the text itself shows that two figures are two: one of their sentences names both ("2,184 of the 5,903"), each
 * share has a base of its own, or one is worked out from the other ("Three of the seven closed. The four …").
 */
export const areTwo = (own: StatedFact, rival: StatedFact): boolean =>
  namesBoth(own, rival) || namesBoth(rival, own) || haveOwnBases(own, rival) || isWorkedOut(own)

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
