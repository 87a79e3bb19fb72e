/** The letters of a column of a sheet, counted from 0: A, Z, AA. */
export function columnLetters(column: number): string {
  const before = Math.floor(column / 26)
  const letter = String.fromCharCode(65 + (column % 26))
  return before <= 0 ? letter : columnLetters(before - 1) + letter
}

/** The address of a cell, its row counted from 1 and its column from 0: B7. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`
}
