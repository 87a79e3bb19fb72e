import { daysBetween } from '#kernel/dates.js'
import { proseNumbers } from '#modules/claims/index.js'
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
import type { Check } from './check.js'

/** Finds sentences carried over from an earlier document while their figures, or words such as "this year", should have moved. */
export const checkStaleText: Check = (document, { others }) => {
  const earlier = others.filter((other) => isEarlier(other, document))
  if (earlier.length === 0) return []
  const known = new Map<string, Before>()
  const byFigures = new Map<string, Before[]>()
  for (const other of earlier) {
    for (const sentence of sentencesOf(flatText(other))) {
      const key = keyOf(sentence.text)
      known.set(key, { other, sentence })
      const figures = figuresOf(key)
      const held = byFigures.get(figures) ?? []
      if (figures !== '' && held.length < CROWD) byFigures.set(figures, [...held, { other, sentence }])
    }
  }
  return sentencesOf(flatText(document)).flatMap((sentence) => {
    const key = keyOf(sentence.text)
    const before = known.get(key)
    const alike = before ?? byFigures.get(figuresOf(key))?.find((one) => areNearlyOne(key, keyOf(one.sentence.text)))
    const finding = alike && carriedOver(document, sentence, alike)
    if (before || !finding) return finding ? [finding] : []
    return finding.verdict === 'warning' ? [{ ...finding, verdict: 'question', ...REWORDED }] : []
  })
}

type Before = { readonly other: CheckedDocument; readonly sentence: Sentence }

/** Sentences of the same figures that are looked at. */
const CROWD = 8

const REWORDED = {
  message: 'This sentence stands almost so in the earlier document, with the same figures; they should have moved.',
} as const

/** The figures of a sentence without its years, if one of them has three digits or there are two: what hardly comes again by chance. */
function figuresOf(key: string): string {
  const figures = key.match(/\d[\d.]*(?: \d{3}\b)*/g) ?? []
  return figures.length > 1 || /\d.*\d.*\d/.test(figures[0] ?? '') ? figures.join('|') : ''
}

/** How much of the words of two sentences must be in both for one to be the other with a few words changed. */
const LIKENESS = 0.75

function areNearlyOne(one: string, other: string): boolean {
  const [words, others] = [new Set(one.split(' ')), new Set(other.split(' '))]
  return words.intersection(others).size >= LIKENESS * words.union(others).size
}

/** A later document says nothing of this one; without clear dates, the one given for comparison counts as earlier. */
function isEarlier(other: CheckedDocument, document: CheckedDocument): boolean {
  if (!other.date || !document.date) return true
  return daysBetween(document.date, other.date) <= 60
}

/** The number or the mark of a paragraph is no part of its first sentence. */
const mark = /^\s*(?:[#*>•–-]+\s*)*(?:(?:\d{1,2}(?:\.\d{1,2})*[.)]?|\(?[a-z\d]{1,2}\))\s+(?=[A-Z“"‘']))?/

/** Sentences are alike when only years differ: a year may have been moved on while the figure was not. */
const keyOf = (text: string) =>
  text
    .replace(mark, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\b(?:19|20)\d{2}(?:\s?[/–-]\s?\d{2,4})?\b/g, 'year')
    .replace(/[^a-z0-9£%.]+/g, ' ')
    .trim()

const moves =
  /\b(?:(?:this|last|next) (?:year|quarter|month|week|spring|summer|autumn|winter)|currently|at present|at the moment|now|today|to date|so far|recent(?:ly)?|latest|in the (?:last|past) (?:12|twelve|six|three|\d+) months|year to date|the previous year|the coming year|presently|as we write)\b/i
const fixed =
  /\b(?:Act|section|s\.|miles of|counted as|within \w+(?: working)? (?:days|hours)|regulations?|order|square miles|sq\.? miles|established in|was (?:formed|created|set up|elected)|must|can|may|years old|since (?:19|20)\d\d|statut\w+|dial|call 999|call 101|telephone)\b/i

function carriedOver(
  document: CheckedDocument,
  sentence: Sentence,
  before: { other: CheckedDocument; sentence: Sentence },
): Finding | undefined {
  const figures = proseNumbers(sentence.text).filter((number) => number.value >= 10 || number.unit !== 'plain')
  const words = sentence.text.split(/\s+/).length
  if (words < (figures.length > 0 ? 4 : 6) || fixed.test(sentence.text)) return undefined
  const years = (text: string) => (text.match(/\b(?:19|20)\d{2}(?:\s?[/–-]\s?\d{2,4})?\b/g) ?? []).join(' ')
  const isSameYears = years(sentence.text) === years(before.sentence.text)
  const verdict = verdictFor({
    figures: figures.length,
    isSameYears,
    hasYears: years(sentence.text) !== '',
    moves: moves.test(sentence.text),
  })
  if (!verdict) return undefined
  return findingOf({
    verdict,
    kind: 'stale-text',
    quotes: [
      quoteOf(document, sentence.start, sentence.end),
      quoteOf(before.other, before.sentence.start, before.sentence.end),
    ],
    message: isSameYears
      ? 'This sentence stands word for word in the earlier document; what it says of the present should have moved.'
      : 'Only the year of this sentence was moved on; its figures are those of the earlier document.',
    working: `Compared with ${before.other.file}.`,
    suggestion: 'Check each figure against its newest source, or say which period it speaks of.',
  })
}

type Signs = { figures: number; isSameYears: boolean; hasYears: boolean; moves: boolean }

function verdictFor({ figures, isSameYears, hasYears, moves: isOfNow }: Signs): Verdict | undefined {
  if (!isSameYears) return figures > 0 ? 'warning' : undefined
  if (hasYears && !isOfNow) return undefined
  if (isOfNow) return figures > 0 || hasYears ? 'warning' : 'question'
  return figures > 0 ? 'question' : undefined
}
