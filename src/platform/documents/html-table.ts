import type { TextCell, TextTable } from './document-text.js'

/** A cell as HTML has it: how many columns and rows it spans. */
export type HtmlCell = TextCell & { readonly across: number; readonly down: number }

type HtmlRow = { readonly isHead: boolean; readonly cells: readonly HtmlCell[] }

const MOST_COLUMNS = 200

/** Puts every cell in its column, spans filled with empty cells; the head rows become one title for each column. */
export function tableOf(rows: readonly HtmlRow[]): Omit<TextTable, 'caption'> {
  const grid = placed(rows)
  const heads = grid.filter((row, at) => row.isHead && grid.slice(0, at).every((before) => before.isHead))
  const body = grid.slice(heads.length)
  const width = Math.max(0, ...grid.map((row) => row.cells.length))
  const header = Array.from({ length: heads.length > 0 ? width : 0 }, (_, column) => {
    const titles = heads.map((row) => row.titles[column] ?? '').filter((title) => title !== '')
    return [...new Set(titles)].join(' ')
  })
  return {
    header,
    headerCells: heads.at(-1)?.cells ?? [],
    rows: body.map((row) => row.cells),
  }
}

type PlacedRow = { readonly isHead: boolean; readonly cells: TextCell[]; readonly titles: string[] }

function placed(rows: readonly HtmlRow[]): PlacedRow[] {
  let taken: number[] = []
  return rows.map(({ isHead, cells: given }) => {
    const cells: TextCell[] = []
    const titles: string[] = []
    const next: number[] = taken.map((left) => Math.max(0, left - 1))
    const put = (cell: TextCell, title: string) => {
      if (cells.length < MOST_COLUMNS) cells.push(cell)
      if (titles.length < MOST_COLUMNS) titles.push(title)
    }
    const skipTaken = (at: number) => {
      while (cells.length < MOST_COLUMNS && (taken[cells.length] ?? 0) > 0) put({ start: at, end: at, text: '' }, '')
    }
    for (const cell of given) {
      skipTaken(cell.start)
      for (let column = 0; column < cell.across; column += 1) {
        next[cells.length] = cell.down - 1
        put(column === 0 ? plain(cell) : { start: cell.end, end: cell.end, text: '' }, cell.text)
      }
    }
    skipTaken(given.at(-1)?.end ?? 0)
    taken = Array.from(next, (left) => left ?? 0)
    return { isHead, cells, titles }
  })
}

const plain = ({ start, end, text }: HtmlCell): TextCell => ({ start, end, text })
