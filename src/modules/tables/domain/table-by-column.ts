import { isBlankCell, type Line, piecesOf, tableNumber, yearPiece } from '#modules/quantities/index.js'
import { type Grid, type GridRow, gridCell, isTotalLabel, withUnits } from './grid.js'

/** Lines of one sort that follow each other without an empty line. */
type Run = { isFigures: boolean; lines: Line[]; at: number }

/** Rows that share their columns, taken from one list of labels and the columns of figures after it. */
type Slab = { rows: GridRow[]; columns: number; from: number; until: number }

/**
 * Tables that were printed column by column: a list of labels, then each column's figures as a list. They are put
 * together only when the counts match; lists that do not match are left alone.
 */
export function columnTables(lines: Line[]): Grid[] {
  const runs = runsOf(lines)
  const headed = headedTables(runs)
  const isHeaded = (slab: Slab) => headed.some(({ from, until }) => slab.from < until && from < slab.until)
  const plain = slabsOf(runs).filter((slab) => !isHeaded(slab))
  return [...headed.map(({ grid }) => grid), ...chains(plain).flatMap((chain) => gridOf(chain, runs) ?? [])]
}

type Headed = { grid: Grid; from: number; until: number }

/** `MOST_TITLES`: the corner and a title may stand on lines above the labels. */
const [FEWEST_ROWS, MOST_TITLES] = [3, 2]

/** A list of labels, and then every column under a head of its own: "District, Alder, Birch, Force", "Sep 2025, 210, 305, 515". */
function headedTables(runs: Run[]): Headed[] {
  const found: Headed[] = []
  for (let at = 0; at < runs.length; at += 1) {
    const labels = runs[at]
    if (!labels || labels.isFigures || labels.lines.length < FEWEST_ROWS) continue
    const columns = headedColumns(runs, at)
    const names = namesOf(labels)
    const depth = columns[0]?.figures.lines.length ?? 0
    const first = columns[0]
    if (!first || columns.every(({ head }) => head === '')) continue
    const own = first.isOwnRun || first.head === '' ? names : names.slice(0, -1)
    if (depth < FEWEST_ROWS || own.length < depth || own.length > depth + MOST_TITLES) continue
    const until = at + columns.reduce((taken, { isOwnRun }) => taken + (isOwnRun ? 2 : 1), 1)
    found.push({ grid: headedGrid(own, columns, captionBefore(runs, at)), from: at, until })
    at = until - 1
  }
  return found
}

/** A list of labels without the passage right above it. */
const namesOf = ({ lines }: Run) =>
  lines.slice(lines.findLastIndex(({ text }) => text.trim().length > LONGEST_LABEL || /[.:;]\s*$/.test(text)) + 1)

const LONGEST_LABEL = 60

type HeadedColumn = { head: string; figures: Run; isOwnRun: boolean }

/** The columns behind a list of labels, all of one depth; the first one's head may be the last line of the list. */
function headedColumns(runs: Run[], labels: number): HeadedColumn[] {
  const last = headOf(runs, labels)
  const columns: HeadedColumn[] = []
  let next = runs[labels + 1]?.isFigures
    ? { head: last, figures: runs[labels + 1], isOwnRun: false }
    : columnAt(runs, labels + 1)
  for (let at = labels + 1; next?.figures; at += next.isOwnRun ? 2 : 1, next = columnAt(runs, at)) {
    if (columns[0] && columns[0].figures.lines.length !== next.figures.lines.length) break
    columns.push({ ...next, figures: next.figures })
  }
  return columns
}

/** The last line of a list of labels as the head of the figures behind it; none where it is the label of their total. */
function headOf(runs: Run[], labels: number): string {
  const [list, figures, next] = runs.slice(labels, labels + 3)
  const last = list?.lines.at(-1)?.text.trim() ?? ''
  const isLonger = (list?.lines.length ?? 0) > (figures?.lines.length ?? 0)
  return (isLonger && isTotalLabel(last)) || next?.isFigures ? '' : last
}

/** A line by itself, and then figures. */
function columnAt(runs: Run[], at: number): { head: string; figures: Run | undefined; isOwnRun: boolean } | undefined {
  const [head, figures] = [runs[at], runs[at + 1]]
  if (head?.isFigures !== false || head.lines.length !== 1 || !figures?.isFigures) return undefined
  return { head: head.lines[0]?.text.trim() ?? '', figures, isOwnRun: true }
}

function headedGrid(labels: Line[], columns: HeadedColumn[], caption: string): Grid {
  const depth = columns[0]?.figures.lines.length ?? 0
  const rows = labels.slice(-depth).map((label, row) =>
    rowOf(
      label,
      columns.flatMap(({ figures }) => figures.lines[row] ?? []),
    ),
  )
  return withUnits({
    caption,
    headers: columns.map(({ head }) => head),
    rows,
    start: Math.min(...rows.map((row) => row.start)),
    end: Math.max(...rows.flatMap((row) => row.cells.map((cell) => cell?.end ?? 0))),
  })
}

const captionBefore = (runs: Run[], at: number) =>
  runs
    .slice(Math.max(0, at - 2), at)
    .flatMap((run) => (run.isFigures ? [] : run.lines.map((line) => line.text.trim())))
    .join(' ')
    .slice(-300)

const isFigure = (text = '') => tableNumber(text) !== undefined

function runsOf(lines: Line[]): Run[] {
  const runs: Run[] = []
  let open: Run | undefined
  lines.forEach((line, at) => {
    const text = line.text.trim()
    if (text === '' || line.isBreak) {
      open = undefined
      return
    }
    const isFigures =
      isFigure(text) || (isBlankCell(text) && (open?.isFigures === true || isFigure(lines[at + 1]?.text)))
    if (open?.isFigures !== isFigures) {
      open = { isFigures, lines: [], at }
      runs.push(open)
    }
    open.lines.push(line)
  })
  return runs.flatMap(withSharesApart)
}

/** A column of amounts and the column of their percentages in one list: as many of each. */
function withSharesApart(run: Run): Run[] {
  const depth = run.lines.length / 2
  if (!run.isFigures || !Number.isInteger(depth) || depth < FEWEST_ROWS) return [run]
  const isShare = run.lines.map(({ text }) => tableNumber(text)?.unit === 'percent')
  const areTwo = isShare.every((is, nth) => is === nth >= depth)
  return areTwo ? [run.lines.slice(0, depth), run.lines.slice(depth)].map((lines) => ({ ...run, lines })) : [run]
}

function slabsOf(runs: Run[]): Slab[] {
  const slabs: Slab[] = []
  let at = 0
  while (at < runs.length) {
    const labels = runs[at]?.isFigures === false ? runs[at] : undefined
    const from = labels ? at + 1 : at
    let until = from
    while (until < runs.length && runs[until]?.isFigures) until += 1
    const slab = slabOf(labels, runs.slice(from, until), { from: at, until })
    if (slab) slabs.push(slab)
    at = Math.max(until, at + 1)
  }
  return slabs
}

function slabOf(labels: Run | undefined, columns: Run[], place: { from: number; until: number }): Slab | undefined {
  const depth = columns[0]?.lines.length ?? 0
  if (depth === 0) return undefined
  const oneRow = columns.length === 1 && labels !== undefined && depth > 1 && labels.lines.length === 1
  if (oneRow) return { ...place, columns: depth, rows: [rowOf(labels.lines.at(-1), columns[0]?.lines ?? [])] }
  if (columns.some((column) => column.lines.length !== depth)) return evenStart(labels, columns, place)
  const names = labels && labels.lines.length >= depth ? labels.lines.slice(-depth) : []
  const rows = Array.from({ length: depth }, (_, row) =>
    rowOf(
      names[row],
      columns.flatMap((column) => column.lines[row] ?? []),
    ),
  )
  return { ...place, columns: columns.length, rows }
}

/** Two lists of columns in a row, as three figures each and then two each: the ones before the change are one slab. */
function evenStart(labels: Run | undefined, columns: Run[], place: { from: number; until: number }): Slab | undefined {
  const groups: Run[][] = []
  for (const column of columns) {
    const last = groups.at(-1)
    if (last?.[0]?.lines.length === column.lines.length) last.push(column)
    else groups.push([column])
  }
  const width = groups[0]?.length ?? 0
  const odd = groups.findIndex((group) => group.length !== width)
  const even = odd < 0 ? groups : groups.slice(0, odd)
  if (width < 2 || groups.length < 2) return undefined
  const slabs = even.flatMap((group, at) => slabOf(at === 0 ? labels : undefined, group, place) ?? [])
  return { ...place, columns: width, rows: slabs.flatMap((slab) => slab.rows) }
}

function rowOf(label: Line | undefined, figures: Line[]): GridRow {
  const cells = figures.map((line) => {
    const text = line.text.trim()
    const start = line.start + line.text.indexOf(text)
    return gridCell({ text, start, end: start + text.length })
  })
  const start = label ? label.start : (cells[0]?.start ?? 0)
  return { label: label?.text.trim() ?? '', start, end: label ? start + label.text.length : start, cells }
}

const NEAR = 12

/** Slabs with the same number of columns that stand near each other are one table. */
function chains(slabs: Slab[]): Slab[][] {
  const chained: Slab[][] = []
  for (const slab of slabs) {
    const last = chained.at(-1)?.at(-1)
    if (last && last.columns === slab.columns && slab.from - last.until <= NEAR) chained.at(-1)?.push(slab)
    else chained.push([slab])
  }
  return chained
}

function gridOf(chain: Slab[], runs: Run[]): Grid | undefined {
  const [first, last] = [chain[0], chain.at(-1)]
  const rows = chain.flatMap((slab) => slab.rows)
  const columns = first?.columns ?? 0
  if (!first || !last || rows.length < 3 || columns === 0) return undefined
  if (columns === 1 && rows.some((row) => row.label === '')) return undefined
  const above = runs.slice(Math.max(0, first.from - 12), first.from + 1).filter((run) => !run.isFigures)
  const years = above.flatMap((run) =>
    run.lines.flatMap((line) => piecesOf(line.text).filter((one) => yearPiece.test(one.text))),
  )
  const headers = years.length >= columns ? years.slice(-columns).map((year) => year.text) : []
  const caption = above
    .flatMap((run) => run.lines.map((line) => line.text.trim()))
    .join(' ')
    .slice(-300)
  return withUnits({
    caption,
    headers: Array.from({ length: columns }, (_, at) => headers[at] ?? ''),
    rows,
    start: Math.min(...rows.map((row) => row.start)),
    end: Math.max(...rows.flatMap((row) => row.cells.map((cell) => cell?.end ?? 0))),
  })
}
