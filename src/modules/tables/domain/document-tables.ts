import type { CheckedDocument } from '#modules/passages/index.js'
import { type Grid, gridFromCells } from './grid.js'
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
    const { caption = '', unit = '', header, rows } = block.table
    const said = `${heading.text.slice(-200)} ${caption} ${unit}`
    const name = `${heading.isTitle ? heading.text : ''} ${caption}`
    return (
      gridFromCells(
        { caption: said, name },
        [...header],
        rows.map((row) => [...row]),
      ) ?? []
    )
  })
}
