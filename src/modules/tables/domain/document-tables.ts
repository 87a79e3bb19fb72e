import type { Cell, CheckedDocument } from '#modules/passages/index.js'
import { tableNumber } from '#modules/quantities/index.js'
import { type Grid, gridFromCells, transposed } from './grid.js'
import { tablesInText } from './table-in-text.js'

const cache = new WeakMap<CheckedDocument, Grid[]>()

/** Every table of figures in a document: those that its form tells, and those found in its plain lines. */
export function tablesOf(document: CheckedDocument): Grid[] {
  const known = cache.get(document)
  if (known) return known
  const grids = [...formTables(document), ...tablesInText(document)]
  cache.set(document, grids)
  return grids
}

/** Every table as it stands, and with its columns as rows. */
export const tablesBothWays = (document: CheckedDocument): Grid[] =>
  tablesOf(document).flatMap((grid) => [grid, transposed(grid)])

function formTables(document: CheckedDocument): Grid[] {
  let heading = { text: '', isTitle: false }
  return document.blocks.flatMap((block) => {
    if (!block.table) {
      if (block.kind !== 'running-head' && block.kind !== 'page-number')
        heading = {
          text: document.text.slice(block.start, block.end),
          isTitle: /^(heading|caption)$/.test(block.kind),
        }
      return []
    }
    const { caption = '', unit = '', header, headerCells, rows } = block.table
    const isHeadless = isRowOfFigures(headerCells)
    const said = `${heading.text.slice(-200)} ${caption} ${unit}`
    const name = `${heading.isTitle ? heading.text : ''} ${caption}`
    return (
      gridFromCells(
        { caption: said, name },
        isHeadless ? [] : [...header],
        (isHeadless ? [headerCells, ...rows] : rows).map((row) => [...row]),
      ) ?? []
    )
  })
}

/** A first row that the form calls a head, as Markdown must, but that holds a label and its figures. */
const isRowOfFigures = ([label, ...cells]: readonly Cell[]) =>
  /[a-z]/i.test(label?.text ?? '') &&
  cells.length > 0 &&
  cells.every(
    ({ text }) => tableNumber(text) !== undefined && !/^\W*(?:19|20)\d\d\W*$|^\d\d?$|^\D*0*\D*$/.test(text.trim()),
  )
