/** A cell of a sheet that holds something; `text` is what a person would type to say the same. */
export type SheetCell = {
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error' | 'uncalculated'
  readonly text: string
  readonly number?: number
  /** Whether the sheet shows the number as a percentage: 0.45 as 45%. */
  readonly isPercent?: true
}

/** A row that holds something; `number` counts from 1 as the sheet does. */
export type SheetRow = { readonly number: number; readonly cells: readonly (SheetCell | null)[] }

/** One sheet as it was read. */
export type Sheet = {
  readonly name: string
  readonly rows: readonly SheetRow[]
  readonly merged: readonly {
    readonly range: string
    readonly fromRow: number
    readonly untilRow: number
  }[]
  readonly isHidden: boolean
  readonly notes: readonly string[]
}

/** What is wrong in a file, where, and how to mend it. Without sheet or cell it is the file as a whole. */
export type ImportProblem = {
  readonly sheet: string
  readonly cell: string
  readonly problem: string
  readonly fix: string
}

/** What in a file may be a slip, and must be confirmed before the file is taken in. */
export type ImportQuestion = {
  readonly sheet: string
  readonly cell: string
  readonly measure: string
  readonly question: string
}

/** Words of a file inside a sentence of ours, cut where they are long. */
export function quoted(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`
}

/** Cells from the heads to the last row of a table that are merged, so that their content belongs to no one of them. */
export function mergedProblems(sheet: Sheet, headerRow: number, last = Number.POSITIVE_INFINITY): ImportProblem[] {
  return sheet.merged
    .filter(({ fromRow, untilRow }) => fromRow <= last && untilRow >= headerRow)
    .map(({ range }) => ({
      sheet: sheet.name,
      cell: range,
      problem: `The cells ${range} are merged, so it cannot be known which of them the content belongs to`,
      fix: 'Unmerge them and write the content into each cell that it belongs to',
    }))
}
