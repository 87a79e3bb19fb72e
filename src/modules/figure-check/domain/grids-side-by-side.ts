import type { Grid, GridRow } from '#modules/tables/index.js'

const [FEWEST_ROWS, MOST_COLUMNS, MOST_NAMESAKES] = [3, 8, 4]

/**
 * A table set beside one before it that has rows of the same names: what a service cost, and how many people it reached. Their
 * last rows go together too, whatever they are called. `border`: where the second begins.
 */
export function sideBySide(grids: readonly Grid[]): { grid: Grid; border: number }[] {
  const byLabel = new Map<string, Grid[]>()
  return grids.flatMap((grid) => {
    const labels = grid.rows.map(labelOf).filter((label) => label !== '')
    const before = new Set(labels.flatMap((label) => byLabel.get(label)?.slice(-MOST_NAMESAKES) ?? []))
    const joined = [...before].flatMap((other) => joinedTo(other, grid) ?? [])
    for (const label of labels) byLabel.set(label, [...(byLabel.get(label) ?? []).slice(-MOST_NAMESAKES), grid])
    return joined.map((one) => ({ grid: one, border: grid.start }))
  })
}

const labelOf = ({ label }: GridRow) =>
  label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

function joinedTo(first: Grid, second: Grid): Grid | undefined {
  const headers = [...first.headers, ...second.headers]
  if (headers.length > MOST_COLUMNS) return undefined
  const named = new Map(first.rows.map((row) => [labelOf(row), row]))
  const pairs = second.rows.flatMap((row) => {
    const other = row === second.rows.at(-1) ? (named.get(labelOf(row)) ?? first.rows.at(-1)) : named.get(labelOf(row))
    return other && other.cells.length === first.headers.length ? [{ row, other }] : []
  })
  const rows = pairs.map(({ row, other }) => ({ ...row, cells: [...other.cells, ...row.cells] }))
  return rows.length > FEWEST_ROWS ? { ...second, headers, rows } : undefined
}
