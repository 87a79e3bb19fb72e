import { type Finding, findingOf, quoteOf } from '#modules/passages/index.js'
import { decimalsOf, inPrint, isOneSlip, type TableNumber } from '#modules/quantities/index.js'
import { type Grid, type GridCell, isTotalLabel, tablesBothWays } from '#modules/tables/index.js'
import type { Check } from './check.js'

/** A row or column called "Average" against the figures above it or beside it. */
export const checkTableMeans: Check = (document) =>
  tablesBothWays(document)
    .flatMap((grid) => grid.rows.flatMap((_, at) => meansIn(grid, at)))
    .map(({ cell, parts, mean, verdict }): Finding => {
      const decimals = decimalsOf(cell.number?.step ?? 1)
      const worked = inPrint(mean, decimals + 1)
      const shown = cell.text.trim()
      return findingOf({
        kind: 'average-of-total',
        verdict,
        quotes: [cell, ...parts].slice(0, MOST).map((one) => quoteOf(document, one.start, one.end)),
        message:
          verdict === 'holds'
            ? 'The average follows from its figures.'
            : `${shown} stands as the average; the ${parts.length} figures before it give ${worked}.`,
        working: `(${parts.map(({ text }) => text.trim()).join(' + ')}) ÷ ${parts.length} = ${worked}`,
        ...(verdict === 'holds'
          ? {}
          : { suggestion: `Print ${inPrint(mean, decimals)}, or say what it is an average of.` }),
      })
    })

const MOST = 25

type Mean = {
  readonly cell: GridCell
  readonly parts: readonly GridCell[]
  readonly mean: number
  readonly verdict: 'holds' | 'warning' | 'question'
}

const isMean = (label: string) =>
  /^\W*(?:(?:monthly|weekly|daily|quarterly|yearly|annual) )?(?:average|mean)\W*$/i.test(label)

/** A plain "Average" under three figures or more: in doubt outside their range, or where other columns hold or a digit would mend it. */
function meansIn(grid: Grid, at: number): Mean[] {
  if (!isMean(grid.rows[at]?.label ?? '')) return []
  const above = grid.rows.slice(0, at).filter(({ label }) => !isMean(label) && !isTotalLabel(label))
  const tried = (grid.rows[at]?.cells ?? []).flatMap((cell, column) => {
    const parts = above.flatMap(({ cells }) => (cells[column]?.number ? [cells[column]] : []))
    const values = parts.flatMap(({ number }) => number?.value ?? [])
    if (!cell?.number || values.length < FEWEST || values.length < above.length) return []
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    return [{ cell, own: cell.number, parts, values, mean, fits: fits(cell.number, mean) }]
  })
  const isHeld = tried.some((one) => one.fits)
  return tried.flatMap(({ cell, own, parts, values, mean, fits: isRight }): Mean[] => {
    if (isRight) return [{ cell, parts, mean, verdict: 'holds' }]
    const isOutside = own.value > Math.max(...values) + own.step || own.value < Math.min(...values) - own.step
    if (isHeld || isOutside) return [{ cell, parts, mean, verdict: 'warning' }]
    return isOneSlip(mean, own.value, own.step) ? [{ cell, parts, mean, verdict: 'question' }] : []
  })
}

const FEWEST = 3

/** Rounded to its last place, either way. */
const fits = ({ value, step }: TableNumber, mean: number) => Math.abs(mean - value) <= step / 2 + 1e-9
