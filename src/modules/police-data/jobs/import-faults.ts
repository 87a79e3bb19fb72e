import { createReadStream } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { quoted, quotedList } from '#platform/lake/lake.js'
import { LAKE_FORMS } from '../domain/import-columns.js'
import { headerCells } from '../domain/import-forms.js'
import { outcomeGroupOf } from '../domain/outcome-group.js'
import { type Batch, expectedMonth, PARQUET } from './import-batch.js'
import { type ImportOrder, ImportStopped } from './import-order.js'
import type { AsideOf } from './import-rejects.js'
import type { Importing, StagedFile } from './importing.js'

type Fault = { readonly source: number; readonly ordinal: number; readonly reason: string }

const MOST = 100_000
const LONGEST = 500

/**
 * How many sound rows each source has. Rows whose values cannot be right (another month, no place on the globe) are taken
 * out, each with its line. What was counted stays as the table `judged` until the next batch.
 */
export async function judgeRows(
  importing: Importing,
  batch: Batch,
  rejected: readonly AsideOf[],
): Promise<{ rows: ReadonlyMap<number, number>; faulty: AsideOf[] }> {
  const { writer } = importing
  const parts = batch.type === 'street' ? 'type, outcome' : 'null as type, null as outcome'
  await writer.run(`create or replace temp table judged as
    select source, ${parts}, fault, count(*)::integer as crimes from (${judgedRows(importing, batch, false)}) group by all`)
  const counted = await writer.rows<{ source: number; sound: number; faulty: number }>(`
    select source, coalesce(sum(crimes) filter (fault is null), 0)::integer as sound, count(fault)::integer as faulty
    from judged group by source`)
  const rows = new Map(counted.map(({ source, sound }) => [source, sound]))
  const isSound = counted.every(({ faulty }) => faulty === 0)
  return { rows, faulty: isSound ? [] : await setFaultsAside(importing, batch, rejected) }
}

function judgedRows({ order }: Importing, batch: Batch, isNumbered: boolean): string {
  const reading = `read_parquet(${quoted(batch.path)}${isNumbered ? ', file_row_number = true' : ''})`
  return `select *, case ${LAKE_FORMS[batch.type].fault} ${strangerFault(order, batch)} end as fault
    from (select *, ${expectedMonth(batch)} as expected from ${reading})`
}

/**
 * A row that another force reported would be counted where it does not belong. Nearly all rows write the force as the
 * first one does: no more is asked of these.
 */
function strangerFault({ forcesByName }: ImportOrder, { type, force, files }: Batch): string {
  if (type === 'stop-and-search') return ''
  const forceOf = (name: string) => forcesByName[name.toLowerCase()]
  const own = files.map(reporterIn).find((name) => (forceOf(name) ?? force) === force) ?? ''
  const others = Object.keys(forcesByName).filter((name) => forceOf(name) !== force)
  return `when reported_by <> ${quoted(own)} and list_contains(${quotedList(others)}, lower(trim(reported_by)))
    then 'was reported by ' || trim(reported_by) || ', but the file is named for ${force}'`
}

function reporterIn({ columns, firstRow }: StagedFile): string {
  return headerCells(firstRow)[columns.findIndex(({ name }) => name === 'reported_by')] ?? ''
}

async function setFaultsAside(importing: Importing, batch: Batch, rejected: readonly AsideOf[]): Promise<AsideOf[]> {
  const { writer } = importing
  const judged = judgedRows(importing, batch, true)
  const faults = await writer.rows<Fault>(`
    select source, (file_row_number - first)::integer as ordinal, fault as reason
    from (${judged}) join (
      select source, min(file_row_number) as first
      from read_parquet(${quoted(batch.path)}, file_row_number = true) group by source
    ) using (source)
    where fault is not null order by source, ordinal limit ${MOST}`)
  await writer.run(`copy (
      select * exclude (fault, expected, file_row_number) from (${judged}) where fault is null order by file_row_number
    ) to ${quoted(`${batch.path}.sound`)} (${PARQUET})`)
  await rename(`${batch.path}.sound`, batch.path)
  const bySource = Map.groupBy(faults, ({ source }) => source)
  const told = [...bySource].map(([source, own]) => {
    const file = batch.files[source - batch.firstSource]
    return file
      ? withLines(
          file,
          own,
          rejected.filter((each) => each.source === source),
        )
      : []
  })
  return (await Promise.all(told)).flat()
}

/** The lines of faulty rows: counted from the top, past the headers and the lines that were no rows at all. */
async function withLines(
  { path, planned }: StagedFile,
  faults: readonly Fault[],
  rejected: readonly AsideOf[],
): Promise<AsideOf[]> {
  const others = rejected.map(({ line }) => line)
  const lines = faults.map(({ ordinal }) => {
    let line = ordinal + 2
    for (const other of others) if (other <= line) line += 1
    return line
  })
  const contents = await linesAt(path, new Set(lines))
  return faults.map(({ source, reason }, at) => {
    const line = lines[at] ?? 0
    return { source, file: planned.name, line, reason, content: contents.get(line) ?? '' }
  })
}

async function linesAt(path: string, wanted: ReadonlySet<number>): Promise<ReadonlyMap<number, string>> {
  const found = new Map<number, string>()
  let line = 0
  for await (const content of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1
    if (wanted.has(line)) found.set(line, content.slice(0, LONGEST))
  }
  return found
}

const TAIL = 4096

/** A file whose last line has no end and is no whole row was cut on its way here: nothing of it can be trusted. */
export async function refuseOpenEnds(importing: Importing, batch: Batch, rejected: readonly AsideOf[]): Promise<void> {
  for (const [at, file] of batch.files.entries()) {
    if (!file.endsOpen) continue
    const source = batch.firstSource + at
    const last = await lastLine(file)
    const wrong = rejected.find((each) => each.source === source && last.startsWith(each.content.slice(0, TAIL / 2)))
    if (!wrong && !(await hasCutCell(importing, batch, source, last))) continue
    const line = wrong?.line ?? (await linesOf(file.path))
    const problem = `ends in the middle of a row (“${last.slice(-60)}”): the file was cut. Fetch it again`
    throw new ImportStopped({ file: file.planned.name, line, problem })
  }
}

/** Whether the last cell of a row that has all its cells is the beginning of one: it stands nowhere else. */
async function hasCutCell(
  { writer }: Importing,
  { type, path }: Batch,
  source: number,
  last: string,
): Promise<boolean> {
  const cell = headerCells(last).at(-1) ?? ''
  if (type === 'stop-and-search') return !['', 'true', 'false'].includes(cell.toLowerCase())
  if (type === 'street' || outcomeGroupOf(cell) !== 'Not known') return false
  const [found] = await writer.rows<{ n: number }>(
    `select count(*) as n from ${quoted(path)} where source = ${source} and outcome = ${quoted(cell)}`,
  )
  return (found?.n ?? 0) < 2
}

async function lastLine({ path }: StagedFile): Promise<string> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(TAIL), 0, TAIL, Math.max(0, size - TAIL))
    return (
      buffer
        .subarray(0, bytesRead)
        .toString('utf8')
        .split(/\r\n|\n|\r/)
        .at(-1) ?? ''
    )
  } finally {
    await file.close()
  }
}

async function linesOf(path: string): Promise<number> {
  let lines = 0
  for await (const _ of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY }))
    lines += 1
  return lines
}
