import { err, ok, type Result } from '#kernel/result.js'
import { figureIn, textIn } from './cells.js'
import type { Figure } from './figure.js'
import { areaIn, type FigureKind, FigureReader, type FiguresRead, figuresOf, labelsOf } from './figure-kind.js'
import { plainHead } from './heads.js'
import { countedOn, dayIn } from './periods.js'
import { ownSheets, type Sheet, type SheetCell, type SheetProblem, type SheetRow } from './sheet.js'

/** The police workforce by force, sex, rank and kind of worker (Home Office open data table). Special constables have no full-time equivalent. */
export const WORKFORCE: FigureKind = {
  words: {
    columns: [
      {
        ...{ key: 'day', title: 'As at 31 March', names: ['date', 'as at', 'snapshot date', 'as at date'] },
        pattern: /^as at( \d{1,2})? ?(31 )?(march|september)?$/,
      },
      {
        key: 'code',
        title: 'Geo Code',
        names: ['geo code', 'geocode', 'area code', 'pfa code', 'ons code'],
        isOptional: true,
      },
      { key: 'force', title: 'Force Name', names: ['force name', 'force', 'police force', 'police force area'] },
      { key: 'region', title: 'Region', names: ['region', 'region name'], isOptional: true },
      { key: 'sex', title: 'Sex', names: ['sex', 'gender'], isOptional: true },
      { key: 'rank', title: 'Rank Description', names: ['rank description', 'rank', 'rank grade'], isOptional: true },
      { key: 'worker', title: 'Worker Type', names: ['worker type', 'employment type', 'type of worker'] },
      {
        key: 'ethnicity',
        title: 'Ethnicity',
        names: ['ethnicity', 'ethnic group', 'ethnicity detailed'],
        isOptional: true,
      },
      { key: 'age', title: 'Age group', names: ['age group', 'age', 'age band'], isOptional: true },
      { key: 'headcount', title: 'Total (headcount)', names: ['total headcount', 'headcount'], isOptional: true },
      {
        key: 'fte',
        title: 'Total (FTE)',
        names: ['total fte', 'fte', 'full time equivalent', 'total full time equivalent'],
      },
    ],
  },
  rowOf: (cells) => {
    const span = countedOn(cells.cell('day'), cells.head('day'))
    if (!span.ok) return err({ key: 'day', problem: span.error })
    const figures = figuresOf(cells, ['headcount', 'fte'])
    if (!figures.ok) return figures
    const labels = labelsOf(cells, ['worker', 'rank', 'sex', 'ethnicity', 'age'])
    return ok({ row: { area: areaIn(cells), labels, figures: figures.value }, span: span.value })
  },
}

/**
 * Reads the summary tables of a workforce release: a sheet for each kind of worker, forces under their regions, and
 * days as heads. Columns of changes are passed over: they can be worked out from the days.
 */
export function readWorkforceSummary(
  sheets: readonly Sheet[],
  isForce: (name: string) => boolean,
): Result<FiguresRead, SheetProblem[]> {
  const reader = new FigureReader()
  const passedOver: string[] = []
  let read = 0
  for (const sheet of ownSheets(sheets)) {
    const table = summaryIn(sheet, isForce)
    if (!table) passedOver.push(sheet.name)
    else {
      read += 1
      addRows(reader, table)
    }
  }
  if (read === 0) return err([NO_SUMMARY])
  const finished = reader.finish()
  const figures = passedOver.filter((name) => !/index|contents|cover|notes?$/i.test(name))
  if (!finished.ok || figures.length === 0) return finished
  const note = `Passed over, as forces and days do not stand in them: ${figures.join(', ')}`
  return ok({ ...finished.value, warnings: [...finished.value.warnings, note] })
}

const NO_SUMMARY: SheetProblem = {
  ...{ sheet: '', cell: '', problem: 'No sheet of this file is a summary table of the workforce' },
  fix: 'It should have days as heads (“Sep-18”) under “As at:”, forces in the rows, and the unit above',
}

type Summary = {
  readonly sheet: Sheet
  readonly group: string
  readonly unit: 'fte' | 'headcount'
  readonly days: readonly { readonly index: number; readonly cell: SheetCell }[]
  readonly rows: readonly SheetRow[]
}

function summaryIn(sheet: Sheet, isForce: (name: string) => boolean): Summary | undefined {
  const head = sheet.rows.slice(0, 20).find(({ cells }) => !cells[0] && daysIn(cells).length > 0)
  if (!head) return undefined
  const above = sheet.rows.filter(({ number }) => number < head.number)
  const words = above.flatMap(({ cells }) => cells.map((cell) => textIn(cell)))
  const unit = words.map(unitOf).find((each) => each !== undefined)
  const rows = sheet.rows.filter(({ number }) => number > head.number)
  if (!unit || !rows.some(({ cells }) => isForce(areaName(cells[0])))) return undefined
  return { sheet, group: groupIn(words[0] ?? sheet.name), unit, days: daysIn(head.cells), rows }
}

function daysIn(cells: readonly (SheetCell | null)[]) {
  return cells.flatMap((cell, index) => (cell && dayIn(cell) ? [{ index, cell }] : []))
}

function unitOf(text: string): Summary['unit'] | undefined {
  const plain = plainHead(text)
  if (/^full time equivalents?$/.test(plain) || plain === 'fte') return 'fte'
  return /^head ?counts?$/.test(plain) ? 'headcount' : undefined
}

/** "Table 1: Police officers by police force area, England and Wales" is about police officers. */
function groupIn(title: string): string {
  return title
    .replace(/^table [\w.]+\s*[:.]?\s*/i, '')
    .replace(/,? by (police )?force.*$/i, '')
    .replaceAll(/\s*\(s\.38, s\.39\d?\)/g, '')
    .replace(/(?<=[a-z])\d$/, '')
    .trim()
}

/** The name of a force without the number of a footnote behind it. */
function areaName(cell: SheetCell | null | undefined): string {
  return textIn(cell).replace(/(?<=[a-z)])\s?\d{1,2}(,\d)*$/i, '')
}

/** Regions stand above their forces, so of two rows of one name ("West Midlands") the upper is the region's. */
function regionsIn(rows: readonly SheetRow[]): Set<number> {
  const names = rows.map(({ cells }) => areaName(cells[0]))
  return new Set(rows.filter((_, at) => names.lastIndexOf(names[at] ?? '') > at).map(({ number }) => number))
}

function addRows(reader: FigureReader, table: Summary): void {
  const regions = regionsIn(table.rows)
  for (const row of table.rows) {
    const bare = areaName(row.cells[0])
    if (bare === '' || table.days.every(({ index }) => !row.cells[index])) continue
    addDays(reader, table, { row, name: regions.has(row.number) ? `${bare} (region)` : bare })
  }
}

function addDays(
  reader: FigureReader,
  { sheet, group, unit, days }: Summary,
  { row, name }: { readonly row: SheetRow; readonly name: string },
): void {
  for (const { index, cell } of days) {
    const span = countedOn(cell, '')
    const figure = figureIn(row.cells[index])
    const at = { sheet: sheet.name, row: row.number }
    if (span.ok && figure.ok) {
      const figures: Record<string, Figure> = { [unit]: figure.value }
      reader.add(
        { row: { area: { code: null, name }, labels: { worker: group, unit }, figures }, span: span.value },
        at,
      )
    } else
      reader.refuse({
        ...{ sheet: sheet.name, cell: `row ${row.number}, column “${textIn(cell)}”` },
        problem: figure.ok ? 'The head is no day' : figure.error,
        fix: 'Mend the cell, or take the publisher’s file again',
      })
  }
}
