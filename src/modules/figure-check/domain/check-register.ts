import type { IsoDate } from '#kernel/dates.js'
import type { Item, Sentence } from '#modules/claims/index.js'
import {
  deltasIn,
  factsOf,
  keyOf,
  namedWords,
  type Prose,
  periodFor,
  proseOf,
  qualifiersOf,
  singular,
  whatOf,
  wordsBefore,
} from '#modules/claims/index.js'
import type { CheckedDocument } from '#modules/passages/index.js'
import { type Finding, findingOf } from '#modules/passages/index.js'
import { inUnit, looseSpan, type Quantity } from '#modules/quantities/index.js'
import type { Check } from './check.js'
import { dayOf } from './document-time.js'
import { type RegisterFigure, type RegisterMeasure, registerFigure } from './register-measure.js'

/**
 * A quantity that names one of the office's own measures and a period, against the register as it was known on the
 * document's day. The text may mean another area or definition, so it never says more than that it is very probably
 * wrong.
 */
export const checkRegister: Check = (document, { register }) => {
  if (register.length === 0) return []
  const prose = proseOf(document)
  const byName = namesOf(register)
  const byWords = wordedAs(document, register)
  const days = [dayOf(document), document.date]
  return prose.sentences.flatMap((sentence) => inSentence({ prose, sentence, byName, byWords, days }))
}

type Place = {
  readonly prose: Prose
  readonly sentence: Sentence
  readonly byName: ReadonlyMap<string, RegisterMeasure | 'many'>
  /** The measure that a figure names by its telling words in another order, by the figure's place. */
  readonly byWords: ReadonlyMap<number, RegisterMeasure>
  /** The day that the document says it is of, and that of its file. */
  readonly days: readonly (IsoDate | undefined)[]
}

/** Words that may be said or left out without another thing being meant. */
const GENERIC = new Set(
  'offence crime incident case report police people person there were record came come amounted'.split(' '),
)

function nameKey(words: readonly string[]): string {
  const telling = words.filter((word) => !GENERIC.has(word))
  return keyOf([...(telling.length > 0 ? telling : words)])
}

/** Measures by the words of their title; a name that two measures share names neither. */
function namesOf(register: readonly RegisterMeasure[]): Map<string, RegisterMeasure | 'many'> {
  const byName = new Map<string, RegisterMeasure | 'many'>()
  for (const measure of register) {
    const words = measure.title.toLowerCase().match(/\p{L}+/gu) ?? []
    const key = nameKey(
      words.filter((word) => !/^(and|of|the|in|for|with|to|by|on|recorded|reported)$/.test(word)).map(singular),
    )
    if (key !== '') byName.set(key, byName.has(key) ? 'many' : measure)
  }
  return byName
}

/** Figures whose clause says the words of a title, all of them and no others but the places of the measure. */
function wordedAs(document: CheckedDocument, register: readonly RegisterMeasure[]): Map<number, RegisterMeasure> {
  const titles = Map.groupBy(register, ({ title }) => namedWords(title).toSorted().join(' '))
  return new Map(
    factsOf(document, 0).flatMap(({ hard, quantity, isVague }) => {
      const [measure, ...more] = titles.get(hard.join(' ')) ?? titles.get(withoutPlaces(hard, register)) ?? []
      return measure && more.length === 0 && !isVague ? [[quantity.start, measure] as const] : []
    }),
  )
}

function withoutPlaces(words: readonly string[], register: readonly RegisterMeasure[]): string {
  const places = new Set(register[0]?.places.flatMap(namedWords))
  return words.filter((word) => !places.has(word)).join(' ')
}

function inSentence(place: Place): Finding[] {
  const { sentence } = place
  const quantities = sentence.items.flatMap((item, at) =>
    item.quantity ? [{ item, at, quantity: item.quantity }] : [],
  )
  if (quantities.length === 0) return []
  const changes = new Set(deltasIn(sentence).map(({ at }) => at))
  return quantities.flatMap(({ item, at, quantity }) => {
    if (changes.has(at) || quantity.isRange || quantity.perTime || quantity.inWords || isOther(sentence, at)) return []
    const measure = measureAt(place, at) ?? place.byWords.get(quantity.start)
    const period = periodFor(sentence, at)
    if (
      !measure ||
      !suits(quantity, measure, sentence.text) ||
      period?.from === undefined ||
      period.until === undefined
    )
      return []
    const { from, until } = period
    const figure = figureOn(measure, { from, until }, { days: place.days, printed: quantity })
    const isOld = place.days.includes(undefined) && wasOnce(measure, { from, until }, quantity)
    return figure && !isSaidToo(sentence, figure, quantity)
      ? [compared({ place, item, quantity, measure, figure, isOld })]
      : []
  })
}

/** "10.6% lower than 1,762": what is compared with is of another time, unless its own stands behind it. */
const isOther = ({ items }: Sentence, at: number) =>
  /^(than|from|against)$/.test(items[at - 1]?.lower ?? '') && !items.slice(at + 1, at + 4).some(({ period }) => period)

type Months = { readonly from: number; readonly until: number }

/** What was known on the day that the document says, or on that of its file where the text has that. */
function figureOn(
  measure: RegisterMeasure,
  period: Months,
  { days, printed }: { days: readonly (IsoDate | undefined)[]; printed: Quantity },
): RegisterFigure | undefined {
  const known = days.flatMap((day) => registerFigure(measure, period, day) ?? [])
  return known.find(({ value }) => value === printed.shown) ?? known[0]
}

/** "Last year's report gave 11,471; with later records it is 11,506", "862, down on 905": the sentence has the right one too. */
function isSaidToo({ items }: Sentence, { value }: RegisterFigure, own: Quantity): boolean {
  const at = items.findIndex(({ quantity }) => quantity === own)
  const isCompared = /^(on|from|than|against|with|versus)$/.test(items[at - 1]?.lower ?? '')
  const isTold = items.some(({ quantity }) => quantity?.unit === own.unit && quantity.shown === value)
  return own.shown !== value && isTold && (isCompared || items.some(({ lower }) => ofRevision.test(lower)))
}

const ofRevision =
  /^(later|revised|restated|corrected|amended|originally|initially|provisional|provisionally|gave|stood)$/

/** A document without a date may give what was known before a revision. */
const wasOnce = ({ points }: RegisterMeasure, { from, until }: Months, { shown }: Quantity) =>
  points.some((point) => {
    const older = point.vintages.slice(0, -1)
    return point.from === from && point.until === until && older.some(({ value }) => value === shown)
  })

function measureAt({ sentence, byName }: Place, at: number): RegisterMeasure | undefined {
  const before = sentence.items[at - 1]?.text === ':' ? at - 1 : at
  const named = byName.get(nameKey(whatOf(sentence, at))) ?? byName.get(nameKey(wordsBefore(sentence, before)))
  if (!named || named === 'many') return undefined
  const { words, names } = qualifiersOf(sentence)
  const own = new Set(
    [...named.places, named.title]
      .join(' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [],
  )
  const isElsewhere = names.some((name) => !own.has(name) && !own.has(singular(name)) && !MONTH.test(name))
  return words !== '' || isElsewhere ? undefined : named
}

const MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/

/** "34,800 hours" is of a measure of hours and of no other; nor are its volunteers. */
function suits({ unit, timeUnit }: Quantity, measure: RegisterMeasure, said: string): boolean {
  const ofTime = /\b(hour|minute|day)s\b/i.exec(measure.title)?.[1]?.toLowerCase()
  if (unit === 'duration') return measure.unit === 'count' && ofTime === timeUnit
  if (unit === 'count') return measure.unit === 'count' && (!ofTime || said.toLowerCase().includes(ofTime))
  if (unit === 'percent') return measure.unit === 'percentage'
  return unit === 'pounds' && measure.unit === 'pounds'
}

type Match = {
  readonly place: Place
  readonly item: Item
  readonly quantity: Quantity
  readonly measure: RegisterMeasure
  readonly figure: RegisterFigure
  /** The figure once stood so, before it was revised. */
  readonly isOld: boolean
}

function compared({ place, item, quantity, measure, figure, isOld }: Match): Finding {
  const { prose, sentence } = place
  const span = looseSpan(quantity)
  const isRight = figure.value >= span.low - 1e-9 && figure.value <= span.high + 1e-9
  const known = inUnit(Math.round(figure.value * 100) / 100, { unit: quantity.unit, scale: 1 })
  const isNear = !isOld && Math.abs(figure.value - quantity.shown) <= Math.abs(figure.value) * 0.25
  const base = {
    kind: 'register' as const,
    quotes: [prose.quote(sentence.end - sentence.start < 300 ? sentence : item)],
    working: `Register: ${measure.title}, ${known}, as known on ${figure.knownOn}${figure.isNewest ? '' : ' (since revised)'}; printed: ${item.text}.`,
  }
  if (isRight)
    return findingOf({ ...base, verdict: 'holds', message: `The register has the same figure for “${measure.title}”.` })
  return findingOf({
    ...base,
    verdict: isNear ? 'warning' : 'question',
    message: `The register has ${known} for “${measure.title}” in that period; this passage says ${item.text}.${asked(isNear, isOld)}`,
    suggestion: `Say ${known}, or say what makes this figure another one.`,
  })
}

/** What a person has to tell where the register alone cannot. */
function asked(isNear: boolean, isOld: boolean): string {
  if (isOld) return ' So it stood before it was revised: of which day is this document?'
  return isNear ? '' : ' Is it the same thing, for the whole area?'
}
