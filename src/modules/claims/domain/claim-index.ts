import type { Period } from '#modules/quantities/index.js'
import { isPlain, type Quantity } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'
import { periodFor } from './claim-periods.js'
import type { Prose } from './claim-prose.js'
import { keyOf, qualifiersOf, whatOf, wordsBefore } from './noun-phrase.js'
import { type Delta, deltasIn } from './relation-delta.js'

/** A level that a text states of one named thing, with what would tell it from another level of the same name. */
export type StatedLevel = {
  prose: Prose
  /** Which document it stands in: 0 the one that is checked, then the others. */
  document: number
  sentence: Sentence
  item: Item
  quantity: Quantity
  what: string[]
  key: string
  /** Its unit with all that belongs to it, as one word. */
  unit: string
  period: Period | undefined
  qualifiers: string
  names: string[]
  /** An everyday name ("officers"), kept only to find a number that was copied wrongly for the same day or period. */
  isVague: boolean
}

const vague = new Set(
  'people person officer case item thing time place day visit member post staff meeting page year force area partner group service crime incident offence victim survey response'.split(
    ' ',
  ),
)

/** Every stated level of a text, and every stated change of a named period, whose name says enough to be found elsewhere. */
export function levelsOf(prose: Prose, document: number): StatedLevel[] {
  return prose.sentences.flatMap((sentence) => {
    const places = sentence.items.flatMap((item, at) => (item.quantity ? [at] : []))
    if (places.length === 0) return []
    const changes = new Map(deltasIn(sentence).map((delta) => [delta.at, delta]))
    const { words, names } = qualifiersOf(sentence)
    return places.flatMap((at) => {
      const delta = changes.get(at)
      const named = delta ? namedChange(sentence, delta) : namedLevel(sentence, at)
      const item = sentence.items[at]
      if (!named || !item?.quantity) return []
      const key = `${named.unit}: ${keyOf(named.what)}`
      return [{ prose, document, sentence, item, quantity: item.quantity, ...named, key, qualifiers: words, names }]
    })
  })
}

type Named = Pick<StatedLevel, 'what' | 'unit' | 'period' | 'isVague'>

function namedLevel(sentence: Sentence, at: number): Named | undefined {
  const quantity = sentence.items[at]?.quantity
  if (!quantity || !isLevel(sentence, at, quantity)) return undefined
  const unit = `${quantity.unit} ${quantity.perTime ?? ''} ${quantity.per ?? ''} ${quantity.timeUnit ?? ''}`
  const what = nameOf(sentence, at)
  if (what) return { what, unit, period: periodFor(sentence, at), isVague: false }
  const vagueName = whatOf(sentence, at)
  const isKept = quantity.unit === 'count' && quantity.shown >= 1000 && isPlain(quantity) && vagueName.length > 0
  return isKept ? { what: vagueName, unit, period: periodFor(sentence, at), isVague: true } : undefined
}

/** "Burglary fell by 12% in 2017/18": the only change of a sentence that names one period and no other starting point. */
function namedChange(sentence: Sentence, delta: Delta): Named | undefined {
  const quantity = sentence.items[delta.at]?.quantity
  const periods = sentence.items.flatMap((item) => (item.period ? [item.period] : []))
  const [period] = periods
  const isOnly = sentence.items.filter((item) => item.kind === 'quantity').length === 1
  if (
    !quantity ||
    quantity.isRange ||
    quantity.inWords ||
    periods.length !== 1 ||
    !isOnly ||
    period?.months === undefined
  )
    return undefined
  const what = wordsBefore(sentence, delta.from)
  return what.some(isTelling)
    ? { what, unit: `change ${delta.direction} ${quantity.unit}`, period, isVague: false }
    : undefined
}

/** What a quantity counts, with who did what where that alone is too common a name ("3,120 victims"). */
function nameOf(sentence: Sentence, at: number): string[] | undefined {
  const what = whatOf(sentence, at)
  if (saysEnough(what)) return what
  const whole = [...wordsBefore(sentence, at), ...what]
  return whole.length > what.length && what.length > 0 && saysEnough(whole) ? whole : undefined
}

/** Two names or more, or one that is not an everyday word. */
function saysEnough(what: string[]): boolean {
  const telling = [...new Set(what)].filter(isTelling)
  return (
    telling.length >= 2 ||
    (telling.length === 1 && what.length >= 2) ||
    (telling.length === 1 && standsAlone.has(telling[0] ?? ''))
  )
}

const isTelling = (word: string) => !vague.has(word) && word.length > 2

/** Things of which an area has one number at a time. */
const standsAlone = new Set(
  'population precept reserve establishment headcount budget cadet special pcso detainee throughput volunteer visitor suite hub school panel district constable'.split(
    ' ',
  ),
)

const partly =
  /^(of|from|within|between|to|by|another|extra|additional|further|first|new|about|include|including|included|than|every|each)$/

/** A level stands for the whole of its thing: not a part of another number, not a step of a move, not a range. */
function isLevel(sentence: Sentence, at: number, quantity: Quantity): boolean {
  if (quantity.isRange || quantity.shown === 0 || (quantity.inWords && quantity.unit !== 'count')) return false
  const before = sentence.items[at - 1]?.lower ?? ''
  if (partly.test(before)) return before === 'of' && isTotalBefore(sentence.items, at)
  if (sentence.items[at + 1]?.text === '%' || (quantity.unit === 'duration' && !isPlain(quantity))) return false
  const next = sentence.items[at + 1]?.lower ?? ''
  return (
    !/^(of|more|fewer|less|new|additional|extra|other|further|different|were|was|are|have|had|-|–)$/.test(next) ||
    quantity.unit === 'percent'
  )
}

const isTotalBefore = (items: Item[], at: number) =>
  /^(total|population|establishment|average|budget|precept|number|complement|membership)$/.test(
    items[at - 2]?.lower ?? '',
  )
