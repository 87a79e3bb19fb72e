import { err, ok, type Result } from '#kernel/result.js'
import {
  AREA_KINDS,
  type AreaKind,
  type CodeAndName,
  daysOfCode,
  type Fact,
  isAreaCode,
  kindOfCode,
} from '#modules/geography/index.js'
import { textIn } from '../domain/cells.js'
import { plainHead } from '../domain/heads.js'
import { quoted, type SheetProblem, type SheetRow } from '../domain/sheet.js'
import { codeAt, type PlaceColumn, type PlaceTable, type PlaceWord } from './place-columns.js'
import {
  doubledHeads,
  lacking,
  noYear,
  once,
  type PlaceContext,
  type PlaceReading,
  unknownHeads,
  yearOf,
} from './place-facts.js'

/** Small areas with their ward and district. The wards' districts are kept too. */
export function readLsoaLookup(table: PlaceTable, context: PlaceContext): PlaceReading {
  const heads = codeHeads(table)
  if (!heads.ok) return heads
  const lsoa = heads.value.get('lsoa')
  const { ward, district } = { ward: heads.value.get('ward'), district: heads.value.get('district') }
  if (!lsoa) return err([lacking(table, '“LSOA21CD”')])
  if (!district) return err([lacking(table, '“LAD24CD” (the district)')])
  const lsoaEdition = censusOf(lsoa)
  if (!lsoaEdition) return err([noYear(table, `the LSOAs in ${quoted(lsoa.head)} (2011 or 2021)`)])
  const edition = ward?.year ?? district.year ?? context.year
  if (!edition) return err([noYear(table, 'the districts')])
  const rows = coded(table, lsoa)
  if (!rows.ok) return rows
  const facts = rows.value.map((row): Fact<'lsoa-lookup'> & { row: number } => {
    const { cells, number } = row
    const content = {
      ...{ lsoa: codeAt(cells, lsoa.index), name: nameBeside(table, lsoa, row), lsoaEdition },
      ...{
        ward: codeAt(cells, ward?.index) || null,
        district: codeAt(cells, district.index) || null,
        csp: null,
        edition,
      },
    }
    return { row: number, code: content.lsoa, other: String(lsoaEdition), edition, content }
  })
  const lsoas = once<'lsoa-lookup'>(facts, table)
  if (!lsoas.ok) return lsoas
  const links = ward ? linksOf(table, [ward, district], edition) : ok([])
  return links.ok ? ok({ facts: { 'lsoa-lookup': lsoas.value, 'area-lookup': links.value }, warnings: [] }) : links
}

function censusOf({ year }: PlaceColumn): 2011 | 2021 | undefined {
  return year === 2011 || year === 2021 ? year : undefined
}

/** What became of the LSOAs of 2011. */
export function readLsoaChanges(table: PlaceTable): PlaceReading {
  const codes = table.columns.filter(({ of, part }) => of === 'lsoa' && part === 'code')
  const [before = [], after = []] = [2011, 2021].map((year) => codes.filter((column) => column.year === year))
  const [lsoa11, lsoa21] = [before[0], after[0]]
  if (!lsoa11) return err([lacking(table, '“LSOA11CD”')])
  if (!lsoa21) return err([lacking(table, '“LSOA21CD”')])
  for (const [first, second] of [before, after])
    if (first && second) return err([doubledHeads(table, first.head, second.head)])
  const isChange = (head: string) => /^(chgind|change code|change|change indicator|chg ind)$/.test(plainHead(head))
  const change = table.others.find(({ head }) => isChange(head))
  const unknown = table.others.filter(({ head }) => !isChange(head))
  if (unknown.length > 0)
    return err([
      unknownHeads(
        table,
        unknown.map(({ head }) => head),
      ),
    ])
  const district = table.columns.find(({ of, part }) => of === 'district' && part === 'code')
  const rows = coded(table, lsoa11)
  if (!rows.ok) return rows
  const facts = rows.value.map((row): Fact<'lsoa-changes'> & { row: number } => {
    const { cells, number } = row
    const content = {
      ...{ lsoa11: codeAt(cells, lsoa11.index), name: nameBeside(table, lsoa11, row) },
      ...{ change: change ? textIn(cells[change.index]) : '', lsoa21: codeAt(cells, lsoa21.index) },
      district: codeAt(cells, district?.index) || null,
    }
    return { row: number, code: content.lsoa11, other: content.lsoa21, edition: 2021, content }
  })
  const changes = once<'lsoa-changes'>(facts, table)
  return changes.ok ? ok({ facts: { 'lsoa-changes': changes.value }, warnings: [] }) : changes
}

/** Which area lies in which: any two or more kinds of area side by side. */
export function readAreaLookup(table: PlaceTable, context: PlaceContext): PlaceReading {
  const heads = codeHeads(table)
  if (!heads.ok) return heads
  const columns = AREA_KINDS.flatMap((kind) => (kind === 'lsoa' ? [] : (heads.value.get(kind) ?? [])))
  if (columns.length < 2) return err([lacking(table, 'of a second kind of area, “CSP24CD” or “PFA24CD” say')])
  const edition = Math.max(...columns.map(({ year }) => year ?? 0)) || yearOf(context)
  if (!edition) return err([noYear(table, 'the areas')])
  const links = linksOf(table, columns, edition)
  return links.ok ? ok({ facts: { 'area-lookup': links.value }, warnings: [] }) : links
}

/** Codes of local authorities with what took their place. */
export function readAreaCodes(table: PlaceTable, context: PlaceContext): PlaceReading {
  const column = (of: PlaceWord, year: null | undefined = undefined) =>
    table.columns.find((each) => each.of === of && each.part === 'code' && (year === undefined || each.year === year))
  const [own, active] = [column('district', null) ?? column('district') ?? column('area'), column('active')]
  if (!own) return err([lacking(table, '“LADCD”')])
  if (!active) return err([lacking(table, '“LADCD_ACTIVE” (the code that took its place)')])
  const edition = yearOf(context) ?? THIS_LIST
  const rows = coded(table, own)
  if (!rows.ok) return rows
  const above = AREA_KINDS.flatMap((kind) => (ABOVE.includes(kind) ? (column(kind) ?? []) : []))
  const facts = rows.value.map((row): Fact<'area-codes'> & { row: number } => {
    const { cells, number } = row
    const [code, next] = [codeAt(cells, own.index), codeAt(cells, active.index)]
    const parents = Object.fromEntries(
      above.flatMap((each) => {
        const parent = { code: codeAt(cells, each.index), name: nameBeside(table, each, row) }
        return isAreaCode(parent.code) && parent.code !== next && parent.code !== code ? [[each.of, parent]] : []
      }),
    )
    const content = {
      code,
      name: nameBeside(table, own, row),
      active: next || null,
      ...daysOfCode(code, next),
      parents,
    }
    return { row: number, code, other: '', edition, content }
  })
  const codes = once<'area-codes'>(facts, table)
  return codes.ok ? ok({ facts: { 'area-codes': codes.value }, warnings: [] }) : codes
}

const ABOVE: readonly AreaKind[] = ['county', 'combined-authority', 'region', 'country']
/** The edition of a list of codes that does not say its year: its newest line holds anyway. */
const THIS_LIST = 0

/** The columns of codes by the kind of their areas; two of one kind are a fault, and so are heads that nobody knows. */
function codeHeads(table: PlaceTable): Result<Map<PlaceWord, PlaceColumn>, SheetProblem[]> {
  const heads = new Map<PlaceWord, PlaceColumn>()
  for (const column of table.columns.filter(({ part }) => part === 'code')) {
    const known = heads.get(column.of)
    if (known) return err([doubledHeads(table, known.head, column.head)])
    heads.set(column.of, column)
  }
  const unknown = table.others.map(({ head }) => head).filter((head) => !HARMLESS.test(plainHead(head)))
  return unknown.length > 0 ? err([unknownHeads(table, unknown)]) : ok(heads)
}

/** What publishers put beside codes and names. */
const HARMLESS =
  /^(fid|objectid|object id|globalid|bng e|bng n|long|lat|longitude|latitude|shape area|shape length|changed?|chgind|.*nmw|(ew|gb|uk)(cd|nm))$/

function linksOf(
  table: PlaceTable,
  columns: readonly PlaceColumn[],
  edition: number,
): Result<Fact<'area-lookup'>[], SheetProblem[]> {
  const [first, second] = columns
  if (!first || !second) return ok([])
  const rows = coded(table, first)
  if (!rows.ok) return rows
  const facts = rows.value.map((row) => {
    const areas: Partial<Record<AreaKind, CodeAndName>> = {}
    for (const column of columns) {
      const code = codeAt(row.cells, column.index)
      const kind = kindOfCode(code)
      if (kind && isAreaCode(code)) areas[kind] = { code, name: nameBeside(table, column, row) }
    }
    const other =
      second.of === 'csp'
        ? codeAt(row.cells, second.index)
        : columns
            .slice(1)
            .map(({ of }) => of)
            .join()
    return { row: row.number, code: codeAt(row.cells, first.index), other, edition, content: { edition, areas } }
  })
  return once<'area-lookup'>(facts, table)
}

/** The rows with a proper code in a column; a text that is none refuses the file. */
function coded(table: PlaceTable, column: PlaceColumn): Result<SheetRow[], SheetProblem[]> {
  const wrong = table.rows.filter(({ cells }) => cells[column.index] && !isAreaCode(codeAt(cells, column.index)))
  if (wrong.length > 0)
    return err(
      wrong.slice(0, 50).map(({ number, cells }) => ({
        ...{ sheet: table.sheet.name, cell: `row ${number}, column ${quoted(column.head)}` },
        problem: `${quoted(textIn(cells[column.index]))} is no code of an area`,
        fix: 'A code is a letter and eight figures, as in E07000010',
      })),
    )
  return ok(table.rows.filter(({ cells }) => cells[column.index]))
}

/** The name that stands for the code in a column: the column of names of the same kind and year. */
function nameBeside({ columns }: PlaceTable, { of, year }: PlaceColumn, { cells }: SheetRow): string {
  const named = columns.filter((each) => each.part === 'name' && each.of === of)
  const column = named.find((each) => each.year === year) ?? named[0]
  return column ? textIn(cells[column.index]) : ''
}
