import { err, ok, type Result } from '#kernel/result.js'
import type { Fact } from '#modules/geography/index.js'
import { figureIn, textIn } from '../domain/cells.js'
import { plainHead } from '../domain/heads.js'
import { quoted, type SheetProblem, type SheetRow } from '../domain/sheet.js'
import { areaRows } from './area-rows.js'
import { codeAt, type PlaceColumn, type PlaceTable } from './place-columns.js'
import { lacking, noYear, once, type PlaceContext, type PlaceReading, yearOf } from './place-facts.js'
import { type Head, otherHeads } from './place-heads.js'

const PEOPLE =
  /^(total )?(population|people|residents|usual residents|persons|all ages|total|value|obs value|observation|count|estimate)( all ages)?$/
const YEAR = /^(year|date|mid year|period|time|mid year estimate)$/
const WIDE = /^(?:mid |population |mid year |total population |all ages )*((?:19|20)\d{2})(?: population| mid year)?$/
const AGE = /^(?:age )?(?:\d{1,3}|90 plus|90 and over|0 \d+|\d+ \d+)$/
const GROUP = /^(ethnic group|ethnicity|ethnic group( \d+ categories)?|ethnic group \d+a?)$/
const HARMLESS =
  /^(fid|geography|geography code|area type|slug|sex|age group|ethnic group( \d+ categories)? code|unit|units|measure)$/

/** Residents by area and year: a column of people with a year, or a column for each year. */
export function readPopulation(table: PlaceTable, context: PlaceContext): PlaceReading {
  const heads = otherHeads(table, meaningOf)
  if (!heads.ok) return heads
  const people = heads.value.get('people')
  const wide = [...heads.value].flatMap(([key, head]) => (/^\d{4}$/.test(key) ? [{ ...head, year: Number(key) }] : []))
  if (!people && wide.length === 0) return err([lacking(table, '“population”')])
  return read(table, 'population', (row) => {
    const year = people ? yearIn(row, heads.value.get('year'), context) : undefined
    return people ? [{ at: people, year, other: '' }] : wide.map((at) => ({ at, year: at.year, other: '' }))
  })
}

/** Residents by area, ethnic group and year. */
export function readPopulationByEthnicity(table: PlaceTable, context: PlaceContext): PlaceReading {
  const heads = otherHeads(table, (plain) => (GROUP.test(plain) ? 'group' : meaningOf(plain)))
  if (!heads.ok) return heads
  const [people, group] = ['people', 'group'].map((key) => heads.value.get(key))
  if (!group) return err([lacking(table, '“ethnic group”')])
  if (!people) return err([lacking(table, '“people”')])
  return read(table, 'population-ethnicity', (row) => [
    { at: people, year: yearIn(row, heads.value.get('year'), context), other: textIn(row.cells[group.index]) },
  ])
}

/** What a head beside the areas says: people, their year, or the people of a year. */
function meaningOf(plain: string): string | undefined {
  const year = WIDE.exec(plain)?.[1]
  if (year) return year
  if (PEOPLE.test(plain)) return 'people'
  if (YEAR.test(plain)) return 'year'
  return HARMLESS.test(plain) || AGE.test(plain) ? 'harmless' : undefined
}

type Count = { readonly at: Head; readonly year: number | undefined; readonly other: string }

function read(
  table: PlaceTable,
  kind: 'population' | 'population-ethnicity',
  countsIn: (row: SheetRow) => readonly Count[],
): PlaceReading {
  const code = codeColumn(table)
  if (!code) return err([lacking(table, '“code”')])
  const rows = areaRows(table, code)
  if (!rows.ok) return rows
  const facts: (Fact<'population'> & { row: number })[] = []
  for (const row of rows.value) {
    for (const { at, year, other } of countsIn(row)) {
      if (!year) return err([noYear(table, 'the residents')])
      const content = peopleIn(table, row, at)
      if (!content.ok) return content
      facts.push({ row: row.number, code: codeAt(row.cells, code.index), other, edition: year, content: content.value })
    }
  }
  const known = once<'population'>(facts, table)
  return known.ok ? ok({ facts: { [kind]: known.value }, warnings: [] }) : known
}

/** Whether a table is of ethnic groups: it has a head that says so. */
export function hasEthnicGroups({ others }: PlaceTable): boolean {
  return others.some(({ head }) => GROUP.test(plainHead(head)))
}

/** Whether a table counts residents. */
export function countsPeople({ others }: PlaceTable): boolean {
  return others.some(({ head }) => PEOPLE.test(plainHead(head)) || WIDE.test(plainHead(head)))
}

/** The column of the areas that are counted: of several kinds side by side, the one of the smallest areas. */
function codeColumn({ columns }: PlaceTable): PlaceColumn | undefined {
  const codes = columns.filter(({ part }) => part === 'code')
  const order = [
    'oa',
    'lsoa',
    'msoa',
    'ward',
    'district',
    'csp',
    'area',
    'force',
    'county',
    'combined-authority',
    'region',
    'country',
  ]
  return codes.toSorted((a, b) => order.indexOf(a.of) - order.indexOf(b.of))[0]
}

function yearIn({ cells }: SheetRow, column: Head | undefined, context: PlaceContext): number | undefined {
  if (!column) return yearOf(context)
  const year = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(textIn(cells[column.index]))?.[1]
  return year ? Number(year) : undefined
}

function peopleIn(
  { sheet }: PlaceTable,
  { cells, number }: SheetRow,
  { index, head }: Head,
): Result<Fact<'population'>['content'], SheetProblem[]> {
  const figure = figureIn(cells[index])
  if (figure.ok && (figure.value.value ?? 0) >= 0) {
    const { value, why } = figure.value
    return ok({ people: value, ...(why !== undefined && { why }) })
  }
  return err([
    {
      ...{ sheet: sheet.name, cell: `row ${number}, column ${quoted(head)}` },
      problem: figure.ok ? 'Nobody counts fewer residents than none' : figure.error,
      fix: 'Mend the cell, or take the publisher’s file again',
    },
  ])
}
