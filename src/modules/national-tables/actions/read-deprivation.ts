import { err, ok } from '#kernel/result.js'
import { type DeprivationContent, type Fact, isAreaCode } from '#modules/geography/index.js'
import { figureIn } from '../domain/cells.js'
import { plainHead } from '../domain/heads.js'
import { quoted, type SheetProblem, type SheetRow } from '../domain/sheet.js'
import { codeAt, type PlaceTable } from './place-columns.js'
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

type Column = {
  readonly index: number
  readonly head: string
  readonly domain: string
  readonly part: 'rank' | 'decile' | 'score'
}

/** The Indices of Deprivation by LSOA: 2019 stands on the LSOAs of 2011, 2025 on those of 2021. */
export function readDeprivation(table: PlaceTable, context: PlaceContext): PlaceReading {
  const lsoa = table.columns.find(({ of, part }) => of === 'lsoa' && part === 'code')
  if (!lsoa) return err([lacking(table, '“LSOA code (2021)”')])
  if (lsoa.year !== 2011 && lsoa.year !== 2021)
    return err([noYear(table, `the LSOAs in ${quoted(lsoa.head)} (2011 or 2021)`)])
  const columns = table.others.flatMap((each) => columnOf(each.index, each.head) ?? [])
  const problem = headProblem(table, columns)
  if (problem) return err([problem])
  const given = yearOf(context)
  const edition =
    given !== undefined && EDITIONS[lsoa.year].includes(given) ? given : (EDITIONS[lsoa.year][0] ?? lsoa.year)
  const facts: (Fact<'deprivation'> & { row: number })[] = []
  for (const row of table.rows.filter(({ cells }) => isAreaCode(codeAt(cells, lsoa.index)))) {
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

function columnOf(index: number, head: string): Column | undefined {
  const plain = plainHead(head)
  if (HARMLESS.test(plain)) return undefined
  const part = (['rank', 'decile', 'score'] as const).find((each) => new RegExp(`\\b${each}\\b`).test(plain))
  const domain = DOMAINS.find(([pattern]) => pattern.test(plain))?.[1]
  return part && domain ? { index, head, domain, part } : undefined
}

function headProblem(table: PlaceTable, columns: readonly Column[]): SheetProblem | undefined {
  const known = new Map<string, Column>()
  for (const column of columns) {
    const before = known.get(`${column.domain} ${column.part}`)
    if (before) return doubledHeads(table, before.head, column.head)
    known.set(`${column.domain} ${column.part}`, column)
  }
  const unknown = table.others.filter(
    ({ index, head }) => !columns.some((each) => each.index === index) && !HARMLESS.test(plainHead(head)),
  )
  if (unknown.length > 0)
    return unknownHeads(
      table,
      unknown.map(({ head }) => head),
    )
  return known.has('imd rank') || known.has('imd decile') ? undefined : lacking(table, '“IMD rank” or “IMD decile”')
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
