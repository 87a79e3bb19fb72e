import { type NamedParts, type ProseNumber, proseNumbers } from '#modules/claims/index.js'
import type { CheckedDocument } from '#modules/passages/index.js'
import {
  type Finding,
  findingOf,
  flatText,
  quoteOf,
  type Sentence,
  sentencesOf,
  type Verdict,
} from '#modules/passages/index.js'
import { fitOf, isMisprintedSum, printed } from '#modules/quantities/index.js'
import { listSums } from './list-sums.js'

/** Sums that sentences and lists state: "made up of", "a total of", "of which", figures after a colon or in brackets. */
export function proseSums(document: CheckedDocument): Finding[] {
  const flat = flatText(document)
  const inSentences = sentencesOf(flat).flatMap((sentence) => namedParts(sentence))
  return [...inSentences, ...listSums(document)].flatMap((named) => judged(document, named) ?? [])
}

const partsCue =
  /\b(?:made up of|compris(?:ing|ed of|es?)|consist(?:ing|s|ed)? of|broken down (?:as|into)|(?:split|divided|shared) (?:between|among|into|as|out)|being|of which|of whom|namely)\b|[:(]|\s[–—-]\s/gi
const totalCue =
  /\b(?:(?:a|giving a|making a|giving|making|for a|bringing the) (?:combined |grand |overall )?total (?:of|to)|totall?ing|or|in total|adding up to|together)\s+(?=£?\d)/gi
const notTheParts =
  /\b(?:includ|such as|for example|e\.g|among|compared|against|from|up from|down from|previous|last year|average|target|below|above|per )\b/i

/** A passage with more numbers than this is no sentence but a table run together. */
const MOST_NUMBERS = 60

function namedParts(sentence: Sentence): NamedParts[] {
  const text = sentence.text.replace(/\((?:\d|about|around)[^()]{0,12}(?:%|per cent)\)/g, (inner) =>
    ' '.repeat(inner.length),
  )
  const numbers = proseNumbers(text)
  if (numbers.length < 3 || numbers.length > MOST_NUMBERS) return []
  const each = eachOfWhich(text, numbers)
  if (each) return each.parts.length > 0 ? [moved(each, sentence.start)] : []
  const found = [...text.matchAll(partsCue)].flatMap((cue) => afterCue(text, numbers, cue) ?? [])
  const before = [...text.matchAll(totalCue)].flatMap((cue) => beforeCue(text, numbers, cue) ?? [])
  const whole = [...text.matchAll(wholeCue)].flatMap((cue) => ofWhole(text, numbers, cue) ?? [])
  return [...found.slice(0, 1), ...before.slice(0, 1), ...whole.slice(0, 1)].map((named) =>
    moved(named, sentence.start),
  )
}

/**
 * "92 incidents: 2 of which were …, 74 of which were …, and 16 of which were of another kind": every part names itself.
 * They may overlap, so only a division with a rest is added up.
 */
function eachOfWhich(text: string, numbers: ProseNumber[]): NamedParts | undefined {
  const parts = numbers.filter((number) => /^\s+of\s+(?:which|whom)\b/i.test(text.slice(number.end, number.end + 12)))
  const [first] = parts
  if (parts.length < 2 || !first) return undefined
  const whole = numbers.filter((number) => number.end <= first.start && number.unit === first.unit).at(-1)
  const isWhole = /\b(?:others?|another|remain\w*|rest)\b/i.test(text.slice(first.start))
  const isRight = whole && parts.reduce((sum, part) => sum + part.value, 0) === whole.value
  const none = { whole: first, parts: [], isComplete: false, isStated: false }
  return whole && (isWhole || isRight) ? { whole, parts, isComplete: true, isStated: true } : none
}

const wholeCue =
  /(?<!(?:consist\w*|compris\w+|made up|composed) )\bof (?:the |these |those |our |its |all |all the )?(?=£?\d|[a-z])/gi

/** "Of the 46 buildings, 30 are freehold and the remaining 16 are leased." */
function ofWhole(text: string, numbers: ProseNumber[], cue: RegExpExecArray): NamedParts | undefined {
  const from = cue.index + cue[0].length
  const at = numbers.findIndex((number) => number.start === from)
  const [whole, first] = [
    numbers[at],
    numbers.slice(Math.max(0, at) + 1).find((number) => number.unit === numbers[at]?.unit),
  ]
  if (at < 0 || !whole || !first || first.start - whole.end > 60) return undefined
  const between = text.slice(whole.end, first.start)
  if (/^,\s*$/.test(between)) return undefined
  if (notTheParts.test(between) || /[.;:()]/.test(between)) return undefined
  const parts = linked(text, numbers, first)
  if (parts.length < 2 || goesOn(text, parts) || parts.some((part) => isOfTheRest(text, part))) return undefined
  if (areSharesOfMore(numbers, whole, parts)) return undefined
  const isComplete = isExhaustive(text.slice(first.start))
  return { whole, parts, isComplete, isStated: true, isDoubtful: false }
}

/** "Of the 900, 567 were content with the speed (63%) and 612 with the help (68%)": by their own shares they overlap. */
function areSharesOfMore(numbers: ProseNumber[], whole: ProseNumber, parts: ProseNumber[]): boolean {
  const shares = numbers.filter(({ unit }) => unit === 'percent')
  const isItsShare = (part: ProseNumber) =>
    shares.some(({ value, step }) => Math.abs((part.value / whole.value) * 100 - value) <= step / 2)
  return sumOf(parts) > whole.value && parts.every(isItsShare)
}

/** "Of the twelve, two come once a year and seven of the remaining ten had targets": a part of a part. */
const isOfTheRest = (text: string, { end }: ProseNumber) =>
  /^\s+of the (?:remaining|rest|others?)\b/i.test(text.slice(end, end + 24))

function moved({ whole, parts, ...rest }: NamedParts, by: number): NamedParts {
  const move = (number: ProseNumber) => ({ ...number, start: number.start + by, end: number.end + by })
  return { whole: move(whole), parts: parts.map(move), ...rest }
}

function afterCue(text: string, numbers: ProseNumber[], cue: RegExpExecArray): NamedParts | undefined {
  const from = cue.index + cue[0].length
  const first = numbers.find((number) => number.start >= from)
  if (
    !first ||
    first.start - from > 25 ||
    (cue[0] === '(' && text.slice(from, first.start).includes(')')) ||
    notTheParts.test(text.slice(Math.max(0, cue.index - 12), first.start))
  )
    return undefined
  const before = numbers.filter((number) => number.end <= cue.index && number.unit === first.unit)
  const named = before.findLast((number) => !/^[^()]*\)/.test(text.slice(number.end, cue.index)))
  if (!named || text.slice(named.end, cue.index).length > 90) return undefined
  const parts = linked(
    text,
    numbers.filter((number) => number.start >= from),
    first,
  )
  if (parts.length < 2 || goesOn(text, parts)) return undefined
  const whole = partOrWhole(text, before, { named, parts })
  const isSplit = /of (?:which|whom)/i.test(cue[0])
  const isWord = /[a-z]/i.test(cue[0])
  if (!isWord && speaksOn(text, parts) && sumOf(parts) !== whole.value) return undefined
  const isComplete = !isSplit || isExhaustive(text.slice(from))
  if (!isWord && !areCounted(text, whole, parts)) return undefined
  return {
    whole,
    parts,
    isComplete,
    isStated: isWord || (parts.length >= 3 && exceeding(whole, parts) === 0) || leavesRoom(whole, parts),
  }
}

/** "£2.31m of the first £3.15m has an owner: …": the parts are of the part or of the whole, whichever they come nearer to. */
function partOrWhole(
  text: string,
  before: ProseNumber[],
  { named, parts }: { named: ProseNumber; parts: ProseNumber[] },
): ProseNumber {
  const own = before.findLast((number) => number.end <= named.start)
  const isPart = own && /^\s+of\s+(?:[a-z]+\s+){0,3}$/i.test(text.slice(own.end, named.start))
  const far = (number: ProseNumber) => Math.abs(sumOf(parts) - number.value)
  return isPart && far(own) < far(named) ? own : named
}

const exceeding = (whole: ProseNumber, parts: ProseNumber[]) => parts.filter((part) => part.value > whole.value).length

/** One part alone is larger than the whole, and the others would leave room: a digit too many. */
const leavesRoom = (whole: ProseNumber, parts: ProseNumber[]) =>
  whole.value >= 10 &&
  exceeding(whole, parts) === 1 &&
  sumOf(parts.filter((part) => part.value <= whole.value)) <= whole.value

const sumOf = (parts: ProseNumber[]) => parts.reduce((total, part) => total + part.value, 0)

/** "…: 250 specials, 310 volunteers and 96 cadets took part": what follows the colon is a sentence of its own. */
const speaksOn = (text: string, parts: ProseNumber[]) =>
  /^[^.;()]{0,40}\b(?:took part|attended|joined|will|would|were|was|have|had|helped|came|went|received|made|gave|work|worked)\b/i.test(
    text.slice(parts.at(-1)?.end),
  )

const pairs = [
  /\b(?:men|male|males)\b.*\b(?:women|female|females)\b|\b(?:women|female|females)\b.*\b(?:men|male|males)\b/i,
  /\badults?\b.*\b(?:children|young people|juveniles?|under)\b|\b(?:children|young people|juveniles?)\b.*\badults?\b/i,
  /\b(?:were|was) (\w+)\b.*\b(?:were|was) not\b|\bupheld\b.*\bnot upheld\b/i,
  /\b(?:the )?(?:rest|remaining|remainder|other|others)\b/i,
]

/** Whether the parts must be all there is: "the remaining", or two halves of one division. */
const isExhaustive = (text: string) => pairs.some((pair) => pair.test(text))

/** After a colon, a bracket or a dash, numbers are parts only when each counts something and is printed alike. */
function areCounted(text: string, whole: ProseNumber, parts: ProseNumber[]): boolean {
  const isMoney = whole.unit === 'pounds'
  const isAlike = isMoney || parts.every((part) => part.step === whole.step)
  const large = parts.filter((part) => part.value > whole.value * 2.5).length
  return (
    isAlike &&
    large <= (parts.length > 2 ? 1 : 0) &&
    parts.every((part) => /^[\s)]*\s[a-z(]/i.test(text.slice(part.end, part.end + 4)))
  )
}

/** Whether the list ends with something uncounted: "two officers, two residents and the Chair", "… and one on parking". */
function goesOn(text: string, parts: ProseNumber[]): boolean {
  const rest = text.slice(parts.at(-1)?.end).split(/[.;)]/)[0] ?? ''
  const isInAnother = /(?:,|\band)\s+(?:in|for|with|by|at)\s+(?:the\s+)?(?:other\s+|remaining\s+)?\d/i.test(rest)
  return isInAnother || /(?:,|\band)\s+(?:the|an?|one|another|its|their|our|his|her)\s|\bboth\b/i.test(rest)
}

/** Numbers that follow each other as the members of a list: "12 in Ely, 9 in March and a further 4 in Wisbech". */
function linked(text: string, numbers: ProseNumber[], first: ProseNumber): ProseNumber[] {
  const chain = [first]
  for (const number of numbers.filter((one) => one.start > first.start && one.unit === first.unit)) {
    const last = chain.at(-1) ?? first
    const between = text.slice(last.end, number.start)
    if (between.length > 110 || !isListLink(between)) break
    chain.push(/\b(?:minus|less)\b/i.test(between) ? { ...number, value: -number.value } : number)
  }
  return chain
}

const isListLink = (between: string) =>
  !/[.:()]/.test(between.replace(/\([^()]*\)/g, '')) &&
  /(?:,|;|\band|\bplus|&|\bwith the (?:remaining|other))\s*(?:(?!at|in|on|for|from|over|up|down|than|by|of|per|to|with|against|about a\b)[a-z’'-]+\s+){0,3}$/i.test(
    between,
  )

function beforeCue(text: string, numbers: ProseNumber[], cue: RegExpExecArray): NamedParts | undefined {
  const whole = numbers.find((number) => number.start >= cue.index + cue[0].length - 1)
  if (!whole || whole.start - (cue.index + cue[0].length) > 2 || /^or\b/i.test(cue[0])) return undefined
  const earlier = numbers.filter((number) => number.end <= cue.index && number.unit === whole.unit)
  const last = earlier.at(-1)
  if (!last || cue.index - last.end > 60 || notTheParts.test(text.slice(0, cue.index))) return undefined
  const start = earlier.findIndex((one) => linked(text, earlier, one).at(-1) === last)
  const parts = start < 0 ? [] : earlier.slice(start)
  return parts.length < 2 ? undefined : { whole, parts, isComplete: true, isStated: true }
}

function judged(document: CheckedDocument, named: NamedParts): Finding | undefined {
  const { whole, parts } = named
  const sum = Math.round(parts.reduce((total, part) => total + part.value, 0) * 1e6) / 1e6
  const isRounded = [whole, ...parts].some((number) => number.step !== 1)
  const fit = fitOf(parts, whole, sum, isRounded)
  const strict = verdictFor(named, sum, fit)
  if (!strict) return undefined
  const verdict = strict !== 'holds' && named.isDoubtful && sum !== whole.value ? 'question' : strict
  const step = whole.step
  const shown = parts.map((part) => printed(part.value, part.step)).join(' + ')
  return findingOf({
    verdict,
    kind: isOtherSize(whole, sum) ? 'magnitude' : 'sum',
    quotes: [whole, ...parts].map((number) => quoteOf(document, number.start, number.end)),
    message:
      verdict === 'holds'
        ? `The parts add up to ${printed(whole.value, step)}.`
        : `The parts named here add up to ${printed(sum, step)}, not ${printed(whole.value, step)}.`,
    working: `${shown} = ${printed(sum, step)}; the text says ${printed(whole.value, step)}.`,
    ...(verdict === 'holds'
      ? {}
      : { suggestion: `Write ${printed(sum, step)}, correct the part that is wrong, or say what else is counted.` }),
  })
}

/** "£18.4m, made up of £14,214 and £4,186": the digits agree, the size does not. */
const isOtherSize = (whole: ProseNumber, sum: number) =>
  [100, 1000, 1e6, 0.01, 0.001, 1e-6].some((times) => Math.abs(sum * times - whole.value) < whole.value / 200)

function verdictFor(named: NamedParts, sum: number, fit: string): Verdict | undefined {
  if (fit === 'holds') return 'holds'
  const { whole, parts, isComplete } = named
  const gap = Math.abs(sum - whole.value) / Math.max(1e-9, whole.value)
  if (gap > 0.5 || parts.some((part) => part.value > whole.value * 1.5)) return farVerdict(named)
  if ([whole, ...parts].some((number) => number.isApproximate)) {
    return gap > 0.1 && isComplete ? 'question' : undefined
  }
  if (!isComplete) return isMisprint(named) && sum < whole.value ? 'question' : exceedingVerdict(named, fit)
  if (whole.unit === 'percent') return undefined
  return fit === 'wrong' ? 'error' : 'warning'
}

const isMisprint = ({ whole, parts }: NamedParts) =>
  isMisprintedSum(
    whole.value,
    parts.map(({ value }) => value),
    Math.min(whole.step, ...parts.map(({ step }) => step)),
  )

/** Parts of which there may be more cannot come to more than their whole. */
const exceedingVerdict = ({ whole, parts }: NamedParts, fit: string): Verdict | undefined =>
  sumOf(parts) > whole.value && fit === 'wrong' ? 'error' : undefined

/** Far apart, the parts may be of something else: only where the words leave no doubt is it said, and with care. */
function farVerdict(named: NamedParts): Verdict | undefined {
  const { whole, isComplete, isStated } = named
  if (whole.unit === 'percent' || whole.isApproximate) return undefined
  if (isMisprint(named)) return isComplete ? 'warning' : 'question'
  return isStated && isComplete ? 'warning' : undefined
}
