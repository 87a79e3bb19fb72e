import { err, ok, type Result } from '#kernel/result.js'
import { type Fact, isAreaCode } from '#modules/geography/index.js'
import { figureIn, textIn } from '../domain/cells.js'
import { plainHead } from '../domain/heads.js'
import { quoted, type SheetProblem, type SheetRow } from '../domain/sheet.js'
import { codeAt, type PlaceColumn, type PlaceTable } from './place-columns.js'
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

type Head = { readonly index: number; readonly head: string }

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
  const code = codeColumn(table)
  if (!code) return err([lacking(table, '“code”')])
  const wide = table.others.flatMap((each) => {
    const year = WIDE.exec(plainHead(each.head))?.[1]
    return year ? [{ ...each, year: Number(year) }] : []
  })
  const heads = headsOf(table, [PEOPLE, YEAR], wide)
  if (!heads.ok) return heads
  const [people, year] = heads.value
  if (!people && wide.length === 0) return err([lacking(table, '“population”')])
  const facts: (Fact<'population'> & { row: number })[] = []
  for (const row of table.rows.filter(({ cells }) => isAreaCode(codeAt(cells, code.index)))) {
    const years = people ? [{ ...people, year: yearIn(row, year, context) }] : wide
    for (const each of years) {
      if (!each.year) return err([noYear(table, 'the residents')])
      const fact = factOf(table, row, { code, at: each, edition: each.year, other: '' })
      if (!fact.ok) return fact
      facts.push(fact.value)
    }
  }
  return finished(table, facts, 'population')
}

/** Residents by area, ethnic group and year. */
export function readPopulationByEthnicity(table: PlaceTable, context: PlaceContext): PlaceReading {
  const code = codeColumn(table)
  if (!code) return err([lacking(table, '“area code”')])
  const heads = headsOf(table, [PEOPLE, YEAR, GROUP])
  if (!heads.ok) return heads
  const [people, year, group] = heads.value
  if (!group) return err([lacking(table, '“ethnic group”')])
  if (!people) return err([lacking(table, '“people”')])
  const facts: (Fact<'population-ethnicity'> & { row: number })[] = []
  for (const row of table.rows.filter(({ cells }) => isAreaCode(codeAt(cells, code.index)))) {
    const edition = yearIn(row, year, context)
    if (!edition) return err([noYear(table, 'the residents')])
    const other = textIn(row.cells[group.index])
    const fact = factOf(table, row, { code, at: people, edition, other })
    if (!fact.ok) return fact
    facts.push(fact.value)
  }
  return finished(table, facts, 'population-ethnicity')
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

function headsOf(
  table: PlaceTable,
  patterns: readonly RegExp[],
  also: readonly Head[] = [],
): Result<(Head | undefined)[], SheetProblem[]> {
  const known = new Set(also.map(({ index }) => index))
  const heads = patterns.map((pattern) =>
    table.others.filter(({ index, head }) => !known.has(index) && pattern.test(plainHead(head))),
  )
  for (const [first, second] of heads) if (first && second) return err([doubledHeads(table, first.head, second.head)])
  const used = new Set([...known, ...heads.flat().map(({ index }) => index)])
  const isHarmless = (head: string) => HARMLESS.test(plainHead(head)) || AGE.test(plainHead(head))
  const unknown = table.others.filter(({ index, head }) => !used.has(index) && !isHarmless(head))
  if (unknown.length > 0)
    return err([
      unknownHeads(
        table,
        unknown.map(({ head }) => head),
      ),
    ])
  return ok(heads.map(([first]) => first))
}

function yearIn({ cells }: SheetRow, column: Head | undefined, context: PlaceContext): number | undefined {
  if (!column) return yearOf(context)
  const year = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(textIn(cells[column.index]))?.[1]
  return year ? Number(year) : undefined
}

type FactPlace = { readonly code: PlaceColumn; readonly at: Head; readonly edition: number; readonly other: string }

function factOf(
  table: PlaceTable,
  { cells, number }: SheetRow,
  { code, at, edition, other }: FactPlace,
): Result<Fact<'population'> & { row: number }, SheetProblem[]> {
  const figure = figureIn(cells[at.index])
  if (!figure.ok || (figure.value.value ?? 0) < 0)
    return err([
      {
        ...{ sheet: table.sheet.name, cell: `row ${number}, column ${quoted(at.head)}` },
        problem: figure.ok ? 'Nobody counts fewer residents than none' : figure.error,
        fix: 'Mend the cell, or take the publisher’s file again',
      },
    ])
  const { value, why } = figure.value
  const content = { people: value, ...(why !== undefined && { why }) }
  return ok({ row: number, code: codeAt(cells, code.index), other, edition, content })
}

function finished(
  table: PlaceTable,
  facts: readonly (Fact<'population'> & { row: number })[],
  kind: 'population' | 'population-ethnicity',
): PlaceReading {
  const known = once<'population'>(facts, table)
  if (!known.ok) return known
  return ok({ facts: { [kind]: known.value }, warnings: [] })
}
