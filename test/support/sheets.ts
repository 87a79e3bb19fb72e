import type { Sheet } from '#modules/national-tables/domain/sheet.js'

/** A cell as a test writes it. */
export type Written = string | number | null

/** A sheet with these rows, as reading gives it. */
export function sheetOf(name: string, rows: readonly (readonly Written[])[]): Sheet {
  const cell = (value: Written) => {
    if (value === null) return null
    return typeof value === 'number'
      ? ({ kind: 'number', text: String(value), number: value } as const)
      : ({ kind: 'text', text: value } as const)
  }
  return { name, isHidden: false, rows: rows.map((row, at) => ({ number: at + 1, cells: row.map(cell) })) }
}
