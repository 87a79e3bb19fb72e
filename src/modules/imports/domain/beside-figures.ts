import { cellAddress } from '#kernel/cell-address.js'
import type { Table } from './find-table.js'
import { plainHeader } from './header-words.js'
import type { KnownMeasure, MeasureNames } from './mapping.js'
import { type ImportProblem, quoted, type SheetRow } from './sheet.js'
import { writtenNumber } from './written-number.js'
import { writtenPeriod } from './written-period.js'

/** What a row of a template repeats of the register: the newest figure that was known when it was made. */
export type LastFigure = {
  readonly cell: string
  readonly measure: string
  readonly period: string
  readonly value: number
}

const TITLES = ['title', 'measure title', 'measure name']

/** A title beside the code that names another measure: one of the two is in the wrong row. */
export function otherTitles(table: Table, names: MeasureNames): ImportProblem[] {
  const [code, title] = [columnCalled(table, MEASURES), columnCalled(table, TITLES)]
  if (code === undefined || title === undefined) return []
  return table.rows.flatMap((row) => {
    const [measure, other] = [namedIn(row, code, names), namedIn(row, title, names)]
    if (!measure || !other || measure.slug === other.slug) return []
    const cell = cellAddress(row.number, title)
    const problem = `${quoted(other.title)} is another measure than ${quoted(measure.slug)} in ${cellAddress(row.number, code)}`
    return [{ sheet: table.sheet.name, cell, problem, fix: 'Make both name the same measure' }]
  })
}

/** The last figures that a template repeats, to be held against the register. */
export function lastFigures(table: Table, names: MeasureNames): LastFigure[] {
  const code = columnCalled(table, MEASURES)
  const [period, figure] = [columnCalled(table, ['last period']), columnCalled(table, ['last figure'])]
  if (code === undefined || period === undefined || figure === undefined) return []
  return table.rows.flatMap((row) => {
    const measure = namedIn(row, code, names)
    const number = writtenNumber(row.cells[figure])
    if (!measure || !number.ok || number.value?.kind !== 'number') return []
    const written = writtenPeriod(row.cells[period]?.text ?? '', measure.frequency)
    const cell = cellAddress(row.number, figure)
    return written.ok ? [{ cell, measure: measure.slug, period: written.value, value: number.value.number }] : []
  })
}

const MEASURES = ['measure', 'measure code']

function columnCalled({ columns }: Table, heads: readonly string[]): number | undefined {
  return columns.find(({ header }) => heads.includes(plainHeader(header)))?.index
}

function namedIn({ cells }: SheetRow, column: number, names: MeasureNames): KnownMeasure | undefined {
  return names.find(cells[column]?.text ?? '')
}
