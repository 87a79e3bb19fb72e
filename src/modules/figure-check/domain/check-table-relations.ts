import { type CheckedDocument, type Finding, findingOf, type Kind, quoteOf } from '#modules/passages/index.js'
import { decimalsOf, inPrint, printed } from '#modules/quantities/index.js'
import { type Grid, type GridCell, tablesOf, transposed } from '#modules/tables/index.js'
import { type ColumnRelation, type ColumnRule, faultsIn, type RelatedRow } from './grid-related-row.js'
import { columnRelations } from './grid-relations.js'
import { sideBySide } from './grids-side-by-side.js'
import { gridsOfLines } from './line-grids.js'
import { toldOf } from './spoken-places.js'

/**
 * Columns, and rows, of a table or of lines of one pattern that follow from two others in nearly all places, whatever they are called: the places
 * where they do not. Only what no other check has doubted is told.
 */
export function checkTableRelations(document: CheckedDocument, findings: readonly Finding[]): Finding[] {
  const isDoubted = toldOf(findings.filter(({ verdict }) => verdict !== 'holds'))
  const tables = tablesOf(document)
  const isInTable = ({ start }: Grid) => tables.some((table) => table.start <= start && start < table.end)
  const lines = gridsOfLines(document).filter((grid) => !isInTable(grid))
  const alone = [...tables.flatMap((grid) => [grid, transposed(grid)]), ...lines].flatMap(columnRelations)
  return [...alone, ...sideBySide(tables).flatMap(relationsAcross)].flatMap((relation) =>
    [...relation.rows.filter(({ fits }) => fits), ...faultsIn(relation.rows)]
      .filter(({ target, from }) => !isDoubted([target, ...from], 2))
      .map((row) => asFinding(document, relation, row)),
  )
}

/** Of tables side by side, what ties a figure of one to figures of the other. */
const relationsAcross = ({ grid, border }: { grid: Grid; border: number }) =>
  columnRelations(grid).filter(({ rows }) =>
    rows.some(({ target, from }) => new Set([target, ...from].map(({ start }) => start < border)).size > 1),
  )

const kinds: Record<ColumnRule, Kind> = {
  sum: 'sum',
  difference: 'sum',
  product: 'sum',
  change: 'change',
  share: 'share',
  quotient: 'average-of-total',
  ratio: 'average-of-total',
}

const signs: Record<ColumnRule, string> = {
  sum: '+',
  difference: '−',
  product: '×',
  change: '→',
  share: '÷',
  quotient: '÷',
  ratio: '∝',
}

function asFinding(document: CheckedDocument, { rule, isSure }: ColumnRelation, row: RelatedRow): Finding {
  const { target, from, given, fits } = row
  const [one = '', other] = from.map(({ text }) => text.trim())
  const decimals = decimalsOf(target.number?.step ?? 1)
  const isPercent = rule === 'change' || target.number?.unit === 'percent'
  const worked = `${inPrint(given, decimals + (Number.isInteger(given) ? 0 : 1))}${isPercent ? '%' : ''}`
  const terms = other === undefined ? `${one}, in proportion,` : `${one} ${signs[rule]} ${other}`
  const doubt = isSure ? 'warning' : 'question'
  return findingOf({
    kind: rule === 'ratio' && isPercent ? 'share' : kinds[rule],
    verdict: fits ? 'holds' : doubt,
    quotes: [target, ...from].map((cell) => quoteOf(document, cell.start, cell.end)),
    message: fits
      ? 'The figure follows from others of its table, as those beside it do.'
      : `${terms} is ${worked}, not ${target.text.trim()}; the figures beside it are worked out so.`,
    working: `${one} ${other === undefined ? '×' : signs[rule]} ${other ?? inPrint(given / (from[0]?.number?.value || 1), 6)} = ${worked}`,
    ...(fits ? {} : { suggestion: `Print ${asTarget(given, target)}, or mend the figures that it comes from.` }),
  })
}

/** A number as the cell prints its own: its decimals, its pound or per cent sign, a plus sign where it has one. */
function asTarget(value: number, { text, number }: GridCell): string {
  const size = printed(Math.abs(value), number?.step)
  const plus = /^\W*\+/.test(text) ? '+' : ''
  const sign = value < 0 ? '−' : plus
  const pound = number?.unit === 'pounds' ? '£' : ''
  return `${sign}${pound}${size}${/%\W*$/.test(text) ? '%' : ''}`
}
