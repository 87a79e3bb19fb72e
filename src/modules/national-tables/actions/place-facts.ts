import { err, type Result } from '#kernel/result.js'
import type { Fact, FactKind } from '#modules/geography/index.js'
import { listed, quoted, type SheetProblem } from '../domain/sheet.js'
import type { PlaceTable } from './place-columns.js'

/** What a file of places says, by kind: a lookup of small areas also says in which district its wards lie. */
export type PlaceFacts = { readonly [K in FactKind]?: readonly Fact<K>[] }

/** What the reading goes by beside the file's words: its name, and a year that whoever imports it gives. */
export type PlaceContext = { readonly fileName: string; readonly year?: number }

export type PlaceReading = Result<{ readonly facts: PlaceFacts; readonly warnings: readonly string[] }, SheetProblem[]>

/** The one table of a file of places. */
export function onlyTable(tables: readonly PlaceTable[], needs: string): Result<PlaceTable, SheetProblem[]> {
  const [table, ...others] = tables.toSorted((a, b) => b.rows.length - a.rows.length)
  if (!table) return err([noTable(needs)])
  const same = others.filter(({ columns }) => columns.length === table.columns.length)
  if (same.length > 0)
    return err([
      {
        ...{ sheet: '', cell: '' },
        problem: `Several sheets are such tables: ${listed([table, ...same].map(({ sheet }) => sheet.name))}`,
        fix: 'Save the one that is meant as a file of its own',
      },
    ])
  return { ok: true, value: table }
}

/** A file without the heads that its kind needs. */
export function noTable(needs: string): SheetProblem {
  return {
    sheet: '',
    cell: '',
    problem: 'No row of this file has the heads of such a table',
    fix: `It should have ${needs}`,
  }
}

/** A table that lacks a column. */
export function lacking({ sheet, headRow, columns, others }: PlaceTable, what: string): SheetProblem {
  const heads = [...columns, ...others].map(({ head }) => head)
  return {
    ...{ sheet: sheet.name, cell: `row ${headRow}` },
    problem: `The table lacks the column ${what}`,
    fix: `Add it, or check the kind of the table. The file has ${listed(heads)}`,
  }
}

/** Heads that nobody knows. */
export function unknownHeads({ sheet, headRow }: PlaceTable, heads: readonly string[]): SheetProblem {
  return {
    ...{ sheet: sheet.name, cell: `row ${headRow}` },
    problem: `Nobody knows the ${heads.length === 1 ? 'column' : 'columns'} ${listed(heads)}`,
    fix: 'Remove what this kind of table does not have, or rename it; nothing is guessed',
  }
}

/** Two heads that say the same. */
export function doubledHeads({ sheet, headRow }: PlaceTable, first: string, second: string): SheetProblem {
  return {
    ...{ sheet: sheet.name, cell: `row ${headRow}` },
    problem: `Two columns are the same by name: ${quoted(first)} and ${quoted(second)}`,
    fix: 'Keep the one that is meant',
  }
}

/** A table that does not say of which year it is. */
export function noYear({ sheet, headRow }: Pick<PlaceTable, 'sheet' | 'headRow'>, what: string): SheetProblem {
  return {
    ...{ sheet: sheet.name, cell: headRow > 0 ? `row ${headRow}` : '' },
    problem: `Nothing says the year of ${what}`,
    fix: 'Give it with --year, in a head (LAD24CD), or in the file’s name',
  }
}

/** The year that is given, or the only one that the file's name has. */
export function yearOf({ fileName, year }: PlaceContext): number | undefined {
  if (year !== undefined) return year
  const years = new Set([...fileName.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map(([, each]) => Number(each)))
  const [only] = years
  return years.size === 1 ? only : undefined
}

/** Facts without those that stand twice in one file; two that differ are a problem. */
export function once<K extends FactKind>(
  facts: readonly (Fact<K> & { readonly row: number })[],
  { sheet }: Pick<PlaceTable, 'sheet'>,
): Result<Fact<K>[], SheetProblem[]> {
  const known = new Map<string, Fact<K> & { readonly row: number }>()
  const problems: SheetProblem[] = []
  for (const fact of facts) {
    const key = `${fact.edition}|${fact.code}|${fact.other}`
    const before = known.get(key)
    if (!before) known.set(key, fact)
    else if (JSON.stringify(before.content) !== JSON.stringify(fact.content) && problems.length < MOST_PROBLEMS)
      problems.push({
        ...{ sheet: sheet.name, cell: `row ${fact.row}` },
        problem: `It says something else of ${fact.code} than row ${before.row}`,
        fix: 'Leave out the one that is wrong',
      })
  }
  if (problems.length > 0) return err(problems)
  return { ok: true, value: [...known.values()].map(({ row: _row, ...fact }) => fact as unknown as Fact<K>) }
}

const MOST_PROBLEMS = 200
