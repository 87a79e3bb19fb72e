import { join } from 'node:path'
import { quoted, quotedList } from '#platform/lake/lake.js'
import { CRIME_TYPES } from '../domain/crime-type.js'
import { LAKE_FORMS } from '../domain/import-columns.js'
import { compareWithBefore } from './import-changes.js'
import { refuseOpenEnds, setFaultsAside } from './import-faults.js'
import type { Importing } from './import-files.js'
import { ImportStopped, type SetAside, type TakenFile } from './import-order.js'
import { rejectedLines } from './import-rejects.js'
import type { StagedFile } from './import-staging.js'

/** Files of one force and type with one order of columns, and where their rows are being written. */
export type Batch = {
  readonly files: readonly StagedFile[]
  readonly force: string
  readonly type: StagedFile['planned']['subject']['type']
  /** The source number of the first file; the others follow. */
  readonly firstSource: number
  /** Inside the work folder. */
  readonly parquet: string
  /** On the disk. */
  readonly path: string
}

/** Row groups small enough that a month can be read without its neighbours. */
export const ROW_GROUPS = 'row_group_size 20480'

/** Writes one batch as Parquet in one reading of its CSV files, sets faulty lines aside, and logs what changed. */
export async function copyBatch(
  importing: Importing,
  files: readonly StagedFile[],
): Promise<{ files: TakenFile[]; setAside: SetAside[] }> {
  const batch = batchOf(importing, files)
  await importing.writer.run(copyStatement(batch))
  const rejected = await rejectedLines(importing, batch)
  const faulty = await setFaultsAside(importing, batch, rejected)
  const setAside = [...rejected, ...faulty].sort((a, b) => a.source - b.source || a.line - b.line)
  const rows = await rowsBySource(importing, batch)
  await refuseOpenEnds(importing, batch, rejected)
  for (const [at, file] of files.entries())
    refuseTheFaulty(
      file,
      setAside.filter(({ source }) => source === batch.firstSource + at),
      rows.get(batch.firstSource + at) ?? 0,
    )
  const rollup = batch.type === 'street' ? await writeRollup(importing, batch) : null
  await compareWithBefore(importing, batch)
  const taken = files.map((file, at): TakenFile => {
    const source = batch.firstSource + at
    const { sha256, bytes, planned } = file
    const lines = setAside.filter((each) => each.source === source).length
    return {
      source,
      planned,
      sha256,
      bytes,
      rows: rows.get(source) ?? 0,
      setAside: lines,
      parquet: batch.parquet,
      rollup,
    }
  })
  return { files: taken, setAside: setAside.map(({ source: _, ...line }) => line) }
}

function batchOf(importing: Importing, files: readonly StagedFile[]): Batch {
  const subject = files[0]?.planned.subject
  if (!subject) throw new RangeError('A batch has at least one file')
  const firstSource = importing.nextSource
  importing.nextSource += files.length
  const parquet = `${subject.type}-${subject.force}-${importing.nextPart}.parquet`
  importing.nextPart += 1
  const path = join(importing.order.workFolder, parquet)
  return { files, force: subject.force, type: subject.type, firstSource, parquet, path }
}

/** The month of each row's file, in a query over rows with a `source`. */
export function expectedMonth({ files, firstSource }: Batch): string {
  return `${quotedList(files.map(({ planned }) => planned.subject.month))}[source - ${firstSource - 1}]`
}

function copyStatement({ files, force, type, firstSource, path }: Batch): string {
  const columns = files[0]?.columns.map(({ name, type: kind }) => `${name}: '${kind}'`).join(', ')
  const reading = `read_csv(${quotedList(files.map((file) => file.path))}, header = true, auto_detect = false,
    delim = ',', quote = '"', escape = '"', store_rejects = true, columns = {${columns}})`
  return `copy (
    select (${firstSource} + file_index)::integer as source, ${quoted(force)} as force, ${LAKE_FORMS[type].columns}
    from ${reading}
  ) to ${quoted(path)} (format parquet, ${ROW_GROUPS})`
}

async function rowsBySource({ writer }: Importing, { path }: Batch): Promise<ReadonlyMap<number, number>> {
  const rows = await writer.rows<{ source: number; n: number }>(
    `select source, count(*) as n from ${quoted(path)} group by source`,
  )
  return new Map(rows.map(({ source, n }) => [source, n]))
}

const FEW = 20
const LARGEST_SHARE = 0.1

/** A file that is mostly wrong is no file of its kind, and a month must not look empty because none of it was read. */
function refuseTheFaulty({ planned }: StagedFile, lines: readonly SetAside[], rows: number): void {
  const [first] = lines
  if (!first || (rows > 0 && lines.length <= Math.max(FEW, rows * LARGEST_SHARE))) return
  const others = lines.length === 1 ? '' : `, and ${lines.length - 1} other lines are wrong too`
  const problem = `has a line that ${first.reason}${others}: too much for a file of ${rows + lines.length} lines`
  throw new ImportStopped({ file: planned.name, line: first.line, problem })
}

/** Counts by LSOA, type and outcome beside the rows: what pages add up, a tenth of the reading. */
async function writeRollup({ writer, order, notes }: Importing, batch: Batch): Promise<string> {
  const rollup = batch.parquet.replace('street-', 'street-counts-')
  const target = quoted(join(order.workFolder, rollup))
  await writer.run(`copy (
    select source, ${quoted(batch.force)} as force, ${expectedMonth(batch)} as month, lsoa, type, outcome, crimes
    from (
      select source, lsoa, type, outcome, count(*)::integer as crimes from ${quoted(batch.path)} group by all
    ) order by source
  ) to ${target} (format parquet, ${ROW_GROUPS})`)
  const types = await writer.rows<{ type: string; crimes: number }>(
    `select type, sum(crimes)::integer as crimes from ${target} group by type order by type`,
  )
  const known = new Set(CRIME_TYPES.map(({ name }) => name))
  for (const { type } of types.filter((each) => !known.has(each.type)))
    notes.add(`“${type}” is a kind of crime that was not published before; its rows are kept and counted`)
  return rollup
}
