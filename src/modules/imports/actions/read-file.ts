import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { allMeasures, type ImportSource, type Measure, type NewFigure, parsePeriod } from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'
import { readTables } from '#platform/tables/read-tables.js'
import { lastFigures } from '../domain/beside-figures.js'
import { findTable } from '../domain/find-table.js'
import { type Mapping, MeasureNames, NO_MAPPING } from '../domain/mapping.js'
import { type ReadFigure, readFigures } from '../domain/read-figures.js'
import type { ImportProblem, ImportQuestion, Sheet } from '../domain/sheet.js'
import { knownAreas } from './known-areas.js'
import { lastFigureNotes } from './last-figure-notes.js'

/** A file of figures, where it comes from, and how it is read where its own words do not say it. */
export type FileRequest = {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly source: ImportSource
  readonly mapping?: Mapping
  /** The day on which the source published it; today when left out. */
  readonly knownOn?: IsoDate
  /** Why what is asked about is right, if somebody has looked at it. */
  readonly accept?: string
}

/** What a file says, ready to be taken in. */
export type FileReading = {
  readonly figures: readonly (NewFigure & { readonly read: ReadFigure })[]
  readonly sheet: string
  readonly notes: readonly string[]
  /** What may be a slip in how the file is written. */
  readonly questions: readonly ImportQuestion[]
}

/** The sheets of a file, or why it cannot be read. */
export async function sheetsOf({
  fileName,
  bytes,
}: Pick<FileRequest, 'fileName' | 'bytes'>): Promise<Result<readonly Sheet[], ImportProblem[]>> {
  const tables = await readTables(bytes, { fileName })
  return tables.ok ? tables : err([tables.error])
}

/** Reads a file against the register. Changes nothing, and needs no transaction. */
export async function readFile(
  deps: Pick<Deps, 'db' | 'today'>,
  request: FileRequest,
): Promise<Result<FileReading, ImportProblem[]>> {
  const sheets = await sheetsOf(request)
  return sheets.ok ? readSheets(deps, sheets.value, request.mapping ?? NO_MAPPING) : sheets
}

async function readSheets(
  deps: Pick<Deps, 'db' | 'today'>,
  sheets: readonly Sheet[],
  mapping: Mapping,
): Promise<Result<FileReading, ImportProblem[]>> {
  const measures = await allMeasures(deps.db)
  const names = namesOf(measures, mapping)
  const table = findTable(sheets, { mapping, names })
  if (!table.ok) return table
  const read = readFigures(table.value, { mapping, names, areas: await knownAreas(deps, measures) })
  if (!read.ok) return read
  const { figures, questions } = read.value
  const notes = [...read.value.notes, ...(await lastFigureNotes(deps, lastFigures(table.value, names), measures))]
  return ok({ figures: figures.map(newFigure), sheet: table.value.sheet.name, notes, questions })
}

/** The measures that a file may name. */
export function namesOf(measures: readonly Measure[], mapping: Mapping): MeasureNames {
  return new MeasureNames(measures, mapping)
}

function newFigure(read: ReadFigure): FileReading['figures'][number] {
  const period = parsePeriod(read.period)
  if (!period.ok) throw new RangeError(`Not a period: ${read.period}`)
  const { measure: measureSlug, area, numerator, denominator, value, status, note, interval } = read
  return { measureSlug, area, period: period.value, numerator, denominator, value, status, note, interval, read }
}
