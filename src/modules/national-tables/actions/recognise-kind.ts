import { err, ok, type Result } from '#kernel/result.js'
import { PRECEPT_SERIES, readCouncilTaxReturn } from '../domain/council-tax.js'
import { hasHeads } from '../domain/heads.js'
import { listed, type Sheet, type SheetProblem } from '../domain/sheet.js'
import type { TableKind } from '../domain/table-kind.js'
import type { OpenedTable } from './open-table.js'
import { PLAIN_KINDS, readFigures } from './read-figures.js'
import { placeKindOf } from './read-places.js'

/** The kind of a file by its heads: just one must fit, or whoever imports it says which. */
export function recogniseKind(opened: OpenedTable, fileName: string): Result<TableKind, SheetProblem[]> {
  if ('json' in opened) return ok('boundaries')
  const fitting = kindsOf(opened.sheets, fileName)
  const [only, ...others] = fitting
  if (only && others.length === 0) return ok(only)
  const problem = only
    ? `The file may be of several kinds: ${listed(fitting)}`
    : 'The heads of this file are of no kind that is known'
  const fix =
    'Name the kind instead of “auto”: “frankpledge tables kinds” lists them, and its message then names the head that is wrong'
  return err([{ sheet: '', cell: '', problem, fix }])
}

function kindsOf(sheets: readonly Sheet[], fileName: string): TableKind[] {
  const plain = Object.entries(PLAIN_KINDS).flatMap(([kind, { words }]) =>
    hasHeads(sheets, words) ? [kind as keyof typeof PLAIN_KINDS] : [],
  )
  if (plain.length > 0) return plain
  if (hasHeads(sheets, PRECEPT_SERIES.words) || readCouncilTaxReturn(sheets, fileName).ok) return ['council-tax']
  if (readFigures('workforce-summary', sheets, fileName).ok) return ['workforce-summary']
  const places = placeKindOf(sheets)
  return places ? [places] : []
}
