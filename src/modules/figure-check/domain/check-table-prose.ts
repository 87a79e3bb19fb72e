import type { Item, Sentence } from '#modules/claims/index.js'
import {
  cellValue,
  deltasIn,
  isGeneric,
  type Mention,
  mentionsIn,
  type Prose,
  periodFor,
  proseOf,
  qualifiersOf,
  type SeriesCell,
  singular,
  tellingWords,
} from '#modules/claims/index.js'
import type { CheckedDocument } from '#modules/passages/index.js'
import { type Finding, findingOf, quoteOf } from '#modules/passages/index.js'
import { inUnit, isPlain, meets, type Quantity, type Span } from '#modules/quantities/index.js'
import type { Check } from './check.js'

/** Figures of sentences that repeat a cell of a table: the row's name and the column's period both stated in full. */
export const checkTableProse: Check = (document) => {
  const prose = proseOf(document)
  return prose.sentences.flatMap((sentence) => {
    if (sentence.kind === 'caption' || !sentence.items.some((item) => item.quantity)) return []
    const mentions = mentionsIn(document, sentence)
    if (mentions.length === 0) return []
    const changes = new Set(deltasIn(sentence).map((delta) => delta.at))
    return sentence.items.flatMap((item, at) => {
      if (!item.quantity || changes.has(at) || !isLevel(sentence, at, item.quantity)) return []
      return compared({ document, prose, sentence, at, item, quantity: item.quantity }, mentions)
    })
  })
}

type Stated = {
  document: CheckedDocument
  prose: Prose
  sentence: Sentence
  at: number
  item: Item
  quantity: Quantity
}

const partly =
  /^(of|by|another|extra|additional|further|first|about|include|including|included|than|every|each|up|down|more|fewer)$/

function isLevel(sentence: Sentence, at: number, quantity: Quantity): boolean {
  if (!isPlain(quantity) || quantity.inWords || quantity.perTime || quantity.per) return false
  if (!/^(count|percent|pounds)$/.test(quantity.unit) || quantity.shown < 10) return false
  const { items } = sentence
  const before = /^(the|all|these|those|our|its)$/.test(items[at - 1]?.lower ?? '') ? at - 2 : at - 1
  if (partly.test(items[before]?.lower ?? '') && !/^(total|number)$/.test(items[before - 1]?.lower ?? '')) return false
  return !/^(of|more|fewer|less|higher|lower|-|–)$/.test(items[at + 1]?.lower ?? '')
}

function compared(stated: Stated, mentions: Mention[]): Finding[] {
  const { sentence, at, quantity } = stated
  const period = periodFor(sentence, at)
  if (period?.kind !== 'months' && period?.kind !== 'day') return []
  const near = mentions.filter((mention) => belongs(stated, mention, mentions))
  const cells = near.flatMap((mention) => {
    const same = mention.series.cells.filter((cell) => cell.period?.key === period.key)
    const [cell] = same
    return cell && same.length === 1 && speaksOf(stated, mention, cell) ? [{ mention, cell }] : []
  })
  const known = cells.flatMap(({ mention, cell }) => {
    const value = cellValue(mention.series, cell)
    const isAlike = value && (value.unit === 'plain' ? 'count' : value.unit) === quantity.unit
    return value && isAlike ? [{ mention, cell, value }] : []
  })
  const right = known.find(({ value }) => meets(spanOfCell(value), rounded(quantity)))
  if (right) return [finding(stated, right.cell, 'holds')]
  const other = near.flatMap((mention) => ofOtherPeriod(stated, mention) ?? []).at(0)
  if (other) return [finding(stated, other, 'holds')]
  const [first] = known
  if (!first || known.some(({ value }) => value.value !== first.value.value)) return []
  if (meets(spanOfCell(first.value), inNoughts(quantity)) || !isNear(first.value.value, quantity.shown)) return []
  return [finding(stated, first.cell, 'warning')]
}

/** "Fewer than in 2023/24 (1,391 after 1,482)": the row's figure of another period that the sentence names, or one of several of that row. */
function ofOtherPeriod({ sentence, quantity }: Stated, { series }: Mention): SeriesCell | undefined {
  const named = new Set(sentence.items.flatMap((item) => item.period?.key ?? []))
  const cellOf = (one: Quantity, isNamed: (cell: SeriesCell) => boolean) =>
    series.cells.find((cell) => {
      const value = isNamed(cell) ? cellValue(series, cell) : undefined
      const isAlike = (value?.unit === 'plain' ? 'count' : value?.unit) === one.unit
      return value && isAlike && meets(spanOfCell(value), rounded(one))
    })
  const isListed = sentence.items.filter((item) => item.quantity && cellOf(item.quantity, () => true)).length > 1
  return cellOf(quantity, ({ period }) => period !== undefined && (isListed || named.has(period.key)))
}

/** 1,900 may stand for 1,884: the span of a figure rounded to its noughts. */
function inNoughts(quantity: Quantity): Span {
  let step = quantity.precision
  while (quantity.shown % (step * 10) === 0 && step * 10 < quantity.shown) step *= 10
  return { low: quantity.shown - step / 2, high: quantity.shown + step / 2 }
}

/** Far apart, the two are of different things more often than not. */
const isNear = (cell: number, shown: number) => cell > 0 && shown / cell < 12 && cell / shown < 12

const spanOfCell = (value: { value: number; step: number }): Span => ({
  low: value.value - value.step / 2,
  high: value.value + value.step / 2,
})

const rounded = (quantity: Quantity): Span => ({
  low: quantity.shown - quantity.precision / 2,
  high: quantity.shown + quantity.precision / 2,
})

/** Whether a row's name is what the quantity counts: right behind it, or before it with no other name between. */
function belongs({ sentence, at }: Stated, mention: Mention, mentions: Mention[]): boolean {
  const { items } = sentence
  const isPlainWords = (from: number, until: number) =>
    items.slice(from, until).every((item) => item.kind === 'word' && isGeneric(item.lower))
  if (mention.from > at) return isPlainWords(at + 1, mention.from)
  const isOther = (other: Mention) =>
    other.from >= mention.until && other.from < at && other.series.label !== mention.series.label
  if (mentions.some(isOther)) return false
  const breaks = items
    .slice(mention.until, at)
    .some((item) => /^(;|while|whereas|but|\.|of|with|against)$/.test(item.lower))
  return !breaks && countsNothingElse(sentence, at, mention)
}

/** After the number no noun stands that is not the row's own: "burglary: 412 arrests" is not of burglaries. */
function countsNothingElse(sentence: Sentence, at: number, mention: Mention): boolean {
  const next = sentence.items[at + 1]
  if (next?.kind !== 'word') return true
  if (/^(in|for|during|to|and|over|at|from|compared|by|on|while|but|a|the|which|up|down|against)$/.test(next.lower))
    return true
  const after = sentence.items[at + 2]?.lower ?? ''
  if (/^(was|were)$/.test(next.lower)) return /^(recorded|reported)$/.test(after)
  return isGeneric(next.lower) || mention.series.words.includes(singular(next.lower))
}

/** The sentence says no word of place, part or aim that the row and the column do not say too. */
function speaksOf({ document, sentence }: Stated, mention: Mention, cell: SeriesCell): boolean {
  const { words, names } = qualifiersOf(sentence)
  const said = new Set([
    ...tellingWords(`${mention.series.label} ${cell.head} ${mention.series.table.caption} ${document.title ?? ''}`),
    'commissioner',
    'constabulary',
    'police',
    'force',
    'table',
    'panel',
  ])
  const own = new Set(mention.series.words)
  const isSaid = (word: string) => said.has(singular(word)) || own.has(singular(word)) || isGeneric(word)
  if (cell.words.some((word) => !isSaidIn(sentence, word))) return false
  return [...words.split(' ').filter((word) => word !== '' && word !== 'up'), ...names].every(isSaid)
}

/** A heading such as "2021/22 budget" speaks of more than its period: the sentence must say so too. */
const isSaidIn = (sentence: Sentence, word: string) =>
  /^(actual|outturn|figure|number|total|fy|to|march|april|december|january|june|september|quarter|q\d?)$/.test(word) ||
  sentence.items.some((item) => singular(item.lower) === word)

function finding(stated: Stated, cell: SeriesCell, verdict: 'holds' | 'warning'): Finding {
  const { document, prose, item, quantity } = stated
  const quotes = [prose.quote(item), quoteOf(document, cell.cell.start, cell.cell.end)]
  const printed = cell.cell.text.trim()
  const isRight = verdict === 'holds'
  return findingOf({
    kind: 'contradiction',
    verdict,
    quotes,
    message: isRight
      ? 'The sentence gives what the table gives.'
      : `The sentence gives ${item.text.trim()}; the table gives ${printed} under “${cell.head.trim()}”.`,
    working: `${inUnit(quantity.shown, quantity)} in the text, ${printed} in the table.`,
    ...(isRight ? {} : { suggestion: 'Make the sentence and the table agree, or say how they differ.' }),
  })
}
