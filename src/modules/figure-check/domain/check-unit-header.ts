import { type ProseNumber, proseNumbers, scaleSlips } from '#modules/claims/index.js'
import type { CheckedDocument } from '#modules/passages/index.js'
import { type Finding, findingOf, flatText, quoteOf, type Sentence, sentencesOf } from '#modules/passages/index.js'
import { type Grid, type GridCell, isBareTotal, tablesOf } from '#modules/tables/index.js'
import type { Check } from './check.js'

/** Finds units a thousand times off: tables (£000, £m) against the text, and amounts of one sentence against each other. */
export const checkUnitHeader: Check = (document) => {
  const tables = tablesOf(document).flatMap((grid) => {
    const scale = scaleOf(grid)
    return scale ? [{ grid, scale }] : []
  })
  const rows = labelledRows(tables)
  return [
    ...scaleSlips(document),
    ...tables.flatMap(({ grid, scale }) => tooLarge(document, grid, scale) ?? []),
    ...sentencesOf(flatText(document)).flatMap((sentence) => againstText(document, sentence, rows)),
  ]
}

/** What a figure of the table is worth in pounds, when its heading says thousands or millions, and one of them only. */
function scaleOf(grid: Grid): number | undefined {
  const said = `${captionOf(grid)} ${grid.headers.join(' ')}`
  const isThousands = /£\s?['‘’`]?\s?(?:000s?|k)\b|\bthousands?\b/i.test(said)
  const isMillions = /£\s?['‘’`]?\s?(?:m|millions?)\b|\bmillions\b/i.test(said)
  if (!isThousands && !isMillions && /\(£\)|£\s*$/.test(grid.headers.join(' '))) return 1
  if (isThousands === isMillions) return undefined
  return isThousands ? 1000 : 1_000_000
}

const captionOf = ({ caption }: Grid) => caption.replace(exception, ' ').slice(-160)

/** Where only some columns are headed with a unit of money, the others hold no money, unless the caption says one of all. */
function moneyColumns(grid: Grid): (at: number) => boolean {
  const isMoney = grid.headers.map((header) => /£|\bthousands?\b|\bmillions?\b/i.test(header))
  const isOfAll = /£\s?['‘’`]?\s?(?:000s?|k|m|millions?)\b|\(£\)|\b(?:thousand|million)s?\b/i.test(captionOf(grid))
  return (at) => isMoney[at] === true || isOfAll || !isMoney.includes(true)
}

/** "£1.2m" in a table of thousands has a size of its own. */
const hasOwnSize = ({ text }: GridCell) => /£.*\d\s?(?:m|k|bn|million|thousand)\b/i.test(text)

/** "All figures are in £000 unless shown as £m": what a table is not in. */
const exception = /\bunless\b[^.]{0,30}£\s?\w+/gi

type TableRow = { label: string; cells: GridCell[]; scale: number }

/** Rows by every telling word of their labels. */
function labelledRows(tables: { grid: Grid; scale: number }[]): Map<string, TableRow[]> {
  const rows = new Map<string, TableRow[]>()
  for (const { grid, scale } of tables) {
    const isMoney = moneyColumns(grid)
    for (const row of grid.rows) {
      const cells = row.cells.filter(
        (cell, at): cell is GridCell =>
          cell !== undefined &&
          (cell.number?.value ?? 0) !== 0 &&
          cell.number?.unit !== 'percent' &&
          isMoney(at) &&
          !hasOwnSize(cell),
      )
      if (cells.length === 0) continue
      const named = isBareTotal(row.label) ? `${row.label} ${grid.caption.slice(-160)}` : row.label
      for (const word of telling(named)) rows.set(word, [...(rows.get(word) ?? []), { label: row.label, cells, scale }])
    }
  }
  return rows
}

const dull = new Set(['total', 'from', 'other', 'all', 'year', 'police', 'cost', 'costs', 'fund', 'funding'])

/** The words of a label, or a sentence, that can tell one row from another. */
function telling(text: string): Set<string> {
  return new Set(
    (text.toLowerCase().match(/[a-z]{3,}/g) ?? []).filter((word) => !dull.has(word) && !/^(?:the|and|for)$/.test(word)),
  )
}

function againstText(document: CheckedDocument, sentence: Sentence, rows: Map<string, TableRow[]>): Finding[] {
  if (!sentence.text.includes('£') || rows.size === 0) return []
  const amounts = proseNumbers(sentence.text).filter((number) => number.unit === 'pounds' && number.value > 0)
  const named = new Set([...telling(sentence.text)].flatMap((word) => (rows.get(word) ?? []).slice(0, 40)))
  return amounts.flatMap((amount) => compared(document, sentence, amount, [...named]) ?? [])
}

function compared(
  document: CheckedDocument,
  sentence: Sentence,
  amount: ProseNumber,
  rows: TableRow[],
): Finding | undefined {
  const words = telling(sentence.text)
  const digits = significant(amount)
  const cells = rows
    .filter((row) => digits >= 3 || (digits === 2 && [...telling(row.label)].every((word) => words.has(word))))
    .flatMap((row) => row.cells.map((cell) => ({ cell, row })))
  const agreesByName = (factor: number) => {
    const { row, cell } = agrees(factor) ?? {}
    const label = [...telling(row?.label ?? '')]
    const isExact = Math.abs(cell?.number?.value ?? 0) >= 100 * (cell?.number?.step ?? 1)
    return isExact && label.length > 0 && label.every((word) => words.has(word))
  }
  const agrees = (factor: number) =>
    cells.find(({ cell, row }) => {
      const value = Math.abs(cell.number?.value ?? 0) * row.scale * factor
      const slack = amount.step / 2 + (row.scale * factor * (cell.number?.step ?? 1)) / 2
      return Math.abs(value - amount.value) <= slack
    })
  if (agrees(1)) return undefined
  const times = [1000, 0.001].find(agrees) ?? (digits >= 3 ? [10, 0.1, 100, 0.01].find(agreesByName) : undefined)
  const found = times === undefined ? undefined : agrees(times)
  return times && found ? contradiction(document, sentence, amount, { ...found, times }) : undefined
}

function contradiction(
  document: CheckedDocument,
  sentence: Sentence,
  amount: ProseNumber,
  { cell, row, times }: { cell: GridCell; row: TableRow; times: number },
): Finding {
  const far = { 1000: 'a thousand times', 0.001: 'a thousand times', 100: 'a hundred times', 0.01: 'a hundred times' }[
    times
  ]
  const value = (cell.number?.value ?? 0) * row.scale
  return findingOf({
    verdict: far === 'a thousand times' ? 'error' : 'warning',
    kind: 'magnitude',
    quotes: [
      quoteOf(document, sentence.start + amount.start, sentence.start + amount.end),
      quoteOf(document, cell.start, cell.end),
    ],
    message: `By the heading of its table “${row.label}” is ${far ?? 'ten times'} off the amount in the text.`,
    working: `${cell.text.trim()} in ${unitWord(row.scale)} is £${value.toLocaleString('en-GB')}; the text says ${sentence.text.slice(amount.start, amount.end)}.`,
    suggestion: 'Correct the unit in the heading of the table, or the unit or the decimal point in the text.',
  })
}

function unitWord(scale: number): string {
  if (scale === 1) return '£'
  return scale === 1000 ? '£000' : '£m'
}

const significant = (amount: ProseNumber) => String(Math.round(amount.value / amount.step)).replace(/0+$/, '').length

const MOST_OF_A_FORCE = 20_000_000_000

/** No local policing body has twenty billion pounds: a column in £m that says so is in thousands. */
function tooLarge(document: CheckedDocument, grid: Grid, scale: number): Finding | undefined {
  if (scale !== 1_000_000 || !document.text.includes('£')) return undefined
  const named = grid.headers.map((header) => /£\s?['‘’`]?\s?m|\bmillion/i.test(header))
  const cell = grid.rows
    .flatMap((row) => row.cells.filter((_, at) => named[at] || !named.includes(true)))
    .find((one) => one?.number?.unit !== 'percent' && (one?.number?.value ?? 0) * scale > MOST_OF_A_FORCE)
  if (!cell?.number) return undefined
  return findingOf({
    verdict: 'error',
    kind: 'magnitude',
    quotes: [quoteOf(document, cell.start, cell.end)],
    message: 'The heading says millions of pounds, but the figures can only be thousands.',
    working: `${cell.text.trim()} in £m would be £${(cell.number.value / 1000).toLocaleString('en-GB')} billion.`,
    suggestion: 'Head the table “£000”.',
  })
}
