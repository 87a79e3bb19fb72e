import {
  type FigureMention,
  figureMentions,
  isEveryday,
  isLoose,
  namedWords,
  type Prose,
  proseOf,
} from '#modules/claims/index.js'
import { type CheckedDocument, type Finding, findingOf } from '#modules/passages/index.js'
import { copySlip, inUnit, looseSpan, printedDigits } from '#modules/quantities/index.js'
import type { Check } from './check.js'
import { dayOf } from './document-time.js'
import { type RegisterMeasure, registerFigure } from './register-measure.js'

/**
 * A figure that names a measure loosely, in its sentence and what stands over it, or gives its time only by the paper's
 * title or date: a question, and only where one slip of the hand would make it the register's figure.
 */
export const checkRegisterLoosely: Check = (document, { register }) => {
  if (register.length === 0) return []
  const named = register.map((measure) => ({ measure, words: wordsOf(measure) }))
  const paper = paperTime(proseOf(document))
  return figureMentions(document, 0).flatMap((mention) => {
    if (mention.aims !== '' && mention.aims !== 'earlier') return []
    const meant = named.filter(({ measure, words }) => isNamed(mention, words) && suits(mention, measure))
    const [one, other] = meant.toSorted((first, second) => tie(mention, second.words) - tie(mention, first.words))
    const isOnly = one && (!other || tie(mention, one.words) > tie(mention, other.words))
    return isOnly ? slipOf(document, { mention, measure: one.measure, paper }) : []
  })
}

/** Words of titles that a text leaves out. */
const LEFT_OUT = /^(?:public|call|rate|number|local)$/

function wordsOf({ title, places }: RegisterMeasure): string[] {
  const own = new Set(places.flatMap(namedWords))
  const words = namedWords(title).filter((word) => !own.has(word))
  const telling = words.filter((word) => !LEFT_OUT.test(word) && !isEveryday(word) && !isLoose(word))
  return telling.length > 0 ? telling : words
}

/** All words of the title are said with the figure, or over it; not only over a figure that has a full name of its own. */
const isNamed = ({ said, clause, own }: FigureMention, words: readonly string[]) =>
  words.length > 0 &&
  words.every((word) => said.has(word) || clause.has(word)) &&
  (words.some((word) => clause.has(word)) || own.every((word) => isEveryday(word) || isLoose(word)))

/** How closely a figure is tied to a title: by words of its own name before those about it, least by everyday ones. */
const tie = ({ own }: FigureMention, words: readonly string[]) => {
  const telling = words.filter((word) => !isEveryday(word))
  return telling.filter((word) => own.includes(word)).length * 10 + telling.length
}

const UNITS: Readonly<Record<string, string>> = { count: 'count', percent: 'percentage', pounds: 'pounds' }

const suits = ({ quantity, place }: FigureMention, { unit }: RegisterMeasure) =>
  UNITS[quantity.unit] === unit || (place < 0 && quantity.unit === 'count' && unit === 'percentage')

type Months = { readonly from: number; readonly until: number }

/** The time that a paper's first words name; a longer one before a day. */
function paperTime({ sentences }: Prose): Months | undefined {
  const said = sentences.slice(0, HEAD).flatMap(({ items }) => items.flatMap(({ period }) => period ?? []))
  const whole = said.find(({ kind, from, until }) => kind === 'months' && (until ?? 0) - (from ?? 0) >= 2)
  return whole?.from !== undefined && whole.until !== undefined ? { from: whole.from, until: whole.until } : undefined
}

/** How many sentences are the paper's head. */
const HEAD = 6

/** The times that a figure may be of: its own; else the paper's and the year before; else what was known last. */
function timesOf({ period }: FigureMention, measure: RegisterMeasure, paper: Months | undefined): Months[] {
  if (period?.from !== undefined && period.until !== undefined) return [{ from: period.from, until: period.until }]
  if (!paper) return measure.points.slice(-2)
  const { from, until } = paper
  return [paper, { from: from - 12, until: until - 12 }]
}

type Match = { readonly mention: FigureMention; readonly measure: RegisterMeasure; readonly paper: Months | undefined }

function slipOf(document: CheckedDocument, { mention, measure, paper }: Match): Finding[] {
  const { quantity } = mention
  const span = looseSpan(quantity)
  const isKnown = measure.points.some(({ vintages }) =>
    vintages.some(({ value }) => value >= span.low - 1e-9 && value <= span.high + 1e-9),
  )
  if (isKnown) return []
  const figures = timesOf(mention, measure, paper).flatMap(
    (time) => registerFigure(measure, time, dayOf(document)) ?? [],
  )
  const steps = (value: number) => Math.round(value / quantity.precision)
  const meant = figures.find(({ value }) => isSlip(steps(quantity.shown), steps(value)))
  if (!meant || printedDigits(quantity).length < 2) return []
  const known = inUnit(Math.round(meant.value * 100) / 100, { unit: quantity.unit, scale: 1 })
  return [
    findingOf({
      kind: 'register',
      verdict: 'question',
      quotes: [mention.quote()],
      message: `The register has ${known} for “${measure.title}”; this passage says ${mention.text.trim()}. Are they one figure?`,
      working: `Register: ${measure.title}, ${known}, as known on ${meant.knownOn}; printed: ${mention.text.trim()}.`,
      suggestion: `Say ${known}, or say what makes this figure another one.`,
    }),
  ]
}

/** Digits swapped or doubled, or of three and more one changed. */
function isSlip(printed: number, known: number): boolean {
  const slip = copySlip(printed, known)
  return slip !== undefined && (slip !== 'changed' || String(printed).length > 2)
}
