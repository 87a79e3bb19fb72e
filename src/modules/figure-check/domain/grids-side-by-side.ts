import type { Grid, GridRow } from '#modules/tables/index.js'

const [FEWEST_ROWS, MOST_COLUMNS, MOST_NAMESAKES, MOST_BEFORE] = [3, 8, 4, 2]

/**
 * A table set beside one before it that has rows of the same names: what a service cost, and how many people it reached. Their
 * last rows go together too, whatever they are called. `border`: where the second begins.
 */
export function sideBySide(grids: readonly Grid[]): { grid: Grid; border: number }[] {
  const byLabel = new Map<string, Grid[]>()
  return grids.flatMap((grid) => {
    const labels = grid.rows.map(labelOf).filter((label) => label !== '')
    const joined = nearestBefore(labels, byLabel).flatMap((other) => joinedTo(other, grid) ?? [])
    for (const label of labels) byLabel.set(label, [...(byLabel.get(label) ?? []).slice(-MOST_NAMESAKES), grid])
    return joined.map((one) => ({ grid: one, border: grid.start }))
  })
}

/** The last tables before that have so many of the names. */
function nearestBefore(labels: readonly string[], byLabel: ReadonlyMap<string, readonly Grid[]>): Grid[] {
  const shared = new Map<Grid, number>()
  for (const grid of labels.flatMap((label) => byLabel.get(label) ?? [])) shared.set(grid, (shared.get(grid) ?? 0) + 1)
  return [...shared]
    .flatMap(([grid, names]) => (names >= FEWEST_ROWS ? [grid] : []))
    .toSorted((one, other) => other.start - one.start)
    .slice(0, MOST_BEFORE)
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
