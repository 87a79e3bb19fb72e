import type { CheckedDocument } from '#modules/passages/index.js'
import type { TableNumber } from '#modules/quantities/index.js'
import { proseOf } from './claim-prose.js'
import type { StatedFact } from './fact.js'
import { namedWords, wordsSaid } from './fact-named-words.js'
import { cellValue, moneyScale, type Series, type SeriesCell, type SeriesTable, seriesTables } from './table-series.js'

/** A figure of running text and the cell of a table that gives the same thing; `isDated` where the column says its period. */
export type CellOfFact = { fact: StatedFact; row: Row; cell: SeriesCell; value: TableNumber; isDated: boolean }

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
  const over = wordsOver(document)
  return facts.flatMap((fact) => {
    if (!('items' in fact.home)) return []
    const times = [fact.period?.key ?? '', UNDATED]
    const rows = fact.hard
      .flatMap((word) => times.flatMap((time) => index.get(`${word} ${time}`) ?? []))
      .filter((row) => isNamed(row, fact))
    const longest = Math.max(0, ...rows.map(({ words }) => words.length))
    const named = rows.filter(({ words }) => words.length === longest)
    return named.flatMap((row) => cellOf(row, fact) ?? []).filter((cell) => saysRest(cell, over))
  })
}

const UNDATED = 'undated'

/** Each row under the first of its words, once for every period that it has a figure of. */
function rowsByWord(document: CheckedDocument): Map<string, Row[]> {
  const index = new Map<string, Row[]>()
  for (const series of seriesTables(document).flatMap((table) => table.series)) {
    const [said] = series.isTotal ? [] : wordsSaid(series.label)
    const [first] = said?.hard ?? []
    if (!said || first === undefined) continue
    const row = { series, words: said.hard, soft: said.soft }
    const times = new Set(series.cells.flatMap(({ period }) => period?.key ?? []))
    for (const time of times.size > 0 ? times : [UNDATED]) addTo(index, `${first} ${time}`, row)
  }
  return index
}

function addTo(index: Map<string, Row[]>, key: string, row: Row): void {
  const held = index.get(key)
  if (!held) index.set(key, [row])
  else if (held.length < CROWD) held.push(row)
}

type WordsOver = (table: SeriesTable, heading: string) => ReadonlySet<string>

/** The telling words over a table, in a heading and in the document's title; read once for each. */
function wordsOver(document: CheckedDocument): WordsOver {
  const title = titleWords(document)
  const byHeading = new Map<string, readonly string[]>()
  const byTable = new Map<SeriesTable, readonly string[]>()
  const once = <K>(known: Map<K, readonly string[]>, key: K, text: string) => {
    const words = known.get(key) ?? namedWords(text)
    known.set(key, words)
    return words
  }
  return (table, heading) => {
    const heads = table.series[0]?.cells.map(({ head }) => head).join(' ') ?? ''
    const said = once(byTable, table, `${table.caption} ${table.name} ${heads}`)
    return new Set([...said, ...once(byHeading, heading, heading), ...title])
  }
}

const titleWords = (document: CheckedDocument) => {
  const heading = proseOf(document).sentences.find(({ kind }) => kind === 'heading')?.text ?? ''
  return namedWords(`${document.title ?? ''} ${heading}`)
}

const isNamed = ({ words, soft }: Row, fact: StatedFact) =>
  [...words, ...soft].every((word) => fact.hard.includes(word) || fact.soft.includes(word))

/** What the fact says besides the row's name stands over the table too. */
function saysRest({ fact, row }: CellOfFact, over: WordsOver): boolean {
  const said = over(row.series.table, fact.heading)
  return fact.hard.every((word) => row.words.includes(word) || said.has(word))
}

function cellOf(row: Row, fact: StatedFact): CellOfFact | undefined {
  const { series } = row
  const dated = series.cells.filter(({ period }) => period !== undefined)
  const same =
    dated.length > 0 ? dated.filter(({ period }) => period?.key === fact.period?.key) : namedBy(fact, countsOf(series))
  const [cell] = same
  if (!cell || same.length > 1) return undefined
  const value = cellValue(series, cell)
  const alike = value && inUnitOf(fact, value, series.table)
  return alike && { fact, row, cell, value: alike, isDated: dated.length > 0 }
}

/** A cell's number in the unit of a fact: plain numbers under "balances in £000" are thousands of pounds. */
function inUnitOf({ quantity }: StatedFact, value: TableNumber, { caption }: SeriesTable): TableNumber | undefined {
  if ((value.unit === 'plain' ? 'count' : value.unit) === quantity.unit) return value
  const isMoney = value.unit === 'plain' && quantity.unit === 'pounds'
  const scale = isMoney ? moneyScale(caption) : 1
  return scale > 1 ? { value: value.value * scale, step: value.step * scale, unit: 'pounds' } : undefined
}

const headsRead = new WeakMap<SeriesCell, readonly string[]>()

/** The telling words of the heading over a cell, read once. */
function headWords(cell: SeriesCell): readonly string[] {
  const words = headsRead.get(cell) ?? namedWords(cell.head)
  headsRead.set(cell, words)
  return words
}

/** Of several columns the one whose heading the fact names: "84 general purpose dogs" under "Dogs". */
function namedBy(fact: StatedFact, cells: readonly SeriesCell[]): readonly SeriesCell[] {
  if (cells.length < 2) return cells
  return cells.filter((cell) => {
    const words = headWords(cell)
    return words.length > 0 && words.every((word) => fact.hard.includes(word))
  })
}

/** Of a table without periods, its only column of counts. */
const countsOf = ({ cells }: Series) => cells.filter(({ cell }) => cell.number?.unit !== 'percent')
