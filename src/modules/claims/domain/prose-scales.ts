import type { CheckedDocument } from '#modules/passages/index.js'
import { type Finding, findingOf, flatText, quoteOf, type Sentence, sentencesOf } from '#modules/passages/index.js'
import { type ProseNumber, proseNumbers } from './prose-numbers.js'

const compares = /\b(?:against|compared (?:with|to)|up from|down from|to|than|versus|rather than)\b/i

/** Amounts that a sentence sets against each other, of like digits but a thousand or a million times apart: "£4.2bn against £3.9m". */
export function scaleSlips(document: CheckedDocument): Finding[] {
  return sentencesOf(flatText(document)).flatMap((sentence) => {
    if (!sentence.text.includes('£')) return []
    const amounts = proseNumbers(sentence.text).filter((number) => number.unit === 'pounds' && number.value > 0)
    return amounts.slice(1).flatMap((second, at) => slip(document, sentence, amounts[at], second) ?? [])
  })
}

function slip(
  document: CheckedDocument,
  sentence: Sentence,
  first: ProseNumber | undefined,
  second: ProseNumber,
): Finding | undefined {
  if (!first) return undefined
  const between = sentence.text.slice(first.end, second.start)
  const ratio = Math.max(first.value, second.value) / Math.min(first.value, second.value)
  const times = [1000, 1_000_000].find((scale) => ratio / scale > 0.6 && ratio / scale < 1.7)
  if (!times || between.length > 60 || !compares.test(between)) return undefined
  if (
    ![first, second].every(
      (number) => number.step >= 1000 || /[mk]|bn|thousand|million|billion/i.test(shown(sentence, number)),
    )
  ) {
    return undefined
  }
  return findingOf({
    verdict: 'error',
    kind: 'magnitude',
    quotes: [first, second].map((number) =>
      quoteOf(document, sentence.start + number.start, sentence.start + number.end),
    ),
    message: `These two amounts are set against each other, but one is about ${times.toLocaleString('en-GB')} times the other.`,
    working: `${shown(sentence, first)} ÷ ${shown(sentence, second)}: the digits are alike, the scale is not.`,
    suggestion: 'Check “thousand”, “million” and “billion”.',
  })
}

const shown = (sentence: Sentence, number: ProseNumber) => sentence.text.slice(number.start, number.end)
