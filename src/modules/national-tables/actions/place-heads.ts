import { err, ok, type Result } from '#kernel/result.js'
import { plainHead } from '../domain/heads.js'
import type { SheetProblem } from '../domain/sheet.js'
import type { PlaceColumn, PlaceTable, PlaceWord } from './place-columns.js'
import { doubledHeads, unknownHeads } from './place-facts.js'

/** A column by its place, and its head as it is written. */
export type Head = { readonly index: number; readonly head: string }

/** What publishers put beside codes and names, and nobody keeps. */
const HARMLESS =
  /^(fid|objectid|object id|globalid|bng e|bng n|long|lat|longitude|latitude|shape area|shape length|changed?|current|.*nmw|(ew|gb|uk)(cd|nm))$/

/**
 * The columns that are no areas, each by what its head means; `harmless` is passed over. Two of one meaning, and heads
 * that mean nothing, refuse the table by name.
 */
export function otherHeads(
  table: PlaceTable,
  meaning: (plain: string) => string | undefined,
): Result<ReadonlyMap<string, Head>, SheetProblem[]> {
  const heads = new Map<string, Head>()
  const unknown: string[] = []
  for (const each of table.others) {
    const plain = plainHead(each.head)
    const key = meaning(plain) ?? (HARMLESS.test(plain) ? 'harmless' : undefined)
    const before = key === undefined || key === 'harmless' ? undefined : heads.get(key)
    if (before) return err([doubledHeads(table, before.head, each.head)])
    if (key === undefined) unknown.push(each.head)
    else if (key !== 'harmless') heads.set(key, each)
  }
  return unknown.length > 0 ? err([unknownHeads(table, unknown)]) : ok(heads)
}

/** The columns of codes by the kind of their areas: one of each. */
export function codeHeads(table: PlaceTable): Result<ReadonlyMap<PlaceWord, PlaceColumn>, SheetProblem[]> {
  const heads = new Map<PlaceWord, PlaceColumn>()
  for (const column of table.columns.filter(({ part }) => part === 'code')) {
    const known = heads.get(column.of)
    if (known) return err([doubledHeads(table, known.head, column.head)])
    heads.set(column.of, column)
  }
  return ok(heads)
}

/** Two columns that say the same of areas: codes of one kind and year, or heads that read the same. */
export function doubledColumns(table: PlaceTable): SheetProblem | undefined {
  const seen = new Map<string, PlaceColumn>()
  for (const column of table.columns) {
    const { of, part, year, head } = column
    const key = part === 'code' ? `${of} ${year}` : plainHead(head)
    const before = seen.get(key)
    if (before) return doubledHeads(table, before.head, head)
    seen.set(key, column)
  }
  return undefined
}
