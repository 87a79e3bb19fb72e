import { err, ok } from '#kernel/result.js'
import type { DeprivationContent, Fact } from '#modules/geography/index.js'
import { figureIn } from '../domain/cells.js'
import { quoted, type SheetRow } from '../domain/sheet.js'
import { areaRows } from './area-rows.js'
import { codeAt, type PlaceTable } from './place-columns.js'
import { lacking, noYear, once, type PlaceContext, type PlaceReading, yearOf } from './place-facts.js'
import { type Head, otherHeads } from './place-heads.js'

const DOMAINS: readonly (readonly [RegExp, string])[] = [
  [/\bidaci\b|affecting children/, 'children'],
  [/\bidaopi\b|affecting older/, 'older people'],
  [/\bimd\b|multiple deprivation/, 'imd'],
  [/\bincome\b/, 'income'],
  [/\bemployment\b/, 'employment'],
  [/\beducation\b/, 'education'],
  [/\bhealth\b/, 'health'],
  [/\bcrime\b/, 'crime'],
  [/\bbarriers\b|\bhousing\b/, 'housing'],
  [/\benvironment\b/, 'environment'],
]

/** Beside domains the files have parts of domains and the residents that they were worked out with. */
const HARMLESS =
  /population|dependent children|sub ?domain|\bindoors\b|\boutdoors\b|\bgeographical\b|\bwider barriers\b|^fid$|older population|children and young people .*sub|adult skills/

type Column = Head & { readonly domain: string; readonly part: Part }
type Part = (typeof PARTS)[number]

const PARTS = ['rank', 'decile', 'score'] as const

/** The Indices of Deprivation by LSOA: 2019 stands on the LSOAs of 2011, 2025 on those of 2021. */
export function readDeprivation(table: PlaceTable, context: PlaceContext): PlaceReading {
  const lsoa = table.columns.find(({ of, part }) => of === 'lsoa' && part === 'code')
  if (!lsoa) return err([lacking(table, '“LSOA code (2021)”')])
  if (lsoa.year !== 2011 && lsoa.year !== 2021)
    return err([noYear(table, `the LSOAs in ${quoted(lsoa.head)} (2011 or 2021)`)])
  const heads = otherHeads(table, (plain) => (HARMLESS.test(plain) ? 'harmless' : meaningOf(plain)))
  if (!heads.ok) return heads
  if (!heads.value.has('rank imd') && !heads.value.has('decile imd'))
    return err([lacking(table, '“IMD rank” or “IMD decile”')])
  const columns = [...heads.value].map(columnOf)
  const rows = areaRows(table, lsoa)
  if (!rows.ok) return rows
  const given = yearOf(context)
  const edition =
    given !== undefined && EDITIONS[lsoa.year].includes(given) ? given : (EDITIONS[lsoa.year][0] ?? lsoa.year)
  const facts: (Fact<'deprivation'> & { row: number })[] = []
  for (const row of rows.value) {
    const content = contentOf(row, columns, lsoa.year)
    if (typeof content === 'string')
      return err([
        {
          sheet: table.sheet.name,
          cell: `row ${row.number}`,
          problem: content,
          fix: 'Mend the cell, or take the publisher’s file again',
        },
      ])
    facts.push({ row: row.number, code: codeAt(row.cells, lsoa.index), other: '', edition, content })
  }
  const known = once<'deprivation'>(facts, table)
  return known.ok ? ok({ facts: { deprivation: known.value }, warnings: [] }) : known
}

/** The editions that stand on the LSOAs of a census, the newest first. */
const EDITIONS: Readonly<Record<2011 | 2021, readonly number[]>> = { 2011: [2019, 2015], 2021: [2025] }

/** "rank crime" for “Crime Rank (where 1 is most deprived)”. */
function meaningOf(plain: string): string | undefined {
  const part = PARTS.find((each) => new RegExp(`\\b${each}\\b`).test(plain))
  const domain = DOMAINS.find(([pattern]) => pattern.test(plain))?.[1]
  return part && domain ? `${part} ${domain}` : undefined
}

function columnOf([meaning, head]: readonly [string, Head]): Column {
  const part = PARTS.find((each) => meaning.startsWith(each)) ?? 'rank'
  return { ...head, part, domain: meaning.slice(part.length + 1) }
}

/** What a row says, or what is wrong with it. */
function contentOf(
  { cells }: SheetRow,
  columns: readonly Column[],
  lsoaEdition: 2011 | 2021,
): DeprivationContent | string {
  const values = new Map<string, number | null>()
  for (const { index, head, domain, part } of columns) {
    const figure = figureIn(cells[index])
    if (!figure.ok) return `In column ${quoted(head)}: ${figure.error}`
    const value = figure.value.value
    if (part === 'decile' && value !== null && (value < 1 || value > 10))
      return `In column ${quoted(head)}: ${value} is no decile`
    values.set(`${domain} ${part}`, value)
  }
  const of = (domain: string, part: string) => values.get(`${domain} ${part}`) ?? null
  const domains = [...new Set(columns.map(({ domain }) => domain))].filter((domain) => domain !== 'imd')
  return {
    ...{ lsoaEdition, rank: of('imd', 'rank'), decile: of('imd', 'decile'), score: of('imd', 'score') },
    domains: Object.fromEntries(domains.map((each) => [each, { rank: of(each, 'rank'), decile: of(each, 'decile') }])),
  }
}
