import type { IsoDate } from '#kernel/dates.js'

/** One cell of a table that was read: what a person would type to say the same, and its number or day if it is one. */
export type SheetCell = {
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error' | 'uncalculated'
  readonly text: string
  readonly number?: number
  readonly date?: IsoDate
}

/** One row; its number counts from 1 as a spreadsheet shows it, and a cell's place is its column. */
export type SheetRow = { readonly number: number; readonly cells: readonly (SheetCell | null)[] }

/** One sheet of a workbook, or a whole CSV file. */
export type Sheet = { readonly name: string; readonly rows: readonly SheetRow[]; readonly isHidden: boolean }

/** Why a file cannot be taken in: where, what is wrong, and how to mend it. An empty sheet or cell means the whole. */
export type SheetProblem = {
  readonly sheet: string
  readonly cell: string
  readonly problem: string
  readonly fix: string
}

/** Sheets that hold a publisher's figures: not those that a workbook keeps of other workbooks on somebody's drive. */
export function ownSheets(sheets: readonly Sheet[]): Sheet[] {
  return sheets.filter(({ name, rows }) => !/^'?file:\/\//i.test(name) && rows.length > 0)
}

/** A text in quotation marks, cut where it is long. */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return `“${line.length > 80 ? `${line.slice(0, 79)}…` : line}”`
}

/** Texts in quotation marks, in a row. */
export function listed(texts: readonly string[], most = 8): string {
  const shown = texts.slice(0, most).map(quoted).join(', ')
  return texts.length > most ? `${shown} and ${texts.length - most} more` : shown
}
