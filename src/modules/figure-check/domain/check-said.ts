import type { Sentence } from '#modules/claims/index.js'
import {
  type Prose,
  proseOf,
  type Said,
  saidSums,
  sharesOfAll,
  sumReadings,
  withBefore,
  withRest,
} from '#modules/claims/index.js'
import { type Finding, findingOf } from '#modules/passages/index.js'
import {
  addedSpan,
  comesTo,
  inUnit,
  isOneSlip,
  meets,
  printedDigits,
  type Quantity,
  roundedSpan,
  type Span,
  widthOf,
} from '#modules/quantities/index.js'
import type { Check } from './check.js'
import { givingWay } from './giving-way.js'
import { proseSums } from './prose-sums.js'
import { isSummedElsewhere } from './sums-elsewhere.js'
import { toldOnce } from './told-once.js'

/** Sums and differences that sentences and lists state: "made up of", "91 in all", "leaving 21", "a surplus of £0.4m". */
export const checkSaid: Check = (document) => {
  const prose = proseOf(document)
  const said = prose.sentences.flatMap((sentence) => [
    ...sumsOf(sentence).flatMap((one) => ofSum(prose, one.sentence, one) ?? []),
    ...ofShares(prose, sentence),
  ])
  return givingWay(toldOnce([...proseSums(document), ...said])).filter((one) => !isSummedElsewhere(document, one))
}

/** The sums of a sentence; one that has none and points back, or names a rest, may go on from what was said before it. */
function sumsOf(sentence: Sentence): (Said & { sentence: Sentence })[] {
  const own = saidSums(sentence)
  const wider = own.length === 0 ? [withBefore(sentence) ?? [], ...withRest(sentence)].flat() : []
  const read = wider.find((one) => saidSums(one).length > 0)
  if (own.length === 0 && !read) return sumReadings(sentence).flatMap(clauseSums)
  return read ? saidSums(read).map((said) => ({ ...said, sentence: read })) : own.map((said) => ({ ...said, sentence }))
}

/** The sums of a clause; without a word for them only where its first or its last amount is the whole. */
function clauseSums(sentence: Sentence): (Said & { sentence: Sentence })[] {
  const amounts = sentence.items.flatMap(({ quantity }, at) => (quantity ? [at] : []))
  const isAtEnd = ({ whole }: Said) => whole === amounts[0] || whole === amounts.at(-1)
  const sums = saidSums(sentence).filter((said) => !said.isLoose || isAtEnd(said))
  return sums.map((said) => ({ ...said, isLoose: true, sentence }))
}

/**
 * What no one slip of the pen explains is likelier to be meant for something else than to be wrong (ADR 0034); nor does a
 * slip in two digits tell much, as one in five such numbers is one slip from another.
 */
const doubtOf = ({ isLoose }: Said, given: number, whole: Quantity) =>
  !isLoose && printedDigits(whole).length > 2 && isOneSlip(given, whole.shown, whole.precision) ? 'warning' : 'question'

function ofSum(prose: Prose, sentence: Sentence, said: Said): Finding | undefined {
  const whole = sentence.items[said.whole]?.quantity
  const parts = said.parts.flatMap((at) => partAt(sentence, said, at) ?? [])
  if (!whole || parts.length !== said.parts.length) return undefined
  const given = said.rule === 'sum' ? addedSpan(parts) : apart(parts)
  const others = parts.filter((part) => part.shown !== whole.shown)
  const isSaidTwice = said.rule === 'sum' && others.length > 1 && comesTo(whole, others)
  const isRight = isSaidTwice || (said.rule === 'sum' ? comesTo(whole, parts) : meets(given, widthOf(whole, parts)))
  const middle = (given.low + given.high) / 2
  const isFar = middle > whole.shown * 3 || middle < whole.shown / 3
  if (!isRight && said.rule === 'sum' && isDoneBefore(sentence, whole, parts)) return undefined
  if (!isRight && isFar && said.rule === 'sum' && !isOneSlip(middle, whole.shown, whole.precision)) return undefined
  const worked = inUnit(Number(middle.toPrecision(9)), whole)
  const shown = [...parts].sort((a, b) => (said.rule === 'sum' ? 0 : b.shown - a.shown))
  const doubt = doubtOf(said, middle, whole)
  return findingOf({
    kind: 'sum',
    verdict: isRight ? 'holds' : doubt,
    quotes: [said.whole, ...said.parts].flatMap((at) => sentence.items[at] ?? []).map((item) => prose.quote(item)),
    message: isRight
      ? 'The figures of the sentence agree.'
      : `The other figures give ${worked}, not ${whole.text.trim()}.`,
    working: `${workingOf(said, shown)} = ${worked}`,
    ...(isRight ? {} : { suggestion: `Say ${worked}, or mend the figure that is wrong.` }),
  })
}

/** The first or the last parts make the whole, and the others are of something else; or more than one total is spoken of. */
const isDoneBefore = ({ items }: Sentence, whole: Quantity, parts: readonly Quantity[]) =>
  parts.some((_, nth) => nth > 1 && nth < parts.length - 1 && comesTo(whole, parts.slice(0, nth))) ||
  parts.some((_, nth) => nth > 0 && nth < parts.length - 1 && comesTo(whole, parts.slice(nth))) ||
  items.filter(({ lower }) => lower === 'total').length > 1

const workingOf = ({ rule }: Said, parts: readonly Quantity[]) =>
  parts
    .map((part) => inUnit(part.shown, part))
    .join(rule === 'sum' ? ' + ' : ' − ')
    .replaceAll('+ −', '− ')

/** A part as it counts: what a sum takes off counts below nought. */
function partAt({ items }: Sentence, { less = [] }: Said, at: number): Quantity | undefined {
  const part = items[at]?.quantity
  return part && less.includes(at) ? { ...part, shown: -part.shown, low: -part.high, high: -part.low } : part
}

function apart(parts: Quantity[]): Span {
  const [a, b] = [...parts].sort((one, other) => other.shown - one.shown)
  return { low: (a?.low ?? 0) - (b?.high ?? 0), high: (a?.high ?? 0) - (b?.low ?? 0) }
}

/** "60% agreed, 24% disagreed and 16% had no view": shares of one whole come to no more than all of it. */
function ofShares(prose: Prose, sentence: Sentence): Finding[] {
  const { shares = [], areAll } = sharesOfAll(sentence) ?? {}
  const items = shares.flatMap((at) => sentence.items[at] ?? [])
  const parts = items.flatMap((item) => item.quantity ?? [])
  if (parts.length === 0) return []
  const spans = parts.map((part) => (part.inWords ? part : roundedSpan(part)))
  const low = spans.reduce((sum, part) => sum + part.low, 0)
  const high = spans.reduce((sum, part) => sum + part.high, 0)
  const isRight = low <= 100 && high >= 100
  if (!isRight && !areAll && high < 100) return []
  const worked = `${inUnit(Number(parts.reduce((sum, part) => sum + part.shown, 0).toPrecision(9)), { unit: 'percent', scale: 1 })}`
  return [
    findingOf({
      kind: 'sum',
      verdict: isRight ? 'holds' : 'warning',
      quotes: items.map((item) => prose.quote(item)),
      message: isRight ? 'The shares come to 100%.' : `The shares come to ${worked}, not 100%.`,
      working: `${parts.map((part) => inUnit(part.shown, part)).join(' + ')} = ${worked}`,
      ...(isRight ? {} : { suggestion: 'Mend the share that is wrong, or say what else is counted.' }),
    }),
  ]
}
