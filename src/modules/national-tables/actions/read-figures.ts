import { err, type Result } from '#kernel/result.js'
import { forceNamed } from '#modules/geography/index.js'
import { PRECEPT_SERIES, readCouncilTaxReturn, withIdentities } from '../domain/council-tax.js'
import {
  OUTCOMES,
  RECORDED_CRIME,
  RECORDED_CRIME_OPEN_DATA,
  RECORDED_CRIME_TOTALS,
  SEVERITY,
} from '../domain/crime-kinds.js'
import { type FigureKind, type FiguresRead, readTables } from '../domain/figure-kind.js'
import { findTables } from '../domain/heads.js'
import type { Sheet, SheetProblem } from '../domain/sheet.js'
import type { PlaceKind, TableKind } from '../domain/table-kind.js'
import { readWorkforceSummary, WORKFORCE } from '../domain/workforce.js'

/** The kinds that hold figures of forces. */
export type ForceKind = Exclude<TableKind, PlaceKind>

/** The kinds whose heads stand in one row. */
export const PLAIN_KINDS = {
  'recorded-crime': RECORDED_CRIME,
  'recorded-crime-open-data': RECORDED_CRIME_OPEN_DATA,
  'recorded-crime-totals': RECORDED_CRIME_TOTALS,
  outcomes: OUTCOMES,
  workforce: WORKFORCE,
  severity: SEVERITY,
} as const satisfies Partial<Record<ForceKind, FigureKind>>

type Reading = Result<FiguresRead, SheetProblem[]>

/** Reads the lines of a table of forces. */
export function readFigures(kind: ForceKind, sheets: readonly Sheet[], fileName: string): Reading {
  if (kind === 'workforce-summary') return readWorkforceSummary(sheets, isForce)
  if (kind === 'council-tax') return readPrecepts(sheets, fileName)
  return readPlain(PLAIN_KINDS[kind], sheets)
}

function readPlain(kind: FigureKind, sheets: readonly Sheet[]): Reading {
  const tables = findTables(sheets, kind.words)
  return tables.ok ? readTables(tables.value, kind) : tables
}

/** A series of precepts, one line a year, or the return of one year: what is neither is told of what it is nearer to. */
function readPrecepts(sheets: readonly Sheet[], fileName: string): Reading {
  const series = findTables(sheets, PRECEPT_SERIES.words)
  if (series.ok) return withIdentities(readTables(series.value, PRECEPT_SERIES))
  const read = readCouncilTaxReturn(sheets, fileName)
  if (read.ok || !read.error.some(({ sheet }) => sheet === '')) return read
  const isNear = series.error.some(({ sheet }) => sheet !== '')
  return isNear ? err(series.error) : read
}

function isForce(name: string): boolean {
  return forceNamed(name) !== undefined
}
