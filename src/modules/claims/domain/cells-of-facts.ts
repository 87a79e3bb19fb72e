import type { CheckedDocument } from '#modules/passages/index.js'
import type { TableNumber } from '#modules/quantities/index.js'
import { proseOf } from './claim-prose.js'
import type { StatedFact } from './fact.js'
import { namedWords, wordsSaid } from './named-words.js'
import { cellValue, moneyScale, type Series, type SeriesCell, type SeriesTable, seriesTables } from './table-series.js'

/** A figure of running text and the cell of a table that gives the same thing; `isDated` where the column says its period. */
export type CellOfFact = { fact: StatedFact; cell: SeriesCell; value: TableNumber; isDated: boolean }

type Row = { readonly series: Series; readonly words: readonly string[]; readonly soft: readonly string[] }

/** Rows that share a word, as far as they are looked at. */
const CROWD = 40

/**
 * The cells that say what facts say, by the telling words of both in whatever order and form ("lost their lives", a row
 * "Fatal"): every word of the row is the fact's, and the fact's other words are said over the table or in its heading.
 */
export function cellsOfFacts(document: CheckedDocument, facts: readonly StatedFact[]): CellOfFact[] {
  const index = rowsByWord(document)
  if (index.size === 0) return []
  const title = titleWords(document)
  return facts.flatMap((fact) => {
    if (!('items' in fact.home)) return []
    const rows = fact.hard.flatMap((word) => index.get(word) ?? []).filter((row) => isNamed(row, fact))
    const longest = Math.max(0, ...rows.map(({ words }) => words.length))
    const named = rows.filter(({ series, words }) => words.length === longest && saysRest(series, fact, title))
    return named.flatMap((row) => cellOf(row, fact) ?? [])
  })
}

/** Each row under the first of its words. */
function rowsByWord(document: CheckedDocument): Map<string, Row[]> {
  const index = new Map<string, Row[]>()
  for (const series of seriesTables(document).flatMap((table) => table.series)) {
    const [said] = series.isTotal ? [] : wordsSaid(series.label)
    const [first] = said?.hard ?? []
    if (!said || first === undefined) continue
    const row = { series, words: said.hard, soft: said.soft }
    const held = index.get(first)
    if (!held) index.set(first, [row])
    else if (held.length < CROWD) held.push(row)
  }
  return index
}

const titleWords = (document: CheckedDocument) => {
  const heading = proseOf(document).sentences.find(({ kind }) => kind === 'heading')?.text ?? ''
  return namedWords(`${document.title ?? ''} ${heading}`)
}

const isNamed = ({ words, soft }: Row, fact: StatedFact) =>
  [...words, ...soft].every((word) => fact.hard.includes(word) || fact.soft.includes(word))

/** What the fact says besides the row's name stands over the table too. */
function saysRest({ label, table, cells }: Series, fact: StatedFact, title: readonly string[]): boolean {
  const over = `${label} ${table.caption} ${table.name} ${cells.map(({ head }) => head).join(' ')} ${fact.heading}`
  const said = new Set([...namedWords(over), ...title])
  return fact.hard.every((word) => said.has(word))
}

function cellOf({ series }: Row, fact: StatedFact): CellOfFact | undefined {
  const dated = series.cells.filter(({ period }) => period !== undefined)
  const same = dated.length > 0 ? dated.filter(({ period }) => period?.key === fact.period?.key) : countsOf(series)
  const [cell] = same
  if (!cell || same.length > 1) return undefined
  const value = cellValue(series, cell)
  const alike = value && inUnitOf(fact, value, series.table)
  return alike && { fact, cell, value: alike, isDated: dated.length > 0 }
}

/** A cell's number in the unit of a fact: plain numbers under "balances in £000" are thousands of pounds. */
function inUnitOf({ quantity }: StatedFact, value: TableNumber, { caption }: SeriesTable): TableNumber | undefined {
  if ((value.unit === 'plain' ? 'count' : value.unit) === quantity.unit) return value
  const isMoney = value.unit === 'plain' && quantity.unit === 'pounds'
  const scale = isMoney ? moneyScale(caption) : 1
  return scale > 1 ? { value: value.value * scale, step: value.step * scale, unit: 'pounds' } : undefined
}

/** Of a table without periods, its only column of counts. */
const countsOf = ({ cells }: Series) => cells.filter(({ cell }) => cell.number?.unit !== 'percent')
