import { type CheckedDocument, type Finding, findingOf, type Kind, quoteOf } from '#modules/passages/index.js'
import { inPrint } from '#modules/quantities/index.js'
import { tablesOf, transposed } from '#modules/tables/index.js'
import { type ColumnRelation, type ColumnRule, columnRelations, type RelatedRow } from './grid-relations.js'
import { spokenOf } from './spoken-places.js'

/**
 * Columns, and rows, of a table that follow from two others in nearly all places, whatever they are called: the places
 * where they do not. Only what no other check has doubted is told.
 */
export function checkTableRelations(document: CheckedDocument, findings: readonly Finding[]): Finding[] {
  const doubted = spokenOf(
    document,
    findings.filter(({ verdict }) => verdict !== 'holds'),
  )
  return tablesOf(document)
    .flatMap((grid) => [grid, transposed(grid)])
    .flatMap(columnRelations)
    .flatMap((relation) =>
      relation.rows
        .filter(({ target, from }) => ![target, ...from].some(doubted))
        .map((row) => asFinding(document, relation, row)),
    )
}

const kinds: Record<ColumnRule, Kind> = {
  sum: 'sum',
  difference: 'sum',
  product: 'sum',
  change: 'change',
  share: 'share',
  quotient: 'average-of-total',
}

const signs: Record<ColumnRule, string> = {
  sum: '+',
  difference: '−',
  product: '×',
  change: '→',
  share: '÷',
  quotient: '÷',
}

function asFinding(document: CheckedDocument, { rule, isSure }: ColumnRelation, row: RelatedRow): Finding {
  const { target, from, given, fits } = row
  const [one, other] = from.map(({ text }) => text.trim())
  const decimals = Math.max(0, Math.round(-Math.log10(target.number?.step ?? 1)))
  const worked = `${inPrint(given, decimals + (Number.isInteger(given) ? 0 : 1))}${rule === 'change' || rule === 'share' ? '%' : ''}`
  const doubt = isSure ? 'warning' : 'question'
  return findingOf({
    kind: kinds[rule],
    verdict: fits ? 'holds' : doubt,
    quotes: [target, ...from].map((cell) => quoteOf(document, cell.start, cell.end)),
    message: fits
      ? 'The figure follows from two others of its table, as those beside it do.'
      : `${one} ${signs[rule]} ${other} is ${worked}, not ${target.text.trim()}; the figures beside it are worked out so.`,
    working: `${one} ${signs[rule]} ${other} = ${worked}`,
    ...(fits ? {} : { suggestion: `Print ${worked}, or mend the figures that it comes from.` }),
  })
}
