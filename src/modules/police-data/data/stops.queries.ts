import type { Lake } from '#platform/lake/lake.js'
import { columnOf, putTogether, type StopBy, type StopRow, type StopSlice } from '../domain/stop-slice.js'
import type { CurrentRows } from './releases.queries.js'

/** Stops and searches by what is asked, sorted by it. */
export async function stopsBy(
  lake: Lake,
  source: CurrentRows,
  slice: StopSlice,
  by: readonly StopBy[],
): Promise<StopRow[]> {
  const narrowed = narrowing(slice)
  const columns = by.map((each) => `"${columnOf(each, slice.ethnicity)}" as "${each}"`)
  const sql = `
    select ${[...columns, 'count(*)::bigint as "count"'].join(', ')} from ${source.sql} as stops
    where ${narrowed.sql} ${by.length > 0 ? 'group by all' : ''}`
  return putTogether(await lake.rows<StopRow>(sql, [...source.values, ...narrowed.values]), by)
}

function narrowing({ types = [], objects = [], outcomes = [], legislation = [] }: StopSlice) {
  const conditions = [
    among('type', types),
    among('object', objects),
    among('outcome', outcomes),
    among('legislation', legislation),
  ].filter(({ values }) => values.length > 0)
  return {
    sql: conditions.map(({ sql }) => sql).join(' and ') || 'true',
    values: conditions.flatMap(({ values }) => values),
  }
}

function among(column: string, values: readonly string[]) {
  const marks = values.map(() => '?').join(', ')
  return { sql: `lower("${column}") in (${marks})`, values: values.map((value) => value.toLowerCase()) }
}
