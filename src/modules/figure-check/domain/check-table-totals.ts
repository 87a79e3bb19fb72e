import type { Sentence } from '#modules/claims/index.js'
import {
  cellValue,
  type Prose,
  proseOf,
  type Series,
  type SeriesCell,
  type SeriesTable,
  seriesTables,
  singular,
} from '#modules/claims/index.js'
import type { CheckedDocument } from '#modules/passages/index.js'
import { type Finding, findingOf } from '#modules/passages/index.js'
import { inUnit, isPlain, looseSpan, meets, type Quantity } from '#modules/quantities/index.js'
import type { Check } from './check.js'

/** "A total of £412,000 across the four funds": the column of a table with so many rows must add up to it. */
export const checkTableTotals: Check = (document) => {
  const prose = proseOf(document)
  return prose.sentences.flatMap((sentence) =>
    totalsIn(sentence).flatMap((total) => judged(document, prose, { ...total, sentence }) ?? []),
  )
}

type Total = { at: number; quantity: Quantity; rows: number; noun: string }

/** A total with how many of what it is the total of. */
function totalsIn(sentence: Sentence): Total[] {
  const { items } = sentence
  return items.flatMap((item, at) => {
    const { quantity } = item
    if (!quantity || !isPlain(quantity) || quantity.inWords || !/^(count|pounds)$/.test(quantity.unit)) return []
    if (!items.slice(Math.max(0, at - 3), at).some((one) => /^(total|totals|totalled|totalling)$/.test(one.lower)))
      return []
    const over = items.findIndex(
      (one, next) => next > at && next <= at + 6 && /^(across|among|between|to|over|in|for)$/.test(one.lower),
    )
    const next = /^(the|all|our|these)$/.test(items[over + 1]?.lower ?? '') ? over + 2 : over + 1
    const rows = items[next]?.quantity
    const noun = items.slice(next + 1, next + 4).findLast((one) => one.kind === 'word' && /s$/.test(one.lower))
    const isCounted = over > 0 && rows?.unit === 'count' && rows.shown >= 2 && rows.shown <= 60
    return isCounted && noun ? [{ at, quantity, rows: rows.shown, noun: singular(noun.lower) }] : []
  })
}

type Stated = Total & { sentence: Sentence }

function judged(document: CheckedDocument, prose: Prose, stated: Stated): Finding | undefined {
  const tables = seriesTables(document).filter((table) => isAbout(table, stated))
  const sums = tables.flatMap((table) => sumsOf(table, stated))
  const right = sums.find(
    (sum) => meets(within(sum), stated.quantity) || meets(within(sum), looseSpan(stated.quantity)),
  )
  const [first] = sums
  if (!first) return undefined
  const ratio = first.value / Math.max(1e-9, stated.quantity.shown)
  if (!right && (sums.length > 1 || ratio > 2 || ratio < 0.5)) return undefined
  const item = stated.sentence.items[stated.at]
  if (!item) return undefined
  const worked = inUnit((right ?? first).value, { unit: stated.quantity.unit, scale: 1 })
  return findingOf({
    kind: 'sum',
    verdict: right ? 'holds' : 'warning',
    quotes: [prose.quote(item)],
    message: right
      ? `The table's ${stated.rows} rows add up to this.`
      : `The ${stated.rows} rows of the table add up to ${worked}, not ${item.text.trim()}.`,
    working: `${stated.rows} rows under “${(right ?? first).head.trim()}” add up to ${worked}.`,
    ...(right ? {} : { suggestion: `Say ${worked}, or mend the row that is wrong.` }),
  })
}

const within = (sum: Sum) => ({ low: sum.value - sum.slack, high: sum.value + sum.slack })

/** A table with as many rows as the sentence says, of what the sentence says. */
const isAbout = (table: SeriesTable, stated: Stated) =>
  table.captionWords.has(stated.noun) && rowsOf(table).length === stated.rows

const rowsOf = (table: SeriesTable): Series[] => table.series.filter((series) => !series.isTotal)

type Sum = { head: string; value: number; slack: number }

/** The sums of the columns that the sentence may speak of: those of its period, or the only one of its unit. */
function sumsOf(table: SeriesTable, stated: Stated): Sum[] {
  const rows = rowsOf(table)
  const heads = rows[0]?.cells ?? []
  const isNamed = (cell: SeriesCell) =>
    stated.sentence.items.some((item) => item.period && item.period.key === cell.period?.key)
  const named = heads.filter(isNamed)
  const asked = named.length > 0 ? named : heads.filter((cell) => !cell.period)
  return asked.flatMap(({ head }) => {
    const values = rows.flatMap((series) => {
      const cell = series.cells.find((one) => one.head === head)
      const value = cell && cellValue(series, cell)
      return value && (value.unit === 'plain' ? 'count' : value.unit) === stated.quantity.unit ? [value] : []
    })
    if (values.length !== rows.length) return []
    const value = values.reduce((sum, one) => sum + one.value, 0)
    const step = Math.max(...values.map((one) => one.step))
    return [{ head, value, slack: step === 1 ? 0 : (step * values.length) / 2 }]
  })
}
