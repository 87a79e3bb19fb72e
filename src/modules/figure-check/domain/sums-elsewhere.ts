import { type ProseNumber, proseNumbers } from '#modules/claims/index.js'
import type { CheckedDocument, Finding } from '#modules/passages/index.js'

const BEFORE = 320
const BEHIND = 120

/**
 * Whether figures that do not come to the whole they were read with come out another way: as parts of a figure named
 * before ("1,360 young people. 816 finished, 340 left early and 204 were still on it"), as what one of them leaves of
 * another, or as shares of one whole that overlap ("of the 300, 201 (67%) … and 144 (48%)").
 */
export function isSummedElsewhere({ text }: CheckedDocument, { verdict, quotes, working }: Finding): boolean {
  if (verdict === 'holds' || quotes.length < 3 || /[−-]\s\d.*[+]|[+].*[−-]\s/.test(working)) return false
  const start = Math.min(...quotes.map((quote) => quote.start))
  const end = Math.max(...quotes.map((quote) => quote.end))
  const from = Math.max(0, start - BEFORE)
  const near = proseNumbers(text.slice(from, end + BEHIND))
  const own = quotes.flatMap((quote) => near.find((one) => from + one.end === quote.end) ?? [])
  if (own.length !== quotes.length) return false
  const others = near.filter(
    (one) =>
      !own.some(({ start: place, value }) => place === one.start || value === one.value) && one.unit === own[0]?.unit,
  )
  return (
    areBalanced(own) ||
    others.some(({ value }) => isSame(value, sumOf(own))) ||
    isWithRest(text, from, { others, parts: own.slice(1) }) ||
    isOfOthers(text, from, { others, own }) ||
    areOverlapping(text, from, own)
  )
}

const sumOf = (numbers: readonly ProseNumber[]) => numbers.reduce((sum, { value }) => sum + value, 0)
const isSame = (one: number, other: number) => Math.abs(one - other) < 1e-6 * Math.max(1, one)

/** The largest is what the others come to. */
function areBalanced(own: readonly ProseNumber[]): boolean {
  const largest = Math.max(...own.map(({ value }) => value))
  return isSame(largest, sumOf(own) - largest)
}

/** "190 had been kept up to date. The other 60 had not": of 250 that were named before. */
function isWithRest(
  text: string,
  from: number,
  { others, parts }: Record<'others' | 'parts', readonly ProseNumber[]>,
): boolean {
  const isRest = ({ start }: ProseNumber) =>
    /\b(?:other|remaining|rest,?) (?:£)?$/i.test(text.slice(Math.max(0, from + start - 14), from + start))
  return parts.some(isRest) && others.some(({ value }) => isSame(value, sumOf(parts)))
}

/** Another figure of the sentence is what the parts come to ("… making up the £2.7m"), or the part that they lack. */
function isOfOthers(
  text: string,
  from: number,
  { others, own: [whole, ...parts] }: Record<'others' | 'own', readonly ProseNumber[]>,
): boolean {
  const ends = [...parts].sort((one, other) => one.start - other.start)
  const isBeside = ({ start, end }: ProseNumber) => {
    const [first, last] = [Math.min(start, ends[0]?.start ?? start), Math.max(end, ends.at(-1)?.end ?? end)]
    return !/[.!?]\s+[A-Z\d£]|\n\s*\n/.test(text.slice(from + first, from + last))
  }
  const isMeant = ({ value }: ProseNumber) =>
    isSame(value, sumOf(parts)) || (value >= 10 && isSame(value + sumOf(parts), whole?.value ?? 0))
  return parts.length > 1 && others.some((other) => isMeant(other) && isBeside(other))
}

/** Each part has its own share of the whole, and together they are more than it. */
function areOverlapping(text: string, from: number, [whole, ...parts]: readonly ProseNumber[]): boolean {
  if (!whole || sumOf(parts) <= whole.value) return false
  return parts.every((part) => {
    const share = /^\D{0,24}?\((\d+(?:\.\d+)?)(?:%| per cent)/.exec(text.slice(from + part.end, from + part.end + 36))
    return share !== null && Math.abs((part.value / whole.value) * 100 - Number(share[1])) <= 0.6
  })
}
