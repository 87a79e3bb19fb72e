import type { AreaFinder } from './area-finder.js'
import type { Table, TableColumn } from './find-table.js'
import { type ColumnRole, plainHeader } from './header-words.js'
import type { ColumnUse, MeasureNames } from './mapping.js'

/** How many columns, and names that nobody knows, a person is asked about. */
export const MOST_COLUMNS = 40
export const MOST_NAMES = 20

/** Said of a column that its head explains: nothing need be kept. */
export const BY_NAME = 'by-name'

/** The roles that a person may give a column, with what they are called. */
export const ROLE_WORDS: Readonly<Record<ColumnRole, string>> = {
  measure: 'The measure',
  period: 'The period',
  area: 'The area',
  value: 'The figure itself',
  numerator: 'The count, or the numerator',
  denominator: 'The denominator',
  status: 'How firm it is',
  note: 'A note',
  lower: 'The lower end of an interval',
  upper: 'The upper end of an interval',
  'left-out': 'Leave it out',
}

const FIGURE = 'figure:'

/** What a column holds, as one answer of a list: a role, or the measure whose figures it holds. */
export function answerFor(column: TableColumn, kept: readonly ColumnUse[]): string {
  const use = kept.find(({ header }) => plainHeader(header) === plainHeader(column.header))
  if (!use) return BY_NAME
  return use.role === 'figure' ? `${FIGURE}${use.measure}` : use.role
}

/** What an answer says of the column with this head; nothing when its head explains it. */
export function useFrom(answer: string, header: string): ColumnUse | undefined {
  if (answer.startsWith(FIGURE)) return { header, role: 'figure', measure: answer.slice(FIGURE.length), part: 'value' }
  const role = Object.keys(ROLE_WORDS).find((each): each is ColumnRole => each === answer)
  return role && { header, role }
}

/** Whether a list of what a column holds offers this answer. */
export function isColumnAnswer(answer: string, slugs: ReadonlySet<string>): boolean {
  return (
    answer === BY_NAME || Object.hasOwn(ROLE_WORDS, answer) || [...slugs].some((slug) => figureAnswer(slug) === answer)
  )
}

/** The answer that says: figures of this measure. */
export function figureAnswer(slug: string): string {
  return FIGURE + slug
}

/** What a column is taken for by its head, in words. */
export function takenFor(column: TableColumn, titleOf: (slug: string) => string): string {
  if (column.role === 'unknown') return 'not known'
  if (column.role === 'period-figure') return `figures of ${column.header}`
  if (column.role === 'figure') return `figures of ${titleOf(column.measure)}`
  const words = ROLE_WORDS[column.role]
  return words.charAt(0).toLowerCase() + words.slice(1)
}

/** The names of measures in a table that nobody knows, each once. */
export function unknownMeasures(table: Table, names: MeasureNames): string[] {
  return unknownWords(table, 'measure', (name) => names.find(name) !== undefined)
}

/** The names of areas in a table that nobody knows, each once. */
export function unknownAreas(table: Table, areas: AreaFinder): string[] {
  return unknownWords(table, 'area', (name) => areas.find(name) !== undefined)
}

function unknownWords({ columns, rows }: Table, role: ColumnRole, isKnown: (name: string) => boolean): string[] {
  const column = columns.find((each) => each.role === role)
  if (!column) return []
  const words = new Set<string>()
  for (const { cells } of rows) {
    const cell = cells[column.index]
    if (cell && words.size < MOST_NAMES && !isKnown(cell.text)) words.add(cell.text)
  }
  return [...words]
}
