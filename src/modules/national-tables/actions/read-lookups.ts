import { err, ok, type Result } from '#kernel/result.js'
import {
  AREA_KINDS,
  type AreaKind,
  type CodeAndName,
  daysOfCode,
  type Fact,
  kindOfCode,
} from '#modules/geography/index.js'
import { textIn } from '../domain/cells.js'
import { quoted, type SheetProblem } from '../domain/sheet.js'
import { areaRows, codeOrNull, nameBeside } from './area-rows.js'
import { codeAt, type PlaceColumn, type PlaceTable, type PlaceWord } from './place-columns.js'
import { lacking, noYear, once, type PlaceContext, type PlaceReading, yearOf } from './place-facts.js'
import { codeHeads, otherHeads } from './place-heads.js'

/** Small areas with their ward and district. The wards' districts are kept too. */
export function readLsoaLookup(table: PlaceTable, context: PlaceContext): PlaceReading {
  const heads = lookupHeads(table)
  if (!heads.ok) return heads
  const lsoa = heads.value.get('lsoa')
  const { ward, district } = { ward: heads.value.get('ward'), district: heads.value.get('district') }
  if (!lsoa) return err([lacking(table, '“LSOA21CD”')])
  if (!district) return err([lacking(table, '“LAD24CD” (the district)')])
  const lsoaEdition = censusOf(lsoa)
  if (!lsoaEdition) return err([noYear(table, `the LSOAs in ${quoted(lsoa.head)} (2011 or 2021)`)])
  const edition = ward?.year ?? district.year ?? context.year
  if (!edition) return err([noYear(table, 'the districts')])
  const rows = areaRows(table, lsoa, [ward, district])
  if (!rows.ok) return rows
  const facts = rows.value.map((row): Fact<'lsoa-lookup'> & { row: number } => {
    const content = {
      ...{ lsoa: codeAt(row.cells, lsoa.index), name: nameBeside(table, lsoa, row), lsoaEdition },
      ...{ ward: codeOrNull(row, ward), district: codeOrNull(row, district), csp: null, edition },
    }
    return { row: row.number, code: content.lsoa, other: String(lsoaEdition), edition, content }
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
  const [lsoa11, lsoa21] = [2011, 2021].map((census) =>
    table.columns.find(({ of, part, year }) => of === 'lsoa' && part === 'code' && year === census),
  )
  if (!lsoa11) return err([lacking(table, '“LSOA11CD”')])
  if (!lsoa21) return err([lacking(table, '“LSOA21CD”')])
  const heads = otherHeads(table, (plain) => (CHANGE.test(plain) ? 'change' : undefined))
  if (!heads.ok) return heads
  const change = heads.value.get('change')
  const district = table.columns.find(({ of, part }) => of === 'district' && part === 'code')
  const rows = areaRows(table, lsoa11, [lsoa21, district])
  if (!rows.ok) return rows
  const facts = rows.value.map((row): Fact<'lsoa-changes'> & { row: number } => {
    const content = {
      ...{ lsoa11: codeAt(row.cells, lsoa11.index), name: nameBeside(table, lsoa11, row) },
      ...{ change: change ? textIn(row.cells[change.index]) : '', lsoa21: codeOrNull(row, lsoa21) ?? '' },
      district: codeOrNull(row, district),
    }
    return { row: row.number, code: content.lsoa11, other: content.lsoa21, edition: 2021, content }
  })
  const changes = once<'lsoa-changes'>(facts, table)
  return changes.ok ? ok({ facts: { 'lsoa-changes': changes.value }, warnings: [] }) : changes
}

const CHANGE = /^(chgind|change code|change|change indicator|chg ind)$/

/** Which area lies in which: any two or more kinds of area side by side. */
export function readAreaLookup(table: PlaceTable, context: PlaceContext): PlaceReading {
  const heads = lookupHeads(table)
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
  const others = otherHeads(table, () => undefined)
  if (!others.ok) return others
  const above = AREA_KINDS.flatMap((kind) => (ABOVE.includes(kind) ? (column(kind) ?? []) : []))
  const rows = areaRows(table, own, [active, ...above])
  if (!rows.ok) return rows
  const edition = yearOf(context) ?? THIS_LIST
  const facts = rows.value.map((row): Fact<'area-codes'> & { row: number } => {
    const [code, next] = [codeAt(row.cells, own.index), codeOrNull(row, active)]
    const parents = Object.fromEntries(
      above.flatMap((each) => {
        const parent = { code: codeOrNull(row, each), name: nameBeside(table, each, row) }
        return parent.code && parent.code !== next && parent.code !== code ? [[each.of, parent]] : []
      }),
    )
    const name = nameBeside(table, own, row)
    const content = { code, name, active: next, ...daysOfCode(code, next ?? ''), parents }
    return { row: row.number, code, other: '', edition, content }
  })
  const codes = once<'area-codes'>(facts, table)
  return codes.ok ? ok({ facts: { 'area-codes': codes.value }, warnings: [] }) : codes
}

const ABOVE: readonly AreaKind[] = ['county', 'combined-authority', 'region', 'country']
/** The edition of a list of codes that does not say its year: its newest line holds anyway. */
const THIS_LIST = 0

/** The columns of codes of a lookup, which has no column but those of areas. */
function lookupHeads(table: PlaceTable): Result<ReadonlyMap<PlaceWord, PlaceColumn>, SheetProblem[]> {
  const others = otherHeads(table, (plain) => (CHANGE.test(plain) ? 'harmless' : undefined))
  return others.ok ? codeHeads(table) : others
}

function linksOf(
  table: PlaceTable,
  columns: readonly PlaceColumn[],
  edition: number,
): Result<Fact<'area-lookup'>[], SheetProblem[]> {
  const [first, ...others] = columns
  if (!first || others.length === 0) return ok([])
  const rows = areaRows(table, first, others)
  if (!rows.ok) return rows
  const bare = rows.value.find((row) => others.every((column) => codeOrNull(row, column) === null))
  if (bare) return err([inNoArea(table, bare.number)])
  const facts = rows.value.map((row) => {
    const areas: Partial<Record<AreaKind, CodeAndName>> = {}
    for (const column of columns) {
      const code = codeOrNull(row, column)
      const kind = code === null ? undefined : kindOfCode(code)
      if (code !== null && kind) areas[kind] = { code, name: nameBeside(table, column, row) }
    }
    const [second] = others
    const other = second?.of === 'csp' ? (codeOrNull(row, second) ?? '') : others.map(({ of }) => of).join()
    return { row: row.number, code: codeAt(row.cells, first.index), other, edition, content: { edition, areas } }
  })
  return once<'area-lookup'>(facts, table)
}

function inNoArea({ sheet }: PlaceTable, row: number): SheetProblem {
  return {
    ...{
      sheet: sheet.name,
      cell: `row ${row}`,
      problem: 'The area lies in no other: every other code of the row is missing',
    },
    fix: 'Add the codes, or leave the row out',
  }
}
