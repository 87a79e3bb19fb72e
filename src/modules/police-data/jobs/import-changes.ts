import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { quoted, quotedList } from '#platform/lake/lake.js'
import { LAKE_FORMS } from '../domain/import-columns.js'
import type { Batch } from './import-batch.js'
import type { ChangeCount } from './import-order.js'
import type { Importing } from './importing.js'

/**
 * Logs what the newer release of these months says otherwise, row by row: by Crime ID where there is one. Rows are
 * shuffled between releases, so they are compared as sets in which the same row may stand several times.
 */
export async function compareWithBefore(importing: Importing, batch: Batch): Promise<void> {
  const { writer, order } = importing
  const pairs = batch.files.flatMap(({ planned }, at) =>
    planned.supersedes ? [{ ...planned.supersedes, now: batch.firstSource + at, month: planned.subject.month }] : [],
  )
  if (pairs.length === 0) return
  const columns = LAKE_FORMS[batch.type].compared.join(', ')
  const id = batch.type === 'stop-and-search' ? 'null::varchar as crime_id' : 'crime_id'
  const before = [...new Set(pairs.map(({ parquet }) => join(order.lakeFolder, parquet)))]
  await writer.run(`
    create or replace temp table rows_before as
      select m.month as of_month, ${id}, ${columns} from read_parquet(${quotedList(before)}) r
      join (values ${pairs.map(({ source, month }) => `(${source}, '${month}')`).join(', ')}) m(source, month)
        on r.source = m.source;
    create or replace temp table rows_now as
      select m.month as of_month, ${id}, ${columns} from ${quoted(batch.path)} r
      join (values ${pairs.map(({ now, month }) => `(${now}, '${month}')`).join(', ')}) m(source, month)
        on r.source = m.source;
    create or replace temp table gone as from rows_before except all from rows_now;
    create or replace temp table come as from rows_now except all from rows_before;
    drop table rows_before; drop table rows_now`)
  const target = join(order.workFolder, 'staged', `changes-${batch.parquet}`)
  await writer.run(`copy (
      select ${quoted(batch.force)} as force, of_month as month, ${quoted(batch.type)} as file_type, * exclude (of_month)
      from (${changesQuery(batch)})
    ) to ${quoted(target)} (format parquet); drop table gone; drop table come`)
  importing.changes.push(target)
}

/** Rows that went and rows that came, paired by Crime ID; what is left over disappeared or appeared. */
function changesQuery({ type }: Batch): string {
  const { compared } = LAKE_FORMS[type]
  const shown = compared.includes('type') && type === 'street' ? 'type' : 'outcome'
  const numbered = (table: string) => `select *, row_number() over (
    partition by of_month, crime_id order by ${compared.join(', ')}) as nth from ${table} where crime_id is not null`
  const sides = compared.map((column) => `g.${column} as g_${column}, c.${column} as c_${column}`).join(', ')
  const without = (table: string, kind: string, sign: string) => `
    select of_month, null as crime_id, '${kind}' as kind, ${sign === '-' ? shown : 'null'} as before,
      ${sign === '-' ? 'null' : shown} as after, count(*)::integer as crimes
    from ${table} where crime_id is null group by all`
  const one = (kind: string, before: string, after: string, where: string) => `
    select of_month, crime_id, '${kind}' as kind, ${before} as before, ${after} as after, 1 as crimes
    from paired where ${where}`
  const both = 'in_gone and in_come'
  const moved = ['location', 'longitude', 'latitude', 'lsoa'].map((c) => `g_${c} is distinct from c_${c}`).join(' or ')
  const changed = (column: string) => `${both} and g_${column} is distinct from c_${column}`
  return `
    with paired as (
      select of_month, crime_id, g.nth is not null as in_gone, c.nth is not null as in_come, ${sides}
      from (${numbered('gone')}) g full join (${numbered('come')}) c using (of_month, crime_id, nth)
    )
    ${[
      ...(compared.includes('outcome') ? [one('outcome', 'g_outcome', 'c_outcome', changed('outcome'))] : []),
      ...(type === 'street' ? [one('type', 'g_type', 'c_type', changed('type'))] : []),
      ...(type === 'stop-and-search' ? [] : [one('location', 'g_location', 'c_location', `${both} and (${moved})`)]),
      one('appeared', 'null', `c_${shown}`, 'not in_gone'),
      one('disappeared', `g_${shown}`, 'null', 'not in_come'),
      without('come', 'appeared', '+'),
      without('gone', 'disappeared', '-'),
    ].join(' union all ')}`
}

/** Where every change of an import stands, beside its rows. */
export const CHANGES_FILE = 'changes.parquet'

/** Puts the logs of all batches together as one file, and counts them for the register. */
export async function gatherChanges({ writer, order, changes }: Importing): Promise<ChangeCount[]> {
  if (changes.length === 0) return []
  const target = join(order.workFolder, CHANGES_FILE)
  await writer.run(`copy (
      from read_parquet(${quotedList(changes)}) order by file_type, force, month, kind, crime_id
    ) to ${quoted(target)} (format parquet)`)
  for (const path of changes) await rm(path)
  return writer.rows<ChangeCount>(`
    select force, month, file_type as type, kind, case kind when 'location' then '' else coalesce(before, '') end as before,
      case kind when 'location' then '' else coalesce(after, '') end as after, sum(crimes)::integer as crimes
    from ${quoted(target)} group by all order by all`)
}
