import type { CheckedDocument } from '#modules/passages/index.js'
import { type Finding, findingOf, flatText, quoteOf, type Sentence, sentencesOf } from '#modules/passages/index.js'
import { type ProseNumber, proseNumbers } from './claim-numbers.js'

/**
 * Amounts of money of the wrong size: two of one sentence of like digits but a thousand or a million times apart, and
 * amounts that no local policing body has.
 */
export function scaleSlips(document: CheckedDocument): Finding[] {
  return sentencesOf(flatText(document)).flatMap((sentence) => {
    if (!sentence.text.includes('£')) return []
    const amounts = proseNumbers(sentence.text).filter((number) => number.unit === 'pounds' && number.value > 0)
    const slips = amounts.flatMap((second, at) =>
      amounts
        .slice(0, at)
        .filter((first) => !isWorkedOut(amounts, first.value < second.value ? first : second))
        .flatMap((first) => slip(document, sentence, first, second) ?? []),
    )
    const odd = slips.length > 0 ? slips.slice(0, 1) : oddInList(document, sentence, amounts)
    return odd.length > 0 ? odd : amounts.flatMap((amount) => tooLarge(document, sentence, amount) ?? [])
  })
}

/** "£0.7m less (£142.6m − £141.9m)": the sentence works the small amount out of two large ones. */
const isWorkedOut = (amounts: readonly ProseNumber[], small: ProseNumber) =>
  amounts.some((large) =>
    amounts.some(
      (other) =>
        other !== small &&
        other !== large &&
        large !== small &&
        Math.abs(large.value - other.value - small.value) <= Math.max(large.step, other.step, small.step) / 2,
    ),
  )

const compares = /\b(?:against|compared (?:with|to)|up from|down from|to|from|than|versus|rather than)\b/i
/** Sets two levels of one thing against each other, so that "a year" in both is no price. */
const strict = /\bcompared (?:with|to)\b|\b(?:up|down) from\b|\brather than\b/i
const splits =
  /\b(?:of which|of it|of that|of this|pay takes|made up of|comprising|including|and the rest|the rest|less)\b|:/i
const twice = /\b(?:the year before|last (?:year|time)|a year (?:ago|earlier|before))\b/i
const apart =
  /\b(?:each|per|every|a year|a head|national\w*|government|England|Wales|UK|country|Treasury|economy|worldwide|NHS)\b/i

function slip(
  document: CheckedDocument,
  sentence: Sentence,
  first: ProseNumber,
  second: ProseNumber,
): Finding | undefined {
  const between = sentence.text.slice(first.end, second.start)
  const ratio = Math.max(first.value, second.value) / Math.min(first.value, second.value)
  const times = [1000, 1_000_000].find((scale) => ratio / scale > 0.2 && ratio / scale < 5)
  const isApart = apart.test(strict.test(between) ? sentence.text.replace(/\ba year\b/g, '') : sentence.text)
  if (!times || between.length > 90 || isApart || !areScaled(sentence, first, second)) return undefined
  const isClose = ratio / times > 0.6 && ratio / times < 1.7
  const isCompared = isClose && between.length <= 60 && compares.test(between)
  // A part of another size than its whole would, in the whole's size, be no more than it.
  const isPart = first.value < second.value || ratio >= times
  const isSplit = (isPart && splits.test(between)) || (isClose && (compares.test(between) || twice.test(between)))
  if (!isCompared && !isSplit) return undefined
  return findingOf({
    verdict: isCompared ? 'error' : 'warning',
    kind: 'magnitude',
    quotes: [first, second].map((number) =>
      quoteOf(document, sentence.start + number.start, sentence.start + number.end),
    ),
    message: `These two amounts stand beside each other, but one is about ${times.toLocaleString('en-GB')} times the other.`,
    working: `${shown(sentence, first)} ÷ ${shown(sentence, second)}: the digits are alike, the scale is not.`,
    suggestion: 'Check “thousand”, “million” and “billion”.',
  })
}

/** "premises (£9.7m), transport (£5.3m), supplies (£22.4m) and interest (£2.4 billion)": one of a list in another size. */
function oddInList(document: CheckedDocument, sentence: Sentence, amounts: ProseNumber[]): Finding[] {
  const millions = amounts.filter((amount) => /(?:m|million)$/i.test(shown(sentence, amount)))
  const [odd, ...more] = amounts.filter(
    (amount) => !millions.includes(amount) && areScaled(sentence, amount) && amount.value !== amount.step,
  )
  if (!odd || more.length > 0 || millions.length < 3 || apart.test(sentence.text)) return []
  const digits = odd.value >= 1e9 ? odd.value / 1e9 : odd.value / 1000
  const alike = millions.map(({ value }) => value / 1e6)
  const isNear = digits <= Math.max(...alike) * 2 && digits >= Math.min(...alike) / 2
  const at = amounts.indexOf(odd)
  const links = [amounts.slice(at - 1, at + 1), amounts.slice(at - 2, at)]
  if (at < 2 || !isNear || !links.every(([one, other]) => one && other && isListed(sentence, one, other))) return []
  return [
    findingOf({
      verdict: 'warning',
      kind: 'magnitude',
      quotes: [quoteOf(document, sentence.start + odd.start, sentence.start + odd.end)],
      message: `${shown(sentence, odd)} stands in a list of amounts in millions.`,
      working: `${millions.map((amount) => shown(sentence, amount)).join('; ')}; ${shown(sentence, odd)}`,
      suggestion: 'Check “thousand”, “million” and “billion”.',
    }),
  ]
}

/** Members of one list: each in brackets behind its name, or each before it. */
const isListed = ({ text }: Sentence, one: ProseNumber, other: ProseNumber) =>
  /^(?:\)(?:,| and|, and) [^().;:£]{3,60}\(| (?:on|for|to|in|from) [^().;:£]{3,60}(?:,| and) )$/.test(
    text.slice(one.end, other.start),
  )

/** Both are printed with a scale ("£4.2m", "£3.9bn"); small amounts with a letter only where they have a decimal. */
const areScaled = (sentence: Sentence, ...amounts: ProseNumber[]) =>
  amounts.every((amount) => {
    const text = shown(sentence, amount)
    return /(?:m|bn|million|billion)\s*$/i.test(text) || (/(?:k|thousand)\s*$/i.test(text) && amount.step < 1000)
  })

/** No local policing body spends so much; a household pays no body a thousand pounds for its police. */
const MOST_OF_A_BODY = 6_000_000_000
const MOST_OF_A_HOUSEHOLD = 1000

const own =
  /\b(?:precept|reserves?|overtime|council tax|capital programme|police grant|the force|constabulary|PCC|commissioner|net revenue|budget requirement)\b/i

/** "£198,000m": thousands of millions, which nobody prints of purpose. */
const isThousandsOf = (text: string) => /^£\s?\d{2,3},\d{3}(?:\.\d+)?\s?(?:m|million|bn|billion)$/i.test(text)

function tooLarge(document: CheckedDocument, sentence: Sentence, amount: ProseNumber): Finding | undefined {
  const isCharge =
    /\bband [a-h]\b/i.test(sentence.text) &&
    /\b(?:police|policing|precept)\b/i.test(sentence.text) &&
    !/\b(?:total|overall|whole|grant|plus|minus|county council|raise[sd]?|fund|budget|base)\b|£[\d.,]+\s?(?:m\b|k\b|million|thousand|bn)/i.test(
      sentence.text,
    )
  const isOwn = isCharge || own.test(sentence.text)
  if (!isOwn && !isThousandsOf(shown(sentence, amount))) return undefined
  const most = isCharge ? MOST_OF_A_HOUSEHOLD : MOST_OF_A_BODY
  if (amount.value <= most || apart.test(sentence.text.replace(/\ba year\b/g, ''))) return undefined
  const place = { start: sentence.start + amount.start, end: sentence.start + amount.end }
  return findingOf({
    verdict: 'warning',
    kind: 'magnitude',
    quotes: [quoteOf(document, place.start, place.end)],
    message: isCharge
      ? `${shown(sentence, amount)} is far more than any household pays for its police.`
      : `${shown(sentence, amount)} is more than any local policing body spends.`,
    working: `More than £${most.toLocaleString('en-GB')}.`,
    suggestion: 'Check the decimal point, and “thousand”, “million” and “billion”.',
  })
}

const shown = (sentence: Sentence, number: ProseNumber) => sentence.text.slice(number.start, number.end).trim()
