import { type CheckedDocument, quoteOf } from '#modules/passages/index.js'
import type { Quantity, TableNumber } from '#modules/quantities/index.js'
import { sentencesOf } from './claim.js'
import type { StatedFact } from './fact.js'
import { factWords, saysNothing } from './fact-words.js'
import { cellValue, type Series, type SeriesCell, type SeriesTable, seriesTables } from './table-series.js'

/** A table with more rows than this is no box of key figures. */
const MOST_ROWS = 40

/** Words of headings that say what a table is about, and not of which place or part. */
const topics =
  /\b(?:workforce|staff|people|strength|funding|budget|finances?|money|spending|income|crimes?|offences?|demand|activity|results?|outcomes?|calls|at a glance|table|figure|chart|\d+)\b/gi

const isGeneral = (name: string) => saysNothing(name.replace(topics, ' ').replace(months, ' '))
const months =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|end|at|as)\b/gi

/**
 * The figures of tables whose heading narrows nothing ("Key figures", "Our year"): each row names its thing in full, and
 * a column is a period or the only one.
 */
export function tableFacts(document: CheckedDocument, number: number): StatedFact[] {
  return seriesTables(document).flatMap((table) => {
    const [first] = table.series
    if (!first || table.series.length > MOST_ROWS || !isGeneral(table.name)) return []

    return table.series.flatMap((series) =>
      series.cells.flatMap(
        (cell) => factAt(document, { table, series, cell, isOnly: first.cells.length === 1, number }) ?? [],
      ),
    )
  })
}

/** A row that is a month of a year tells when, and not what. */
const monthLabel = /^\W*(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\W*$/i

type Text = { start: number; end: number; text: string }

type Place = {
  table: SeriesTable
  series: Series
  cell: SeriesCell
  isOnly: boolean
  number: number
}

function factAt(document: CheckedDocument, { table, series, cell, isOnly, number }: Place): StatedFact | undefined {
  const [label] = sentencesOf(series.label, [{ start: 0, end: series.label.length, kind: 'heading' }])
  const value = cellValue(series, cell)
  if (!label || !value || (!isOnly && !cell.period) || (cell.words.length > 0 && !saysNothing(cell.head)))
    return undefined
  const words = factWords(label.items)
  const periods = [...label.items.flatMap((item) => item.period ?? []), ...(cell.period ? [cell.period] : [])]
  if (words.hard.length === 0 || periods.length > 1 || value.value === 0 || monthLabel.test(series.label))
    return undefined
  const quantity = quantityOfCell(value, cell.cell)
  const [period] = periods
  const quote = () => quoteOf(document, cell.cell.start, cell.cell.end)
  const unit = `${quantity.unit}   `
  return {
    document: number,
    home: table,
    text: cell.cell.text.trim(),
    quantity,
    ...words,
    unit,
    period,
    heading: '',
    quote,
  }
}

/** A table's number as a quantity of running text. */
export function quantityOfCell(value: TableNumber, cell: Text): Quantity {
  const unit = value.unit === 'plain' ? 'count' : value.unit
  const half = value.unit === 'plain' && value.step === 1 ? 0 : value.step / 2
  return {
    low: value.value - half,
    high: value.value + half,
    shown: value.value,
    precision: value.step,
    unit,
    scale: 1,
    isRange: false,
    sign: '',
    inWords: false,
    start: cell.start,
    end: cell.end,
    text: cell.text,
  }
}
